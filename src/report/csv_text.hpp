// csv_text.hpp - the fields of a CSV text. RFC 4180, and what Excel writes in other countries.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace scorebook {

using CsvRow = std::vector<std::string>;

/// Rows of UTF-8 fields; blanks and quotes inside them as typed. Lines without a field give empty rows.
/// Throws Error as workbook_from_csv() does.
std::vector<CsvRow> parse_csv(std::string_view bytes);

}  // namespace scorebook

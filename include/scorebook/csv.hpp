// csv.hpp - a return sent as CSV becomes a workbook, so that it is checked like any other.
#pragma once

#include <string>
#include <string_view>

namespace scorebook {

/// One sheet with every field as text, as the officer typed it: what a figure means is read by the tables.
///
/// Reads RFC 4180 with commas, semicolons or tabs (a first line "sep=;" is obeyed), UTF-8 with or without
/// byte order mark, else Windows-1252. `name` names the sheet. The same text gives the same bytes.
/// Throws Error: not_a_workbook (another kind of file), damaged_workbook (a quote that never ends),
/// too_large.
std::string workbook_from_csv(std::string_view csv, const std::string& name);

/// A field of a CSV line that no spreadsheet takes for a formula: one that begins with =, +, -, @, a tab or a
/// line end gets an apostrophe before it unless it is a number (OWASP, CSV injection). Quoted where RFC 4180
/// asks for it.
std::string csv_field(std::string_view text);

}  // namespace scorebook

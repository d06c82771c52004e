// sheet_text.hpp - a workbook round one sheet part given as raw XML, for tests about the exact bytes of a
// sheet.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "scorebook/change.hpp"
#include "workbook/workbook_model.hpp"

namespace scorebook::test {

/// What else the package holds; the defaults are the least that opens.
struct Surroundings {
    std::string workbook_xml;  ///< empty: one sheet called "Register"
    std::string styles_xml;    ///< empty: three cellXfs (plain, bold, solid FFFF00)
};

/// `sheet_xml` is the part as it is; use sheet_part() to put rows into one.
std::string workbook_with_sheet(const std::string& sheet_xml, const Surroundings& surroundings = {});

/// A worksheet part with these rows as its <sheetData>, and whatever stands before it.
std::string sheet_part(std::string_view sheet_data_content, std::string_view before = {});

/// A change of Register's cell.
Change value_change(std::string_view cell, CellValue after);
Change cached_change(std::string_view cell, CellValue after);
Change fill_change(std::string_view cell, std::optional<Rgb> fill);

/// The XML of a part of the package.
std::string part_of(const std::string& bytes, std::string_view part_name);

}  // namespace scorebook::test

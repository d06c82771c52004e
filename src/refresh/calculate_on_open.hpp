// calculate_on_open.hpp - asking Excel to finish the work: fullCalcOnLoad in workbook.xml.
// ECMA-376 Part 1, 18.2.2 (calcPr) and 18.2.27 (the order of a workbook's elements).
#pragma once

#include <string>
#include <string_view>

namespace scorebook {

/// `workbook_xml` with fullCalcOnLoad="1" on its <calcPr>, which is added in its place when there is none.
/// The same text when it says so already.
std::string with_calculation_on_open(std::string_view workbook_xml);

}  // namespace scorebook

// workbook_dressing.hpp - what accessible workbooks need and libxlsxwriter can't write: language and heading
// style.
#pragma once

#include <string>

namespace scorebook {

/// The workbook with the language en-GB among its properties, and every cell whose font has 12 points or more
/// in the style "Heading 1", by which screen readers find titles (accessible-tables.md P01, P21).
std::string with_language_and_headings(std::string bytes);

}  // namespace scorebook

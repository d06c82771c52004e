// sheet_scanner.hpp - one pass over a sheet part: typed cells with byte ranges, and what stands round
// <sheetData>. The only place that knows <c r t s>. ECMA-376 Part 1, 18.3.1; strict and transitional, any
// namespace prefix.
#pragma once

#include <string_view>

#include "sheet/sheet_cells.hpp"

namespace scorebook {

/// Cells of the sheet part `xml` (at most 4 GiB). Dates of t="d" become serials of `from_1904`.
/// Throws Error damaged_workbook or too_large: DTD, unknown entity, nesting beyond a sheet's own, a row or
/// column beyond Excel's limits, a bad reference, the same cell twice, an unclosed element; `place` is the
/// cell or row where it can, after `sheet_name` and "!". Linear in the bytes; memory follows the cells there
/// are, never what <dimension> claims.
SheetCells scan_sheet(std::string_view xml, bool from_1904, std::string_view sheet_name = {});

}  // namespace scorebook

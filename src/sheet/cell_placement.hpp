// cell_placement.hpp - where cells that a sheet doesn't have yet go: rows ascending, cells ascending in their
// row. ECMA-376 Part 1, 18.3.1.73 (row), 18.3.1.80 (sheetData).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bytes/splice.hpp"
#include "sheet/sheet_cells.hpp"

namespace scorebook {

struct NewCell {
    CellRef cell;
    std::string xml;  ///< from new_cell()
};

/// The edits that put `new_cells` (ascending, none of them in the sheet) into the part `xml`, ascending. They
/// only insert between elements, so they never overlap edits of whole cells, except where the next cell or
/// row is written without its r="...": that start tag gets one, because it would be counted differently
/// behind a new neighbour; and a row or <sheetData> without content is opened.
std::vector<Splice> place_new_cells(std::string_view xml, const SheetCells& cells,
                                    std::span<const NewCell> new_cells);

}  // namespace scorebook

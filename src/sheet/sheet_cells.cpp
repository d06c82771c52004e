// sheet_cells.cpp - finding rows and cells in the sorted lists.
#include "sheet/sheet_cells.hpp"

#include <algorithm>
#include <iterator>

namespace scorebook {

std::span<const SheetCell> SheetCells::row(std::uint32_t row_index) const {
    // Most sheets leave no row out, so it stands as far behind the first as its number says.
    const std::size_t likely = rows.empty() ? 0 : std::size_t{row_index} - rows.front().row_index;
    if (likely < rows.size() && rows[likely].row_index == row_index)
        return std::span(cells).subspan(rows[likely].first_cell, rows[likely].cell_count);
    const auto found =
        std::lower_bound(rows.begin(), rows.end(), row_index,
                         [](const SheetRow& row, std::uint32_t index) { return row.row_index < index; });
    if (found == rows.end() || found->row_index != row_index) return {};
    return std::span(cells).subspan(found->first_cell, found->cell_count);
}

const SheetCell* SheetCells::find(CellRef cell) const {
    const auto in_row = row(cell.row_index);
    const auto found =
        std::lower_bound(in_row.begin(), in_row.end(), cell.column_index,
                         [](const SheetCell& c, std::uint32_t index) { return c.column_index < index; });
    return found != in_row.end() && found->column_index == cell.column_index ? &*found : nullptr;
}

const CellRef* SheetCells::find_shared_origin(std::uint32_t shared_index, CellRef follower) const {
    const auto after = std::upper_bound(shared_formulas.begin(), shared_formulas.end(),
                                        SharedFormulaOrigin{shared_index, follower});
    if (after != shared_formulas.begin() && std::prev(after)->shared_index == shared_index)
        return &std::prev(after)->cell;
    return after != shared_formulas.end() && after->shared_index == shared_index ? &after->cell : nullptr;
}

}  // namespace scorebook

// cell_writes.hpp - changes as what each cell is to hold: one write a cell, sheet by sheet, in the order of
// the sheet.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "scorebook/change.hpp"
#include "workbook/workbook_model.hpp"

namespace scorebook {

/// What one cell is to hold. Points into the changes it was made from.
struct CellWrite {
    CellRef cell;
    const CellValue* value = nullptr;  ///< null: the value stays
    bool only_stored_result = false;   ///< the value is a formula's result
    std::optional<CellRange> spill;    ///< the new range of its dynamic array
    bool sets_fill = false;
    std::optional<Rgb> fill;  ///< with `sets_fill`: nothing means no fill
};

/// Sheet index -> its writes by row, then column. Changes of one cell are joined when they agree (a value and
/// a colour). Those of a sheet "Scorebook" that isn't there yet stand under the index it will have, the
/// number of sheets.
///
/// Throws Error damaged_workbook for a sheet that isn't there or has no cells, two changes that want
/// different things of one cell, and values no cell can hold (infinite numbers, text beyond Excel's 32,767
/// characters).
std::map<std::size_t, std::vector<CellWrite>> plan_cell_writes(const Workbook& workbook,
                                                               std::span<const Change> changes);

}  // namespace scorebook

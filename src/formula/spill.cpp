// spill.cpp - looking for what is in the way of a spill. Only the cells it doesn't fill yet matter.
#include "formula/spill.hpp"

#include <algorithm>

#include "workbook/workbook_model.hpp"

namespace scorebook::formula {
namespace {

bool overlap(const CellRange& a, const CellRange& b) {
    return a.first.row_index <= b.last.row_index && b.first.row_index <= a.last.row_index &&
           a.first.column_index <= b.last.column_index && b.first.column_index <= a.last.column_index;
}

std::string blocked_by(const Sheet& sheet, const CellRange& range, const std::string& what) {
    return "its result now needs cells that hold " + what + " (" + sheet.name + '!' + to_a1(range) +
           "), where Excel shows #SPILL!";
}

}  // namespace

std::optional<CellRange> spill_range(CellRef anchor, const Array& result) {
    if (result.rows > max_rows - anchor.row_index || result.columns > max_columns - anchor.column_index)
        return std::nullopt;
    return CellRange{anchor,
                     {anchor.row_index + static_cast<std::uint32_t>(result.rows) - 1,
                      anchor.column_index + static_cast<std::uint32_t>(result.columns) - 1}};
}

std::optional<std::string> spill_obstacle(const Workbook& workbook, SheetIndex index, const CellRange& old,
                                          const CellRange& wanted) {
    const Sheet& sheet = workbook.sheets()[index];
    for (const CellRange& merge : sheet.merges) {
        if (overlap(merge, wanted)) return blocked_by(sheet, merge, "a merged cell");
    }
    for (const ExcelTable& table : sheet.tables) {
        if (overlap(table.range, wanted)) return blocked_by(sheet, table.range, "a table");
    }
    const auto& rows = sheet.cells.rows;
    auto row = std::lower_bound(rows.begin(), rows.end(), wanted.first.row_index,
                                [](const SheetRow& r, std::uint32_t at) { return r.row_index < at; });
    for (; row != rows.end() && row->row_index <= wanted.last.row_index; ++row) {
        for (std::uint32_t i = 0; i < row->cell_count; ++i) {
            const SheetCell& cell = sheet.cells.cells[row->first_cell + i];
            const CellRef place{row->row_index, cell.column_index};
            if (!wanted.contains(place) || old.contains(place)) continue;
            if (cell.has_formula || cell.has_value)
                return blocked_by(sheet, {place, place}, "something else");
        }
    }
    return std::nullopt;
}

}  // namespace scorebook::formula

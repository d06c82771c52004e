// edited_cells.hpp - the cells a run was given new values for, by column, to ask whether a range holds one.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <utility>

#include "formula/value.hpp"

namespace scorebook::formula {

class EditedCells {
  public:
    void add(SheetIndex sheet, CellRef cell) { rows_[{sheet, cell.column_index}].insert(cell.row_index); }
    bool empty() const { return rows_.empty(); }
    bool any_in(const Area& area) const {
        for (auto column = rows_.lower_bound({area.sheet, area.range.first.column_index});
             column != rows_.end() && column->first <= std::pair{area.sheet, area.range.last.column_index};
             ++column) {
            const auto row = column->second.lower_bound(area.range.first.row_index);
            if (row != column->second.end() && *row <= area.range.last.row_index) return true;
        }
        return false;
    }

  private:
    std::map<std::pair<SheetIndex, std::uint32_t>, std::set<std::uint32_t>> rows_;
};

}  // namespace scorebook::formula

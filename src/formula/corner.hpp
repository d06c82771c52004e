// corner.hpp - a corner of a reference, and the cell it means for a formula in a given one.
#pragma once

#include <cstdint>

#include "scorebook/cell_ref.hpp"

namespace scorebook::formula {

/// `row` counts from 0, or from the formula's own row when it isn't absolute. Columns too.
struct Corner {
    std::int32_t row = 0;
    std::int32_t column = 0;
    bool row_is_absolute = false;
    bool column_is_absolute = false;

    friend bool operator==(const Corner&, const Corner&) = default;
};

/// The cell `corner` means for a formula in `cell`; offsets past the sheet's edge come round on the other
/// side.
inline CellRef resolve(const Corner& corner, CellRef cell) {
    const auto wrapped = [](std::int64_t index, std::int64_t count) {
        if (index < 0 || index >= count) index = ((index % count) + count) % count;
        return static_cast<std::uint32_t>(index);
    };
    const std::int64_t row = corner.row_is_absolute ? corner.row : std::int64_t{cell.row_index} + corner.row;
    const std::int64_t column =
        corner.column_is_absolute ? corner.column : std::int64_t{cell.column_index} + corner.column;
    return {wrapped(row, max_rows), wrapped(column, max_columns)};
}

}  // namespace scorebook::formula

// array_shape.cpp - arrays made to measure.
#include "formula/array_shape.hpp"

namespace scorebook::formula {

bool is_too_large(Workspace& workspace, double rows, double columns) {
    if (rows * columns <= static_cast<double>(max_array_cells)) return workspace.spend(rows * columns);
    workspace.give_up("needs an array of more than 4 million values");
    return true;
}

Array sized_array(Call& call, double rows, double columns) {
    if (call.failed()) return {};
    if (!(rows >= 1) || !(columns >= 1)) {
        call.fail(CellError::calc);
        return {};
    }
    if (rows > max_rows || columns > max_columns) {
        call.fail(CellError::num);
        return {};
    }
    if (is_too_large(call.workspace(), rows, columns)) {
        call.fail(CellError::num);
        return {};
    }
    return Array(static_cast<std::size_t>(rows), static_cast<std::size_t>(columns));
}

Array part_of(Call& call, const Array& array, std::size_t row, std::size_t column, std::size_t count_rows,
              std::size_t count_columns) {
    Array part = sized_array(call, static_cast<double>(count_rows), static_cast<double>(count_columns));
    if (call.failed()) return part;
    for (std::size_t r = 0; r < count_rows; ++r) {
        for (std::size_t c = 0; c < count_columns; ++c) part.at(r, c) = array.at(row + r, column + c);
    }
    return part;
}

}  // namespace scorebook::formula

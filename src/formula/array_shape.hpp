// array_shape.hpp - arrays of a size a formula asks for, within what memory and Excel's grid allow.
#pragma once

#include "formula/call.hpp"

namespace scorebook::formula {

/// Whether so many values are more than this engine holds, or more work than a formula is given; then the
/// formula's cell keeps its stored result.
bool is_too_large(Workspace& workspace, double rows, double columns);

/// An array of blanks with whole, positive sizes. #CALC! for nothing at all, #NUM! beyond a sheet; too many
/// values for this engine fail the call and say so. The call has failed when the array is 1x1 against the
/// sizes.
Array sized_array(Call& call, double rows, double columns);

/// `array` without everything outside `count_rows` x `count_columns` values from (`row`, `column`) on.
Array part_of(Call& call, const Array& array, std::size_t row, std::size_t column, std::size_t count_rows,
              std::size_t count_columns);

}  // namespace scorebook::formula

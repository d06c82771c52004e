// operators.hpp - Excel's value operators on single values. The left operand's error wins.
#pragma once

#include "formula/formula_tree.hpp"
#include "scorebook/calendar_date.hpp"
#include "scorebook/cell_value.hpp"

namespace scorebook::formula {

CellValue apply_binary(Operator op, const CellValue& left, const CellValue& right, DateSystem dates);
/// The same into a place of an array; quicker for numbers and booleans.
void apply_binary(Operator op, const CellValue& left, const CellValue& right, DateSystem dates,
                  CellValue& result);

/// What a comparison says of two values in `order`: negative, 0 or positive.
bool holds(Operator comparison, int order);

CellValue apply_unary(Operator op, const CellValue& operand, DateSystem dates);

/// As ^ and POWER: 0^0 is #NUM!, a negative base takes whole exponents only.
CellValue power_of(double base, double exponent);

}  // namespace scorebook::formula

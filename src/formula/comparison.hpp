// comparison.hpp - which of two values comes first, and when they are the same: 15 digits, no case, types in
// order.
#pragma once

#include "scorebook/cell_value.hpp"

namespace scorebook::formula {

/// As =, < and > compare: number < text < boolean; blank is 0, "" or FALSE beside a value. Neither may be an
/// error.
int compare_values(const CellValue& left, const CellValue& right);

/// Negative, 0 or positive; numbers that agree in their first 15 digits are the same.
int compare_numbers(double left, double right);

/// `number` as its first 15 significant digits spell it.
double decimal_view(double number);

}  // namespace scorebook::formula

// number_operators.hpp - Excel's operators over whole columns of numbers at once.
//
// They know the ordinary case only. What is out of the ordinary (text, errors, a division by zero, an
// overflow, two shapes) makes them step aside, and operators.hpp decides item by item.
#pragma once

#include <optional>

#include "formula/formula_tree.hpp"
#include "formula/value.hpp"

namespace scorebook::formula {

/// + - * / and comparisons, of which at least one side is a NumberArray. Empty when an item isn't ordinary.
std::optional<Value> apply_to_numbers(Operator op, const Value& left, const Value& right);

/// Minus and percent of a NumberArray; empty for anything else.
std::optional<Value> apply_to_numbers(Operator op, const Value& operand);

}  // namespace scorebook::formula

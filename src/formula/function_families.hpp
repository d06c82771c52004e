// function_families.hpp - one table of functions a family; each is defined in the file of the same name.
#pragma once

#include <span>

#include "formula/function_table.hpp"

namespace scorebook::formula {

std::span<const FunctionRow> functions_conditional();
std::span<const FunctionRow> functions_date();
std::span<const FunctionRow> functions_information();
std::span<const FunctionRow> functions_lambda();
std::span<const FunctionRow> functions_logic();
std::span<const FunctionRow> functions_lookup();
std::span<const FunctionRow> functions_math();
std::span<const FunctionRow> functions_reference();
std::span<const FunctionRow> functions_statistics();
std::span<const FunctionRow> functions_subtotal();
std::span<const FunctionRow> functions_text();

}  // namespace scorebook::formula

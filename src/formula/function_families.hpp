// function_families.hpp - one table of functions a family; each is defined in the file of the same name.
#pragma once

#include <span>

#include "formula/function_table.hpp"

namespace scorebook::formula {

std::span<const FunctionRow> functions_array_order();
std::span<const FunctionRow> functions_array_shape();
std::span<const FunctionRow> functions_conditional();
std::span<const FunctionRow> functions_database();
std::span<const FunctionRow> functions_date();
std::span<const FunctionRow> functions_date_spans();
std::span<const FunctionRow> functions_distributions_continuous();
std::span<const FunctionRow> functions_distributions_discrete();
std::span<const FunctionRow> functions_distributions_normal();
std::span<const FunctionRow> functions_engineering_bessel();
std::span<const FunctionRow> functions_engineering_bits();
std::span<const FunctionRow> functions_engineering_complex();
std::span<const FunctionRow> functions_engineering_convert();
std::span<const FunctionRow> functions_engineering_numerals();
std::span<const FunctionRow> functions_financial_annuity();
std::span<const FunctionRow> functions_financial_bonds();
std::span<const FunctionRow> functions_financial_cash_flows();
std::span<const FunctionRow> functions_financial_coupons();
std::span<const FunctionRow> functions_financial_depreciation();
std::span<const FunctionRow> functions_financial_discounts();
std::span<const FunctionRow> functions_financial_odd_periods();
std::span<const FunctionRow> functions_information();
std::span<const FunctionRow> functions_information_place();
std::span<const FunctionRow> functions_lambda();
std::span<const FunctionRow> functions_lambda_arrays();
std::span<const FunctionRow> functions_logic();
std::span<const FunctionRow> functions_lookup();
std::span<const FunctionRow> functions_math();
std::span<const FunctionRow> functions_math_combinatorics();
std::span<const FunctionRow> functions_math_matrix();
std::span<const FunctionRow> functions_math_numerals();
std::span<const FunctionRow> functions_math_rounding();
std::span<const FunctionRow> functions_math_series();
std::span<const FunctionRow> functions_math_sums();
std::span<const FunctionRow> functions_math_trigonometry();
std::span<const FunctionRow> functions_reference();
std::span<const FunctionRow> functions_reference_text();
std::span<const FunctionRow> functions_statistics();
std::span<const FunctionRow> functions_statistics_order();
std::span<const FunctionRow> functions_statistics_pairs();
std::span<const FunctionRow> functions_statistics_regression();
std::span<const FunctionRow> functions_statistics_spread();
std::span<const FunctionRow> functions_statistics_tests();
std::span<const FunctionRow> functions_subtotal();
std::span<const FunctionRow> functions_text();
std::span<const FunctionRow> functions_text_characters();
std::span<const FunctionRow> functions_text_numbers();
std::span<const FunctionRow> functions_text_split();
std::span<const FunctionRow> functions_time();
std::span<const FunctionRow> functions_workdays();

}  // namespace scorebook::formula

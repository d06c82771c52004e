// functions_engineering_bits.cpp - BITAND and its kin on whole numbers below 2^48; steps and the error
// function.
#include <cmath>
#include <cstdint>

#include "formula/error_function.hpp"
#include "formula/function_families.hpp"
#include "formula/numeric_call.hpp"

namespace scorebook::formula {
namespace {

constexpr double bit_limit = 281474976710656;  // 2^48

bool has_bits(double number) {
    return number >= 0 && number < bit_limit && number == std::floor(number);
}

enum class Bits { in_both, in_either, in_one };

template <Bits wanted>
double combine(double left, double right) {
    if (!has_bits(left) || !has_bits(right)) return not_a_number;
    const auto a = static_cast<std::uint64_t>(left);
    const auto b = static_cast<std::uint64_t>(right);
    if (wanted == Bits::in_both) return static_cast<double>(a & b);
    return static_cast<double>(wanted == Bits::in_either ? a | b : a ^ b);
}

double shift_left(double number, double places) {
    places = std::trunc(places);
    if (!has_bits(number) || std::abs(places) > 53) return not_a_number;
    const double result = std::floor(std::ldexp(number, static_cast<int>(places)));
    return result < bit_limit ? result : not_a_number;
}
double shift_right(double number, double places) {
    return shift_left(number, -places);
}

Value delta(Call& call) {
    const double left = strict_number(call, 0);
    return left == strict_number_or(call, 1, 0) ? 1.0 : 0.0;
}
Value gestep(Call& call) {
    const double number = strict_number(call, 0);
    return number >= strict_number_or(call, 1, 0) ? 1.0 : 0.0;
}

Value erf(Call& call) {
    const double from = strict_number(call, 0);
    if (!call.has(1)) return error_function(from);
    return error_function(strict_number(call, 1)) - error_function(from);
}
Value erf_precise(Call& call) {
    return error_function(strict_number(call, 0));
}
Value erfc(Call& call) {
    return complementary_error_function(strict_number(call, 0));
}

constexpr FunctionRow engineering_bits_rows[] = {
    {"BITAND", 2, 2, "vv", of_numbers<combine<Bits::in_both>>},
    {"BITLSHIFT", 2, 2, "vv", of_numbers<shift_left>},
    {"BITOR", 2, 2, "vv", of_numbers<combine<Bits::in_either>>},
    {"BITRSHIFT", 2, 2, "vv", of_numbers<shift_right>},
    {"BITXOR", 2, 2, "vv", of_numbers<combine<Bits::in_one>>},
    {"DELTA", 1, 2, "vv", delta},
    {"ERF", 1, 2, "vv", erf},
    {"ERF.PRECISE", 1, 1, "v", erf_precise},
    {"ERFC", 1, 1, "v", erfc},
    {"ERFC.PRECISE", 1, 1, "v", erfc},
    {"GESTEP", 1, 2, "vv", gestep},
};

}  // namespace

std::span<const FunctionRow> functions_engineering_bits() {
    return engineering_bits_rows;
}

}  // namespace scorebook::formula

// functions_math_rounding.cpp - up, down and to the nearest multiple: CEILING, FLOOR and their relatives.
#include <cmath>

#include "formula/comparison.hpp"
#include "formula/function_families.hpp"
#include "formula/numeric_call.hpp"

namespace scorebook::formula {
namespace {

/// The quotient as its 15 digits spell it, so that 0.3 is three times 0.1.
double multiples(double number, double step) {
    return decimal_view(number / step);
}
double up_to(double number, double step) {
    return step == 0 ? 0 : std::ceil(multiples(number, step)) * step;
}
double down_to(double number, double step) {
    return step == 0 ? 0 : std::floor(multiples(number, step)) * step;
}

Value ceiling(double number, double step) {
    if (number > 0 && step < 0) return CellError::num;
    return checked_number(up_to(number, step));
}

Value floor(double number, double step) {
    if (number > 0 && step < 0) return CellError::num;
    if (step == 0) return number == 0 ? Value(0.0) : Value(CellError::div0);
    return checked_number(down_to(number, step));
}

Value ceiling_math(Call& call) {
    const double number = call.number(0);
    const double step = std::abs(call.number_or(1, 1));
    const bool away_from_zero = call.number_or(2, 0) != 0;
    return checked_number(number < 0 && away_from_zero ? down_to(number, step) : up_to(number, step));
}

Value floor_math(Call& call) {
    const double number = call.number(0);
    const double step = std::abs(call.number_or(1, 1));
    const bool towards_zero = call.number_or(2, 0) != 0;
    return checked_number(number < 0 && towards_zero ? up_to(number, step) : down_to(number, step));
}

Value ceiling_precise(Call& call) {
    const double number = call.number(0);
    return checked_number(up_to(number, std::abs(call.number_or(1, 1))));
}

Value floor_precise(Call& call) {
    const double number = call.number(0);
    return checked_number(down_to(number, std::abs(call.number_or(1, 1))));
}

Value mround(Call& call) {
    const double number = strict_number(call, 0);
    const double step = strict_number(call, 1);
    if (call.failed() || number == 0 || step == 0) return 0.0;
    if ((number < 0) != (step < 0)) return CellError::num;
    return checked_number(std::floor(number / step + 0.5) * step);
}

Value quotient(Call& call) {
    const double number = strict_number(call, 0);
    const double divisor = strict_number(call, 1);
    if (divisor == 0) return CellError::div0;
    return checked_number(std::trunc(number / divisor));
}

double even(double number) {
    return std::copysign(std::ceil(std::abs(number) / 2) * 2, number);
}
double odd(double number) {
    const double above = std::ceil(std::abs(number));
    return std::copysign(std::fmod(above, 2) == 0 ? above + 1 : above, number);
}

constexpr FunctionRow math_rounding_rows[] = {
    {"CEILING", 2, 2, "vv", of_numbers<ceiling>},
    {"CEILING.MATH", 1, 3, "vvv", ceiling_math},
    {"CEILING.PRECISE", 1, 2, "vv", ceiling_precise},
    {"ECMA.CEILING", 1, 2, "vv", ceiling_precise},
    {"EVEN", 1, 1, "v", of_numbers<even>},
    {"FLOOR", 2, 2, "vv", of_numbers<floor>},
    {"FLOOR.MATH", 1, 3, "vvv", floor_math},
    {"FLOOR.PRECISE", 1, 2, "vv", floor_precise},
    {"ISO.CEILING", 1, 2, "vv", ceiling_precise},
    {"MROUND", 2, 2, "vv", mround},
    {"ODD", 1, 1, "v", of_numbers<odd>},
    {"QUOTIENT", 2, 2, "vv", quotient},
};

}  // namespace

std::span<const FunctionRow> functions_math_rounding() {
    return math_rounding_rows;
}

}  // namespace scorebook::formula

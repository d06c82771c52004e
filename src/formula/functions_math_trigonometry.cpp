// functions_math_trigonometry.cpp - angles, hyperbolic functions, exponentials and logarithms.
#include <cmath>

#include "formula/function_families.hpp"
#include "formula/numeric_call.hpp"

namespace scorebook::formula {
namespace {

constexpr double pi = 3.141592653589793;
/// Excel refuses angles from here on: too few digits are left for a period.
constexpr double largest_angle = 134217728;

/// An angle less whole quarter turns.
struct QuarterTurns {
    double rest = 0;
    int quarter = 0;  ///< 0 to 3
};

/// Excel's pi has 66 bits, as the x87 processor's: SIN(PI()) is 1.22514845490862E-16.
QuarterTurns quarter_turns(double angle) {
    constexpr double quarter = pi / 2;
    constexpr double quarter_beyond_double = 0x8D4p-65;
    const double turns = std::round(angle / quarter);
    const double rest = std::fma(-turns, quarter, angle) - turns * quarter_beyond_double;
    return {rest, static_cast<int>(static_cast<long long>(turns) & 3)};
}

double sine(double angle) {
    const auto [rest, quarter] = quarter_turns(angle);
    const double size = quarter % 2 == 0 ? std::sin(rest) : std::cos(rest);
    return quarter < 2 ? size : -size;
}
double cosine(double angle) {
    const auto [rest, quarter] = quarter_turns(angle);
    const double size = quarter % 2 == 0 ? std::cos(rest) : std::sin(rest);
    return quarter == 0 || quarter == 3 ? size : -size;
}
double tangent(double angle) {
    const auto [rest, quarter] = quarter_turns(angle);
    return quarter % 2 == 0 ? std::tan(rest) : -1 / std::tan(rest);
}

template <double (*code)(double)>
double of_angle(double angle) {
    return std::abs(angle) < largest_angle ? code(angle) : not_a_number;
}

double secant(double angle) {
    return 1 / cosine(angle);
}
Value cotangent(double angle) {
    if (std::abs(angle) >= largest_angle) return CellError::num;
    return angle == 0 ? Value(CellError::div0) : checked_number(1 / tangent(angle));
}
Value cosecant(double angle) {
    if (std::abs(angle) >= largest_angle) return CellError::num;
    return angle == 0 ? Value(CellError::div0) : checked_number(1 / sine(angle));
}
Value coth(double x) {
    return x == 0 ? Value(CellError::div0) : checked_number(1 / std::tanh(x));
}
Value csch(double x) {
    return x == 0 ? Value(CellError::div0) : checked_number(1 / std::sinh(x));
}
double sech(double x) {
    return 1 / std::cosh(x);
}
double acot(double x) {
    if (x == 0) return pi / 2;
    return std::atan(1 / x) + (x < 0 ? pi : 0);
}
double acoth(double x) {
    return std::abs(x) > 1 ? std::log1p(2 / (x - 1)) / 2 : not_a_number;
}
Value atan2(double x, double y) {
    if (x == 0 && y == 0) return CellError::div0;
    return std::atan2(y, x);
}
double atanh(double x) {
    return std::abs(x) < 1 ? std::atanh(x) : not_a_number;
}
double degrees(double angle) {
    return angle / pi * 180;
}
double radians(double angle) {
    return angle / 180 * pi;
}

double natural_logarithm(double x) {
    return x > 0 ? std::log(x) : not_a_number;
}
double decimal_logarithm(double x) {
    return x > 0 ? std::log10(x) : not_a_number;
}
Value logarithm(Call& call) {
    const double x = call.number(0);
    const double base = call.number_or(1, call.size() > 1 ? 0 : 10);
    if (call.failed()) return 0.0;
    if (x <= 0 || base <= 0) return CellError::num;
    if (base == 1) return CellError::div0;
    if (base == 10) return std::log10(x);
    if (base == 2) return std::log2(x);
    return checked_number(std::log(x) / std::log(base));
}

constexpr FunctionRow math_trigonometry_rows[] = {
    {"ACOS", 1, 1, "v", of_numbers<static_cast<double (*)(double)>(std::acos)>},
    {"ACOSH", 1, 1, "v", of_numbers<static_cast<double (*)(double)>(std::acosh)>},
    {"ACOT", 1, 1, "v", of_numbers<acot>},
    {"ACOTH", 1, 1, "v", of_numbers<acoth>},
    {"ASIN", 1, 1, "v", of_numbers<static_cast<double (*)(double)>(std::asin)>},
    {"ASINH", 1, 1, "v", of_numbers<static_cast<double (*)(double)>(std::asinh)>},
    {"ATAN", 1, 1, "v", of_numbers<static_cast<double (*)(double)>(std::atan)>},
    {"ATAN2", 2, 2, "vv", of_numbers<atan2>},
    {"ATANH", 1, 1, "v", of_numbers<atanh>},
    {"COS", 1, 1, "v", of_numbers<of_angle<cosine>>},
    {"COSH", 1, 1, "v", of_numbers<static_cast<double (*)(double)>(std::cosh)>},
    {"COT", 1, 1, "v", of_numbers<cotangent>},
    {"COTH", 1, 1, "v", of_numbers<coth>},
    {"CSC", 1, 1, "v", of_numbers<cosecant>},
    {"CSCH", 1, 1, "v", of_numbers<csch>},
    {"DEGREES", 1, 1, "v", of_numbers<degrees>},
    {"EXP", 1, 1, "v", of_numbers<static_cast<double (*)(double)>(std::exp)>},
    {"LN", 1, 1, "v", of_numbers<natural_logarithm>},
    {"LOG", 1, 2, "vv", logarithm},
    {"LOG10", 1, 1, "v", of_numbers<decimal_logarithm>},
    {"RADIANS", 1, 1, "v", of_numbers<radians>},
    {"SEC", 1, 1, "v", of_numbers<of_angle<secant>>},
    {"SECH", 1, 1, "v", of_numbers<sech>},
    {"SIN", 1, 1, "v", of_numbers<of_angle<sine>>},
    {"SINH", 1, 1, "v", of_numbers<static_cast<double (*)(double)>(std::sinh)>},
    {"TAN", 1, 1, "v", of_numbers<of_angle<tangent>>},
    {"TANH", 1, 1, "v", of_numbers<static_cast<double (*)(double)>(std::tanh)>},
};

}  // namespace

std::span<const FunctionRow> functions_math_trigonometry() {
    return math_trigonometry_rows;
}

}  // namespace scorebook::formula

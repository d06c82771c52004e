// functions_math_sums.cpp - sums of squares and of powers over lists and pairs of lists.
#include <cmath>

#include "formula/function_families.hpp"
#include "formula/numeric_call.hpp"

namespace scorebook::formula {
namespace {

Value sumsq(Call& call) {
    double total = 0;
    for (const double number : call.numbers(0)) total += number * number;
    return checked_number(total);
}

template <double (*term)(double x, double y)>
Value over_pairs(Call& call) {
    const Call::Pairs pairs = call.pairs(0, 1);
    double total = 0;
    for (std::size_t i = 0; i < pairs.first.size(); ++i) total += term(pairs.first[i], pairs.second[i]);
    if (pairs.first.empty()) return CellError::div0;
    return checked_number(total);
}

double difference_of_squares(double x, double y) {
    return x * x - y * y;
}
double sum_of_squares(double x, double y) {
    return x * x + y * y;
}
double square_of_difference(double x, double y) {
    return (x - y) * (x - y);
}

Value seriessum(Call& call) {
    const double x = strict_number(call, 0);
    const double first_power = strict_number(call, 1);
    const double step = strict_number(call, 2);
    const Array& coefficients = call.array(3);
    if (call.failed()) return 0.0;
    double total = 0;
    double power = first_power;
    for (const CellValue& cell : coefficients.cells) {
        if (const auto* error = std::get_if<CellError>(&cell)) return *error;
        const auto* coefficient = std::get_if<double>(&cell);
        if (coefficient == nullptr && !is_blank(cell)) return CellError::value;
        if (x == 0 && power == 0) return CellError::num;
        if (coefficient != nullptr) total += *coefficient * std::pow(x, power);
        power += step;
    }
    return checked_number(total);
}

Value sqrtpi(Call& call) {
    const double number = strict_number(call, 0);
    if (number < 0) return CellError::num;
    return std::sqrt(number * 3.141592653589793);
}

double total(const std::vector<double>& numbers) {
    double sum = 0;
    for (const double number : numbers) sum += number;
    return sum;
}

Value percentof(Call& call) {
    const double part = total(call.numbers_of(0));
    const double whole = total(call.numbers_of(1));
    return whole == 0 ? Value(CellError::div0) : checked_number(part / whole);
}

constexpr FunctionRow math_sums_rows[] = {
    {"PERCENTOF", 2, 2, "aa", percentof},
    {"SERIESSUM", 4, 4, "vvvr", seriessum},
    {"SQRTPI", 1, 1, "v", sqrtpi},
    {"SUMSQ", 1, any_number, "|r", sumsq},
    {"SUMX2MY2", 2, 2, "aa", over_pairs<difference_of_squares>},
    {"SUMX2PY2", 2, 2, "aa", over_pairs<sum_of_squares>},
    {"SUMXMY2", 2, 2, "aa", over_pairs<square_of_difference>},
};

}  // namespace

std::span<const FunctionRow> functions_math_sums() {
    return math_sums_rows;
}

}  // namespace scorebook::formula

// functions_statistics_spread.cpp - how numbers scatter: variance, deviation, skewness, and the means that
// aren't plain averages.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "formula/function_families.hpp"
#include "formula/numeric_call.hpp"

namespace scorebook::formula {
namespace {

double mean_of(const std::vector<double>& numbers) {
    return std::accumulate(numbers.begin(), numbers.end(), 0.0) / static_cast<double>(numbers.size());
}

/// The sum of a power of the distances from the mean.
double deviations(const std::vector<double>& numbers, int power) {
    const double mean = mean_of(numbers);
    double total = 0;
    for (const double number : numbers) total += std::pow(number - mean, power);
    return total;
}

enum class Of { sample, population };
enum class Text { left_out, counted };

template <Of of, Text text>
Value variance(Call& call) {
    const std::vector<double> numbers = text == Text::counted ? call.numbers_with_text(0) : call.numbers(0);
    const double divisor = static_cast<double>(numbers.size()) - (of == Of::sample ? 1 : 0);
    if (divisor <= 0) return CellError::div0;
    return checked_number(deviations(numbers, 2) / divisor);
}

template <Of of, Text text>
Value deviation(Call& call) {
    const Value squared = variance<of, text>(call);
    if (squared.error() != nullptr) return squared;
    return std::sqrt(std::get<double>(*squared.scalar()));
}

Value devsq(Call& call) {
    const std::vector<double> numbers = call.numbers(0);
    if (numbers.empty()) return CellError::num;
    return checked_number(deviations(numbers, 2));
}

Value avedev(Call& call) {
    const std::vector<double> numbers = call.numbers(0);
    if (numbers.empty()) return CellError::num;
    const double mean = mean_of(numbers);
    double total = 0;
    for (const double number : numbers) total += std::abs(number - mean);
    return checked_number(total / static_cast<double>(numbers.size()));
}

Value skew(Call& call) {
    const std::vector<double> numbers = call.numbers(0);
    const auto n = static_cast<double>(numbers.size());
    if (n < 3) return CellError::div0;
    const double sigma = std::sqrt(deviations(numbers, 2) / (n - 1));
    if (sigma == 0) return CellError::div0;
    return checked_number(n / ((n - 1) * (n - 2)) * deviations(numbers, 3) / std::pow(sigma, 3));
}

Value skew_p(Call& call) {
    const std::vector<double> numbers = call.numbers(0);
    const auto n = static_cast<double>(numbers.size());
    if (n < 3) return CellError::div0;
    const double sigma = std::sqrt(deviations(numbers, 2) / n);
    if (sigma == 0) return CellError::div0;
    return checked_number(deviations(numbers, 3) / n / std::pow(sigma, 3));
}

Value kurt(Call& call) {
    const std::vector<double> numbers = call.numbers(0);
    const auto n = static_cast<double>(numbers.size());
    if (n < 4) return CellError::div0;
    const double squares = deviations(numbers, 2) / (n - 1);
    if (squares == 0) return CellError::div0;
    const double fourth = deviations(numbers, 4) / (squares * squares);
    return checked_number(n * (n + 1) / ((n - 1) * (n - 2) * (n - 3)) * fourth -
                          3 * (n - 1) * (n - 1) / ((n - 2) * (n - 3)));
}

Value geomean(Call& call) {
    const std::vector<double> numbers = call.numbers(0);
    if (numbers.empty()) return CellError::num;
    double product = 1;
    double logarithms = 0;
    for (const double number : numbers) {
        if (number <= 0) return CellError::num;
        product *= number;
        logarithms += std::log(number);
    }
    const auto n = static_cast<double>(numbers.size());
    // The plain product is exact for round numbers; logarithms take over where it would overflow.
    const bool usable = std::isnormal(product) && product < 1e300;
    return checked_number(usable ? std::pow(product, 1 / n) : std::exp(logarithms / n));
}

Value harmean(Call& call) {
    const std::vector<double> numbers = call.numbers(0);
    if (numbers.empty()) return CellError::num;
    double total = 0;
    for (const double number : numbers) {
        if (number <= 0) return CellError::num;
        total += 1 / number;
    }
    return checked_number(static_cast<double>(numbers.size()) / total);
}

Value trimmean(Call& call) {
    std::vector<double> numbers = call.numbers_of(0);
    const double share = call.number(1);
    if (call.failed()) return 0.0;
    if (share < 0 || share >= 1 || numbers.empty()) return CellError::num;
    std::sort(numbers.begin(), numbers.end());
    const auto cut = static_cast<std::ptrdiff_t>(std::floor(static_cast<double>(numbers.size()) * share / 2));
    return checked_number(mean_of({numbers.begin() + cut, numbers.end() - cut}));
}

Value averagea(Call& call) {
    const std::vector<double> numbers = call.numbers_with_text(0);
    if (numbers.empty()) return CellError::div0;
    return checked_number(mean_of(numbers));
}
Value maxa(Call& call) {
    const std::vector<double> numbers = call.numbers_with_text(0);
    return numbers.empty() ? 0.0 : *std::max_element(numbers.begin(), numbers.end());
}
Value mina(Call& call) {
    const std::vector<double> numbers = call.numbers_with_text(0);
    return numbers.empty() ? 0.0 : *std::min_element(numbers.begin(), numbers.end());
}

constexpr FunctionRow statistics_spread_rows[] = {
    {"AVEDEV", 1, any_number, "|r", avedev},
    {"AVERAGEA", 1, any_number, "|r", averagea},
    {"DEVSQ", 1, any_number, "|r", devsq},
    {"GEOMEAN", 1, any_number, "|r", geomean},
    {"HARMEAN", 1, any_number, "|r", harmean},
    {"KURT", 1, any_number, "|r", kurt},
    {"MAXA", 1, any_number, "|r", maxa},
    {"MINA", 1, any_number, "|r", mina},
    {"SKEW", 1, any_number, "|r", skew},
    {"SKEW.P", 1, any_number, "|r", skew_p},
    {"STDEV", 1, any_number, "|r", deviation<Of::sample, Text::left_out>},
    {"STDEV.P", 1, any_number, "|r", deviation<Of::population, Text::left_out>},
    {"STDEV.S", 1, any_number, "|r", deviation<Of::sample, Text::left_out>},
    {"STDEVA", 1, any_number, "|r", deviation<Of::sample, Text::counted>},
    {"STDEVP", 1, any_number, "|r", deviation<Of::population, Text::left_out>},
    {"STDEVPA", 1, any_number, "|r", deviation<Of::population, Text::counted>},
    {"TRIMMEAN", 2, 2, "av", trimmean},
    {"VAR", 1, any_number, "|r", variance<Of::sample, Text::left_out>},
    {"VAR.P", 1, any_number, "|r", variance<Of::population, Text::left_out>},
    {"VAR.S", 1, any_number, "|r", variance<Of::sample, Text::left_out>},
    {"VARA", 1, any_number, "|r", variance<Of::sample, Text::counted>},
    {"VARP", 1, any_number, "|r", variance<Of::population, Text::left_out>},
    {"VARPA", 1, any_number, "|r", variance<Of::population, Text::counted>},
};

}  // namespace

std::span<const FunctionRow> functions_statistics_spread() {
    return statistics_spread_rows;
}

}  // namespace scorebook::formula

// functions_statistics_order.cpp - numbers in order: percentiles, ranks, the most frequent, how many in each
// class.
#include <algorithm>
#include <cmath>
#include <map>

#include "formula/comparison.hpp"
#include "formula/function_families.hpp"
#include "formula/numeric_call.hpp"
#include "formula/order_statistics.hpp"

namespace scorebook::formula {
namespace {

std::vector<double> sorted_numbers(Call& call, std::size_t index) {
    std::vector<double> numbers = call.numbers_of(index);
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

template <Value (*percentile)(const std::vector<double>&, double)>
Value of_share(Call& call) {
    const std::vector<double> sorted = sorted_numbers(call, 0);
    const double share = call.number(1);
    return call.failed() ? Value(0.0) : percentile(sorted, share);
}

template <Value (*percentile)(const std::vector<double>&, double)>
Value of_quarter(Call& call) {
    const std::vector<double> sorted = sorted_numbers(call, 0);
    const double quarter = call.whole_number(1);
    return call.failed() ? Value(0.0) : percentile(sorted, quarter / 4);
}

enum class Ends { included, excluded };

template <Ends ends>
Value percentrank(Call& call) {
    const std::vector<double> sorted = sorted_numbers(call, 0);
    const double x = call.number(1);
    const double digits = call.whole_number_or(2, 3);
    if (call.failed()) return 0.0;
    if (sorted.empty() || digits < 1) return CellError::num;
    if (x < sorted.front() || x > sorted.back()) return CellError::not_available;
    const auto above = std::lower_bound(sorted.begin(), sorted.end(), x);
    auto place = static_cast<double>(above - sorted.begin());
    if (*above != x) place -= (*above - x) / (*above - *(above - 1));
    const auto n = static_cast<double>(sorted.size());
    double share = 1;
    if (ends == Ends::excluded) {
        share = (place + 1) / (n + 1);
    } else if (n > 1) {
        share = place / (n - 1);
    }
    const double scale = std::pow(10.0, digits);
    return checked_number(std::floor(decimal_view(share * scale)) / scale);
}

Value rank_avg(Call& call) {
    const double number = call.number(0);
    const std::vector<double> numbers = call.numbers_of(1);
    const bool ascending = call.number_or(2, 0) != 0;
    double before = 0;
    double equal = 0;
    for (const double other : numbers) {
        const int order = compare_numbers(other, number);
        if (order == 0) ++equal;
        if (ascending ? order < 0 : order > 0) ++before;
    }
    if (equal == 0) return CellError::not_available;
    return before + (equal + 1) / 2;
}

/// Unlike SUM, MODE turns no typed-in text into a number, and a single blank cell is an error.
std::vector<double> mode_numbers(Call& call) {
    for (std::size_t i = 0; i < call.size(); ++i) {
        const CellValue* typed = call.value(i).scalar();
        const Reference* reference = call.value(i).reference();
        if (typed != nullptr && std::holds_alternative<std::string>(*typed)) call.fail(CellError::value);
        if (reference != nullptr && reference->is_one_cell() && is_blank(call.single(i))) {
            call.fail(CellError::value);
        }
    }
    return call.numbers(0);
}

Value mode(Call& call) {
    const std::vector<double> modes = most_frequent(mode_numbers(call));
    return modes.empty() ? Value(CellError::not_available) : Value(modes.front());
}

Value mode_mult(Call& call) {
    const std::vector<double> modes = most_frequent(mode_numbers(call));
    if (modes.empty()) return CellError::not_available;
    Array column(modes.size(), 1);
    for (std::size_t i = 0; i < modes.size(); ++i) column.cells[i] = modes[i];
    return column;
}

Value frequency(Call& call) {
    const std::vector<double> numbers = call.numbers_of(0);
    const std::vector<double> limits = call.numbers_of(1);
    if (call.failed()) return 0.0;
    // Classes by their limits in order, however they are given; a limit given twice counts at its first
    // place.
    std::map<double, std::size_t> place_of;
    for (std::size_t i = 0; i < limits.size(); ++i) place_of.emplace(limits[i], i);
    std::vector<double> counts(limits.size() + 1);
    for (const double number : numbers) {
        const auto limit = place_of.lower_bound(number);
        ++counts[limit == place_of.end() ? limits.size() : limit->second];
    }
    Array column(counts.size(), 1);
    for (std::size_t i = 0; i < counts.size(); ++i) column.cells[i] = counts[i];
    return column;
}

constexpr FunctionRow statistics_order_rows[] = {
    {"FREQUENCY", 2, 2, "aa", frequency},
    {"MODE", 1, any_number, "|a", mode},
    {"MODE.MULT", 1, any_number, "|a", mode_mult},
    {"MODE.SNGL", 1, any_number, "|a", mode},
    {"PERCENTILE", 2, 2, "av", of_share<percentile_inclusive>},
    {"PERCENTILE.EXC", 2, 2, "av", of_share<percentile_exclusive>},
    {"PERCENTILE.INC", 2, 2, "av", of_share<percentile_inclusive>},
    {"PERCENTRANK", 2, 3, "avv", percentrank<Ends::included>},
    {"PERCENTRANK.EXC", 2, 3, "avv", percentrank<Ends::excluded>},
    {"PERCENTRANK.INC", 2, 3, "avv", percentrank<Ends::included>},
    {"QUARTILE", 2, 2, "av", of_quarter<percentile_inclusive>},
    {"QUARTILE.EXC", 2, 2, "av", of_quarter<percentile_exclusive>},
    {"QUARTILE.INC", 2, 2, "av", of_quarter<percentile_inclusive>},
    {"RANK.AVG", 2, 3, "vrv", rank_avg},
};

}  // namespace

std::span<const FunctionRow> functions_statistics_order() {
    return statistics_order_rows;
}

}  // namespace scorebook::formula

// functions_statistics.cpp - counting, averages, extremes and ranks.
#include <algorithm>
#include <cmath>

#include "formula/call.hpp"
#include "formula/comparison.hpp"
#include "formula/function_families.hpp"

namespace scorebook::formula {
namespace {

Value count(Call& call) {
    double found = 0;
    for (std::size_t i = 0; i < call.size(); ++i) {
        const Value& value = call.value(i);
        if (value.reference() == nullptr && value.array() == nullptr) {
            if (value.is_missing()) ++found;
            const CellValue single = call.single(i);
            if (is_blank(single)) continue;
            if (std::holds_alternative<double>(to_number(single, call.dates()))) ++found;
            continue;
        }
        call.each_value(i, [&](const CellValue& cell) {
            found += std::holds_alternative<double>(cell) ? 1 : 0;
            return true;
        });
    }
    return found;
}

Value counta(Call& call) {
    double found = 0;
    for (std::size_t i = 0; i < call.size(); ++i) {
        const Value& value = call.value(i);
        if (value.is_missing()) ++found;
        call.each_value(i, [&](const CellValue&) { return ++found, true; });
        if (const Array* array = value.array()) {
            found += static_cast<double>(std::count_if(array->cells.begin(), array->cells.end(), is_blank));
        }
    }
    return found;
}

Value countblank(Call& call) {
    double cells = 0;
    double filled = 0;
    if (const Reference* reference = call.value(0).reference()) {
        for (const Area& area : reference->areas) {
            cells += double{1} * area.range.row_count() * area.range.column_count();
        }
    } else {
        return CellError::value;
    }
    call.each_value(0, [&](const CellValue& cell) {
        const auto* text = std::get_if<std::string>(&cell);
        if (text == nullptr || !text->empty()) ++filled;
        return true;
    });
    return cells - filled;
}

Value average(Call& call) {
    const std::vector<double> numbers = call.numbers(0);
    if (numbers.empty()) return CellError::div0;
    double total = 0;
    for (const double number : numbers) total += number;
    return checked_number(total / static_cast<double>(numbers.size()));
}

Value max(Call& call) {
    const std::vector<double> numbers = call.numbers(0);
    return numbers.empty() ? 0.0 : *std::max_element(numbers.begin(), numbers.end());
}

Value min(Call& call) {
    const std::vector<double> numbers = call.numbers(0);
    return numbers.empty() ? 0.0 : *std::min_element(numbers.begin(), numbers.end());
}

Value median(Call& call) {
    std::vector<double> numbers = call.numbers(0);
    if (numbers.empty()) return CellError::num;
    std::sort(numbers.begin(), numbers.end());
    const std::size_t half = numbers.size() / 2;
    if (numbers.size() % 2 == 1) return numbers[half];
    return (numbers[half - 1] + numbers[half]) / 2;
}

/// The `k`-th from the small or the large end; k is rounded up, as LARGE({1,2,3},1.5) gives 2.
Value kth(Call& call, bool from_large) {
    std::vector<double> numbers = call.numbers_of(0);
    const double k = std::ceil(call.number(1));
    if (call.failed()) return 0.0;
    if (k < 1 || k > static_cast<double>(numbers.size())) return CellError::num;
    const std::size_t index =
        from_large ? numbers.size() - static_cast<std::size_t>(k) : static_cast<std::size_t>(k) - 1;
    std::nth_element(numbers.begin(), numbers.begin() + static_cast<std::ptrdiff_t>(index), numbers.end());
    return numbers[index];
}

Value large(Call& call) {
    return kth(call, true);
}
Value small(Call& call) {
    return kth(call, false);
}

Value rank(Call& call) {
    const double number = call.number(0);
    const std::vector<double> numbers = call.numbers_of(1);
    const bool ascending = call.number_or(2, 0) != 0;
    double place = 1;
    bool found = false;
    for (const double other : numbers) {
        const int order = compare_numbers(other, number);
        if (order == 0) found = true;
        if (ascending ? order < 0 : order > 0) ++place;
    }
    return found ? Value(place) : Value(CellError::not_available);
}

constexpr FunctionRow statistics_rows[] = {
    {"AVERAGE", 1, any_number, "|r", average},
    {"COUNT", 1, any_number, "|r", count},
    {"COUNTA", 1, any_number, "|r", counta},
    {"COUNTBLANK", 1, 1, "r", countblank},
    {"LARGE", 2, 2, "av", large},
    {"MAX", 1, any_number, "|r", max},
    {"MEDIAN", 1, any_number, "|r", median},
    {"MIN", 1, any_number, "|r", min},
    {"RANK", 2, 3, "vrv", rank},
    {"RANK.EQ", 2, 3, "vrv", rank},
    {"SMALL", 2, 2, "av", small},
};

}  // namespace

std::span<const FunctionRow> functions_statistics() {
    return statistics_rows;
}

}  // namespace scorebook::formula

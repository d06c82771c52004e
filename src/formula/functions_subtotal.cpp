// functions_subtotal.cpp - SUBTOTAL leaves out filtered rows, other SUBTOTALs, and for 101-111 hidden rows;
// AGGREGATE says by its options what it leaves out.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "formula/call.hpp"
#include "formula/function_families.hpp"
#include "formula/order_statistics.hpp"
#include "formula/text_case.hpp"

namespace scorebook::formula {
namespace {

bool is_subtotal(const std::string& formula) {
    if (formula.empty()) return false;
    const std::string folded = fold_case(formula);
    return folded.find("subtotal(") != std::string::npos || folded.find("aggregate(") != std::string::npos;
}

double deviation_squares(const std::vector<double>& numbers) {
    const double mean =
        std::accumulate(numbers.begin(), numbers.end(), 0.0) / static_cast<double>(numbers.size());
    double squares = 0;
    for (const double number : numbers) squares += (number - mean) * (number - mean);
    return squares;
}

/// One of the eleven statistics; `filled` counts every value, for COUNTA.
Value statistic(int which, const std::vector<double>& numbers, double filled) {
    const auto count = static_cast<double>(numbers.size());
    switch (which) {
        case 1:
            return numbers.empty()
                       ? Value(CellError::div0)
                       : checked_number(std::accumulate(numbers.begin(), numbers.end(), 0.0) / count);
        case 2:
            return count;
        case 3:
            return filled;
        case 4:
            return numbers.empty() ? 0.0 : *std::max_element(numbers.begin(), numbers.end());
        case 5:
            return numbers.empty() ? 0.0 : *std::min_element(numbers.begin(), numbers.end());
        case 6: {
            const double product = std::accumulate(numbers.begin(), numbers.end(), 1.0, std::multiplies<>());
            return numbers.empty() ? Value(0.0) : checked_number(product);
        }
        case 7:
            return numbers.size() < 2 ? Value(CellError::div0)
                                      : checked_number(std::sqrt(deviation_squares(numbers) / (count - 1)));
        case 8:
            return numbers.empty() ? Value(CellError::div0)
                                   : checked_number(std::sqrt(deviation_squares(numbers) / count));
        case 9:
            return checked_number(std::accumulate(numbers.begin(), numbers.end(), 0.0));
        case 10:
            return numbers.size() < 2 ? Value(CellError::div0)
                                      : checked_number(deviation_squares(numbers) / (count - 1));
        default:
            return numbers.empty() ? Value(CellError::div0)
                                   : checked_number(deviation_squares(numbers) / count);
    }
}

Value subtotal(Call& call) {
    double which = call.whole_number(0);
    const bool skip_hidden = which > 100;
    if (skip_hidden) which -= 100;
    if (call.failed()) return 0.0;
    if (which < 1 || which > 11) return CellError::value;
    std::vector<double> numbers;
    double filled = 0;
    const CellSource& source = call.source();
    for (std::size_t i = 1; i < call.size() && !call.failed(); ++i) {
        const Reference& reference = call.reference(i);
        for (const Area& area : reference.areas) {
            source.visit(area.sheet, area.range, [&](CellRef cell, const CellValue& value) {
                if (source.is_row_filtered(area.sheet, cell.row_index)) return true;
                if (skip_hidden && source.is_row_hidden(area.sheet, cell.row_index)) return true;
                if (is_subtotal(source.formula(area.sheet, cell))) return true;
                if (const auto* error = std::get_if<CellError>(&value)) {
                    // COUNT and COUNTA only count.
                    if (which == 3) ++filled;
                    if (which == 2 || which == 3) return true;
                    call.fail(*error);
                    return false;
                }
                ++filled;
                if (const auto* number = std::get_if<double>(&value)) numbers.push_back(*number);
                return true;
            });
        }
    }
    return statistic(static_cast<int>(which), numbers, filled);
}

/// What AGGREGATE's second argument asks to leave out.
struct LeftOut {
    bool nested = false;
    bool hidden = false;
    bool errors = false;
};

/// MEDIAN and MODE.SNGL, and those that take a `k`: LARGE, SMALL, percentiles and quartiles.
Value ordered_statistic(int which, std::vector<double> numbers, double k) {
    if (which == 13) {
        const std::vector<double> modes = most_frequent(numbers);
        return modes.empty() ? Value(CellError::not_available) : Value(modes.front());
    }
    std::sort(numbers.begin(), numbers.end());
    const auto count = static_cast<double>(numbers.size());
    switch (which) {
        case 12:
            return percentile_inclusive(numbers, 0.5);
        case 14:
        case 15: {
            const double place = std::ceil(k);
            if (place < 1 || place > count) return CellError::num;
            const double index = which == 14 ? count - place : place - 1;
            return numbers[static_cast<std::size_t>(index)];
        }
        case 16:
            return percentile_inclusive(numbers, k);
        case 17:
            return percentile_inclusive(numbers, std::trunc(k) / 4);
        case 18:
            return percentile_exclusive(numbers, k);
        default:
            return percentile_exclusive(numbers, std::trunc(k) / 4);
    }
}

/// The numbers of argument `index`, and how many values of any kind it holds.
double collect(Call& call, std::size_t index, LeftOut left_out, bool only_counts,
               std::vector<double>& numbers) {
    double filled = 0;
    const auto take = [&](const CellValue& value) {
        const auto* error = std::get_if<CellError>(&value);
        if (error != nullptr && left_out.errors) return true;
        ++filled;
        if (error != nullptr && !only_counts) call.fail(*error);
        if (const auto* number = std::get_if<double>(&value)) numbers.push_back(*number);
        return !call.failed();
    };
    const Reference* reference = call.value(index).reference();
    if (reference == nullptr) {
        call.each_value(index, take);
        return filled;
    }
    const CellSource& source = call.source();
    for (const Area& area : reference->areas) {
        source.visit(area.sheet, area.range, [&](CellRef cell, const CellValue& value) {
            if (left_out.hidden && (source.is_row_hidden(area.sheet, cell.row_index) ||
                                    source.is_row_filtered(area.sheet, cell.row_index))) {
                return true;
            }
            if (left_out.nested && is_subtotal(source.formula(area.sheet, cell))) return true;
            return take(value);
        });
    }
    return filled;
}

Value aggregate(Call& call) {
    const double which = call.whole_number(0);
    const double options = call.whole_number_or(1, 0);
    if (call.failed()) return 0.0;
    if (which < 1 || which > 19 || options < 0 || options > 7) return CellError::value;
    const auto bits = static_cast<unsigned>(options);
    const LeftOut left_out{bits < 4, (bits & 1U) != 0, (bits & 2U) != 0};
    std::vector<double> numbers;
    if (which >= 14) {
        if (call.size() != 4) return CellError::value;
        collect(call, 2, left_out, false, numbers);
        const double k = call.number(3);
        return ordered_statistic(static_cast<int>(which), std::move(numbers), k);
    }
    double filled = 0;
    for (std::size_t i = 2; i < call.size() && !call.failed(); ++i) {
        call.reference(i);
        filled += collect(call, i, left_out, which == 2 || which == 3, numbers);
    }
    if (which >= 12) return ordered_statistic(static_cast<int>(which), std::move(numbers), 0);
    return statistic(static_cast<int>(which), numbers, filled);
}

constexpr FunctionRow subtotal_rows[] = {
    {"AGGREGATE", 3, any_number, "vva|r", aggregate},
    {"SUBTOTAL", 2, any_number, "v|r", subtotal},
};

}  // namespace

std::span<const FunctionRow> functions_subtotal() {
    return subtotal_rows;
}

}  // namespace scorebook::formula

// functions_conditional.cpp - COUNTIF(S), SUMIF(S), AVERAGEIF(S), MAXIFS, MINIFS.
#include <algorithm>

#include "formula/call.hpp"
#include "formula/conditional_cells.hpp"
#include "formula/function_families.hpp"

namespace scorebook::formula {
namespace {

/// The numbers of `values` at the places that match; an error in a matching cell fails the call, text is
/// passed over.
std::vector<double> matching_numbers(Call& call, const Area& values, std::size_t first_pair) {
    std::vector<double> numbers;
    Area used = values;
    used.range = call.evaluation().clipped(values);
    RangeCache& ranges = call.workspace().ranges();
    const auto plain = ranges.numbers(used);
    const Array* kept =
        plain ? nullptr
              : ranges.kept_array(used, [&] { return call.evaluation().to_array(Value(Reference{{used}})); });
    visit_matches(call, first_pair, [&](std::uint32_t row, std::uint32_t column) {
        if (plain && row < plain->rows && column < plain->columns)
            return numbers.push_back(plain->numbers[row * plain->columns + column]);
        if (kept != nullptr && row < kept->rows && column < kept->columns) {
            const CellValue& value = kept->at(row, column);
            if (const auto* number = std::get_if<double>(&value)) numbers.push_back(*number);
            if (const auto* error = std::get_if<CellError>(&value)) call.fail(*error);
            return;
        }
        const CellRef cell{values.range.first.row_index + row, values.range.first.column_index + column};
        if (cell.row_index >= max_rows || cell.column_index >= max_columns) return;
        const CellValue value = call.source().value(values.sheet, cell);
        if (const auto* number = std::get_if<double>(&value)) numbers.push_back(*number);
        if (const auto* error = std::get_if<CellError>(&value)) call.fail(*error);
    });
    return numbers;
}

/// SUMIF's third argument only says where to begin: it takes the shape of the first.
std::vector<double> numbers_if(Call& call) {
    const std::size_t from = call.has(2) ? 2 : 0;
    const Reference values = call.reference(from);
    if (call.failed()) return {};
    return matching_numbers(call, values.areas[0], 0);
}

/// SUMIFS and the like: values first, the same shape as the criteria ranges.
std::vector<double> numbers_ifs(Call& call) {
    if (call.size() % 2 == 0) call.fail(CellError::value);
    const Reference values = call.reference(0);
    const Reference shape = call.reference(1);
    if (call.failed()) return {};
    const CellRange& a = values.areas[0].range;
    const CellRange& b = shape.areas[0].range;
    if (a.row_count() != b.row_count() || a.column_count() != b.column_count()) {
        call.fail(CellError::value);
        return {};
    }
    return matching_numbers(call, values.areas[0], 1);
}

double total(const std::vector<double>& numbers) {
    double sum = 0;
    for (const double number : numbers) sum += number;
    return sum;
}

Value mean(const std::vector<double>& numbers) {
    if (numbers.empty()) return CellError::div0;
    return checked_number(total(numbers) / static_cast<double>(numbers.size()));
}

Value count_pairs(Call& call) {
    if (call.size() % 2 == 1) return CellError::value;
    return visit_matches(call, 0, nullptr);
}

Value countif(Call& call) {
    return count_pairs(call);
}
Value countifs(Call& call) {
    return count_pairs(call);
}

Value sumif(Call& call) {
    return checked_number(total(numbers_if(call)));
}
Value sumifs(Call& call) {
    return checked_number(total(numbers_ifs(call)));
}
Value averageif(Call& call) {
    return mean(numbers_if(call));
}
Value averageifs(Call& call) {
    return mean(numbers_ifs(call));
}

Value maxifs(Call& call) {
    const std::vector<double> numbers = numbers_ifs(call);
    return numbers.empty() ? 0.0 : *std::max_element(numbers.begin(), numbers.end());
}

Value minifs(Call& call) {
    const std::vector<double> numbers = numbers_ifs(call);
    return numbers.empty() ? 0.0 : *std::min_element(numbers.begin(), numbers.end());
}

constexpr FunctionRow conditional_rows[] = {
    {"AVERAGEIF", 2, 3, "rvr", averageif},
    {"AVERAGEIFS", 3, any_number, "r|rv", averageifs},
    {"COUNTIF", 2, 2, "rv", countif},
    {"COUNTIFS", 2, any_number, "|rv", countifs},
    {"MAXIFS", 3, any_number, "r|rv", maxifs},
    {"MINIFS", 3, any_number, "r|rv", minifs},
    {"SUMIF", 2, 3, "rvr", sumif},
    {"SUMIFS", 3, any_number, "r|rv", sumifs},
};

}  // namespace

std::span<const FunctionRow> functions_conditional() {
    return conditional_rows;
}

}  // namespace scorebook::formula

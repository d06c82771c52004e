// functions_lambda_arrays.cpp - lambdas called for each value, row or column: MAP, REDUCE, SCAN, BYROW,
// BYCOL, MAKEARRAY.
#include <algorithm>

#include "formula/array_shape.hpp"
#include "formula/function_families.hpp"

namespace scorebook::formula {
namespace {

/// The lambda an argument holds; the call fails with #VALUE! when it is something else.
std::shared_ptr<const Lambda> lambda_of(Call& call, std::size_t index) {
    const Value& value = call.value(index);
    auto lambda = value.lambda();
    if (!lambda) call.fail(value.error() != nullptr ? *value.error() : CellError::value);
    return lambda;
}

/// What a lambda gave, where one value is wanted; an array in an array is #CALC!.
CellValue one_value(const Evaluation& evaluation, const Value& value) {
    if (value.lambda()) return CellError::calc;
    const auto array = evaluation.to_array(value);
    return array->cells.size() == 1 ? array->cells[0] : CellValue(CellError::calc);
}

Value map(Call& call) {
    const std::size_t count = call.size() - 1;
    const auto lambda = lambda_of(call, count);
    if (call.failed()) return 0.0;
    if (lambda->parameters.size() != count && !lambda->function) return CellError::value;
    std::size_t rows = 0;
    std::size_t columns = 0;
    for (std::size_t i = 0; i < count; ++i) {
        rows = std::max(rows, call.array(i).rows);
        columns = std::max(columns, call.array(i).columns);
    }
    Array result = sized_array(call, static_cast<double>(rows), static_cast<double>(columns));
    if (call.failed()) return 0.0;
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t c = 0; c < columns; ++c) {
            std::vector<Value> arguments;
            for (std::size_t i = 0; i < count; ++i) {
                const Array& array = call.array(i);
                arguments.push_back(r < array.rows && c < array.columns
                                        ? array.at(r, c)
                                        : CellValue(CellError::not_available));
            }
            result.at(r, c) =
                one_value(call.evaluation(), call.evaluation().apply(*lambda, std::move(arguments)));
        }
    }
    return result;
}

Value by_line(Call& call, bool by_row) {
    if (const CellError* error = call.value(0).error()) return *error;
    const auto lambda = lambda_of(call, 1);
    if (call.failed()) return 0.0;
    if (lambda->parameters.size() != 1 && !lambda->function) return CellError::value;
    const Array& array = call.array(0);
    const std::size_t lines = by_row ? array.rows : array.columns;
    Array result(by_row ? lines : 1, by_row ? 1 : lines);
    for (std::size_t i = 0; i < lines; ++i) {
        Value line =
            by_row ? part_of(call, array, i, 0, 1, array.columns) : part_of(call, array, 0, i, array.rows, 1);
        std::vector<Value> arguments;
        arguments.push_back(std::move(line));
        result.cells[i] =
            one_value(call.evaluation(), call.evaluation().apply(*lambda, std::move(arguments)));
    }
    return result;
}

Value byrow(Call& call) {
    return by_line(call, true);
}
Value bycol(Call& call) {
    return by_line(call, false);
}

/// REDUCE and SCAN: the value so far and each value in turn; `seen` is told every step's result.
template <class Seen>
Value accumulate(Call& call, Seen seen) {
    const auto lambda = lambda_of(call, 2);
    if (call.failed()) return 0.0;
    if (lambda->parameters.size() != 2 && !lambda->function) return CellError::value;
    const Array& array = call.array(1);
    const bool has_start = call.has(0);
    Value so_far = has_start ? call.value(0) : Value(array.cells[0]);
    if (!has_start) seen(so_far);
    for (std::size_t i = has_start ? 0 : 1; i < array.cells.size(); ++i) {
        so_far = call.evaluation().apply(*lambda, {std::move(so_far), array.cells[i]});
        seen(so_far);
    }
    return so_far;
}

Value reduce(Call& call) {
    return accumulate(call, [](const Value&) {});
}

Value scan(Call& call) {
    std::vector<CellValue> steps;
    const Value last =
        accumulate(call, [&](const Value& so_far) { steps.push_back(one_value(call.evaluation(), so_far)); });
    if (call.failed() || steps.empty()) return last;
    const Array& array = call.array(1);
    Array result(array.rows, array.columns);
    result.cells = std::move(steps);
    return result;
}

Value makearray(Call& call) {
    const double rows = call.whole_number(0);
    const double columns = call.whole_number(1);
    const auto lambda = lambda_of(call, 2);
    if (call.failed()) return 0.0;
    if (rows < 1 || columns < 1 || (lambda->parameters.size() != 2 && !lambda->function))
        return CellError::value;
    Array result = sized_array(call, rows, columns);
    if (call.failed()) return 0.0;
    for (std::size_t r = 0; r < result.rows; ++r) {
        for (std::size_t c = 0; c < result.columns; ++c) {
            const Value value =
                call.evaluation().apply(*lambda, {static_cast<double>(r) + 1, static_cast<double>(c) + 1});
            result.at(r, c) = one_value(call.evaluation(), value);
        }
    }
    return result;
}

Value isomitted(Call& call) {
    return call.value(0).is_missing();
}

constexpr FunctionRow lambda_arrays_rows[] = {
    {"BYCOL", 2, 2, "aa", bycol},        {"BYROW", 2, 2, "aa", byrow},
    {"ISOMITTED", 1, 1, "r", isomitted}, {"MAKEARRAY", 3, 3, "vva", makearray},
    {"MAP", 2, any_number, "|a", map},   {"REDUCE", 3, 3, "aaa", reduce},
    {"SCAN", 3, 3, "aaa", scan},
};

}  // namespace

std::span<const FunctionRow> functions_lambda_arrays() {
    return lambda_arrays_rows;
}

}  // namespace scorebook::formula

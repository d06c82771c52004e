// functions_math_series.cpp - random numbers, from the run's one seed, and SEQUENCE.
#include <cmath>

#include "formula/array_shape.hpp"
#include "formula/function_families.hpp"
#include "formula/numeric_call.hpp"

namespace scorebook::formula {
namespace {

Value rand(Call& call) {
    return call.workspace().random();
}

double random_whole(Call& call, double low, double high) {
    return low + std::floor(call.workspace().random() * (high - low + 1));
}

Value randbetween(Call& call) {
    const double low = std::ceil(strict_number(call, 0));
    const double high = std::ceil(strict_number(call, 1));
    if (low > high) return CellError::num;
    return random_whole(call, low, high);
}

/// The shape arguments `first` and `first + 1` ask for, or why there is none.
OrError<Array> shape(Call& call) {
    const double rows = call.whole_number_or(0, 1);
    const double columns = call.whole_number_or(1, 1);
    if (call.failed()) return Array();
    if (rows < 0 || columns < 0) return CellError::value;
    if (rows == 0 || columns == 0) return CellError::calc;
    if (rows > max_rows || columns > max_columns) return CellError::value;
    if (is_too_large(call.workspace(), rows, columns)) return CellError::num;
    return Array(static_cast<std::size_t>(rows), static_cast<std::size_t>(columns));
}

Value randarray(Call& call) {
    OrError<Array> array = shape(call);
    if (const auto* error = std::get_if<CellError>(&array)) return *error;
    const double low = call.number_or(2, 0);
    const double high = call.number_or(3, 1);
    const bool whole = call.boolean_or(4, false);
    if (call.failed()) return 0.0;
    if (low > high || (whole && (low != std::floor(low) || high != std::floor(high))))
        return CellError::value;
    for (CellValue& cell : std::get<Array>(array).cells) {
        cell = whole ? random_whole(call, low, high) : low + call.workspace().random() * (high - low);
    }
    return std::get<Array>(std::move(array));
}

Value sequence(Call& call) {
    OrError<Array> array = shape(call);
    if (const auto* error = std::get_if<CellError>(&array)) return *error;
    const double start = call.number_or(2, 1);
    const double step = call.number_or(3, 1);
    double count = 0;
    for (CellValue& cell : std::get<Array>(array).cells) cell = checked_number(start + step * count++);
    return std::get<Array>(std::move(array));
}

constexpr FunctionRow math_series_rows[] = {
    {"RAND", 0, 0, "", rand, FunctionTrait::is_volatile},
    {"RANDARRAY", 0, 5, "vvvvv", randarray, FunctionTrait::is_volatile},
    {"RANDBETWEEN", 2, 2, "vv", randbetween, FunctionTrait::is_volatile},
    {"SEQUENCE", 1, 4, "vvvv", sequence},
};

}  // namespace

std::span<const FunctionRow> functions_math_series() {
    return math_series_rows;
}

}  // namespace scorebook::formula

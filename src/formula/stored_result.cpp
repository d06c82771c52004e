// stored_result.cpp - a computed value beside the one a sheet stores.
#include "formula/stored_result.hpp"

#include <algorithm>
#include <cmath>
#include <variant>

namespace scorebook::formula {
namespace {

constexpr double relative_tolerance = 1e-9;

}  // namespace

bool is_same_result(const CellValue& before, const CellValue& after) {
    const auto* a = std::get_if<double>(&before);
    const auto* b = std::get_if<double>(&after);
    const auto* error = std::get_if<CellError>(&before);
    const auto* other = std::get_if<CellError>(&after);
    if (error != nullptr && other != nullptr) return stored_error(*error) == stored_error(*other);
    if (a == nullptr || b == nullptr) return before == after;
    return *a == *b || std::abs(*a - *b) <= relative_tolerance * std::max(std::abs(*a), std::abs(*b));
}

CellValue as_stored(CellValue value) {
    const auto* error = std::get_if<CellError>(&value);
    return error != nullptr && *error >= CellError::spill ? CellValue(CellError::value) : value;
}

}  // namespace scorebook::formula

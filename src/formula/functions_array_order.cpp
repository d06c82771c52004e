// functions_array_order.cpp - FILTER, SORT, SORTBY, UNIQUE: rows (or columns) of an array chosen and put in
// order.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>
#include <unordered_set>

#include "formula/array_shape.hpp"
#include "formula/coercion.hpp"
#include "formula/comparison.hpp"
#include "formula/function_families.hpp"
#include "formula/text_case.hpp"

namespace scorebook::formula {
namespace {

using Places = std::vector<std::size_t>;

/// The rows of `array` at `places`, in that order; its columns when not `by_row`.
Value lines_at(Call& call, const Array& array, const Places& places, bool by_row) {
    const auto count = static_cast<double>(places.size());
    Array result = sized_array(call, by_row ? count : static_cast<double>(array.rows),
                               by_row ? static_cast<double>(array.columns) : count);
    if (call.failed()) return 0.0;
    for (std::size_t r = 0; r < result.rows; ++r) {
        for (std::size_t c = 0; c < result.columns; ++c) {
            result.at(r, c) = by_row ? array.at(places[r], c) : array.at(r, places[c]);
        }
    }
    return result;
}

Value filter(Call& call) {
    if (const CellError* error = call.value(0).error()) return *error;
    const Array& array = call.array(0);
    const Array& included = call.array(1);
    const bool by_row = included.columns == 1 && included.rows == array.rows;
    const bool by_column = included.rows == 1 && included.columns == array.columns;
    if (!by_row && !by_column) {
        const auto* error = std::get_if<CellError>(&included.cells[0]);
        return included.cells.size() == 1 && error != nullptr ? *error : CellError::value;
    }
    Places places;
    for (std::size_t i = 0; i < included.cells.size(); ++i) {
        const auto boolean = to_boolean(included.cells[i]);
        if (const auto* error = std::get_if<CellError>(&boolean)) return *error;
        if (std::get<bool>(boolean)) places.push_back(i);
    }
    if (!places.empty()) return lines_at(call, array, places, by_row);
    if (!call.has(2)) return CellError::calc;
    return call.operand(2);
}

int sort_rank(const CellValue& value) {
    if (std::holds_alternative<double>(value)) return 0;
    if (std::holds_alternative<std::string>(value)) return 1;
    if (std::holds_alternative<bool>(value)) return 2;
    return std::holds_alternative<CellError>(value) ? 3 : 4;
}

/// Negative when `left` comes first: numbers, text, booleans, errors; blanks stay last in either direction.
int sort_order(const CellValue& left, const CellValue& right, bool descending) {
    const int ranks = sort_rank(left) - sort_rank(right);
    if (is_blank(left) || is_blank(right)) return ranks;
    int order = ranks;
    const auto* error = std::get_if<CellError>(&left);
    if (ranks == 0 && error != nullptr)  // in the order ERROR.TYPE numbers them
        order = static_cast<int>(*error) - static_cast<int>(std::get<CellError>(right));
    else if (ranks == 0)
        order = compare_values(left, right);
    return descending ? -order : order;
}

/// One row or column to sort by.
struct SortKey {
    const Array* array = nullptr;
    std::size_t fixed = 0;  ///< the column of `array` (its row, when columns are sorted)
    bool descending = false;
};

Places sorted_places(std::size_t count, const std::vector<SortKey>& keys, bool by_row) {
    Places places(count);
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
        for (const SortKey& key : keys) {
            const CellValue& left = by_row ? key.array->at(a, key.fixed) : key.array->at(key.fixed, a);
            const CellValue& right = by_row ? key.array->at(b, key.fixed) : key.array->at(key.fixed, b);
            const int order = sort_order(left, right, key.descending);
            if (order != 0) return order < 0;
        }
        return false;
    });
    return places;
}

/// 1 or -1, anything else fails the call.
bool is_descending(Call& call, const CellValue& given) {
    const auto number = to_number(given, call.dates());
    if (const auto* error = std::get_if<CellError>(&number)) {
        call.fail(*error);
        return false;
    }
    const double order = std::trunc(std::get<double>(number));
    if (order != 1 && order != -1) call.fail(CellError::value);
    return order == -1;
}

Value sort(Call& call) {
    if (const CellError* error = call.value(0).error()) return *error;
    const bool by_row = !call.boolean_or(3, false);
    const Array& array = call.array(0);
    const std::size_t width = by_row ? array.columns : array.rows;
    // Several keys may be given as arrays: SORT(A1:C9,{2,1},{-1,1}).
    const Array one = [] {
        Array array_of_one;
        array_of_one.cells[0] = 1.0;
        return array_of_one;
    }();
    const Array& indexes = call.has(1) ? call.array(1) : one;
    const Array& orders = call.has(2) ? call.array(2) : one;
    if (orders.cells.size() != 1 && orders.cells.size() != indexes.cells.size()) return CellError::value;
    std::vector<SortKey> keys;
    for (std::size_t i = 0; i < indexes.cells.size(); ++i) {
        const auto number = to_number(indexes.cells[i], call.dates());
        if (const auto* error = std::get_if<CellError>(&number)) return *error;
        const double index = std::trunc(std::get<double>(number));
        if (!(index >= 1) || index > static_cast<double>(width)) return CellError::value;
        const bool descending = is_descending(call, orders.cells[orders.cells.size() == 1 ? 0 : i]);
        keys.push_back({&array, static_cast<std::size_t>(index) - 1, descending});
    }
    if (call.failed()) return 0.0;
    return lines_at(call, array, sorted_places(by_row ? array.rows : array.columns, keys, by_row), by_row);
}

Value sortby(Call& call) {
    if (const CellError* error = call.value(0).error()) return *error;
    const Array& array = call.array(0);
    std::vector<SortKey> keys;
    std::optional<bool> by_row;
    for (std::size_t i = 1; i < call.size(); i += 2) {
        const Array& values = call.array(i);
        const bool down = values.columns == 1 && values.rows == array.rows;
        const bool across = values.rows == 1 && values.columns == array.columns;
        if ((!down && !across) || (by_row && *by_row ? !down : by_row && !across)) return CellError::value;
        if (!by_row) by_row = down;
        const bool descending = call.has(i + 1) && is_descending(call, call.single(i + 1));
        keys.push_back({&values, 0, descending});
    }
    if (call.failed()) return 0.0;
    return lines_at(call, array, sorted_places(*by_row ? array.rows : array.columns, keys, *by_row), *by_row);
}

/// A text that is the same for lines UNIQUE holds to be the same: without case, numbers by 15 digits, types
/// apart.
std::string line_key(const Array& array, std::size_t place, bool by_row) {
    std::string key;
    const std::size_t width = by_row ? array.columns : array.rows;
    for (std::size_t i = 0; i < width; ++i) {
        const CellValue& cell = by_row ? array.at(place, i) : array.at(i, place);
        key += static_cast<char>('0' + sort_rank(cell));
        const std::string text = to_text(cell);
        const std::string folded = std::holds_alternative<std::string>(cell) ? fold_case(text) : text;
        key += std::to_string(folded.size()) + ':' + folded;
    }
    return key;
}

Value unique(Call& call) {
    if (const CellError* error = call.value(0).error()) return *error;
    const bool by_row = !call.boolean_or(1, false);
    const bool only_once = call.boolean_or(2, false);
    if (call.failed()) return 0.0;
    const Array& array = call.array(0);
    const std::size_t count = by_row ? array.rows : array.columns;
    std::vector<std::string> keys(count);
    std::unordered_map<std::string_view, std::size_t> seen;
    for (std::size_t i = 0; i < count; ++i) {
        keys[i] = line_key(array, i, by_row);
        ++seen[keys[i]];
    }
    Places places;
    std::unordered_set<std::string_view> taken;
    for (std::size_t i = 0; i < count; ++i) {
        if (only_once ? seen[keys[i]] == 1 : taken.insert(keys[i]).second) places.push_back(i);
    }
    return lines_at(call, array, places, by_row);
}

constexpr FunctionRow array_order_rows[] = {
    {"FILTER", 2, 3, "aal", filter},
    {"SORT", 1, 4, "aaav", sort},
    {"SORTBY", 2, any_number, "aa|va", sortby},
    {"UNIQUE", 1, 3, "avv", unique},
};

}  // namespace

std::span<const FunctionRow> functions_array_order() {
    return array_order_rows;
}

}  // namespace scorebook::formula

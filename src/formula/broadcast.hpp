// broadcast.hpp - arrays and single values side by side: a single row, column or value is repeated.
#pragma once

#include <algorithm>

#include "formula/value.hpp"

namespace scorebook::formula {

/// The item an array gives to place (row, column) of a larger one; #N/A beyond its end.
inline CellValue broadcast(const Array& array, std::size_t row, std::size_t column) {
    if (array.rows == 1) row = 0;
    if (array.columns == 1) column = 0;
    if (row >= array.rows || column >= array.columns) return CellError::not_available;
    return array.at(row, column);
}

inline CellValue broadcast(const Value& value, std::size_t row, std::size_t column) {
    if (const Array* array = value.array()) return broadcast(*array, row, column);
    const CellValue* single = value.scalar();
    return single != nullptr ? *single : CellValue(CellError::value);
}

/// The same without a copy.
inline const CellValue& item_of(const Value& value, std::size_t row, std::size_t column) {
    static const CellValue not_available = CellError::not_available;
    static const CellValue no_value = CellError::value;
    const Array* array = value.array();
    if (array == nullptr) {
        const CellValue* single = value.scalar();
        return single != nullptr ? *single : no_value;
    }
    if (array->rows == 1) row = 0;
    if (array->columns == 1) column = 0;
    return row < array->rows && column < array->columns ? array->at(row, column) : not_available;
}

/// Grows `rows` and `columns` to hold `value`.
inline void widen(const Value& value, std::size_t& rows, std::size_t& columns) {
    if (const Array* array = value.array()) {
        rows = std::max(rows, array->rows);
        columns = std::max(columns, array->columns);
    }
}

}  // namespace scorebook::formula

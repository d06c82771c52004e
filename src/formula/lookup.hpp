// lookup.hpp - where in a row or column a value stands: exactly, by wildcard, or the nearest in an ordered
// list.
#pragma once

#include <cstddef>
#include <optional>

#include "formula/value.hpp"

namespace scorebook::formula {

/// Values in one row or column of an array, read by index.
struct Line {
    const Array* array = nullptr;
    bool down = true;       ///< along a column
    std::size_t fixed = 0;  ///< the column (or row) it is

    std::size_t size() const { return down ? array->rows : array->columns; }
    const CellValue& at(std::size_t index) const {
        return down ? array->at(index, fixed) : array->at(fixed, index);
    }
};

enum class Wildcards { off, on };

/// The first value equal to `wanted`, types alike (the last one when searching backwards).
std::optional<std::size_t> find_exact(const Line& line, const CellValue& wanted, Wildcards wildcards,
                                      bool backwards = false);

/// In an ascending list: the last value not above `wanted`, as a binary search like Excel's finds it; other
/// types are passed over. Empty when all are above.
std::optional<std::size_t> find_not_above(const Line& line, const CellValue& wanted);

/// In a descending list: the last value not below `wanted`.
std::optional<std::size_t> find_not_below(const Line& line, const CellValue& wanted);

/// XLOOKUP's binary search over all types in Excel's order, blanks behind everything: the first equal value
/// (the last of a descending list), else for `match` -1 the next smaller and for 1 the next larger one.
std::optional<std::size_t> find_sorted(const Line& line, const CellValue& wanted, int match, bool descending);

/// The largest value not above (`above` false) or the smallest not below (`above` true) in any order, as
/// XLOOKUP.
std::optional<std::size_t> find_nearest(const Line& line, const CellValue& wanted, bool above,
                                        bool backwards);

}  // namespace scorebook::formula

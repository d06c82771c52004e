// value_index.hpp - where each value stands in one row or column: answers COUNTIF, SUMIFS and MATCH without a
// scan.
//
// Equality is Excel's: 15 digits, no case, types apart. Orders, wildcards and blanks are left to the scan.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "formula/cell_source.hpp"
#include "formula/value.hpp"

namespace scorebook::formula {

class ValueIndex {
  public:
    using Positions = std::vector<std::uint32_t>;  ///< counted from the area's first cell, ascending

    /// `area` is one row or one column. The index holds what the cells are now.
    ValueIndex(const CellSource& source, const Area& area);

    /// Cells equal to a number, text or boolean; empty for other kinds.
    const Positions& equal_to(const CellValue& wanted) const;
    /// Cells with text that reads as `number`: criteria count them as equal too.
    const Positions& text_reading_as(double number) const;

    /// How many cells it holds.
    std::size_t size() const { return size_; }

  private:
    static double key_of(double number);

    std::unordered_map<double, Positions> numbers_;
    std::unordered_map<std::string, Positions> texts_;  ///< folded
    std::unordered_map<double, Positions> number_texts_;
    Positions booleans_[2];
    std::size_t size_ = 0;
};

}  // namespace scorebook::formula

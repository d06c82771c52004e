// value_index.hpp - where each value stands in one row or column: answers COUNTIF, SUMIFS and MATCH without a
// scan.
//
// Equality is Excel's: 15 digits, no case, types apart. Orders, wildcards and blanks are left to the scan.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "formula/cell_source.hpp"
#include "formula/value.hpp"

namespace scorebook::formula {

class ValueIndex {
  public:
    using Positions = std::span<const std::uint32_t>;  ///< counted from the area's first cell, ascending
    using Group = std::uint32_t;                       ///< cells of one value
    static constexpr Group no_group = 0xFFFFFFFF;      ///< a blank, an error, or a value that isn't there

    /// `area` is one row or one column. The index holds what the cells are now.
    ValueIndex(const CellSource& source, const Area& area);

    /// Cells equal to a number, text or boolean; empty for other kinds.
    Positions equal_to(const CellValue& wanted) const { return positions_of(group_of(wanted)); }
    Group group_of(const CellValue& wanted) const;
    Positions positions_of(Group group) const;
    /// The group of each position up to the last filled one.
    const std::vector<Group>& groups() const { return groups_; }
    std::size_t group_count() const { return starts_.size() - 1; }
    /// Cells with text that reads as `number`: criteria count them as equal too.
    Positions text_reading_as(double number) const;

    /// How many cells it holds.
    std::size_t size() const { return positions_.size(); }

  private:
    static double key_of(double number);
    void read_number_texts() const;

    DateSystem dates_;
    std::unordered_map<double, Group> numbers_;
    std::unordered_map<std::string, Group> texts_;  ///< folded
    Group booleans_[2] = {no_group, no_group};
    std::vector<Group> groups_;
    std::vector<std::uint32_t> starts_;     ///< of each group in positions_, and the end
    std::vector<std::uint32_t> positions_;  ///< by group
    using NumberTexts = std::unordered_map<double, std::vector<std::uint32_t>>;
    mutable std::unique_ptr<NumberTexts> number_texts_;  ///< made when first asked for
};

/// Two columns taken together: where a pair of values stands.
class PairIndex {
  public:
    PairIndex(const ValueIndex& first, const ValueIndex& second);
    ValueIndex::Positions positions_of(ValueIndex::Group first, ValueIndex::Group second) const;

  private:
    std::unordered_map<std::uint64_t, std::uint32_t> pairs_;  ///< both groups -> index into starts_
    std::vector<std::uint32_t> starts_;
    std::vector<std::uint32_t> positions_;
};

}  // namespace scorebook::formula

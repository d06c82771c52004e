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
#include "formula/key_groups.hpp"
#include "formula/value.hpp"

namespace scorebook::formula {

/// Positions sorted by group. Groups are numbered from 0 as they come.
class GroupedPositions {
  public:
    using Positions = std::span<const std::uint32_t>;  ///< ascending
    using Group = KeyGroups::Group;
    static constexpr Group no_group =
        KeyGroups::no_group;  ///< a blank, an error, or a value that isn't there

    GroupedPositions() = default;
    GroupedPositions(std::vector<Group> group_of_position, Group group_count);

    Positions positions(Group group) const;
    /// The group of each position up to the last that has one.
    const std::vector<Group>& groups() const { return groups_; }
    Group group_count() const { return static_cast<Group>(starts_.size() - 1); }
    /// About what it takes in memory.
    std::size_t bytes() const { return (groups_.size() + positions_.size()) * sizeof(Group); }

    Group add_group();
    /// Costs what there are of positions and groups, in moved memory.
    void move(std::uint32_t position, Group to);

  private:
    std::vector<Group> groups_;
    std::vector<std::uint32_t> starts_ = {0};  ///< of each group in positions_, and the end
    std::vector<std::uint32_t> positions_;     ///< by group
};

class ValueIndex {
  public:
    using Positions = GroupedPositions::Positions;  ///< counted from the area's first cell
    using Group = GroupedPositions::Group;          ///< cells of one value
    static constexpr Group no_group = GroupedPositions::no_group;

    /// `area` is one row or one column. The index holds what the cells are now.
    ValueIndex(const CellSource& source, const Area& area);

    /// Cells equal to a number, text or boolean; empty for other kinds.
    Positions equal_to(const CellValue& wanted) const { return grouped_.positions(group_of(wanted)); }
    Group group_of(const CellValue& wanted) const;
    const GroupedPositions& grouped() const { return grouped_; }
    /// Cells with text that reads as `number`: criteria count them as equal too.
    Positions text_reading_as(double number) const;

    /// The cell at `position` holds `value` now.
    void change(std::uint32_t position, const CellValue& value);

    /// Whether a cell held an error at some time since it was made.
    bool has_met_error() const { return has_met_error_; }

    /// About what it takes in memory.
    std::size_t bytes() const { return grouped_.bytes() + groups_.bytes(); }

  private:
    static double key_of(double number);
    void read_number_texts() const;
    Group add(const CellView& value);

    DateSystem dates_;
    KeyGroups groups_;  ///< a letter for the type, then the value: text folded, the bytes of a number
    GroupedPositions grouped_;
    bool has_met_error_ = false;
    mutable std::string key_;
    using NumberTexts = std::unordered_map<double, std::vector<std::uint32_t>>;
    mutable std::unique_ptr<NumberTexts> number_texts_;  ///< made when first asked for
};

/// Two columns taken together: where a pair of values stands.
class PairIndex {
  public:
    PairIndex(const ValueIndex& first, const ValueIndex& second);
    ValueIndex::Positions positions_of(ValueIndex::Group first, ValueIndex::Group second) const;
    std::size_t bytes() const { return grouped_.bytes(); }

    /// One of the two has changed at `position`; both know it already.
    void change(std::uint32_t position, const ValueIndex& first, const ValueIndex& second);

  private:
    ValueIndex::Group find(ValueIndex::Group first, ValueIndex::Group second) const;
    ValueIndex::Group add(ValueIndex::Group first, ValueIndex::Group second);

    /// Where both columns have few values, as services and bands have, a table of all pairs; else a hash
    /// table.
    std::vector<ValueIndex::Group> table_;
    ValueIndex::Group table_width_ = 0;
    std::unordered_map<std::uint64_t, ValueIndex::Group> pairs_;
    ValueIndex::Group next_ = 0;
    GroupedPositions grouped_;
};

}  // namespace scorebook::formula

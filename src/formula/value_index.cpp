// value_index.cpp - values get numbers as they come; then positions are sorted by them in one more pass.
#include "formula/value_index.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <string_view>
#include <utility>

#include "formula/comparison.hpp"
#include "formula/text_case.hpp"
#include "formula/text_number.hpp"

namespace scorebook::formula {
namespace {

using Group = GroupedPositions::Group;
constexpr Group no_group = GroupedPositions::no_group;

/// Pairs a table is made for: 256 KB.
constexpr std::size_t largest_table = std::size_t{1} << 16;

/// The letters that keep the types apart.
constexpr char number_mark = 'n';
constexpr char text_mark = 't';
constexpr char truth_mark = 'b';

std::uint64_t pair_key(Group first, Group second) {
    return std::uint64_t{first} << 32 | second;
}

Group group_at(const ValueIndex& index, std::uint32_t position) {
    const auto& groups = index.grouped().groups();
    return position < groups.size() ? groups[position] : no_group;
}

}  // namespace

GroupedPositions::GroupedPositions(std::vector<Group> group_of_position, Group group_count)
    : groups_(std::move(group_of_position)) {
    starts_.assign(std::size_t{group_count} + 1, 0);
    for (const Group group : groups_) {
        if (group != no_group) ++starts_[group + 1];
    }
    for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
    positions_.resize(starts_.back());
    std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
    for (std::size_t i = 0; i < groups_.size(); ++i) {
        if (groups_[i] != no_group) positions_[next[groups_[i]]++] = static_cast<std::uint32_t>(i);
    }
}

GroupedPositions::Positions GroupedPositions::positions(Group group) const {
    if (group == no_group) return {};
    return Positions(positions_).subspan(starts_[group], starts_[group + 1] - starts_[group]);
}

GroupedPositions::Group GroupedPositions::add_group() {
    starts_.push_back(starts_.back());
    return group_count() - 1;
}

void GroupedPositions::move(std::uint32_t position, Group to) {
    if (position >= groups_.size()) groups_.resize(position + 1, no_group);
    const Group from = std::exchange(groups_[position], to);
    const auto place_in = [&](Group group) {
        const auto begin = positions_.begin() + starts_[group];
        return std::lower_bound(begin, positions_.begin() + starts_[group + 1], position);
    };
    if (from != no_group) {
        positions_.erase(place_in(from));
        for (std::size_t i = from + 1; i < starts_.size(); ++i) --starts_[i];
    }
    if (to != no_group) {
        positions_.insert(place_in(to), position);
        for (std::size_t i = to + 1; i < starts_.size(); ++i) ++starts_[i];
    }
}

double ValueIndex::key_of(double number) {
    // Whole numbers of up to 15 digits are their own decimal view.
    constexpr double exact = 1e15;
    if (number == 0) return 0;
    if (std::abs(number) < exact && number == std::trunc(number)) return number;
    return decimal_view(number);
}

namespace {

/// False for what has no key: a blank or an error. `plain` is a number's key_of.
bool append_key(std::string& key, const CellView& value, double plain) {
    switch (value.kind) {
        case CellView::Kind::number: {
            std::array<char, sizeof plain> bytes{};
            std::memcpy(bytes.data(), &plain, sizeof plain);
            key += number_mark;
            key.append(bytes.data(), bytes.size());
            return true;
        }
        case CellView::Kind::text:
            key += text_mark;
            append_fold(key, value.text);
            return true;
        case CellView::Kind::boolean:
            (key += truth_mark) += value.number != 0 ? '1' : '0';
            return true;
        default:
            return false;
    }
}

}  // namespace

ValueIndex::Group ValueIndex::add(const CellView& value) {
    has_met_error_ = has_met_error_ || value.kind == CellView::Kind::error;
    key_.clear();
    return append_key(key_, value, key_of(value.number)) ? groups_.add(key_) : no_group;
}

ValueIndex::ValueIndex(const CellSource& source, const Area& area) : dates_(source.date_system()) {
    const CellRef first = area.range.first;
    std::vector<Group> groups;
    source.visit_views(area.sheet, area.range, [&](CellRef cell, const CellView& value) {
        const std::uint32_t position =
            (cell.row_index - first.row_index) + (cell.column_index - first.column_index);
        groups.resize(position, no_group);
        groups.push_back(add(value));
        return true;
    });
    grouped_ = GroupedPositions(std::move(groups), groups_.count());
}

void ValueIndex::change(std::uint32_t position, const CellValue& value) {
    const Group group = add(view_of(value));
    if (group != no_group && group == grouped_.group_count()) grouped_.add_group();
    grouped_.move(position, group);
    number_texts_.reset();
}

ValueIndex::Group ValueIndex::group_of(const CellValue& wanted) const {
    const CellView view = view_of(wanted);
    key_.clear();
    return append_key(key_, view, key_of(view.number)) ? groups_.find(key_) : no_group;
}

void ValueIndex::read_number_texts() const {
    number_texts_ = std::make_unique<NumberTexts>();
    for (Group group = 0; group < groups_.count(); ++group) {
        const std::string_view key = groups_.key(group);
        if (key[0] != text_mark) continue;
        const auto read = number_from_text(key.substr(1), dates_);
        if (!read) continue;
        auto& places = (*number_texts_)[key_of(*read)];
        const Positions own = grouped_.positions(group);
        places.insert(places.end(), own.begin(), own.end());
    }
    // "5" and " 5" are two texts and one number.
    for (auto& [number, places] : *number_texts_) std::sort(places.begin(), places.end());
}

ValueIndex::Positions ValueIndex::text_reading_as(double number) const {
    if (!number_texts_) read_number_texts();
    const auto found = number_texts_->find(key_of(number));
    return found == number_texts_->end() ? Positions{} : Positions(found->second);
}

PairIndex::PairIndex(const ValueIndex& first, const ValueIndex& second) {
    const std::size_t all_pairs = std::size_t{first.grouped().group_count()} * second.grouped().group_count();
    if (all_pairs <= largest_table) {
        table_width_ = second.grouped().group_count();
        table_.assign(all_pairs, no_group);
    }
    const std::size_t size = std::min(first.grouped().groups().size(), second.grouped().groups().size());
    std::vector<Group> groups(size, no_group);
    for (std::size_t i = 0; i < size; ++i)
        groups[i] = add(first.grouped().groups()[i], second.grouped().groups()[i]);
    grouped_ = GroupedPositions(std::move(groups), next_);
}

Group PairIndex::find(Group first, Group second) const {
    if (first == no_group || second == no_group) return no_group;
    const std::size_t place = std::size_t{first} * table_width_ + second;
    if (second < table_width_ && place < table_.size()) return table_[place];
    const auto found = pairs_.find(pair_key(first, second));
    return found == pairs_.end() ? no_group : found->second;
}

Group PairIndex::add(Group first, Group second) {
    if (first == no_group || second == no_group) return no_group;
    const std::size_t place = std::size_t{first} * table_width_ + second;
    Group& group = second < table_width_ && place < table_.size()
                       ? table_[place]
                       : pairs_.try_emplace(pair_key(first, second), no_group).first->second;
    if (group == no_group) group = next_++;
    return group;
}

ValueIndex::Positions PairIndex::positions_of(Group first, Group second) const {
    return grouped_.positions(find(first, second));
}

void PairIndex::change(std::uint32_t position, const ValueIndex& first, const ValueIndex& second) {
    const Group group = add(group_at(first, position), group_at(second, position));
    if (group != no_group && group == grouped_.group_count()) grouped_.add_group();
    grouped_.move(position, group);
}

}  // namespace scorebook::formula

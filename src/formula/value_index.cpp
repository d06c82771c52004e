// value_index.cpp - values get numbers as they come; then positions are sorted by them in one more pass.
#include "formula/value_index.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "formula/comparison.hpp"
#include "formula/text_case.hpp"
#include "formula/text_number.hpp"

namespace scorebook::formula {
namespace {

using Group = GroupedPositions::Group;
constexpr Group no_group = GroupedPositions::no_group;

template <class Map, class Key>
Group find_in(const Map& map, const Key& key) {
    const auto found = map.find(key);
    return found == map.end() ? no_group : found->second;
}

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

/// The group of a value; `new_group` gives the next number when it is the first of its kind.
template <class NewGroup>
ValueIndex::Group ValueIndex::group_for(const CellValue& value, NewGroup new_group) {
    const auto in_map = [&](auto& map, auto key) {
        const auto [entry, is_new] = map.try_emplace(std::move(key), no_group);
        if (is_new) entry->second = new_group();
        return entry->second;
    };
    if (const auto* number = std::get_if<double>(&value)) return in_map(numbers_, key_of(*number));
    if (const auto* text = std::get_if<std::string>(&value)) return in_map(texts_, fold_case(*text));
    const auto* boolean = std::get_if<bool>(&value);
    if (boolean == nullptr) return no_group;
    Group& own = booleans_[*boolean ? 1 : 0];
    if (own == no_group) own = new_group();
    return own;
}

ValueIndex::ValueIndex(const CellSource& source, const Area& area) : dates_(source.date_system()) {
    const CellRef first = area.range.first;
    Group next = 0;
    std::vector<Group> groups;
    source.visit(area.sheet, area.range, [&](CellRef cell, const CellValue& value) {
        const std::uint32_t position =
            (cell.row_index - first.row_index) + (cell.column_index - first.column_index);
        groups.resize(position, no_group);
        groups.push_back(group_for(value, [&] { return next++; }));
        return true;
    });
    grouped_ = GroupedPositions(std::move(groups), next);
}

void ValueIndex::change(std::uint32_t position, const CellValue& value) {
    grouped_.move(position, group_for(value, [&] { return grouped_.add_group(); }));
    number_texts_.reset();
}

ValueIndex::Group ValueIndex::group_of(const CellValue& wanted) const {
    if (const auto* number = std::get_if<double>(&wanted)) return find_in(numbers_, key_of(*number));
    if (const auto* text = std::get_if<std::string>(&wanted)) return find_in(texts_, fold_case(*text));
    if (const auto* boolean = std::get_if<bool>(&wanted)) return booleans_[*boolean ? 1 : 0];
    return no_group;
}

void ValueIndex::read_number_texts() const {
    number_texts_ = std::make_unique<NumberTexts>();
    for (const auto& [text, group] : texts_) {
        const auto read = number_from_text(text, dates_);
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
    const std::size_t size = std::min(first.grouped().groups().size(), second.grouped().groups().size());
    std::vector<Group> groups(size, no_group);
    Group next = 0;
    for (std::size_t i = 0; i < size; ++i) {
        const Group a = first.grouped().groups()[i];
        const Group b = second.grouped().groups()[i];
        if (a == no_group || b == no_group) continue;
        const auto [entry, is_new] = pairs_.try_emplace(pair_key(a, b), next);
        if (is_new) ++next;
        groups[i] = entry->second;
    }
    grouped_ = GroupedPositions(std::move(groups), next);
}

ValueIndex::Positions PairIndex::positions_of(Group first, Group second) const {
    return grouped_.positions(find_in(pairs_, pair_key(first, second)));
}

void PairIndex::change(std::uint32_t position, const ValueIndex& first, const ValueIndex& second) {
    const Group a = group_at(first, position);
    const Group b = group_at(second, position);
    if (a == no_group || b == no_group) return grouped_.move(position, no_group);
    const auto [entry, is_new] = pairs_.try_emplace(pair_key(a, b), no_group);
    if (is_new) entry->second = grouped_.add_group();
    grouped_.move(position, entry->second);
}

}  // namespace scorebook::formula

// value_index.cpp - values get numbers as they come; then positions are sorted by them in one more pass.
#include "formula/value_index.hpp"

#include <algorithm>
#include <cmath>

#include "formula/comparison.hpp"
#include "formula/text_case.hpp"
#include "formula/text_number.hpp"

namespace scorebook::formula {
namespace {

using Group = ValueIndex::Group;

/// Counting sort: positions of group g lie in [starts[g], starts[g + 1]), ascending.
void sort_by_group(const std::vector<Group>& groups, std::size_t group_count,
                   std::vector<std::uint32_t>& starts, std::vector<std::uint32_t>& positions) {
    starts.assign(group_count + 1, 0);
    for (const Group group : groups) {
        if (group != ValueIndex::no_group) ++starts[group + 1];
    }
    for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
    positions.resize(starts.back());
    std::vector<std::uint32_t> next(starts.begin(), starts.end() - 1);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (groups[i] != ValueIndex::no_group) positions[next[groups[i]]++] = static_cast<std::uint32_t>(i);
    }
}

template <class Map, class Key>
Group find_in(const Map& map, const Key& key) {
    const auto found = map.find(key);
    return found == map.end() ? ValueIndex::no_group : found->second;
}

std::uint64_t pair_key(Group first, Group second) {
    return std::uint64_t{first} << 32 | second;
}

}  // namespace

double ValueIndex::key_of(double number) {
    // Whole numbers of up to 15 digits are their own decimal view.
    constexpr double exact = 1e15;
    if (number == 0) return 0;
    if (std::abs(number) < exact && number == std::trunc(number)) return number;
    return decimal_view(number);
}

ValueIndex::ValueIndex(const CellSource& source, const Area& area) : dates_(source.date_system()) {
    const CellRef first = area.range.first;
    Group next = 0;
    const auto group_for = [&](auto& map, auto&& key) {
        const auto [entry, is_new] = map.try_emplace(std::forward<decltype(key)>(key), next);
        if (is_new) ++next;
        return entry->second;
    };
    source.visit(area.sheet, area.range, [&](CellRef cell, const CellValue& value) {
        Group group = no_group;
        if (const auto* number = std::get_if<double>(&value)) {
            group = group_for(numbers_, key_of(*number));
        } else if (const auto* text = std::get_if<std::string>(&value)) {
            group = group_for(texts_, fold_case(*text));
        } else if (const auto* boolean = std::get_if<bool>(&value)) {
            Group& own = booleans_[*boolean ? 1 : 0];
            if (own == no_group) own = next++;
            group = own;
        } else {
            return true;
        }
        const std::uint32_t position =
            (cell.row_index - first.row_index) + (cell.column_index - first.column_index);
        groups_.resize(position, no_group);
        groups_.push_back(group);
        return true;
    });
    sort_by_group(groups_, next, starts_, positions_);
}

ValueIndex::Group ValueIndex::group_of(const CellValue& wanted) const {
    if (const auto* number = std::get_if<double>(&wanted)) return find_in(numbers_, key_of(*number));
    if (const auto* text = std::get_if<std::string>(&wanted)) return find_in(texts_, fold_case(*text));
    if (const auto* boolean = std::get_if<bool>(&wanted)) return booleans_[*boolean ? 1 : 0];
    return no_group;
}

ValueIndex::Positions ValueIndex::positions_of(Group group) const {
    if (group == no_group) return {};
    return Positions(positions_).subspan(starts_[group], starts_[group + 1] - starts_[group]);
}

void ValueIndex::read_number_texts() const {
    number_texts_ = std::make_unique<NumberTexts>();
    for (const auto& [text, group] : texts_) {
        const auto read = number_from_text(text, dates_);
        if (!read) continue;
        auto& places = (*number_texts_)[key_of(*read)];
        const Positions own = positions_of(group);
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
    const std::size_t size = std::min(first.groups().size(), second.groups().size());
    std::vector<Group> groups(size, ValueIndex::no_group);
    Group next = 0;
    for (std::size_t i = 0; i < size; ++i) {
        const Group a = first.groups()[i];
        const Group b = second.groups()[i];
        if (a == ValueIndex::no_group || b == ValueIndex::no_group) continue;
        const auto [entry, is_new] = pairs_.try_emplace(pair_key(a, b), next);
        if (is_new) ++next;
        groups[i] = entry->second;
    }
    sort_by_group(groups, next, starts_, positions_);
}

ValueIndex::Positions PairIndex::positions_of(Group first, Group second) const {
    const auto found = pairs_.find(pair_key(first, second));
    if (found == pairs_.end()) return {};
    const std::uint32_t begin = starts_[found->second];
    return ValueIndex::Positions(positions_).subspan(begin, starts_[found->second + 1] - begin);
}

}  // namespace scorebook::formula

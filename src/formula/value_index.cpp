// value_index.cpp - positions by value.
#include "formula/value_index.hpp"

#include <cmath>

#include "formula/comparison.hpp"
#include "formula/text_case.hpp"
#include "formula/text_number.hpp"

namespace scorebook::formula {
namespace {

const ValueIndex::Positions nowhere;

template <class Map, class Key>
const ValueIndex::Positions& find_in(const Map& map, const Key& key) {
    const auto found = map.find(key);
    return found == map.end() ? nowhere : found->second;
}

}  // namespace

double ValueIndex::key_of(double number) {
    // Whole numbers of up to 15 digits are their own decimal view.
    constexpr double exact = 1e15;
    if (number == 0) return 0;
    if (std::abs(number) < exact && number == std::trunc(number)) return number;
    return decimal_view(number);
}

ValueIndex::ValueIndex(const CellSource& source, const Area& area) {
    const CellRef first = area.range.first;
    const DateSystem dates = source.date_system();
    source.visit(area.sheet, area.range, [&](CellRef cell, const CellValue& value) {
        const std::uint32_t position =
            (cell.row_index - first.row_index) + (cell.column_index - first.column_index);
        ++size_;
        if (const auto* number = std::get_if<double>(&value)) {
            numbers_[key_of(*number)].push_back(position);
        } else if (const auto* text = std::get_if<std::string>(&value)) {
            texts_[fold_case(*text)].push_back(position);
            if (auto read = number_from_text(*text, dates)) number_texts_[key_of(*read)].push_back(position);
        } else if (const auto* boolean = std::get_if<bool>(&value)) {
            booleans_[*boolean ? 1 : 0].push_back(position);
        }
        return true;
    });
}

const ValueIndex::Positions& ValueIndex::equal_to(const CellValue& wanted) const {
    if (const auto* number = std::get_if<double>(&wanted)) return find_in(numbers_, key_of(*number));
    if (const auto* text = std::get_if<std::string>(&wanted)) return find_in(texts_, fold_case(*text));
    if (const auto* boolean = std::get_if<bool>(&wanted)) return booleans_[*boolean ? 1 : 0];
    return nowhere;
}

const ValueIndex::Positions& ValueIndex::text_reading_as(double number) const {
    return find_in(number_texts_, key_of(number));
}

}  // namespace scorebook::formula

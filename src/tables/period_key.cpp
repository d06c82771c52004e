// period_key.cpp - names of columns headed by periods.
#include "tables/period_key.hpp"

#include <algorithm>
#include <array>

#include "tables/period_shape.hpp"
#include "templates/plain_case.hpp"
#include "vocabulary/ascii.hpp"

namespace scorebook {

namespace {

constexpr std::size_t longest_period = 60;

/// A month, a quarter, a half or a year to date, by the first letters of a word; without a digit nothing else
/// says a period.
bool has_period_word(std::string_view label) {
    constexpr std::array<std::string_view, 17> beginnings = {"jan", "feb", "mar", "apr", "may", "jun",
                                                             "jul", "aug", "sep", "oct", "nov", "dec",
                                                             "hal", "yea", "ytd", "cum", "ann"};
    for (std::size_t at = 0; at < label.size();) {
        if (!is_letter(label[at])) {
            ++at;
            continue;
        }
        std::string_view word = label.substr(at);
        const auto end = std::find_if_not(word.begin(), word.end(), is_letter);
        word = word.substr(0, static_cast<std::size_t>(end - word.begin()));
        at += word.size();
        if (plain_lower(word.front()) == 'q' || same_without_case(word, "h")) return true;
        const auto begins_word = [&](std::string_view beginning) {
            return same_without_case(word.substr(0, beginning.size()), beginning);
        };
        if (std::any_of(beginnings.begin(), beginnings.end(), begins_word)) return true;
    }
    return false;
}

}  // namespace

bool may_be_period(std::string_view label) {
    if (label.size() < 2 || label.size() > longest_period) return false;
    // Ids such as "CR12" are by far the most texts with digits; only "Q1" and "H2" look like them.
    const bool has_separator = label.find_first_of(" /'-") != label.npos;
    const char first = label.front();
    if (!has_separator)
        return (label.size() == 2 && (first == 'Q' || first == 'q' || first == 'H') && is_digit(label[1])) ||
               label.size() == 3 || label.size() == 4;
    return std::any_of(label.begin(), label.end(), is_digit) || has_period_word(label);
}

std::string period_key(std::string_view label) {
    if (!may_be_period(label)) return {};
    const auto shape = read_period_shape(label);
    if (!shape) return {};
    const auto number = [&](int length) {
        return std::to_string(((shape->first_month + 8) % 12) / length + 1);
    };
    switch (shape->kind) {
        case PeriodKind::quarter:
            return "period quarter " + number(3);
        case PeriodKind::half:
            return "period half " + number(6);
        case PeriodKind::month:
            return "period month";
        case PeriodKind::year:
            return "period year";
        case PeriodKind::year_to_date:
            return "period year to date";
        case PeriodKind::year_to_day:
            return "period year to day";
        case PeriodKind::day:
        case PeriodKind::several_months:
        case PeriodKind::other:
            return "period other";
    }
    return {};
}

}  // namespace scorebook

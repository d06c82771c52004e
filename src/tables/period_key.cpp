// period_key.cpp - names of columns headed by periods.
#include "tables/period_key.hpp"

#include <algorithm>

#include "tables/period_shape.hpp"

namespace scorebook {

namespace {

constexpr std::size_t longest_label = 60;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

}  // namespace

bool may_be_period(std::string_view label) {
    if (label.size() < 2 || label.size() > longest_label) return false;
    // Ids such as "CR12" are by far the most texts with digits; only "Q1" and "H2" look like them.
    const bool has_separator = label.find_first_of(" /'-") != label.npos;
    const char first = label.front();
    if (!has_separator)
        return (label.size() == 2 && (first == 'Q' || first == 'q' || first == 'H') && is_digit(label[1])) ||
               label.size() == 3 || label.size() == 4;
    return true;
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

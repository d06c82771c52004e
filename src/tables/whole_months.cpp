// whole_months.cpp - months, financial quarters and years, and their labels.
#include "tables/whole_months.hpp"

#include <array>
#include <cstddef>
#include <string>

namespace scorebook {

int days_in(int year, int month) {
    constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && is_leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

CalendarDate last_day(int year, int month) {
    return {year, month, days_in(year, month)};
}

int month_number(CalendarDate day) {
    return day.year * 12 + day.month - 1;
}

CalendarDate first_of(int number) {
    return {number / 12, number % 12 + 1, 1};
}

CalendarDate last_of(int number) {
    return last_day(number / 12, number % 12 + 1);
}

namespace {

std::string two_digits(int year) {
    const int short_year = year % 100;
    return (short_year < 10 ? "0" : "") + std::to_string(short_year);
}

std::string month_text(CalendarDate day) {
    const std::string text = to_text(day);
    return text.substr(text.find(' ') + 1);  // "May 2016"
}

/// The label of whole months: a month, a financial quarter or year, or "July to August 2015".
std::string months_label(CalendarDate first, CalendarDate last) {
    const int count = month_number(last) - month_number(first) + 1;
    const int start_year = first.month < first_financial_month ? first.year - 1 : first.year;
    if (count == 1) return month_text(first);
    if (count == 3 && first.month % 3 == 1) {
        const int quarter = first.month < first_financial_month ? 4 : (first.month - 1) / 3;
        return "Q" + std::to_string(quarter) + " " + std::to_string(start_year) + "/" +
               two_digits(start_year + 1);
    }
    if (count % 12 == 0 && first.month == first_financial_month)
        return std::to_string(start_year) + "/" + two_digits(start_year + count / 12);
    std::string from = month_text(first);
    if (first.year == last.year) from.erase(from.find(' '));
    return from + " to " + month_text(last);
}

}  // namespace

Period make_period(CalendarDate first, CalendarDate last) {
    if (first == last) return {first, last, to_text(first)};
    if (first.day == 1 && last == last_day(last.year, last.month))
        return {first, last, months_label(first, last)};
    return {first, last, to_text(first) + " to " + to_text(last)};
}

Period quarter_of(int start_year, int quarter) {
    const int first = start_year * 12 + first_financial_month - 1 + (quarter - 1) * 3;
    return make_period(first_of(first), last_of(first + 2));
}

Period years_of(int start_year, int count) {
    const int first = start_year * 12 + first_financial_month - 1;
    return make_period(first_of(first), last_of(first + count * 12 - 1));
}

}  // namespace scorebook

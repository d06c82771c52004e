// calendar_date.cpp - days, Excel serials and the ways committee papers write a date.
//
// Day counts follow the proleptic Gregorian calendar from 1 March of year 0, so that a leap day ends its
// year.
#include "scorebook/calendar_date.hpp"

#include <array>
#include <cmath>
#include <cstdint>

namespace scorebook {

namespace {

constexpr std::array<std::string_view, 12> month_names = {"January",   "February", "March",    "April",
                                                          "May",       "June",     "July",     "August",
                                                          "September", "October",  "November", "December"};

/// Excel's last day, 31 December 9999, in either system.
constexpr int last_year = 9999;

/// Days since 1 January 1970.
long day_number(CalendarDate date) {
    const long year = date.month > 2 ? date.year : date.year - 1L;
    const long era = (year >= 0 ? year : year - 399) / 400;
    const long year_of_era = year - era * 400;
    const long day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
    return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

CalendarDate date_of_day_number(long number) {
    const long shifted = number + 719468;
    const long era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    const long day_of_era = shifted - era * 146097;
    const long year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const long day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const long shifted_month = (5 * day_of_year + 2) / 153;
    CalendarDate date;
    date.day = static_cast<int>(day_of_year - (153 * shifted_month + 2) / 5 + 1);
    date.month = static_cast<int>(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
    date.year = static_cast<int>(year_of_era + era * 400 + (date.month <= 2 ? 1 : 0));
    return date;
}

long first_day(DateSystem system) {
    return system == DateSystem::from_1900 ? day_number({1900, 1, 1}) - 1 : day_number({1904, 1, 1});
}

bool exists(CalendarDate date) {
    if (date.year < 1 || date.year > last_year || date.month < 1 || date.month > 12 || date.day < 1 ||
        date.day > 31)
        return false;
    return date_of_day_number(day_number(date)) == date;
}

/// Takes up to `most` digits off the front; empty when there are fewer than `least` or a further digit
/// follows.
std::optional<int> take_number(std::string_view& text, std::size_t least, std::size_t most) {
    int number = 0;
    std::size_t length = 0;
    while (length < text.size() && text[length] >= '0' && text[length] <= '9') {
        if (length == most) return std::nullopt;
        number = number * 10 + (text[length++] - '0');
    }
    if (length < least) return std::nullopt;
    text.remove_prefix(length);
    return number;
}

bool take(std::string_view& text, char c) {
    if (text.empty() || text.front() != c) return false;
    text.remove_prefix(1);
    return true;
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Takes a month's name ("March", "march") or its first three letters ("Mar", "Sep") off the front.
std::optional<int> take_month_name(std::string_view& text) {
    std::size_t length = 0;
    while (length < text.size() && lower(text[length]) >= 'a' && lower(text[length]) <= 'z') ++length;
    if (length < 3) return std::nullopt;
    for (std::size_t month = 0; month != month_names.size(); ++month) {
        const std::string_view name = month_names[month];
        if (length != name.size() && length != 3) continue;
        std::size_t same = 0;
        while (same < length && lower(text[same]) == lower(name[same])) ++same;
        if (same == length) {
            text.remove_prefix(length);
            return static_cast<int>(month) + 1;
        }
    }
    return std::nullopt;
}

/// "2016-03-31"
std::optional<CalendarDate> parse_iso(std::string_view text) {
    const auto year = take_number(text, 4, 4);
    if (!year || !take(text, '-')) return std::nullopt;
    const auto month = take_number(text, 2, 2);
    if (!month || !take(text, '-')) return std::nullopt;
    const auto day = take_number(text, 2, 2);
    if (!day || !text.empty()) return std::nullopt;
    return CalendarDate{*year, *month, *day};
}

/// "31/03/2016", "31/3/2016"
std::optional<CalendarDate> parse_slashed(std::string_view text) {
    const auto day = take_number(text, 1, 2);
    if (!day || !take(text, '/')) return std::nullopt;
    const auto month = take_number(text, 1, 2);
    if (!month || !take(text, '/')) return std::nullopt;
    const auto year = take_number(text, 4, 4);
    if (!year || !text.empty()) return std::nullopt;
    return CalendarDate{*year, *month, *day};
}

/// "31 March 2016", "31 Mar 2016"
std::optional<CalendarDate> parse_written_out(std::string_view text) {
    const auto day = take_number(text, 1, 2);
    if (!day || !take(text, ' ')) return std::nullopt;
    while (take(text, ' ')) {
    }
    const auto month = take_month_name(text);
    if (!month || !take(text, ' ')) return std::nullopt;
    while (take(text, ' ')) {
    }
    const auto year = take_number(text, 4, 4);
    if (!year || !text.empty()) return std::nullopt;
    return CalendarDate{*year, *month, *day};
}

}  // namespace

std::optional<CalendarDate> date_from_serial(double serial, DateSystem system) {
    constexpr double past_any_last_day = 3'000'000;
    if (!(serial >= 0) || serial > past_any_last_day) return std::nullopt;
    long days = static_cast<long>(std::floor(serial));
    if (system == DateSystem::from_1900) {
        // Serial 0 ("0 January 1900") and 60 (29 February 1900, Lotus 1-2-3's leap year) are no days.
        if (days == 0 || days == 60) return std::nullopt;
        if (days > 60) --days;
    }
    const CalendarDate date = date_of_day_number(first_day(system) + days);
    if (date.year > last_year) return std::nullopt;
    return date;
}

std::optional<double> serial_from_date(CalendarDate date, DateSystem system) {
    if (!exists(date)) return std::nullopt;
    long days = day_number(date) - first_day(system);
    if (days < (system == DateSystem::from_1900 ? 1 : 0)) return std::nullopt;
    if (system == DateSystem::from_1900 && days >= 60) ++days;
    return static_cast<double>(days);
}

std::optional<CalendarDate> parse_date(std::string_view text) {
    for (const auto parse : {parse_iso, parse_slashed, parse_written_out}) {
        const auto date = parse(text);
        if (date && exists(*date)) return date;
    }
    return std::nullopt;
}

std::string to_text(CalendarDate date) {
    return std::to_string(date.day) + " " +
           std::string(month_names[static_cast<std::size_t>(date.month - 1)]) + " " +
           std::to_string(date.year);
}

long days_between(CalendarDate from, CalendarDate to) {
    return day_number(to) - day_number(from);
}

int weekday(CalendarDate date) {
    // 1 January 1970 was a Thursday.
    const long days = (day_number(date) + 3) % 7;
    return static_cast<int>(days < 0 ? days + 7 : days);
}

}  // namespace scorebook

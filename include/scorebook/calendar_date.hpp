// calendar_date.hpp - a day, and the Excel serial it is stored as.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace scorebook {

/// A day of the proleptic Gregorian calendar. `month` 1-12, `day` 1-31.
struct CalendarDate {
    int year = 1970;
    int month = 1;
    int day = 1;

    friend auto operator<=>(const CalendarDate&, const CalendarDate&) = default;
};

/// Which day serial 1 is (ECMA-376 Part 1, 18.17.4.1): 1 January 1900 with a false 29 February, or 2 January
/// 1904.
enum class DateSystem { from_1900, from_1904 };

/// The day a serial falls on; the fraction (time of day) is ignored. Empty for serials that are no day in
/// Excel.
std::optional<CalendarDate> date_from_serial(double serial, DateSystem system);

/// The serial of a day; empty before the system's first day.
std::optional<double> serial_from_date(CalendarDate date, DateSystem system);

/// "2016-03-31" or "31/03/2016" or "31 March 2016". Empty for anything else, or a day that doesn't exist.
std::optional<CalendarDate> parse_date(std::string_view text);

/// "31 March 2016", as committee papers write it.
std::string to_text(CalendarDate date);

/// Days from `from` to `to`; negative when `to` is earlier.
long days_between(CalendarDate from, CalendarDate to);

/// 0 Monday ... 6 Sunday.
int weekday(CalendarDate date);

}  // namespace scorebook

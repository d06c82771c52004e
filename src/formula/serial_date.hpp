// serial_date.hpp - day serials and the calendar as Excel's functions see them: 29 February 1900 is a day,
// serial 0 too.
#pragma once

#include <cstdint>
#include <optional>

#include "scorebook/calendar_date.hpp"

namespace scorebook::formula {

struct SerialDay {
    int year = 1900;
    int month = 1;
    int day = 0;
};

/// The last day Excel knows, 31 December 9999, in each system.
double last_serial(DateSystem dates);

/// The day of a serial (its whole part); empty outside 0..last_serial. 0 is "0 January 1900".
std::optional<SerialDay> day_of_serial(double serial, DateSystem dates);

/// The serial of a day; months and days beyond their range move on, as in DATE. Empty outside Excel's days.
std::optional<double> serial_of_day(std::int64_t year, std::int64_t month, std::int64_t day,
                                    DateSystem dates);

/// 1 Sunday ... 7 Saturday, in Excel's own reckoning (serial 1 is a Sunday in the 1900 system).
int excel_weekday(double serial, DateSystem dates);

bool is_leap_year(int year, DateSystem dates);
int days_in_month(int year, int month, DateSystem dates);

}  // namespace scorebook::formula

// day_count.hpp - the five day counts of Excel's bond functions (basis 0-4), and months added to a date.
#pragma once

#include <cstdint>

#include "formula/serial_date.hpp"

namespace scorebook::formula {

enum class DayBasis : std::uint8_t {
    us_30_360,
    actual_actual,
    actual_360,
    actual_365,
    european_30_360,
};

/// How 30/360 of the US treats the later date: only with regard to the earlier one, or by itself.
enum class EndDate { after_start, by_itself };

double days_30_360_us(double from, double to, EndDate end_date, DateSystem dates);
/// As DAYS360 counts: the end of February is moved to day 30 only where the period begins.
double days_360_us(double from, double to, DateSystem dates);
double days_30_360_european(double from, double to, DateSystem dates);

/// Days from one serial to another as the basis counts them.
double days_between(double from, double to, DayBasis basis, DateSystem dates);
/// Days of the year the basis divides by, for a period of these dates.
double days_in_year(double from, double to, DayBasis basis, DateSystem dates);
double years_between(double from, double to, DayBasis basis, DateSystem dates);

bool is_month_end(double serial, DateSystem dates);
/// The same day `months` on, or the last of the month: always when `month_end`, else where the day is
/// missing. 0 when it would leave Excel's calendar.
double add_months(double serial, int months, bool month_end, DateSystem dates);

}  // namespace scorebook::formula

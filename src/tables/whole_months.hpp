// whole_months.hpp - counting in months, and the periods councils make of them: financial quarters and years.
#pragma once

#include "scorebook/calendar_date.hpp"
#include "tables/period_text.hpp"

namespace scorebook {

/// April.
inline constexpr int first_financial_month = 4;

/// `month` from 1 to 12.
int days_in(int year, int month);
CalendarDate last_day(int year, int month);

/// A month counted from year 0, and its first and last day.
int month_number(CalendarDate day);
CalendarDate first_of(int month_number);
CalendarDate last_of(int month_number);

/// Labelled as councils write it: "8 June 2016", "May 2016", "Q2 2016/17", "2016/17", "July to August 2015".
Period make_period(CalendarDate first, CalendarDate last);
/// `quarter` 1 to 4 of the financial year that starts in April of `start_year`.
Period quarter_of(int start_year, int quarter);
/// `count` financial years.
Period years_of(int start_year, int count);

}  // namespace scorebook

// day_count.cpp - counts of days between serials; the rules for February are those Excel was found to follow.
#include "formula/day_count.hpp"

#include <algorithm>
#include <cmath>

namespace scorebook::formula {
namespace {

SerialDay day_of(double serial, DateSystem dates) {
    return day_of_serial(serial, dates).value_or(SerialDay{});
}

bool is_february_end(const SerialDay& day, DateSystem dates) {
    return day.month == 2 && day.day == days_in_month(day.year, 2, dates);
}

double days_360(const SerialDay& from, int from_day, const SerialDay& to, int to_day) {
    return (to.year - from.year) * 360 + (to.month - from.month) * 30 + (to_day - from_day);
}

double serial_of(int year, int month, int day, DateSystem dates) {
    return serial_of_day(year, month, day, dates).value_or(0);
}

/// The denominator of actual/actual: 366 when a period of up to a year meets a 29 February, else the mean
/// length of the years it touches.
double mean_year(double from, double to, DateSystem dates) {
    const SerialDay a = day_of(from, dates);
    const SerialDay b = day_of(to, dates);
    const bool within_a_year =
        a.year == b.year ||
        (a.year + 1 == b.year && (a.month > b.month || (a.month == b.month && a.day >= b.day)));
    if (!within_a_year) {
        const double first = serial_of(a.year, 1, 1, dates);
        const double last = serial_of(b.year + 1, 1, 1, dates);
        // 29 February 1900 has a serial, but 1900 is no leap year here (Excel for Mac 16).
        const double invented = a.year <= 1900 && dates == DateSystem::from_1900 ? 1 : 0;
        return (last - first - invented) / (b.year - a.year + 1);
    }
    bool leap = false;
    if (a.year == b.year) {
        leap = is_leap_year(a.year, dates);
    } else {
        const bool from_before_leap_day = a.month < 2 || (a.month == 2 && a.day <= 29);
        const bool to_after_leap_day = b.month > 2 || (b.month == 2 && b.day == 29);
        leap = (is_leap_year(a.year, dates) && from_before_leap_day) ||
               (is_leap_year(b.year, dates) && to_after_leap_day);
    }
    return leap ? 366 : 365;
}

}  // namespace

double days_30_360_us(double from, double to, EndDate end_date, DateSystem dates) {
    const SerialDay a = day_of(from, dates);
    const SerialDay b = day_of(to, dates);
    int from_day = a.day;
    int to_day = b.day;
    const bool by_itself = end_date == EndDate::by_itself;
    if (is_february_end(b, dates) && (is_february_end(a, dates) || by_itself)) to_day = 30;
    if (to_day == 31 && (from_day >= 30 || by_itself)) to_day = 30;
    if (from_day == 31 || is_february_end(a, dates)) from_day = 30;
    return days_360(a, from_day, b, to_day);
}

double days_360_us(double from, double to, DateSystem dates) {
    const SerialDay a = day_of(from, dates);
    const SerialDay b = day_of(to, dates);
    const int from_day = is_february_end(a, dates) ? 30 : std::min(a.day, 30);
    return days_360(a, from_day, b, b.day == 31 && from_day == 30 ? 30 : b.day);
}

double days_30_360_european(double from, double to, DateSystem dates) {
    const SerialDay a = day_of(from, dates);
    const SerialDay b = day_of(to, dates);
    return days_360(a, std::min(a.day, 30), b, std::min(b.day, 30));
}

double days_between(double from, double to, DayBasis basis, DateSystem dates) {
    if (basis == DayBasis::us_30_360) return days_30_360_us(from, to, EndDate::after_start, dates);
    if (basis == DayBasis::european_30_360) return days_30_360_european(from, to, dates);
    return to - from;
}

double days_in_year(double from, double to, DayBasis basis, DateSystem dates) {
    if (basis == DayBasis::actual_365) return 365;
    return basis == DayBasis::actual_actual ? mean_year(from, to, dates) : 360;
}

double years_between(double from, double to, DayBasis basis, DateSystem dates) {
    if (from > to) std::swap(from, to);
    return days_between(from, to, basis, dates) / days_in_year(from, to, basis, dates);
}

bool is_month_end(double serial, DateSystem dates) {
    const SerialDay day = day_of(serial, dates);
    return day.day == days_in_month(day.year, day.month, dates);
}

double add_months(double serial, int months, bool month_end, DateSystem dates) {
    const SerialDay day = day_of(serial, dates);
    const int count = day.year * 12 + day.month - 1 + months;
    const int year = count / 12;
    const int month = count % 12 + 1;
    const int length = days_in_month(year, month, dates);
    return serial_of(year, month, month_end ? length : std::min(day.day, length), dates);
}

}  // namespace scorebook::formula

// serial_date.cpp - day serials, ECMA-376 Part 1, 18.17.4.1, with the false leap year of 1900.
#include "formula/serial_date.hpp"

#include <cmath>

namespace scorebook::formula {
namespace {

/// Days from 1 March 0000 of the proleptic Gregorian calendar.
std::int64_t civil_days(std::int64_t year, std::int64_t month, std::int64_t day) {
    year -= month <= 2 ? 1 : 0;
    const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
    const std::int64_t year_of_era = year - era * 400;
    const std::int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
}

SerialDay civil_from_days(std::int64_t days) {
    const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    const std::int64_t day_of_era = days - era * 146097;
    const std::int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t shifted = (5 * day_of_year + 2) / 153;
    const int day = static_cast<int>(day_of_year - (153 * shifted + 2) / 5 + 1);
    const int month = static_cast<int>(shifted < 10 ? shifted + 3 : shifted - 9);
    return {static_cast<int>(year_of_era + era * 400 + (month <= 2 ? 1 : 0)), month, day};
}

/// Serial 61, 1 March 1900, is where the two reckonings meet.
const std::int64_t march_1900 = civil_days(1900, 3, 1);
constexpr std::int64_t false_leap_day = 60;
constexpr std::int64_t offset_1904 = 1462;

}  // namespace

double last_serial(DateSystem dates) {
    return static_cast<double>(dates == DateSystem::from_1904 ? 2958465 - offset_1904 : 2958465);
}

std::optional<SerialDay> day_of_serial(double serial, DateSystem dates) {
    const double whole = std::floor(serial);
    if (!(whole >= 0) || whole > last_serial(dates)) return std::nullopt;
    std::int64_t days = static_cast<std::int64_t>(whole);
    if (dates == DateSystem::from_1904) return civil_from_days(civil_days(1904, 1, 1) + days);
    if (days == 0) return SerialDay{1900, 1, 0};
    if (days == false_leap_day) return SerialDay{1900, 2, 29};
    if (days < false_leap_day) ++days;
    return civil_from_days(march_1900 + days - false_leap_day - 1);
}

std::optional<double> serial_of_day(std::int64_t year, std::int64_t month, std::int64_t day,
                                    DateSystem dates) {
    constexpr std::int64_t limit = 100'000'000;
    if (std::abs(year) > limit || std::abs(month) > limit || std::abs(day) > limit) return std::nullopt;
    month -= 1;
    year += month / 12;
    month %= 12;
    if (month < 0) {
        month += 12;
        --year;
    }
    // The first of the month, then days counted on in serials, so that the false leap day is passed as Excel
    // does.
    std::int64_t serial = 0;
    const std::int64_t first = civil_days(year, month + 1, 1);
    if (dates == DateSystem::from_1904) {
        serial = first - civil_days(1904, 1, 1);
    } else {
        serial = first - march_1900 + false_leap_day + 1;
        if (first < march_1900) --serial;
    }
    serial += day - 1;
    if (serial < 0 || static_cast<double>(serial) > last_serial(dates)) return std::nullopt;
    return static_cast<double>(serial);
}

int excel_weekday(double serial, DateSystem dates) {
    auto days = static_cast<std::int64_t>(std::floor(serial));
    if (dates == DateSystem::from_1904) days += offset_1904;
    return static_cast<int>(((days - 1) % 7 + 7) % 7) + 1;
}

bool is_leap_year(int year, DateSystem dates) {
    if (year == 1900) return dates == DateSystem::from_1900;
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int days_in_month(int year, int month, DateSystem dates) {
    constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap_year(year, dates) ? 29 : days[month - 1];
}

}  // namespace scorebook::formula

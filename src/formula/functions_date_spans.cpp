// functions_date_spans.cpp - from one day to another, and weeks of the year: DATEDIF, DAYS, DAYS360,
// YEARFRAC, WEEKNUM.
#include <algorithm>
#include <cmath>

#include "formula/day_count.hpp"
#include "formula/function_families.hpp"
#include "formula/numeric_call.hpp"
#include "formula/serial_date.hpp"
#include "formula/text_case.hpp"

namespace scorebook::formula {
namespace {

/// The whole serial of argument `index`; #NUM! outside Excel's days.
double whole_day(Call& call, std::size_t index) {
    const double serial = std::floor(call.number(index));
    if (!call.failed() && (serial < 0 || serial > last_serial(call.dates()))) call.fail(CellError::num);
    return serial;
}

/// Functions that came from an add-in take no TRUE for 1.
void refuse_booleans(Call& call) {
    for (std::size_t i = 0; i < call.size(); ++i) {
        if (std::holds_alternative<bool>(call.single(i))) call.fail(CellError::value);
    }
}

Value days(Call& call) {
    const double last = whole_day(call, 0);
    const double first = whole_day(call, 1);
    return last - first;
}

/// DAYS360 rounds to the second before it takes the day: 0.999999 of a day is the next one.
double day_to_the_second(Call& call, std::size_t index) {
    const double serial = std::floor(call.number(index) + 0.5 / 86400);
    if (!call.failed() && (serial < 0 || serial > last_serial(call.dates()))) call.fail(CellError::num);
    return serial;
}

Value days360(Call& call) {
    const double from = day_to_the_second(call, 0);
    const double to = day_to_the_second(call, 1);
    const bool european = call.boolean_or(2, false);
    if (call.failed()) return 0.0;
    if (european) return days_30_360_european(from, to, call.dates());
    return days_360_us(from, to, call.dates());
}

Value yearfrac(Call& call) {
    refuse_booleans(call);
    const double from = whole_day(call, 0);
    const double to = whole_day(call, 1);
    const double basis = call.whole_number_or(2, 0);
    if (call.failed()) return 0.0;
    if (basis < 0 || basis > 4) return CellError::num;
    return checked_number(
        years_between(from, to, static_cast<DayBasis>(static_cast<int>(basis)), call.dates()));
}

/// Days from `first` to `last` within a month, as DATEDIF's "md" counts them: the month before the last one
/// lends its days, which may be too few (31 January to 1 March gives -2 in a common year).
double days_beyond_months(const SerialDay& first, const SerialDay& last, DateSystem dates) {
    if (last.day >= first.day) return last.day - first.day;
    const int month_before = last.month == 1 ? 12 : last.month - 1;
    const int year_before = last.month == 1 ? last.year - 1 : last.year;
    return last.day - first.day + days_in_month(year_before, month_before, dates);
}

/// Days from `first` to `last` as if the years were the same, or followed each other ("yd"); reckoned in the
/// year of `first`.
double days_beyond_years(const SerialDay& first, const SerialDay& last, DateSystem dates) {
    const bool wraps = last.month < first.month || (last.month == first.month && last.day < first.day);
    const auto from = serial_of_day(first.year, first.month, first.day, dates);
    const auto to = serial_of_day(first.year + (wraps ? 1 : 0), last.month, last.day, dates);
    return to.value_or(0) - from.value_or(0);
}

Value datedif(Call& call) {
    const double from = whole_day(call, 0);
    const double to = whole_day(call, 1);
    const std::string unit = fold_case(call.text(2));
    if (call.failed()) return 0.0;
    if (from > to) return CellError::num;
    const SerialDay first = day_of_serial(from, call.dates()).value_or(SerialDay{});
    const SerialDay last = day_of_serial(to, call.dates()).value_or(SerialDay{});
    const int months =
        (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day ? 1 : 0);
    if (unit == "d") return to - from;
    if (unit == "m") return double{1} * months;
    if (unit == "y") return double{1} * (months / 12);
    if (unit == "ym") return double{1} * (months % 12);
    if (unit == "md") return days_beyond_months(first, last, call.dates());
    if (unit == "yd") return days_beyond_years(first, last, call.dates());
    return CellError::num;
}

/// Day 1 of the year a serial lies in.
double new_year(double serial, DateSystem dates) {
    const SerialDay day = day_of_serial(serial, dates).value_or(SerialDay{});
    return serial_of_day(day.year, 1, 1, dates).value_or(0);
}

/// The week ISO 8601 counts: weeks begin on Monday, the first one holds the year's first Thursday.
double iso_week(double serial, DateSystem dates) {
    const int from_monday = (excel_weekday(serial, dates) + 5) % 7;
    const double thursday = std::min(serial - from_monday + 3, last_serial(dates));
    if (thursday < 0) return 52;
    return std::floor((thursday - new_year(thursday, dates)) / 7) + 1;
}

Value isoweeknum(Call& call) {
    const double serial = whole_day(call, 0);
    if (call.failed()) return 0.0;
    return iso_week(serial, call.dates());
}

Value weeknum(Call& call) {
    refuse_booleans(call);
    const double serial = whole_day(call, 0);
    const double kind = call.whole_number_or(1, 1);
    if (call.failed()) return 0.0;
    if (kind == 21) return iso_week(serial, call.dates());
    // The day weeks begin with, from Sunday 0: 1 and 17 Sunday, 2 and 11 Monday ... 16 Saturday.
    int begin = -1;
    if (kind == 1 || kind == 2) begin = static_cast<int>(kind) - 1;
    if (kind >= 11 && kind <= 17) begin = (static_cast<int>(kind) - 10) % 7;
    if (begin < 0) return CellError::num;
    const double first = new_year(serial, call.dates());
    const int offset = (excel_weekday(first, call.dates()) - 1 - begin + 7) % 7;
    return std::floor((serial - first + offset) / 7) + 1;
}

constexpr FunctionRow date_spans_rows[] = {
    {"DATEDIF", 3, 3, "vvv", datedif}, {"DAYS", 2, 2, "vv", days},
    {"DAYS360", 2, 3, "vvv", days360}, {"ISOWEEKNUM", 1, 1, "v", isoweeknum},
    {"WEEKNUM", 1, 2, "vv", weeknum},  {"YEARFRAC", 2, 3, "vvv", yearfrac},
};

}  // namespace

std::span<const FunctionRow> functions_date_spans() {
    return date_spans_rows;
}

}  // namespace scorebook::formula

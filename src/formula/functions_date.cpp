// functions_date.cpp - days and their parts; serials as in serial_date.hpp.
#include <algorithm>
#include <cmath>

#include "formula/call.hpp"
#include "formula/function_families.hpp"
#include "formula/serial_date.hpp"
#include "formula/text_number.hpp"

namespace scorebook::formula {
namespace {

Value today(Call& call) {
    return std::floor(call.workspace().clock().now);
}
Value now(Call& call) {
    return call.workspace().clock().now;
}

/// The day of argument `index`; #NUM! outside Excel's days.
SerialDay day_argument(Call& call, std::size_t index) {
    const auto day = day_of_serial(call.number(index), call.dates());
    if (!day) call.fail(CellError::num);
    return day.value_or(SerialDay{});
}

Value serial_or_num(std::optional<double> serial) {
    return serial ? Value(*serial) : Value(CellError::num);
}

Value date(Call& call) {
    double year = call.whole_number(0);
    const double month = call.whole_number(1);
    const double day = call.whole_number(2);
    if (call.failed()) return 0.0;
    if (year < 0 || year >= 10000) return CellError::num;
    if (std::abs(month) > 1e6 || std::abs(day) > 1e8) return CellError::num;
    // Past December 9999 it is too late, even if the days would lead back.
    if (year * 12 + month > 9999 * 12 + 12) return CellError::num;
    if (year < (call.dates() == DateSystem::from_1904 ? 1904 : 1900)) year += 1900;
    return serial_or_num(serial_of_day(static_cast<std::int64_t>(year), static_cast<std::int64_t>(month),
                                       static_cast<std::int64_t>(day), call.dates()));
}

Value year(Call& call) {
    return double{1} * day_argument(call, 0).year;
}
Value month(Call& call) {
    return double{1} * day_argument(call, 0).month;
}
Value day(Call& call) {
    return double{1} * day_argument(call, 0).day;
}

/// The day `months` after argument 0, and the year and month it falls in.
SerialDay months_on(Call& call) {
    // These two came from an add-in, which takes no booleans.
    for (std::size_t i = 0; i < 2; ++i) {
        if (std::holds_alternative<bool>(call.single(i))) call.fail(CellError::value);
    }
    SerialDay start = day_argument(call, 0);
    const double months = call.whole_number(1);
    if (call.failed() || std::abs(months) > 120000) {
        call.fail(CellError::num);
        return start;
    }
    const int total = start.year * 12 + start.month - 1 + static_cast<int>(months);
    if (total < 0) call.fail(CellError::num);
    start.year = total / 12;
    start.month = std::max(total % 12, 0) + 1;
    return start;
}

Value edate(Call& call) {
    SerialDay target = months_on(call);
    if (call.failed()) return 0.0;
    target.day = std::min(target.day, days_in_month(target.year, target.month, call.dates()));
    return serial_or_num(serial_of_day(target.year, target.month, target.day, call.dates()));
}

Value eomonth(Call& call) {
    const SerialDay target = months_on(call);
    if (call.failed()) return 0.0;
    return serial_or_num(serial_of_day(target.year, target.month,
                                       days_in_month(target.year, target.month, call.dates()), call.dates()));
}

Value weekday(Call& call) {
    const double serial = call.number(0);
    const double kind = call.whole_number_or(1, 1);
    if (call.failed()) return 0.0;
    if (serial < 0 || serial >= last_serial(call.dates()) + 1) return CellError::num;
    const int from_sunday = excel_weekday(serial, call.dates()) - 1;
    if (kind == 1) return from_sunday + 1.0;
    if (kind == 2) return (from_sunday + 6) % 7 + 1.0;
    if (kind == 3) return (from_sunday + 6) % 7 + 0.0;
    // 11 counts from Monday ... 17 from Sunday.
    if (kind >= 11 && kind <= 17) return (from_sunday + 7 - (static_cast<int>(kind) - 10) % 7) % 7 + 1.0;
    return CellError::num;
}

/// The day and time a text argument spells; anything else is #VALUE!.
DateAndTime moment_argument(Call& call) {
    const CellValue single = call.single(0);
    const auto* error = std::get_if<CellError>(&single);
    const auto* text = std::get_if<std::string>(&single);
    const auto moment = text != nullptr ? date_time_from_text(*text, call.dates()) : std::nullopt;
    if (!moment) call.fail(error != nullptr ? *error : CellError::value);
    return moment.value_or(DateAndTime{});
}

/// A time alone is day 0.
Value datevalue(Call& call) {
    return std::floor(moment_argument(call).day.value_or(0));
}

Value timevalue(Call& call) {
    const double time = moment_argument(call).time.value_or(0);
    return time - std::floor(time);
}

constexpr FunctionRow date_rows[] = {
    {"DATE", 3, 3, "vvv", date},
    {"DATEVALUE", 1, 1, "v", datevalue},
    {"DAY", 1, 1, "v", day},
    {"EDATE", 2, 2, "vv", edate},
    {"EOMONTH", 2, 2, "vv", eomonth},
    {"MONTH", 1, 1, "v", month},
    {"NOW", 0, 0, "", now, FunctionTrait::is_volatile},
    {"TIMEVALUE", 1, 1, "v", timevalue},
    {"TODAY", 0, 0, "", today, FunctionTrait::is_volatile},
    {"WEEKDAY", 1, 2, "vv", weekday},
    {"YEAR", 1, 1, "v", year},
};

}  // namespace

std::span<const FunctionRow> functions_date() {
    return date_rows;
}

}  // namespace scorebook::formula

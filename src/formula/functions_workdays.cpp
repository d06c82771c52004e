// functions_workdays.cpp - days of work between two days or after one: NETWORKDAYS, WORKDAY and their .INTL.
#include <algorithm>
#include <array>
#include <cmath>

#include "formula/call.hpp"
#include "formula/function_families.hpp"
#include "formula/serial_date.hpp"

namespace scorebook::formula {
namespace {

/// Whether each day of the week is free, Monday first.
using Weekend = std::array<bool, 7>;

constexpr Weekend saturday_and_sunday = {false, false, false, false, false, true, true};

bool is_free(double serial, const Weekend& weekend, DateSystem dates) {
    return weekend[static_cast<std::size_t>((excel_weekday(serial, dates) + 5) % 7)];
}

std::size_t workdays_a_week(const Weekend& weekend) {
    return static_cast<std::size_t>(std::count(weekend.begin(), weekend.end(), false));
}

/// Argument `index`: 1 Saturday and Sunday ... 7 Friday and Saturday, 11 only Sunday ... 17 only Saturday, or
/// seven digits, Monday first, 1 for a free day.
Weekend weekend_argument(Call& call, std::size_t index) {
    if (!call.has(index)) return saturday_and_sunday;
    const CellValue given = call.single(index);
    Weekend weekend{};
    if (const auto* text = std::get_if<std::string>(&given)) {
        if (text->size() != weekend.size() || text->find_first_not_of("01") != std::string::npos) {
            call.fail(CellError::value);
            return weekend;
        }
        for (std::size_t i = 0; i < weekend.size(); ++i) weekend[i] = (*text)[i] == '1';
        return weekend;
    }
    const double number = call.whole_number(index);
    const bool pair = number >= 1 && number <= 7;
    if (!pair && !(number >= 11 && number <= 17)) {
        call.fail(CellError::num);
        return weekend;
    }
    const auto which = static_cast<std::size_t>(number);
    // 1 begins on Saturday, 11 on Sunday.
    weekend[pair ? (which + 4) % 7 : (which + 2) % 7] = true;
    if (pair) weekend[(which + 5) % 7] = true;
    return weekend;
}

/// Whole days off, from a range, an array or a single value, in order.
std::vector<double> holidays(Call& call, std::size_t index) {
    std::vector<double> days;
    if (!call.has(index)) return days;
    call.each_value(index, [&](const CellValue& cell) {
        const auto number = to_number(cell, call.dates());
        if (const auto* error = std::get_if<CellError>(&number)) {
            call.fail(*error);
            return false;
        }
        days.push_back(std::floor(std::get<double>(number)));
        return true;
    });
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

bool is_day(double serial, DateSystem dates) {
    return serial >= 0 && serial <= last_serial(dates);
}

Value days_of_work(Call& call, std::size_t holidays_index, const Weekend& weekend) {
    double first = std::floor(call.number(0));
    double last = std::floor(call.number(1));
    const std::vector<double> off = holidays(call, holidays_index);
    if (call.failed()) return 0.0;
    const DateSystem dates = call.dates();
    if (!is_day(first, dates) || !is_day(last, dates)) return CellError::num;
    const bool backwards = first > last;
    if (backwards) std::swap(first, last);
    const double weeks = std::floor((last - first + 1) / 7);
    double days = weeks * static_cast<double>(workdays_a_week(weekend));
    for (double serial = first + weeks * 7; serial <= last; ++serial) {
        if (!is_free(serial, weekend, dates)) ++days;
    }
    for (const double holiday : off) {
        if (holiday >= first && holiday <= last && !is_free(holiday, weekend, dates)) --days;
    }
    return checked_number(backwards ? -days : days);
}

Value networkdays(Call& call) {
    return days_of_work(call, 2, saturday_and_sunday);
}

Value networkdays_intl(Call& call) {
    const Weekend weekend = weekend_argument(call, 2);
    return days_of_work(call, 3, weekend);
}

Value day_after_work(Call& call, std::size_t holidays_index, const Weekend& weekend) {
    double serial = std::floor(call.number(0));
    double left = call.whole_number(1);
    const std::vector<double> off = holidays(call, holidays_index);
    if (call.failed()) return 0.0;
    const DateSystem dates = call.dates();
    if (!is_day(serial, dates)) return CellError::num;
    const auto a_week = static_cast<double>(workdays_a_week(weekend));
    if (a_week == 0) return CellError::value;
    const double step = left < 0 ? -1 : 1;
    left = std::abs(left);
    while (left > 0) {
        // Whole weeks at once while they can't lead past the day; what is a holiday there wasn't worked.
        const double weeks = std::floor((left - 1) / a_week);
        if (weeks > 0) {
            const double reached = serial + step * 7 * weeks;
            if (!is_day(reached, dates)) return CellError::num;
            left -= weeks * a_week;
            for (const double holiday : off) {
                const bool passed = step > 0 ? holiday > serial && holiday <= reached
                                             : holiday < serial && holiday >= reached;
                if (passed && !is_free(holiday, weekend, dates)) ++left;
            }
            serial = reached;
            continue;
        }
        serial += step;
        if (!is_day(serial, dates)) return CellError::num;
        if (!is_free(serial, weekend, dates) && !std::binary_search(off.begin(), off.end(), serial)) --left;
    }
    return serial;
}

Value workday(Call& call) {
    return day_after_work(call, 2, saturday_and_sunday);
}

Value workday_intl(Call& call) {
    const Weekend weekend = weekend_argument(call, 2);
    return day_after_work(call, 3, weekend);
}

constexpr FunctionRow workdays_rows[] = {
    {"NETWORKDAYS", 2, 3, "vva", networkdays},
    {"NETWORKDAYS.INTL", 2, 4, "vvva", networkdays_intl},
    {"WORKDAY", 2, 3, "vva", workday},
    {"WORKDAY.INTL", 2, 4, "vvva", workday_intl},
};

}  // namespace

std::span<const FunctionRow> functions_workdays() {
    return workdays_rows;
}

}  // namespace scorebook::formula

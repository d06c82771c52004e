// functions_time.cpp - hours, minutes and seconds; a time is a fraction of a day.
#include <cmath>

#include "formula/call.hpp"
#include "formula/function_families.hpp"
#include "formula/serial_date.hpp"

namespace scorebook::formula {
namespace {

constexpr double seconds_a_day = 86400;

/// Seconds since midnight of argument 0, to the nearest whole one, as Excel's clock functions see it.
double second_of_day(Call& call) {
    const double serial = call.number(0);
    if (call.failed()) return 0;
    if (serial < 0 || serial >= last_serial(call.dates()) + 1) {
        call.fail(CellError::num);
        return 0;
    }
    const double seconds = std::round((serial - std::floor(serial)) * seconds_a_day);
    return std::fmod(seconds, seconds_a_day);
}

Value hour(Call& call) {
    return std::floor(second_of_day(call) / 3600);
}
Value minute(Call& call) {
    return std::fmod(std::floor(second_of_day(call) / 60), 60);
}
Value second(Call& call) {
    return std::fmod(second_of_day(call), 60);
}

/// The largest number TIME takes for each part.
constexpr double largest_part = 32767;

Value time(Call& call) {
    const double hours = call.whole_number(0);
    const double minutes = call.whole_number(1);
    const double seconds = call.whole_number(2);
    if (call.failed()) return 0.0;
    if (hours > largest_part || minutes > largest_part || seconds > largest_part) return CellError::num;
    const double total = hours * 3600 + minutes * 60 + seconds;
    if (total < 0) return CellError::num;
    return std::fmod(total, seconds_a_day) / seconds_a_day;
}

constexpr FunctionRow time_rows[] = {
    {"HOUR", 1, 1, "v", hour},
    {"MINUTE", 1, 1, "v", minute},
    {"SECOND", 1, 1, "v", second},
    {"TIME", 3, 3, "vvv", time},
};

}  // namespace

std::span<const FunctionRow> functions_time() {
    return time_rows;
}

}  // namespace scorebook::formula

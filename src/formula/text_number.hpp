// text_number.hpp - the number typed text stands for, as VALUE and the operators read it: "1,234", "12%",
// "31/03/2016".
//
// Days before months where both are possible, as in Britain; names of months in English.
#pragma once

#include <optional>
#include <string_view>

#include "scorebook/calendar_date.hpp"

namespace scorebook::formula {

std::optional<double> number_from_text(std::string_view text, DateSystem dates);

/// What DATEVALUE and TIMEVALUE read: the serial of the day, the fraction of the day; either may be absent.
struct DateAndTime {
    std::optional<double> day;
    std::optional<double> time;
};
std::optional<DateAndTime> date_time_from_text(std::string_view text, DateSystem dates);

}  // namespace scorebook::formula

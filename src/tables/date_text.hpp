// date_text.hpp - days typed as text: "31/03/16", "Thursday 31st March 2016", "May 2016", "by end of Q2
// 2016/17".
#pragma once

#include <optional>
#include <string_view>

#include "scorebook/calendar_date.hpp"

namespace scorebook {

struct DateText {
    std::optional<CalendarDate> date;  ///< the last day of a month or quarter
    bool reads_two_ways = false;       ///< day and month could change places; read as day/month
    bool weekday_disagrees = false;    ///< "Monday 8 June 2016" was a Wednesday
};

/// The first day in `text`, or none.
DateText read_date_text(std::string_view text);

/// "Ongoing", "continuous", "annual": a time that has no day.
bool is_open_ended(std::string_view text);

}  // namespace scorebook

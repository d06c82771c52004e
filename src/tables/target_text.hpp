// target_text.hpp - targets as they are written: "<0.4", "Not greater than 3%", "within 20 working days",
// "Maintain", "No Target" (papers-audit.md 1.4).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "scorebook/calendar_date.hpp"
#include "tables/figure.hpp"
#include "tables/read_value.hpp"

namespace scorebook {

struct Target {
    enum class Kind {
        none,      ///< blank, "No Target", "n/a", "TBC": `state` says which
        value,     ///< one figure; `equal` leaves the direction to the measure's polarity
        range,     ///< from values[0] to values[1]
        several,   ///< "£5.0m and £3.46m respectively": one for each of several things
        maintain,  ///< stay where it is; a figure, if any, is the baseline
        increase,  ///< by values[0]
        decrease,  ///< by values[0]
        unreadable,
    };
    Kind kind = Kind::unreadable;
    ValueState state = ValueState::present;
    std::vector<Figure> values;
    std::optional<CalendarDate> by;  ///< "... by 31 March 2015"
};

Target read_target(std::string_view text);

}  // namespace scorebook

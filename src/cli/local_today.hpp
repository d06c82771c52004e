// local_today.hpp - the day it is where the program runs.
#pragma once

#include <ctime>

#include "scorebook/calendar_date.hpp"

namespace scorebook::cli {

inline CalendarDate local_today() {
    const std::time_t now = std::time(nullptr);
    std::tm time{};
    ::localtime_r(&now, &time);
    return {time.tm_year + 1900, time.tm_mon + 1, time.tm_mday};
}

}  // namespace scorebook::cli

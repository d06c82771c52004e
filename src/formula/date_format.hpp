// date_format.hpp - a serial shown under the date and time items of a number format.
#pragma once

#include <optional>
#include <string>

#include "formula/format_section.hpp"
#include "scorebook/calendar_date.hpp"

namespace scorebook::formula {

/// Empty for serials that are no day in Excel.
std::optional<std::string> format_date(double serial, const FormatSection& section, DateSystem dates);

}  // namespace scorebook::formula

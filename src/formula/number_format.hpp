// number_format.hpp - a value as TEXT and cells show it under a number format. ECMA-376 Part 1, 18.8.31.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "scorebook/calendar_date.hpp"
#include "scorebook/cell_value.hpp"

namespace scorebook::formula {

/// `value` (no error) under `format`, in English; empty when the format can't be read or the value is no day
/// it asks for.
std::optional<std::string> format_value(const CellValue& value, std::string_view format, DateSystem dates);

/// A number in the General format as a cell shows it: 11 characters at most.
std::string general_text(double number);

}  // namespace scorebook::formula

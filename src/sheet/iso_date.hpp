// iso_date.hpp - the dates of t="d" cells as serials. ISO 8601 as ECMA-376 Part 1, 18.17.4 restricts it.
#pragma once

#include <optional>
#include <string_view>

#include "scorebook/calendar_date.hpp"

namespace scorebook {

/// "2016-03-31", "2016-03-31T14:30:00", "14:30:00.5", each with or without "Z" -> serial. Empty for anything
/// else.
std::optional<double> serial_from_iso(std::string_view text, DateSystem system);

}  // namespace scorebook

// missing_value.hpp - the ways officers type that there is no value: "n/a", "TBC", a dash, a full stop.
#pragma once

#include <string_view>

#include "tables/read_value.hpp"

namespace scorebook {

/// `present` for any text that says something.
ValueState missing_state(std::string_view text);

}  // namespace scorebook

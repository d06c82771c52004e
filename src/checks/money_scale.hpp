// money_scale.hpp - what one unit of a column of money is, by its header: "Variance £m".
#pragma once

#include <optional>
#include <string_view>

#include "vocabulary/fraction.hpp"

namespace scorebook {

/// Pounds: 1,000,000 for "£m", 1,000 for "£k" and "£000", 1 for "£" alone; nothing where the header doesn't
/// say.
std::optional<Fraction> money_scale(std::string_view header);

}  // namespace scorebook

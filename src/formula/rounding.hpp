// rounding.hpp - ROUND and its relatives: half away from zero, on the number's first 15 digits.
#pragma once

namespace scorebook::formula {

enum class Rounding { half_away, away, towards_zero };

/// `number` at `places` decimals (negative: tens, hundreds): ROUND(1.745,2) is 1.75, though the double is
/// below that.
double round_decimal(double number, double places, Rounding rounding);

}  // namespace scorebook::formula

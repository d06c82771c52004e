// digit_layout.hpp - digits laid out under the 0, # and ? of a number format.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "formula/format_section.hpp"

namespace scorebook::formula {

/// `number` (not negative) with `places` decimals, in plain digits.
std::string fixed_digits(double number, int places);

/// "0" as no digits at all: what # and ? make of a zero.
std::string without_zero(std::string digits);

inline bool is_digit_item(const FormatItem& item) {
    return item.kind == FormatItemKind::digit;
}

/// Lays out the items [first, last) with `digits` from the right: missing digits are 0 for "0", a space for
/// "?".
std::string lay_out_integer(const std::vector<FormatItem>& items, std::size_t first, std::size_t last,
                            std::string digits, bool thousands);

/// The same for decimals, from the left; # drops zeros at the end.
std::string lay_out_decimals(const std::vector<FormatItem>& items, std::size_t first, std::size_t last,
                             const std::string& digits);

}  // namespace scorebook::formula

// number_text.hpp - double <-> text exactly as Excel stores it, whatever the locale.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace scorebook {

/// The double spelt by the whole of `text` as xsd:double spells it ("1", "-.5", "1E-3"). No spaces, no "nan",
/// no "inf".
std::optional<double> parse_number(std::string_view text);

/// The number that `text` begins with, which is cut off: "2.5" of "2.5i". It begins with a digit or a point,
/// has no sign and is finite; otherwise `text` stays as it is.
std::optional<double> take_number(std::string_view& text);

/// Up to 17 significant digits, the fewest that read back as `value`, in Excel's notation ("0.1", "1E-10",
/// "25").
std::string number_to_text(double value);

}  // namespace scorebook

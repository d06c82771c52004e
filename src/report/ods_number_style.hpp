// ods_number_style.hpp - Excel's number formats in OpenDocument's words, as far as appendices use them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace scorebook {

/// The style element called `name` for an Excel format: whole numbers, decimals, thousands, percentages,
/// dates and a word after a whole number. Empty for "General" and for what isn't among them.
std::optional<std::string> ods_number_style(std::string_view format, const std::string& name);

/// The value type a cell of that format has: "float", "percentage" or "date"; empty when ods_number_style()
/// doesn't know it.
std::string_view ods_value_type(std::string_view format);

}  // namespace scorebook

// number_format.hpp - what a number format code says a number is. ECMA-376 Part 1, 18.8.30 and 18.8.31.
#pragma once

#include <cstdint>
#include <string_view>

namespace scorebook {

struct NumberFormatMeaning {
    bool is_date = false;  ///< it shows a day, month or year; a time of day or elapsed time alone is none
    bool is_percentage = false;  ///< it shows a percent sign that multiplies by 100
};

NumberFormatMeaning read_number_format(std::string_view code);

/// The code of a built-in format as Excel shows it in Britain; "General" for ids without one.
std::string_view built_in_format(std::uint32_t id);

}  // namespace scorebook

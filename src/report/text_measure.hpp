// text_measure.hpp - how wide a text is and how many lines it takes in a column, in Arial as spreadsheet
// programs set it.
#pragma once

#include <cstddef>
#include <string_view>

#include "report/layout.hpp"

namespace scorebook {

struct TextSize {
    double points = 10;
    bool is_bold = false;
};

inline constexpr TextSize body_text{10, false};
inline constexpr TextSize bold_text{10, true};

/// Width of a line in pixels (96 to the inch).
double text_width(std::string_view text, TextSize size);

/// The widest word of a text: what can't be broken.
double longest_word_width(std::string_view text, TextSize size);

/// Lines that `text` takes when it is wrapped at `pixels`; line ends in it count.
std::size_t wrapped_lines(std::string_view text, double pixels, TextSize size);

/// The first piece of `text` that fits into `pixels` (a word at least), which is taken off it.
std::string_view take_line(std::string_view& text, double pixels, TextSize size);

}  // namespace scorebook

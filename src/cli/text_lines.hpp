// text_lines.hpp - text for a terminal: wrapped at words, safe to print, coloured or not.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace scorebook::cli {

/// `text` on one line without characters that could steer a terminal: cells may hold anything.
std::string printable(std::string_view text);

/// Lines of at most `width` characters, broken at spaces; the first starts with `first_indent`, the others
/// with as many spaces as `indent`. A word longer than a line stays whole. Ends with a line end.
std::string wrapped(std::string_view text, std::string_view first_indent, std::size_t indent,
                    std::size_t width);

/// "1 risk", "15 risks", "4 opportunities", "1 opportunity": `plural` is the word for many.
std::string counted(std::size_t count, std::string_view plural);

enum class Colour { none, red, yellow, cyan, bold, faint };

/// `text` between the terminal's codes for `colour`, or as it is.
std::string coloured(std::string_view text, Colour colour, bool enabled);

}  // namespace scorebook::cli

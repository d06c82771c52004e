// code_point.hpp - one character to UTF-8 and back, and Windows' characters 128 to 159, which CHAR and CODE
// count.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace scorebook::formula {

/// `code` must be a Unicode character: at most 0x10FFFF and no surrogate.
std::string utf8_of(std::uint32_t code);

/// The first character of `text`, which isn't empty.
std::uint32_t first_code_point(std::string_view text);

/// How many bytes the first character of `text` takes; 1 of an empty text.
std::size_t code_point_length(std::string_view text);

/// Character `code` (1 to 255) of Windows-1252.
std::uint32_t from_windows(std::uint32_t code);

/// Its number in Windows-1252; that of "?" for all others.
std::uint32_t to_windows(std::uint32_t code_point);

}  // namespace scorebook::formula

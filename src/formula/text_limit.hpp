// text_limit.hpp - the longest text a cell holds.
#pragma once

#include <cstddef>
#include <string>

#include "formula/text_case.hpp"
#include "formula/value.hpp"

namespace scorebook::formula {

/// A cell holds at most this many characters (UTF-16 units); longer results are #VALUE!.
inline constexpr std::size_t max_text_length = 32767;

inline Value checked_text(std::string text) {
    if (text.size() > max_text_length && utf16_length(text) > max_text_length) return CellError::value;
    return text;
}

}  // namespace scorebook::formula

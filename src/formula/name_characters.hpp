// name_characters.hpp - which characters make up names and numbers in formulas (MS-OI29500 2.1.860).
#pragma once

#include "vocabulary/ascii.hpp"

namespace scorebook::formula {

inline bool is_wide(char c) {
    return static_cast<unsigned char>(c) >= 0x80;
}
inline bool is_name_start(char c) {
    return is_letter(c) || c == '_' || c == '\\' || is_wide(c);
}
inline bool is_name_part(char c) {
    return is_name_start(c) || is_digit(c) || c == '.' || c == '?';
}
}  // namespace scorebook::formula

// ascii.hpp - what sort of sign a byte of UTF-8 text is, whatever the locale; bytes of other scripts are
// none.
#pragma once

#include <algorithm>
#include <string_view>

namespace scorebook {

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

constexpr bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

constexpr bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

constexpr bool is_letter(char c) {
    return is_lower(c) || is_capital(c);
}

/// White space as XML 1.0 section 2.3 has it.
constexpr bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Without the white space at both ends.
constexpr std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

/// Whether `is_wanted` says yes to a byte. Looks at all of them: compilers make vector instructions of that,
/// and where most texts have none it is the quicker way.
template <class IsWanted>
constexpr bool has_any(std::string_view text, IsWanted is_wanted) {
    unsigned char any = 0;
    for (const char c : text)
        any = static_cast<unsigned char>(any | static_cast<unsigned char>(is_wanted(c)));
    return any != 0;
}

constexpr bool has_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return is_digit(c); });
}

}  // namespace scorebook

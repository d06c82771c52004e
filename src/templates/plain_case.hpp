// plain_case.hpp - comparing names of a template without case. Names are English, so A-Z is all that folds.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace scorebook {

inline char plain_lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

inline bool same_without_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return plain_lower(x) == plain_lower(y); });
}

inline std::string in_plain_lower(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), plain_lower);
    return lower;
}

}  // namespace scorebook

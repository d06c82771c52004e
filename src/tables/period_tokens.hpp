// period_tokens.hpp - a text cut into words, numbers and marks, as the ways of writing a period are told
// apart.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace scorebook {

struct PeriodToken {
    enum class Kind { word, number, mark };
    Kind kind = Kind::mark;
    std::string text;  ///< lower case; every dash is "-", every apostrophe "'"
    int value = 0;     ///< of a number
    std::size_t digits =
        0;  ///< of a number, leading zeros counted; more than 8 digits are no part of a period
};

/// "Q2 15/16" gives q 2 15 / 16. Spaces, brackets, commas and "_" separate and are left out; only the first
/// 200 tokens.
std::vector<PeriodToken> period_tokens(std::string_view text);

/// 1 to 12 for a month by its name, its first three letters or any more of them; 0 for everything else.
int month_of(const PeriodToken& token);

}  // namespace scorebook

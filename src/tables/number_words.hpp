// number_words.hpp - small numbers as officers spell them; the first is one.
#pragma once

#include <array>
#include <string_view>

namespace scorebook {

inline constexpr std::array<std::string_view, 10> number_words = {"one", "two",   "three", "four", "five",
                                                                  "six", "seven", "eight", "nine", "ten"};

}  // namespace scorebook

// missing_value.cpp - spellings of missing values, collected from the papers (papers-audit.md 1.5) and real
// registers.
#include "tables/missing_value.hpp"

#include <algorithm>
#include <array>

#include "tables/plain_text.hpp"

namespace scorebook {
namespace {

constexpr std::size_t longest_missing_text = 40;

template <std::size_t count>
bool is_one_of(std::string_view text, const std::array<std::string_view, count>& list) {
    return std::find(list.begin(), list.end(), text) != list.end();
}

}  // namespace

ValueState missing_state(std::string_view text) {
    if (text.size() > longest_missing_text) return ValueState::present;
    if (is_blank_text(text)) return ValueState::blank;
    const std::string words = fold_words(text);
    if (words.empty()) {
        for (std::string_view rest = text; !rest.empty();) {
            const char32_t c = take_code_point(rest);
            if (!is_space(c) && !is_dash(c) && c != '.' && c != '?' && c != '_' && c != '/' && c != 0x2026) {
                return ValueState::present;
            }
        }
        return ValueState::mark;
    }
    constexpr std::array<std::string_view, 2> ambiguous{"n a", "na"};
    constexpr std::array<std::string_view, 4> not_applicable{"not applicable", "not relevant",
                                                             "does not apply", "not required"};
    constexpr std::array<std::string_view, 20> not_available{"not available",
                                                             "awaited",
                                                             "data awaited",
                                                             "awaiting data",
                                                             "tbc",
                                                             "tba",
                                                             "tbd",
                                                             "t b c",
                                                             "to be confirmed",
                                                             "to be agreed",
                                                             "to be determined",
                                                             "to be decided",
                                                             "to follow",
                                                             "pending",
                                                             "not known",
                                                             "unknown",
                                                             "not yet available",
                                                             "not yet known",
                                                             "not collected",
                                                             "to be advised"};
    if (is_one_of(words, ambiguous)) return ValueState::ambiguous;
    if (is_one_of(words, not_applicable)) return ValueState::not_applicable;
    if (is_one_of(words, not_available)) return ValueState::not_available;
    return ValueState::present;
}

}  // namespace scorebook

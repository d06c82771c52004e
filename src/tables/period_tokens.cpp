// period_tokens.cpp - words, numbers and marks of a text.
#include "tables/period_tokens.hpp"

#include <array>
#include <cstddef>

#include "tables/plain_text.hpp"

namespace scorebook {

namespace {

/// A title is short; prose has its period early or not at all.
constexpr std::size_t most_tokens = 200;

bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}

bool is_letter(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

bool is_apostrophe(char32_t c) {
    return c == U'\'' || c == U'\u2018' || c == U'\u2019' || c == U'`';
}

}  // namespace

std::vector<PeriodToken> period_tokens(std::string_view text) {
    using Kind = PeriodToken::Kind;
    std::vector<PeriodToken> tokens;
    bool continues = false;  // whether the last token may grow
    while (!text.empty() && tokens.size() <= most_tokens) {
        const char32_t c = take_code_point(text);
        if (is_digit(c)) {
            if (!continues || tokens.back().kind != Kind::number) tokens.push_back({Kind::number, "", 0, 0});
            PeriodToken& token = tokens.back();
            if (++token.digits <= 8) token.value = token.value * 10 + static_cast<int>(c - U'0');
            token.text += static_cast<char>(c);
            continues = true;
        } else if (is_letter(c)) {
            if (!continues || tokens.back().kind != Kind::word) tokens.push_back({Kind::word, "", 0, 0});
            tokens.back().text += static_cast<char>(c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c);
            continues = true;
        } else {
            continues = false;
            const bool is_separator = is_space(c) || c == U'_' || c == U',' || c == U'(' || c == U')' ||
                                      c == U'[' || c == U']' || c == U'"' || c == U'*' || c == U'#';
            if (is_separator) continue;
            const std::string mark = is_dash(c)         ? "-"
                                     : is_apostrophe(c) ? "'"
                                     : c < 0x80         ? std::string(1, static_cast<char>(c))
                                                        : "?";
            tokens.push_back({Kind::mark, mark, 0, 0});
        }
    }
    return tokens;
}

int month_of(const PeriodToken& token) {
    constexpr std::array<std::string_view, 12> names = {"january",   "february", "march",    "april",
                                                        "may",       "june",     "july",     "august",
                                                        "september", "october",  "november", "december"};
    if (token.kind != PeriodToken::Kind::word || token.text.size() < 3) return 0;
    for (std::size_t i = 0; i != names.size(); ++i) {
        if (names[i].starts_with(token.text)) return static_cast<int>(i) + 1;
    }
    return 0;
}

}  // namespace scorebook

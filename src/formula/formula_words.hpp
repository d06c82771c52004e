// formula_words.hpp - a formula's text in words, read just far enough to tell its cells from everything else.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "formula/corner.hpp"

namespace scorebook::formula {

inline constexpr std::array<bool, 256> word_chars = [] {
    std::array<bool, 256> chars{};
    for (std::size_t c = 0; c < chars.size(); ++c) {
        chars[c] = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
                   c == '.' || c == '\\' || c == '?' || c == '$' || c >= 0x80;
    }
    return chars;
}();

inline bool is_word_char(char c) {
    return word_chars[static_cast<unsigned char>(c)];
}

/// "$D7", and nothing else; as the lexer reads it.
std::optional<Corner> cell_of_word(std::string_view word);

/// The quoted or bracketed text at `at` up to behind its end, which holds no cells whatever it looks like.
std::string_view closed_text(std::string_view formula, std::size_t at);

/// Calls `sink.plain(text)`, `sink.cell(word, corner)` and `sink.half(word)` ("A" of A:C, "3" of 3:5) for one
/// piece of `formula` after another; together they are all of it.
template <class Sink>
void walk_formula_words(std::string_view formula, Sink&& sink) {
    for (std::size_t at = 0; at < formula.size();) {
        const char c = formula[at];
        if (c == '"' || c == '\'' || c == '[') {
            const std::string_view closed = closed_text(formula, at);
            sink.plain(closed);
            at += closed.size();
            continue;
        }
        std::size_t end = at;
        while (end < formula.size() && is_word_char(formula[end])) ++end;
        if (end == at) {
            sink.plain(formula.substr(at++, 1));
            continue;
        }
        const std::string_view word = formula.substr(at, end - at);
        const char next = end < formula.size() ? formula[end] : '\0';
        const bool beside_colon = next == ':' || (at > 0 && formula[at - 1] == ':');
        const auto corner = cell_of_word(word);
        if (corner && next != '(' && next != '!' && next != '[')
            sink.cell(word, *corner);
        else if (beside_colon && next != '(' && next != '!')
            sink.half(word);
        else
            sink.plain(word);
        at = end;
    }
}

}  // namespace scorebook::formula

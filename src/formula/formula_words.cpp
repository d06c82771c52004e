// formula_words.cpp - which words are cells, and where what is quoted ends.
#include "formula/formula_words.hpp"

#include <cstdint>

#include "vocabulary/ascii.hpp"

namespace scorebook::formula {

std::optional<Corner> cell_of_word(std::string_view word) {
    if (word.size() < 2 || !is_digit(word.back())) return std::nullopt;
    Corner corner;
    std::size_t at = 0;
    corner.column_is_absolute = word[0] == '$';
    if (corner.column_is_absolute) ++at;
    std::uint32_t column = 0;
    const std::size_t letters = at;
    for (; at < word.size() && at - letters < 4; ++at) {
        const auto letter = static_cast<unsigned char>((word[at] | 0x20) - 'a');
        if (letter > 25) break;
        column = column * 26 + letter + 1;
    }
    if (at == letters || column > max_columns || at == word.size()) return std::nullopt;
    corner.row_is_absolute = word[at] == '$';
    if (corner.row_is_absolute) ++at;
    std::uint32_t row = 0;
    if (at == word.size() || word[at] == '0' || word.size() - at > 7) return std::nullopt;
    for (; at < word.size(); ++at) {
        if (!is_digit(word[at])) return std::nullopt;
        row = row * 10 + static_cast<std::uint32_t>(word[at] - '0');
    }
    if (row > max_rows) return std::nullopt;
    corner.row = static_cast<std::int32_t>(row) - 1;
    corner.column = static_cast<std::int32_t>(column) - 1;
    return corner;
}

std::string_view closed_text(std::string_view formula, std::size_t at) {
    const char c = formula[at];
    if (c != '[') {
        const std::size_t end = formula.find(c, at + 1);
        return formula.substr(at, end == std::string_view::npos ? end : end + 1 - at);
    }
    // Inside brackets are column names and book numbers.
    std::size_t depth = 0;
    std::size_t end = at;
    for (; end < formula.size(); ++end) {
        if (formula[end] == '\'' && end + 1 < formula.size())
            ++end;
        else if (formula[end] == '[')
            ++depth;
        else if (formula[end] == ']' && --depth == 0)
            break;
    }
    return formula.substr(at, end < formula.size() ? end + 1 - at : std::string_view::npos);
}

}  // namespace scorebook::formula

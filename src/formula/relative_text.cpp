// relative_text.cpp - replaces each relative row and column by its distance. Works on words, so that it need
// not parse.
#include "formula/relative_text.hpp"

#include <array>
#include <cstdint>
#include <optional>

#include "formula/formula_tree.hpp"
#include "vocabulary/ascii.hpp"

namespace scorebook::formula {
namespace {

constexpr std::array<bool, 256> word_chars = [] {
    std::array<bool, 256> chars{};
    for (std::size_t c = 0; c < chars.size(); ++c) {
        chars[c] = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
                   c == '.' || c == '\\' || c == '?' || c == '$' || c >= 0x80;
    }
    return chars;
}();

bool is_word_char(char c) {
    return word_chars[static_cast<unsigned char>(c)];
}

/// "$D7", and nothing else; as the lexer reads it.
std::optional<Corner> cell_of(std::string_view word) {
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

/// A control character no formula holds, then the distance: nothing written can look the same.
void append_distance(std::string& key, char mark, std::int64_t distance) {
    const auto number = static_cast<std::uint32_t>(distance);
    const char bytes[] = {'\x01',
                          mark,
                          static_cast<char>(number),
                          static_cast<char>(number >> 8),
                          static_cast<char>(number >> 16),
                          static_cast<char>(number >> 24)};
    key.append(bytes, sizeof bytes);
}

void append_corner(std::string& key, const Corner& corner, CellRef cell) {
    if (corner.row_is_absolute)
        append_distance(key, 'R', corner.row);
    else
        append_distance(key, 'r', corner.row - std::int64_t{cell.row_index});
    if (corner.column_is_absolute)
        append_distance(key, 'C', corner.column);
    else
        append_distance(key, 'c', corner.column - std::int64_t{cell.column_index});
}

/// "A" of A:C or "3" of 3:5, which depend on the cell as well; anything else is copied.
void append_half(std::string& key, std::string_view word, CellRef cell) {
    if (word.front() != '$') {
        const bool digits = word.find_first_not_of("0123456789") == std::string_view::npos;
        append_distance(key, digits ? 'y' : 'x', digits ? cell.row_index : cell.column_index);
    }
    key += word;
}

}  // namespace

void append_relative_text(std::string& key, std::string_view formula, CellRef cell) {
    for (std::size_t at = 0; at < formula.size();) {
        const char c = formula[at];
        if (c == '"' || c == '\'') {
            std::size_t end = formula.find(c, at + 1);
            end = end == std::string_view::npos ? formula.size() : end + 1;
            key += formula.substr(at, end - at);
            at = end;
            continue;
        }
        if (c == '[') {
            // Inside brackets are column names and book numbers, whatever they look like.
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
            end = end < formula.size() ? end + 1 : formula.size();
            key += formula.substr(at, end - at);
            at = end;
            continue;
        }
        if (!is_word_char(c)) {
            key += c;
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < formula.size() && is_word_char(formula[end])) ++end;
        const std::string_view word = formula.substr(at, end - at);
        const char next = end < formula.size() ? formula[end] : '\0';
        const bool beside_colon = next == ':' || (at > 0 && formula[at - 1] == ':');
        const auto corner = cell_of(word);
        if (corner && next != '(' && next != '!' && next != '[') {
            append_corner(key, *corner, cell);
        } else if (beside_colon && next != '(' && next != '!') {
            append_half(key, word, cell);
        } else {
            key += word;
        }
        at = end;
    }
}

}  // namespace scorebook::formula

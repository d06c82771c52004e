// relative_text.cpp - replaces each relative row and column by its distance. Works on words, so that it need
// not parse.
#include "formula/relative_text.hpp"

#include "formula/reference_text.hpp"

namespace scorebook::formula {
namespace {

bool is_word_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '.' || c == '\\' || c == '?' || c == '$' || static_cast<unsigned char>(c) >= 0x80;
}

/// A control character no formula holds, then the distance as text: nothing written can look the same.
void append_distance(std::string& key, char mark, std::int64_t distance) {
    key += '\x01';
    key += mark;
    key += std::to_string(distance);
    key += '\x02';
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

std::string relative_text(std::string_view formula, CellRef cell) {
    std::string key;
    key.reserve(formula.size() + 16);
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
        const auto corner = lex_cell(word);
        if (corner && corner->second == word.size() && next != '(' && next != '!' && next != '[') {
            append_corner(key, corner->first, cell);
        } else if (beside_colon && next != '(' && next != '!') {
            append_half(key, word, cell);
        } else {
            key += word;
        }
        at = end;
    }
    return key;
}

}  // namespace scorebook::formula

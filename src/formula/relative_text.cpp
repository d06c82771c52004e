// relative_text.cpp - replaces each relative row and column by its distance. Works on words, so that it need
// not parse.
#include "formula/relative_text.hpp"

#include <cstdint>

#include "formula/formula_words.hpp"

namespace scorebook::formula {
namespace {

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

struct KeyWriter {
    std::string& key;
    CellRef place;

    void plain(std::string_view text) { key += text; }
    void half(std::string_view word) { append_half(key, word, place); }
    void cell(std::string_view, const Corner& corner) { append_corner(key, corner, place); }
};

}  // namespace

void append_relative_text(std::string& key, std::string_view formula, CellRef cell) {
    walk_formula_words(formula, KeyWriter{key, cell});
}

}  // namespace scorebook::formula

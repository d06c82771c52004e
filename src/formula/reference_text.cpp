// reference_text.cpp - references as they are typed -> corners.
#include "formula/reference_text.hpp"

#include <array>

#include "formula/name_characters.hpp"
#include "scorebook/cell_ref.hpp"

namespace scorebook::formula {
namespace {

std::optional<std::pair<std::uint32_t, std::size_t>> lex_letters(std::string_view text) {
    std::uint32_t column = 0;
    std::size_t length = 0;
    while (length < text.size() && is_letter(text[length])) {
        if (length == 3) return std::nullopt;
        column = column * 26 + static_cast<std::uint32_t>((text[length] & ~0x20) - 'A' + 1);
        ++length;
    }
    if (length == 0 || column > max_columns) return std::nullopt;
    return std::pair{column - 1, length};
}

std::optional<std::pair<std::uint32_t, std::size_t>> lex_row_number(std::string_view text) {
    std::uint32_t row = 0;
    std::size_t length = 0;
    while (length < text.size() && is_digit(text[length])) {
        if (length == 7) return std::nullopt;
        row = row * 10 + static_cast<std::uint32_t>(text[length] - '0');
        ++length;
    }
    if (length == 0 || row == 0 || row > max_rows) return std::nullopt;
    return std::pair{row - 1, length};
}

bool starts_dollar(std::string_view text, std::size_t at) {
    return at < text.size() && text[at] == '$';
}

}  // namespace

std::optional<LexedSpan> lex_columns(std::string_view text) {
    std::size_t at = 0;
    std::array<Corner, 2> corners;
    for (std::size_t i = 0; i < 2; ++i) {
        if (i == 1) {
            if (at >= text.size() || text[at] != ':') return std::nullopt;
            ++at;
        }
        corners[i].row_is_absolute = true;
        corners[i].column_is_absolute = starts_dollar(text, at);
        if (corners[i].column_is_absolute) ++at;
        auto letters = lex_letters(text.substr(at));
        if (!letters) return std::nullopt;
        corners[i].column = static_cast<std::int32_t>(letters->first);
        at += letters->second;
    }
    if (at < text.size() && (is_name_part(text[at]) || text[at] == '(' || text[at] == '!'))
        return std::nullopt;
    corners[1].row = static_cast<std::int32_t>(max_rows - 1);
    return std::pair{std::pair{corners[0], corners[1]}, at};
}

std::optional<LexedSpan> lex_rows(std::string_view text) {
    std::size_t at = 0;
    std::array<Corner, 2> corners;
    for (std::size_t i = 0; i < 2; ++i) {
        if (i == 1) {
            if (at >= text.size() || text[at] != ':') return std::nullopt;
            ++at;
        }
        corners[i].column_is_absolute = true;
        corners[i].row_is_absolute = starts_dollar(text, at);
        if (corners[i].row_is_absolute) ++at;
        auto number = lex_row_number(text.substr(at));
        if (!number) return std::nullopt;
        corners[i].row = static_cast<std::int32_t>(number->first);
        at += number->second;
    }
    if (at < text.size() && is_name_part(text[at])) return std::nullopt;
    corners[1].column = static_cast<std::int32_t>(max_columns - 1);
    return std::pair{std::pair{corners[0], corners[1]}, at};
}

std::optional<std::pair<Corner, std::size_t>> lex_cell(std::string_view text) {
    Corner corner;
    std::size_t at = 0;
    corner.column_is_absolute = starts_dollar(text, at);
    if (corner.column_is_absolute) ++at;
    auto letters = lex_letters(text.substr(at));
    if (!letters) return std::nullopt;
    at += letters->second;
    corner.row_is_absolute = starts_dollar(text, at);
    if (corner.row_is_absolute) ++at;
    auto row = lex_row_number(text.substr(at));
    if (!row) return std::nullopt;
    at += row->second;
    corner.row = static_cast<std::int32_t>(row->first);
    corner.column = static_cast<std::int32_t>(letters->first);
    return std::pair{corner, at};
}

}  // namespace scorebook::formula

// reference_text.cpp - references as they are typed -> corners.
#include "formula/reference_text.hpp"

#include <algorithm>
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

std::size_t skip_blanks(std::string_view text, std::size_t at) {
    return std::min(text.find_first_not_of(" \t\r\n", at), text.size());
}

/// Two of what `lex_part` reads, each perhaps after a $, with a colon between, which may have blanks round
/// it: "1 : 2" is rows, not a range of two numbers.
template <class LexPart>
std::optional<std::pair<std::array<std::pair<std::uint32_t, bool>, 2>, std::size_t>> lex_pair(
    std::string_view text, LexPart lex_part) {
    std::array<std::pair<std::uint32_t, bool>, 2> parts;
    std::size_t at = 0;
    for (std::size_t i = 0; i < 2; ++i) {
        if (i == 1) {
            at = skip_blanks(text, at);
            if (at >= text.size() || text[at] != ':') return std::nullopt;
            at = skip_blanks(text, at + 1);
        }
        const bool is_absolute = starts_dollar(text, at);
        if (is_absolute) ++at;
        const auto part = lex_part(text.substr(at));
        if (!part) return std::nullopt;
        parts[i] = {part->first, is_absolute};
        at += part->second;
    }
    return std::pair{parts, at};
}

Corner row_corner(std::pair<std::uint32_t, bool> row, std::uint32_t column) {
    return {static_cast<std::int32_t>(row.first), static_cast<std::int32_t>(column), row.second, true};
}

Corner column_corner(std::uint32_t row, std::pair<std::uint32_t, bool> column) {
    return {static_cast<std::int32_t>(row), static_cast<std::int32_t>(column.first), true, column.second};
}

}  // namespace

std::optional<LexedSpan> lex_columns(std::string_view text) {
    const auto columns = lex_pair(text, lex_letters);
    if (!columns) return std::nullopt;
    const auto& [parts, end] = *columns;
    if (end < text.size() && (is_name_part(text[end]) || text[end] == '(' || text[end] == '!'))
        return std::nullopt;
    return std::pair{std::pair{column_corner(0, parts[0]), column_corner(max_rows - 1, parts[1])}, end};
}

std::optional<LexedSpan> lex_rows(std::string_view text) {
    const auto rows = lex_pair(text, lex_row_number);
    if (!rows) return std::nullopt;
    const auto& [parts, end] = *rows;
    if (end < text.size() && is_name_part(text[end])) return std::nullopt;
    return std::pair{std::pair{row_corner(parts[0], 0), row_corner(parts[1], max_columns - 1)}, end};
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

// cell_ref.cpp - cell references between 0-based indices and "D7" (ECMA-376 Part 1, 18.18.7
// ST_CellRef, 18.18.62 ST_Ref).
#include "scorebook/cell_ref.hpp"
#include "vocabulary/ascii.hpp"

#include <algorithm>
#include <utility>

namespace scorebook {

namespace {

/// One corner of a reference as written: "D7", "D" or "7", 1-based, 0 for what isn't there.
struct Corner {
    std::uint32_t column_number = 0;
    std::uint32_t row_number = 0;
};

bool skip_dollar(std::string_view& text) {
    if (text.empty() || text.front() != '$') return false;
    text.remove_prefix(1);
    return true;
}

/// All of `text` as a corner within Excel's limits.
std::optional<Corner> parse_corner(std::string_view text) {
    Corner corner;
    bool dollar = skip_dollar(text);
    while (!text.empty() && is_letter(text.front())) {
        const char upper = static_cast<char>(text.front() & ~0x20);
        corner.column_number = corner.column_number * 26 + static_cast<std::uint32_t>(upper - 'A') + 1;
        if (corner.column_number > max_columns) return std::nullopt;
        text.remove_prefix(1);
    }
    if (corner.column_number != 0) dollar = skip_dollar(text);
    if (dollar && text.empty()) return std::nullopt;
    if (!text.empty() && text.front() == '0') return std::nullopt;
    while (!text.empty() && is_digit(text.front())) {
        corner.row_number = corner.row_number * 10 + static_cast<std::uint32_t>(text.front() - '0');
        if (corner.row_number > max_rows) return std::nullopt;
        text.remove_prefix(1);
    }
    if (!text.empty() || (corner.column_number == 0 && corner.row_number == 0)) return std::nullopt;
    return corner;
}

}  // namespace

std::string column_letters(std::uint32_t column_index) {
    std::string letters;
    for (std::uint32_t number = column_index + 1; number != 0; number = (number - 1) / 26) {
        letters += static_cast<char>('A' + (number - 1) % 26);
    }
    std::reverse(letters.begin(), letters.end());
    return letters;
}

std::string to_a1(CellRef cell) {
    return column_letters(cell.column_index) + std::to_string(cell.row_index + 1);
}

std::string to_a1(const CellRange& range) {
    if (range.first == range.last) return to_a1(range.first);
    return to_a1(range.first) + ":" + to_a1(range.last);
}

std::optional<CellRef> parse_cell(std::string_view text) {
    const auto corner = parse_corner(text);
    if (!corner || corner->column_number == 0 || corner->row_number == 0) return std::nullopt;
    return CellRef{corner->row_number - 1, corner->column_number - 1};
}

std::optional<CellRange> parse_range(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) {
        const auto cell = parse_cell(text);
        if (!cell) return std::nullopt;
        return CellRange{*cell, *cell};
    }
    auto first = parse_corner(text.substr(0, colon));
    auto last = parse_corner(text.substr(colon + 1));
    if (!first || !last) return std::nullopt;
    // Both corners leave out the same half: "A:C" are whole columns, "3:5" whole rows, "A1:C" is nothing.
    if ((first->column_number == 0) != (last->column_number == 0)) return std::nullopt;
    if ((first->row_number == 0) != (last->row_number == 0)) return std::nullopt;
    if (first->column_number > last->column_number) std::swap(first->column_number, last->column_number);
    if (first->row_number > last->row_number) std::swap(first->row_number, last->row_number);
    if (first->column_number == 0) {
        first->column_number = 1;
        last->column_number = max_columns;
    }
    if (first->row_number == 0) {
        first->row_number = 1;
        last->row_number = max_rows;
    }
    return CellRange{{first->row_number - 1, first->column_number - 1},
                     {last->row_number - 1, last->column_number - 1}};
}

}  // namespace scorebook

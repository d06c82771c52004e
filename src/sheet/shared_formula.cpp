// shared_formula.cpp - just enough of a formula's grammar to tell its A1 references from everything that
// looks like one.
#include "sheet/shared_formula.hpp"
#include "vocabulary/ascii.hpp"

#include <cstdint>
#include <optional>

namespace scorebook {

namespace {

bool is_word(char c) {
    return is_letter(c) || is_digit(c) || c == '_' || c == '.' || c == '$' || c == '\\' || c == '?' ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// One corner of a reference: a cell, or only a column or a row.
struct Corner {
    std::optional<std::int64_t> column;
    std::optional<std::int64_t> row;
    bool column_is_fixed = false;
    bool row_is_fixed = false;

    bool is_cell() const { return column && row; }
};

/// "$D7", "D", "$7". Empty for any other word.
std::optional<Corner> parse_corner(std::string_view word) {
    Corner corner;
    std::size_t i = 0;
    const auto dollar = [&] { return i < word.size() && word[i] == '$' ? (++i, true) : false; };
    bool fixed = dollar();
    std::int64_t column = 0;
    std::size_t letters = 0;
    for (; i < word.size() && is_letter(word[i]) && letters < 4; ++i, ++letters)
        column = column * 26 + ((word[i] & 0x1F));
    if (letters != 0) {
        if (column > max_columns) return std::nullopt;
        corner.column = column - 1;
        corner.column_is_fixed = fixed;
        fixed = dollar();
    }
    std::int64_t row = 0;
    const std::size_t digits_begin = i;
    for (; i < word.size() && is_digit(word[i]) && i - digits_begin < 8; ++i)
        row = row * 10 + (word[i] - '0');
    if (i != digits_begin) {
        if (row == 0 || row > max_rows) return std::nullopt;
        corner.row = row - 1;
        corner.row_is_fixed = fixed;
    } else if (fixed) {
        return std::nullopt;
    }
    if (i != word.size() || (!corner.column && !corner.row)) return std::nullopt;
    return corner;
}

class Shifter {
  public:
    Shifter(std::string_view formula, CellRef from, CellRef to)
        : formula_(formula),
          rows_(std::int64_t{to.row_index} - from.row_index),
          columns_(std::int64_t{to.column_index} - from.column_index) {}

    std::string run() {
        while (i_ < formula_.size()) {
            const char c = formula_[i_];
            if (c == '"' || c == '\'')
                copy_quoted(c);
            else if (c == '[')
                copy_brackets();
            else if (is_word(c))
                shift_word();
            else
                result_ += formula_[i_++];
        }
        return std::move(result_);
    }

  private:
    char at(std::size_t i) const { return i < formula_.size() ? formula_[i] : '\0'; }

    void copy_quoted(char quote) {
        const auto close = formula_.find(quote, i_ + 1);
        copy_to(close == std::string_view::npos ? formula_.size() : close + 1);
    }

    /// A workbook number or a structured reference: "'" escapes the next character in column names.
    void copy_brackets() {
        std::size_t depth = 0;
        std::size_t i = i_;
        for (; i < formula_.size(); ++i) {
            if (formula_[i] == '\'') {
                ++i;
            } else if (formula_[i] == '[') {
                ++depth;
            } else if (formula_[i] == ']' && --depth == 0) {
                break;
            }
        }
        copy_to(i + 1);
    }

    void copy_to(std::size_t end) {
        end = end < formula_.size() ? end : formula_.size();
        result_ += formula_.substr(i_, end - i_);
        i_ = end;
    }

    std::size_t word_end(std::size_t begin) const {
        while (begin < formula_.size() && is_word(formula_[begin])) ++begin;
        return begin;
    }

    void shift_word() {
        const std::size_t end = word_end(i_);
        const char after = at(end);
        const auto first = parse_corner(formula_.substr(i_, end - i_));
        if (!first || after == '(' || after == '!' || after == '[') return copy_to(end);
        if (after == ':') {
            const std::size_t second_end = word_end(end + 1);
            const auto second = parse_corner(formula_.substr(end + 1, second_end - end - 1));
            const char beyond = at(second_end);
            // "Jan:Mar!A1" is a stretch of sheets, not of columns.
            if (beyond == '!' && !first->is_cell()) return copy_to(second_end);
            const bool is_range = second && first->column.has_value() == second->column.has_value() &&
                                  first->row.has_value() == second->row.has_value() && beyond != '!' &&
                                  beyond != '(';
            if (is_range) {
                const auto left = shifted(*first);
                const auto right = shifted(*second);
                result_ += left && right ? *left + ":" + *right : "#REF!";
                i_ = second_end;
                return;
            }
        }
        if (!first->is_cell()) return copy_to(end);
        result_ += shifted(*first).value_or("#REF!");
        i_ = end;
    }

    std::optional<std::string> shifted(const Corner& corner) const {
        std::string text;
        if (corner.column) {
            const std::int64_t column = *corner.column + (corner.column_is_fixed ? 0 : columns_);
            if (column < 0 || column >= max_columns) return std::nullopt;
            if (corner.column_is_fixed) text += '$';
            text += column_letters(static_cast<std::uint32_t>(column));
        }
        if (corner.row) {
            const std::int64_t row = *corner.row + (corner.row_is_fixed ? 0 : rows_);
            if (row < 0 || row >= max_rows) return std::nullopt;
            if (corner.row_is_fixed) text += '$';
            text += std::to_string(row + 1);
        }
        return text;
    }

    std::string_view formula_;
    std::int64_t rows_;
    std::int64_t columns_;
    std::size_t i_ = 0;
    std::string result_;
};

}  // namespace

std::string shifted_formula(std::string_view formula, CellRef from, CellRef to) {
    return Shifter(formula, from, to).run();
}

}  // namespace scorebook

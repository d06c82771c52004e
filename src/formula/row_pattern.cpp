// row_pattern.cpp - one comparison from the front: text, a number that must be the right row, text.
#include "formula/row_pattern.hpp"

#include "formula/formula_words.hpp"
#include "vocabulary/ascii.hpp"

namespace scorebook::formula {

struct RowPattern::Writer {
    RowPattern& pattern;
    CellRef place;

    void plain(std::string_view text) { pattern.text_ += text; }
    void cell(std::string_view word, const Corner& corner) {
        if (corner.row_is_absolute) return plain(word);
        const std::size_t digits = word.find_last_not_of("0123456789") + 1;
        plain(word.substr(0, digits));
        pattern.gaps_.push_back({pattern.text_.size(), corner.row - std::int64_t{place.row_index}});
    }
    // A:A says the same in every row and 3:5 doesn't; neither is common enough to tell apart here.
    void half(std::string_view) { pattern.is_usable_ = false; }
};

std::optional<RowPattern> RowPattern::of(std::string_view formula_xml, CellRef cell) {
    // [@Column] means another cell in each table; quotes spelt as entities would hide where a text ends.
    for (const std::string_view spelling : {"[", "&#", "&quot;", "&apos;"}) {
        if (formula_xml.find(spelling) != std::string_view::npos) return std::nullopt;
    }
    RowPattern pattern;
    walk_formula_words(formula_xml, Writer{pattern, cell});
    if (!pattern.is_usable_) return std::nullopt;
    return pattern;
}

bool RowPattern::matches(std::string_view formula_xml, std::uint32_t row_index) const {
    std::string_view pattern = text_;
    std::size_t done = 0;
    for (const Gap& gap : gaps_) {
        const std::string_view before = pattern.substr(done, gap.begin - done);
        if (!formula_xml.starts_with(before)) return false;
        formula_xml.remove_prefix(before.size());
        done = gap.begin;
        // A row number has at most seven digits and doesn't begin with 0.
        std::int64_t row = 0;
        std::size_t digits = 0;
        for (; digits < formula_xml.size() && digits < 8 && is_digit(formula_xml[digits]); ++digits)
            row = row * 10 + (formula_xml[digits] - '0');
        if (digits == 0 || formula_xml[0] == '0' || row != row_index + gap.distance + 1 || row > max_rows)
            return false;
        formula_xml.remove_prefix(digits);
    }
    return formula_xml == pattern.substr(done);
}

}  // namespace scorebook::formula

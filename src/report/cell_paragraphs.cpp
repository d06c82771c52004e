// cell_paragraphs.cpp - bullets as people type them; is_bullet() knows the signs.
#include "report/cell_paragraphs.hpp"

#include "tables/plain_text.hpp"

namespace scorebook {

namespace {

/// Removes a bullet, or a dash with a space after it. False when there is none.
bool take_bullet(std::string_view& line) {
    std::string_view rest = line;
    const char32_t mark = take_code_point(rest);
    const bool before_space = !rest.empty() && is_space([rest]() mutable { return take_code_point(rest); }());
    if (!is_bullet(mark) && !((is_dash(mark) || mark == '*') && before_space)) return false;
    line = trim_spaces(rest);
    return true;
}

bool ends_sentence(std::string_view text) {
    return !text.empty() && std::string_view(".;:!?").find(text.back()) != std::string_view::npos;
}

/// Arrows, geometric shapes, miscellaneous symbols, dingbats, and the marks that make them emoji.
bool is_symbol(char32_t c) {
    return (c >= 0x2190 && c <= 0x21FF) || (c >= 0x25A0 && c <= 0x27BF) || (c >= 0x2900 && c <= 0x297F) ||
           (c >= 0x2B00 && c <= 0x2BFF) || c == 0xFE0F || (c >= 0x1F300 && c <= 0x1FAFF);
}

}  // namespace

std::vector<Paragraph> cell_paragraphs(std::string_view text) {
    std::vector<Paragraph> paragraphs;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = trim_spaces(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty()) continue;
        const bool is_item = take_bullet(line);
        if (line.empty()) continue;
        const bool goes_on = !is_item && !paragraphs.empty() && paragraphs.back().is_item &&
                             !ends_sentence(paragraphs.back().text);
        if (goes_on)
            paragraphs.back().text += ' ' + fold_spaces(line);
        else
            paragraphs.push_back({fold_spaces(line), is_item});
    }
    return paragraphs;
}

std::string without_symbols(std::string_view text) {
    std::string kept;
    while (!text.empty()) {
        const char32_t c = take_code_point(text);
        if (!is_symbol(c)) append_code_point(kept, c);
    }
    return fold_lines(kept);
}

std::string flat_text(const LayoutCell& cell) {
    std::string text;
    for (const Paragraph& paragraph : cell.text) {
        if (!text.empty()) text += '\n';
        if (paragraph.is_item) text += "\u2022 ";
        text += paragraph.text;
    }
    return text;
}

}  // namespace scorebook

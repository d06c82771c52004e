// broken_words.cpp - check "broken_words" (V18): a word cut in two by a line end inside a cell, as text
// pasted from a page has it.
//
// Two pieces are one word only when the workbook writes that word whole elsewhere and the second piece never
// by itself, so that "care\nhome" stays two words.
#include <algorithm>
#include <set>

#include "checks/built_in_checks.hpp"
#include "checks/sheet_texts.hpp"
#include "checks/wording.hpp"
#include "vocabulary/ascii.hpp"

namespace scorebook {

namespace {

constexpr std::size_t shortest_broken_text = 5;

struct BrokenWord {
    std::string left, right;
    bool has_hyphen = false;
};

/// The pieces on both sides of each line end.
std::vector<BrokenWord> pieces_at_line_ends(std::string_view text) {
    std::vector<BrokenWord> pieces;
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
        std::size_t end = at;
        if (end > 0 && text[end - 1] == '\r') --end;
        const bool has_hyphen = end > 0 && text[end - 1] == '-';
        if (has_hyphen) --end;
        std::size_t begin = end;
        while (begin > 0 && is_letter(text[begin - 1])) --begin;
        std::size_t last = at + 1;
        while (last < text.size() && is_letter(text[last])) ++last;
        const std::string_view right = text.substr(at + 1, last - at - 1);
        if (begin == end || right.empty() || right[0] < 'a') continue;
        pieces.push_back({std::string(text.substr(begin, end - begin)), std::string(right), has_hyphen});
    }
    return pieces;
}

/// Words of a text in lower case, the pieces at its line ends left out.
void add_words(std::string_view text, std::set<std::string>& words) {
    std::set<std::string> pieces;
    for (const BrokenWord& word : pieces_at_line_ends(text)) pieces.insert(word.right);
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && is_letter(text[i])) continue;
        if (i > begin + 1) {
            std::string word = folded(text.substr(begin, i - begin));
            if (!pieces.contains(word)) words.insert(std::move(word));
        }
        begin = i + 1;
    }
}

}  // namespace

void check_broken_words(const CheckContext& context, Report& report) {
    const std::vector<SheetText> texts = sheet_texts(context, shortest_broken_text);
    const auto has_pieces = [](const SheetText& text) { return !pieces_at_line_ends(text.text).empty(); };
    if (std::none_of(texts.begin(), texts.end(), has_pieces)) return;
    std::set<std::string> words;
    for (const SheetText& text : texts) add_words(text.text, words);
    for (const SheetText& text : texts) {
        for (const BrokenWord& broken : pieces_at_line_ends(text.text)) {
            if (!words.contains(folded(broken.left + broken.right)) || words.contains(broken.right)) continue;
            Finding finding;
            finding.rule = "V18";
            finding.severity = Severity::info;
            finding.sheet = context.current.workbook->sheets()[text.sheet_index].name;
            finding.cell = text.cell;
            finding.message = "A line end cuts the word '" + broken.left + broken.right + "' into '" +
                              broken.left + (broken.has_hyphen ? "-" : "") + "' and '" + broken.right + "'.";
            finding.advice = "Take the line end out of the word.";
            report.findings.push_back(std::move(finding));
            break;
        }
    }
}

}  // namespace scorebook

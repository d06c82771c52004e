// references.cpp - check "references" (S16): an appendix, annex, table or note the text refers to is there
// and says so.
//
// Only a workbook that labels its appendices can be said to lack one; where it labels none, the reference may
// be to another document.
#include <algorithm>
#include <map>
#include <set>

#include "checks/built_in_checks.hpp"
#include "checks/sheet_texts.hpp"
#include "checks/word_beginnings.hpp"
#include "checks/wording.hpp"
#include "tables/plain_text.hpp"

namespace scorebook {

namespace {

constexpr std::size_t shortest_reference = 5;
constexpr std::string_view referred_kinds[] = {"appendix", "annex", "table", "note"};

struct Reference {
    std::string_view kind;
    std::string name;  ///< "appendix b"
    const SheetText* text = nullptr;
};

/// "b", "12": what a label is called by; no word.
bool is_mark(std::string_view word) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    return (word.size() == 1 && word[0] >= 'a' && word[0] <= 'z') ||
           (!word.empty() && word.size() <= 2 && std::all_of(word.begin(), word.end(), is_digit));
}

/// What the text or sheet name is a label of; empty when it is none. Words are as fold_words() gives them, so
/// that "Appendix 'B'" and "appendix b" are alike.
std::string label_in(const std::vector<std::string_view>& words) {
    const bool is_label =
        words.size() >= 2 && is_mark(words[1]) &&
        std::find(std::begin(referred_kinds), std::end(referred_kinds), words[0]) != std::end(referred_kinds);
    return is_label ? std::string(words[0]) + " " + std::string(words[1]) : std::string();
}

/// References in running text; "Appendix A of the Constitution" is another document's.
void add_references(const SheetText& text, const std::vector<std::string_view>& words,
                    std::vector<Reference>& references) {
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
        const auto kind = std::find(std::begin(referred_kinds), std::end(referred_kinds), words[i]);
        if (kind == std::end(referred_kinds) || !is_mark(words[i + 1])) continue;
        const std::string_view before = words[i - 1];
        const bool refers = before == "see" || before == "at" || before == "in" || before == "to" ||
                            before == "as" || before == "per" || before == "and" || before == "by";
        const bool is_elsewhere = i + 3 < words.size() && (words[i + 2] == "of" || words[i + 2] == "to") &&
                                  (words[i + 3] == "the" || words[i + 3] == "that" || words[i + 3] == "this");
        // "in table a": an article, not a name.
        const bool is_article = words[i + 1] == "a" && i + 2 < words.size() && *kind != "appendix";
        if (refers && !is_elsewhere && !is_article)
            references.push_back({*kind, std::string(words[i]) + " " + std::string(words[i + 1]), &text});
    }
}

std::string in_capitals(std::string name) {
    name[0] = static_cast<char>(name[0] - 'a' + 'A');
    char& last = name.back();
    if (last >= 'a' && last <= 'z') last = static_cast<char>(last - 'a' + 'A');
    return name;
}

}  // namespace

void check_references(const CheckContext& context, Report& report) {
    const std::vector<SheetText> texts = sheet_texts(context, shortest_reference);
    const auto& sheets = context.current.workbook->sheets();
    std::map<std::string, std::set<std::string>> labels;  // by kind
    const auto add_label = [&](const std::string& label) {
        if (!label.empty()) labels[label.substr(0, label.find(' '))].insert(label);
    };
    for (const Sheet& sheet : sheets) {
        const std::string plain = fold_words(sheet.name);
        add_label(label_in(split_words(plain)));
    }
    std::vector<Reference> references;
    const WordBeginnings words_of_kinds({std::begin(referred_kinds), std::end(referred_kinds)});
    for (const SheetText& text : texts) {
        if (!words_of_kinds.are_in(text.text)) continue;
        const std::string plain = fold_words(text.text);
        const std::vector<std::string_view> words = split_words(plain);
        add_label(label_in(words));
        add_references(text, words, references);
    }
    std::set<std::string> told;
    std::vector<std::string> elsewhere;
    for (const Reference& reference : references) {
        const std::set<std::string>& own = labels[std::string(reference.kind)];
        if (own.contains(reference.name) || !told.insert(reference.name).second) continue;
        const std::string name = in_capitals(reference.name);
        if (own.empty()) {
            elsewhere.push_back(name);
            continue;
        }
        Finding finding;
        finding.rule = "S16";
        finding.severity = Severity::warning;
        finding.sheet = sheets[reference.text->sheet_index].name;
        finding.cell = reference.text->cell;
        finding.message = "The text refers to " + name +
                          ", but no sheet and no heading is called so; there " +
                          (own.size() == 1 ? "is only " : "are ") + in_capitals(*own.begin()) +
                          (own.size() == 1 ? "." : " and others.");
        finding.advice = "Label what is meant " + name + ", or correct the reference.";
        report.findings.push_back(std::move(finding));
    }
    if (!elsewhere.empty())
        report.not_checked.push_back(
            {"references to " + joined(elsewhere, 4),
             "nothing in the workbook is labelled like that; they may stand in another document"});
}

}  // namespace scorebook

// claims_without_template.cpp - sentences that contradict themselves, and those nobody could check.
#include "checks/claims_without_template.hpp"

#include <algorithm>
#include <utility>

#include "checks/sentence_claims.hpp"
#include "checks/sentence_figures.hpp"
#include "checks/sheet_texts.hpp"
#include "checks/wording.hpp"
#include "tables/plain_text.hpp"

namespace scorebook {

namespace {

constexpr std::size_t shortest_own_claim = 15;
/// Fewer words with a figure are a label.
constexpr std::size_t fewest_words = 6;

}  // namespace

void check_claims_without_template(const CheckContext& context, Report& report) {
    const auto& sheets = context.current.workbook->sheets();
    std::size_t unchecked = 0;
    std::string first;
    for (const SheetText& text : sheet_texts(context, shortest_own_claim)) {
        if (!has_figures(text.text, 1)) continue;
        bool is_told = false;
        for (const std::string_view sentence : sentences(text.text)) {
            auto fault = find_sentence_fault(sentence);
            if (!fault) continue;
            is_told = true;
            Finding finding;
            finding.rule = std::move(fault->rule);
            finding.severity = fault->severity;
            finding.sheet = sheets[text.sheet_index].name;
            finding.cell = text.cell;
            finding.message = "The text says '" + shortened(sentence, 110) + "', but " + fault->message;
            finding.advice = "Correct the sentence or its figures.";
            report.findings.push_back(std::move(finding));
        }
        const std::string plain = fold_words(text.text);
        if (is_told || split_words(plain).size() < fewest_words) continue;
        if (unchecked++ == 0) first = sheets[text.sheet_index].name + "!" + to_a1(text.cell);
    }
    if (unchecked == 0) return;
    report.not_checked.push_back(
        {unchecked == 1 ? "the text in " + first
                        : std::to_string(unchecked) + " texts with figures (the first in " + first + ")",
         "no kind describes the workbook, so what they say of its tables can't be held against them"});
}

}  // namespace scorebook

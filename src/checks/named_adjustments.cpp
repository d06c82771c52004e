// named_adjustments.cpp - check "named_adjustments": the position without what the total row says it includes
// (A02), and a sentence that quotes it (A11): "without these gains ... an overspend of £3.883m".
#include <optional>

#include "checks/budget_position.hpp"
#include "checks/built_in_checks.hpp"
#include "checks/relations.hpp"
#include "checks/sentence_figures.hpp"
#include "checks/sheet_texts.hpp"
#include "checks/wording.hpp"

namespace scorebook {

namespace {

constexpr std::size_t shortest_claim = 20;

void check_stated_row(const CheckContext& context, const TableValues& values, const BudgetPosition& position,
                      Report& report) {
    Relation rule;
    rule.rule = "A02";
    const RelationRun run{context, values, rule, *position.variance, report};
    const Verdict verdict = judge(position.stated->figure.number, position.without_adjustments(),
                                  position.range_without_adjustments());
    run.add_verdict(
        position.stated->row, position.stated->figure, verdict, position.without_adjustments(),
        position.total.label + " " + in_words(position.total.figure) + " without " + position.names());
}

/// The amount behind "an overspend of", and whether it is one.
struct Claim {
    PrintedNumber amount;
    bool is_overspend = false;
};

std::optional<Claim> claim_in(std::string_view text) {
    const std::string plain = folded(text);
    if (!find_word(plain, "without") && !find_word(plain, "excluding")) return std::nullopt;
    const SentenceFigures sentence(text);
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        if (sentence.figure(i).unit != FigureUnit::pounds) continue;
        const std::string lead = sentence.text_before(i, 20);
        const bool is_over = lead.ends_with("overspend of") || lead.ends_with("over spend of");
        const bool is_under = lead.ends_with("underspend of") || lead.ends_with("under spend of");
        if (is_over || is_under) return Claim{sentence.figure(i).number, is_over};
    }
    return std::nullopt;
}

bool agrees(const Claim& claim, const BudgetPosition& position) {
    const Fraction rest = position.without_adjustments() * position.pounds();
    if (rest.is_negative() == claim.is_overspend && !rest.is_zero()) return false;
    const auto range = position.range_without_adjustments() * Interval::point(position.pounds());
    if (!range || !range->low || !range->high) return true;
    PrintedNumber amount = claim.amount;
    if (!claim.is_overspend) amount.value = -amount.value;
    return judge(amount, rest, *range) <= Verdict::within_rounding;
}

void check_sentences(const CheckContext& context, const std::vector<BudgetPosition>& positions,
                     Report& report) {
    const auto& sheets = context.current.workbook->sheets();
    for (const SheetText& text : sheet_texts(context, shortest_claim)) {
        for (const std::string_view sentence : sentences(text.text)) {
            const auto claim = claim_in(sentence);
            if (!claim) continue;
            const std::string place = sheets[text.sheet_index].name + "!" + to_a1(text.cell);
            if (positions.size() != 1 || positions.front().adjustments.empty()) {
                report.not_checked.push_back(
                    {place, "'" + shortened(sentence, 70) +
                                "': no row below the total names what is left out ('of which: ...')"});
                continue;
            }
            const BudgetPosition& position = positions.front();
            if (agrees(*claim, position)) continue;
            Finding finding;
            finding.rule = "A11";
            finding.severity = Severity::error;
            finding.sheet = sheets[text.sheet_index].name;
            finding.cell = text.cell;
            finding.message = "The text says '" + shortened(sentence, 90) + "', but without " +
                              position.names() + " the total (" + position.total.place + ") is " +
                              position.words(position.without_adjustments()) + ".";
            finding.advice = "Correct the sentence, or the rows of the table.";
            finding.evidence = {{"total", in_words(position.total.figure)},
                                {"without", in_words(position.without_adjustments(), position.total.figure)}};
            report.findings.push_back(std::move(finding));
        }
    }
}

}  // namespace

void check_named_adjustments(const CheckContext& context, Report& report) {
    std::vector<BudgetPosition> positions;
    for (const auto& values : context.current.values) {
        auto position = budget_position(context, *values);
        if (!position) continue;
        if (position->stated && !position->adjustments.empty())
            check_stated_row(context, *values, *position, report);
        positions.push_back(std::move(*position));
    }
    if (!positions.empty()) check_sentences(context, positions, report);
}

}  // namespace scorebook

// claims.cpp - check "claims" (A01, A03, A09, A10, A11, A13, A14, X09, X11): the workbook's own sentences,
// each against its own figures and then against the tables it speaks of.
//
// A claim that looks as if it could be checked and whose reference is open is said to be unchecked, once a
// cell.
#include "checks/built_in_checks.hpp"
#include "checks/figure_claims.hpp"
#include "checks/sentence_claims.hpp"
#include "checks/sentence_figures.hpp"
#include "checks/sheet_texts.hpp"
#include "checks/status_claims.hpp"
#include "checks/wording.hpp"

namespace scorebook {

namespace {

/// "All targets were met" is the business of the tables that have targets (relation "met").
std::string why_targets_are_open(const CheckContext& context, std::string_view plain) {
    if (!claims_all_targets_met(plain)) return {};
    for (const FoundTable& table : context.current.found.tables) {
        for (const Relation& relation : table.spec->relations) {
            if (relation.is == "met") return {};
        }
    }
    return "no table of targets was found to hold it against";
}

}  // namespace

void check_claims(const CheckContext& context, Report& report) {
    constexpr std::size_t shortest_claim = 15;
    const auto& sheets = context.current.workbook->sheets();
    const std::vector<SheetText> texts = sheet_texts(context, shortest_claim);
    if (texts.empty()) return;
    if (texts.size() == most_sheet_texts) {
        const SheetText& last = texts.back();
        report.not_checked.push_back(
            {"sentences after " + sheets[last.sheet_index].name + "!" + to_a1(last.cell),
             "only the first 5,000 texts of a workbook are read as sentences"});
    }
    const StatusClaims statuses(context, report);
    const FigureClaims figures(context, report);
    for (const SheetText& text : texts) {
        const bool may_be_told = figures.has_figures() || statuses.may_speak_of_entries(text.text);
        const bool may_count = may_be_told && statuses.may_be_counted(text.text);
        // Most texts of most workbooks end here.
        if (!may_be_told && !has_figures(text.text, 2)) continue;
        std::string not_checked;
        for (const std::string_view sentence : sentences(text.text)) {
            ClaimVerdict verdict{find_sentence_fault(sentence), {}};
            if (may_be_told && verdict.is_open()) {
                const std::string plain = folded(sentence);
                if (may_count) verdict = statuses.judge(text.sheet_index, plain);
                if (verdict.is_open()) verdict = figures.judge(text, sentence, plain);
                if (verdict.is_open()) verdict.not_checked = why_targets_are_open(context, plain);
            }
            if (not_checked.empty() && !verdict.fault && !verdict.is_open())
                not_checked = "'" + shortened(sentence, 70) + "': " + verdict.not_checked;
            if (!verdict.fault) continue;
            Finding finding;
            finding.rule = verdict.fault->rule;
            finding.severity = verdict.fault->severity;
            finding.sheet = sheets[text.sheet_index].name;
            finding.cell = text.cell;
            finding.message =
                "The text says '" + shortened(sentence, 110) + "', but " + verdict.fault->message;
            finding.advice = "Correct the sentence or its figures.";
            report.findings.push_back(std::move(finding));
        }
        if (!not_checked.empty())
            report.not_checked.push_back(
                {sheets[text.sheet_index].name + "!" + to_a1(text.cell), std::move(not_checked)});
    }
}

}  // namespace scorebook

// claims.cpp - check "claims" (A01, A09, A10, A13, A14, X09, X11): the workbook's own sentences, each against its own
// figures.
#include "checks/built_in_checks.hpp"
#include "checks/sentence_claims.hpp"
#include "checks/sheet_texts.hpp"
#include "checks/wording.hpp"

namespace scorebook {

void check_claims(const CheckContext& context, Report& report) {
    constexpr std::size_t shortest_claim = 30;
    const auto& sheets = context.current.workbook->sheets();
    for (const SheetText& text : sheet_texts(context, shortest_claim)) {
        for (const std::string_view sentence : sentences(text.text)) {
            const auto fault = find_sentence_fault(sentence);
            if (!fault) continue;
            Finding finding;
            finding.rule = fault->rule;
            finding.severity = fault->severity;
            finding.sheet = sheets[text.sheet_index].name;
            finding.cell = text.cell;
            finding.message = "The text says '" + shortened(sentence, 110) + "', but " + fault->message;
            finding.advice = "Correct the sentence or its figures.";
            report.findings.push_back(std::move(finding));
        }
    }
}

}  // namespace scorebook

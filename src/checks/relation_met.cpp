// relation_met.cpp - relation "met" (G06): a sentence that says all targets were met is held against every
// row with a target.
//
//     of: the values of the periods; against: the target; better: for bare targets
#include <algorithm>

#include "checks/measure_words.hpp"
#include "checks/sheet_texts.hpp"
#include "checks/wording.hpp"

namespace scorebook {

namespace {

/// "All the service contractual SLA targets were met or were exceeded."
bool claims_all_met(std::string_view sentence) {
    const std::string text = folded(sentence);
    if (!find_word(text, "all") ||
        (text.find("target") == std::string::npos && text.find("sla") == std::string::npos))
        return false;
    const bool says_met =
        find_word(text, "met") || find_word(text, "exceeded") || find_word(text, "achieved");
    const bool is_hedged = find_word(text, "not") || find_word(text, "nearly") || find_word(text, "almost") ||
                           find_word(text, "if") || find_word(text, "but") || find_word(text, "except");
    return says_met && !is_hedged;
}

std::vector<std::string> missed_rows(const RelationRun& run) {
    std::vector<std::string> misses;
    const FoundColumn* target_column = run.first("against");
    for (const FigureRow& row : run.figures.entries()) {
        const auto target = target_of(run, row, target_column);
        if (!target) continue;
        for (const FoundColumn* column : run.columns("of")) {
            const auto figure = run.figures.at(row, column);
            const auto outcome =
                figure ? test_target(figure->number, *target, polarity_of(run, row)) : std::nullopt;
            if (!outcome || outcome->is_met) continue;
            misses.push_back(shortened(row.record, 40) + " " + in_words(*figure) + " (" + run.name(*column) +
                             ", target " + target_words(run, row, *target_column) + ")");
        }
    }
    return misses;
}

}  // namespace

void check_met(const RelationRun& run) {
    std::vector<std::string> misses;
    bool is_known = false;
    for (const SheetText& text : sheet_texts(run.context, 20)) {
        for (const std::string_view sentence : sentences(text.text)) {
            if (!claims_all_met(sentence)) continue;
            if (!std::exchange(is_known, true)) misses = missed_rows(run);
            if (misses.empty()) return;
            Finding found;
            found.rule = run.relation.rule;
            found.severity = Severity::error;
            found.sheet = run.context.current.workbook->sheets()[text.sheet_index].name;
            found.cell = text.cell;
            found.message = "The text says '" + shortened(sentence, 90) + "', but " +
                            counted(misses.size(), "figure misses its target", "figures miss their targets") +
                            ": " + joined(misses, 6) + ".";
            found.advice = "Say which targets were met, or correct the figures.";
            found.evidence = {{"missed", std::to_string(misses.size())}};
            run.report.findings.push_back(std::move(found));
        }
    }
}

}  // namespace scorebook

// narrative_figures.cpp - check "narrative_figures" (A11): a score in the covering report's sentence is the
// score in the register.
#include "checks/built_in_checks.hpp"
#include "checks/entry_findings.hpp"
#include "checks/narrative.hpp"
#include "checks/wording.hpp"

namespace scorebook {

namespace {

/// Whether the register's entry has the claimed score where the sentence says it stands.
bool agrees(const TableValues& values, std::size_t entry, const ScoreClaim& claim) {
    const ColumnRoles& roles = values.roles();
    const double residual = values.number(entry, roles.judged());
    if (claim.is_residual) return residual != residual || residual == *claim.to;
    const double score = values.number(entry, roles.score);
    // "The score" of a sentence may mean either.
    return score == *claim.to || residual == *claim.to || (score != score && residual != residual);
}

}  // namespace

void check_narrative_figures(const CheckContext& context, Report& report) {
    const std::vector<NarrativeLine> lines = narrative_lines(context.current);
    if (lines.empty()) return;
    const EntryIndex index(context.current);
    for (const NarrativeLine& line : lines) {
        const auto place = index.find(line.id);
        if (!place) continue;
        const TableValues& entries = *context.current.values[place->table];
        for (const ScoreClaim& claim : score_claims(line.text)) {
            if (!claim.to || agrees(entries, place->entry, claim)) continue;
            const TableValues& values = *context.current.values[line.place.table];
            const FoundColumn& column = claim.is_residual || !entries.roles().score
                                            ? *entries.roles().judged()
                                            : *entries.roles().score;
            const std::string cell = entries.sheet().name + "!" + to_a1(entries.place(place->entry, column));
            const std::string found = to_text(entries.value(place->entry, column));
            Finding finding =
                finding_at(values, line.place.entry, *values.roles().id, "A11", Severity::error);
            finding.message = "The text says '" + claim.sentence + "', but " + column.spec->header +
                              " in the register (" + cell + ") is " + found + ".";
            finding.advice = "Correct the sentence or the register.";
            finding.evidence = {{"text", to_text(CellValue(*claim.to))}, {"register", found}};
            report.findings.push_back(std::move(finding));
        }
    }
}

}  // namespace scorebook

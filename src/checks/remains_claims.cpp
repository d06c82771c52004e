// remains_claims.cpp - check "remains_claims" (X02): "remains at 12" can't be said of a score that was
// something else before, and a list of entries whose score "remains 12 or above" can't hold one that
// "increased to 12".
#include <optional>

#include "checks/built_in_checks.hpp"
#include "checks/entry_findings.hpp"
#include "checks/narrative.hpp"
#include "checks/wording.hpp"

namespace scorebook {

namespace {

/// Last period's residual score of the entry a line speaks of; NaN when it isn't known.
double score_before(const CheckContext& context, const EntryIndex* previous_index, const std::string& id) {
    const auto place = previous_index ? previous_index->find(id) : std::nullopt;
    if (!place) return no_number;
    const TableValues& values = *context.previous->values[place->table];
    return values.number(place->entry, values.roles().judged());
}

double score_now(const CheckContext& context, const EntryIndex& index, const std::string& id) {
    const auto place = index.find(id);
    if (!place) return no_number;
    const TableValues& values = *context.current.values[place->table];
    return values.number(place->entry, values.roles().judged());
}

struct Contradiction {
    std::string message;
    std::string claim;
    std::string fact;
};

std::optional<Contradiction> contradiction(const NarrativeLine& line, const std::vector<ScoreClaim>& claims,
                                           double before, double now) {
    const auto kept_at = remaining_score(line.heading);
    for (const ScoreClaim& claim : claims) {
        if (kept_at && claim.verb == ScoreClaim::Verb::increased && claim.to && *claim.to == *kept_at) {
            const std::string score = to_text(CellValue(*kept_at));
            return Contradiction{"It is in the list of entries whose score remains " + score +
                                     " or above, yet its own text says '" + claim.sentence +
                                     "': a score that rose to " + score + " was below it before.",
                                 "remains " + score + " or above",
                                 "increased to " + to_text(CellValue(*claim.to))};
        }
        const bool says_remains = claim.verb == ScoreClaim::Verb::remains && claim.is_residual;
        if (says_remains && before == before && now == now && before != now) {
            return Contradiction{
                "The text says '" + claim.sentence + "', but the residual score was " +
                    to_text(CellValue(before)) + " and is now " + to_text(CellValue(now)) + ".",
                claim.sentence, to_text(CellValue(before)) + " before, " + to_text(CellValue(now)) + " now"};
        }
    }
    if (kept_at && before < *kept_at) {
        return Contradiction{
            "It is in the list of entries whose score remains " + to_text(CellValue(*kept_at)) +
                " or above, but the residual score was " + to_text(CellValue(before)) + " before.",
            "remains " + to_text(CellValue(*kept_at)) + " or above", to_text(CellValue(before)) + " before"};
    }
    return std::nullopt;
}

}  // namespace

void check_remains_claims(const CheckContext& context, Report& report) {
    const std::vector<NarrativeLine> lines = narrative_lines(context.current);
    if (lines.empty()) return;
    const EntryIndex index(context.current);
    std::optional<EntryIndex> previous_index;
    if (context.previous) previous_index.emplace(*context.previous);
    for (const NarrativeLine& line : lines) {
        const double before = score_before(context, previous_index ? &*previous_index : nullptr, line.id);
        const auto found =
            contradiction(line, score_claims(line.text), before, score_now(context, index, line.id));
        if (!found) continue;
        const TableValues& values = *context.current.values[line.place.table];
        Finding finding = finding_at(values, line.place.entry, *values.roles().id, "X02", Severity::error);
        finding.message = found->message;
        finding.advice = "Say that the entry has come back at this score, or correct the sentence.";
        finding.evidence = {{"claim", found->claim}, {"against", found->fact}};
        report.findings.push_back(std::move(finding));
    }
}

}  // namespace scorebook

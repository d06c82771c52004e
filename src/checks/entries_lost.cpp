// entries_lost.cpp - check "entries_lost" (X01): an entry of last period that is gone although its residual
// score was at or above the threshold and no reason is given. A filter that was on when the range was copied
// loses entries like this.
#include <algorithm>
#include <set>

#include "checks/built_in_checks.hpp"
#include "checks/entry_findings.hpp"
#include "checks/entry_status.hpp"
#include "checks/match_entries.hpp"
#include "checks/narrative.hpp"
#include "checks/wording.hpp"

namespace scorebook {

namespace {

/// Ids the covering report accounts for.
std::set<std::string> accounted_for(const Subject& current) {
    std::set<std::string> ids;
    for (const NarrativeLine& line : narrative_lines(current)) {
        if (has_any_word(line.heading + "\n" + folded(line.text),
                         {"removed", "deleted", "closed", "merged", "service"})) {
            ids.insert(line.id);
        }
    }
    return ids;
}

/// The current table of the same kind as the previous one, where the entry should be.
const TableValues* home_of(const Subject& current, const TableValues& previous) {
    for (const auto& values : current.values) {
        if (values->table().spec->id == previous.table().spec->id) return values.get();
    }
    return nullptr;
}

}  // namespace

void check_entries_lost(const CheckContext& context, Report& report) {
    if (!context.previous || !context.matched) return;
    const Setting* threshold = context.current.kind->setting_on("Threshold", context.as_at);
    const std::set<std::string> explained = accounted_for(context.current);
    std::size_t lost = 0;
    for (const EntryPlace& place : context.matched->only_previous) {
        const TableValues& before = *context.previous->values[place.table];
        const double score = before.number(
            place.entry, before.roles().residual ? before.roles().residual : before.roles().score);
        if (threshold && !(score >= threshold->value)) continue;
        if (is_closed(before, place.entry) || !closure_reason(before, place.entry).empty()) continue;
        const std::string record = before.record(place.entry);
        if (explained.contains(fold_id(record))) continue;
        if (++lost > EntryFindings::most_errors) continue;
        Finding finding;
        finding.rule = "X01";
        finding.severity = Severity::error;
        if (const TableValues* home = home_of(context.current, before)) {
            finding.sheet = home->sheet().name;
            finding.range = home->table().range;
            finding.cell = home->table().range.first;
        }
        finding.record = record;
        const std::string period = context.previous->period ? context.previous->period->label
                                                            : std::string("last period's register");
        finding.message =
            record + " was in " + (context.previous_name.empty() ? period : context.previous_name) +
            (score == score ? " with a residual score of " + to_text(CellValue(score)) : std::string()) +
            " and is missing here, and no reason is given.";
        finding.advice = "Put the entry back, or give the reason for its removal.";
        const FoundColumn* key = before.roles().id ? before.roles().id : before.roles().description;
        if (score == score) finding.evidence.emplace_back("residual before", to_text(CellValue(score)));
        if (key)
            finding.evidence.emplace_back("cell before",
                                          before.sheet().name + "!" + to_a1(before.place(place.entry, *key)));
        for (const EntryMatch& suggestion : context.matched->suggestions) {
            if (suggestion.previous.table != place.table || suggestion.previous.entry != place.entry)
                continue;
            const std::string similar =
                context.current.values[suggestion.current.table]->record(suggestion.current.entry);
            finding.message += " " + similar + " has a similar title.";
            finding.evidence.emplace_back("similar title", similar);
        }
        report.findings.push_back(std::move(finding));
    }
    if (lost <= EntryFindings::most_errors) return;
    Finding rest;
    rest.rule = "X01";
    rest.severity = Severity::error;
    rest.message = counted(lost - EntryFindings::most_errors, "further entry", "further entries") +
                   " of last period at or above the threshold are missing here.";
    rest.advice = "Check that this is the right workbook to compare with.";
    report.findings.push_back(std::move(rest));
}

}  // namespace scorebook

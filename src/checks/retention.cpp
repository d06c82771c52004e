// retention.cpp - check "retention" (G05, R-14): an entry stays on the corporate register while its residual
// score is at or above the threshold; below it moves to a service register. Both ways: what should go, and
// what is said to have gone.
#include <algorithm>
#include <utility>

#include "checks/built_in_checks.hpp"
#include "checks/entry_findings.hpp"
#include "checks/entry_status.hpp"
#include "checks/match_entries.hpp"
#include "checks/narrative.hpp"
#include "checks/wording.hpp"

namespace scorebook {

namespace {

/// A register that mostly holds entries below the threshold isn't kept by this rule; then one finding asks.
constexpr std::size_t most_exceptions = 20;

/// Whether the entry wasn't in last period's register.
bool is_new(const CheckContext& context, std::size_t table, std::size_t entry) {
    if (!context.matched) return false;
    const auto& fresh = context.matched->only_current;  // in order of table and entry
    const auto found =
        std::lower_bound(fresh.begin(), fresh.end(), std::pair(table, entry),
                         [](const EntryPlace& place, const std::pair<std::size_t, std::size_t>& wanted) {
                             return std::pair(place.table, place.entry) < wanted;
                         });
    return found != fresh.end() && found->table == table && found->entry == entry;
}

Finding below(const CheckContext& context, std::size_t table, std::size_t entry, double threshold) {
    const TableValues& values = *context.current.values[table];
    const FoundColumn& residual = *values.roles().residual;
    Finding finding = finding_at(values, entry, residual, "G05", Severity::error);
    const std::string score = to_text(values.value(entry, residual));
    const std::string limit = to_text(CellValue(threshold));
    const bool is_new_entry = is_new(context, table, entry);
    finding.message = is_new_entry
                          ? "The new entry's " + residual.spec->header + " " + score +
                                " is below the threshold of " + limit + " for the corporate register."
                          : residual.spec->header + " " + score + " is below the threshold of " + limit +
                                " at which an entry stays on the corporate register.";
    finding.advice =
        is_new_entry
            ? "Enter it on the service register instead, or check the score."
            : "Move the entry to the service register and say why it was removed, or check the score.";
    finding.evidence = {{"residual", score}, {"threshold", limit}};
    return finding;
}

void check_table(const CheckContext& context, std::size_t table, double threshold, Report& report) {
    const TableValues& values = *context.current.values[table];
    const FoundColumn& residual = *values.roles().residual;
    std::vector<std::size_t> entries;
    std::size_t scored = 0;
    for (std::size_t entry = 0; entry < values.size(); ++entry) {
        const double score = values.number(entry, &residual);
        scored += score == score ? 1 : 0;
        if (score < threshold && !is_closed(values, entry) && closure_reason(values, entry).empty())
            entries.push_back(entry);
    }
    if (entries.size() > most_exceptions && 2 * entries.size() > scored) {
        Finding finding = below(context, table, entries.front(), threshold);
        finding.severity = Severity::warning;
        finding.range = CellRange{*finding.cell, values.place(entries.back(), residual)};
        finding.record.clear();
        finding.message = std::to_string(entries.size()) + " of " +
                          counted(scored, "entry has", "entries have") + " a residual score below " +
                          to_text(CellValue(threshold)) +
                          ", the threshold at which an entry stays on the corporate register.";
        finding.advice =
            "Move them to service registers; if this isn't the corporate register, set Threshold on a sheet "
            "called Scorebook.";
        finding.evidence = {{"entries", std::to_string(entries.size())},
                            {"threshold", to_text(CellValue(threshold))}};
        report.findings.push_back(std::move(finding));
        return;
    }
    EntryFindings findings(report, Severity::error);
    for (const std::size_t entry : entries) {
        findings.add(values.place(entry, residual), [&] { return below(context, table, entry, threshold); });
    }
}

/// "The following entries have been removed ..." although the register still has one of them at the
/// threshold.
void check_removed_lists(const CheckContext& context, double threshold, Report& report) {
    const std::vector<NarrativeLine> lines = narrative_lines(context.current);
    if (lines.empty()) return;
    const EntryIndex index(context.current);
    for (const NarrativeLine& line : lines) {
        if (!has_any_word(line.heading, {"removed", "deleted", "closed"})) continue;
        const auto place = index.find(line.id);
        if (!place) continue;
        const TableValues& register_values = *context.current.values[place->table];
        const double score = register_values.number(place->entry, register_values.roles().residual);
        if (!(score >= threshold)) continue;
        const TableValues& values = *context.current.values[line.place.table];
        Finding finding = finding_at(values, line.place.entry, *values.roles().id, "G05", Severity::error);
        const CellRef cell = register_values.place(place->entry, *register_values.roles().residual);
        finding.message = finding.record +
                          " is listed as removed, but the register still has it with a residual score of " +
                          to_text(CellValue(score)) + ", not below the threshold of " +
                          to_text(CellValue(threshold)) + ".";
        finding.advice = "Take it off the list, or remove it from the register with its new score.";
        finding.evidence = {{"residual", to_text(CellValue(score))},
                            {"threshold", to_text(CellValue(threshold))},
                            {"register", register_values.sheet().name + "!" + to_a1(cell)}};
        report.findings.push_back(std::move(finding));
    }
}

}  // namespace

void check_retention(const CheckContext& context, Report& report) {
    const Setting* threshold = context.current.kind->setting_on("Threshold", context.as_at);
    if (!threshold) return;
    for (std::size_t table = 0; table < context.current.values.size(); ++table) {
        const TableValues& values = *context.current.values[table];
        if (values.roles().residual && !values.table().spec->is_narrative)
            check_table(context, table, threshold->value, report);
    }
    check_removed_lists(context, threshold->value, report);
}

}  // namespace scorebook

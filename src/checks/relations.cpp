// relations.cpp - the kinds of relations, and what their checks share.
#include "checks/relations.hpp"

#include <algorithm>
#include <string_view>

#include "checks/built_in_checks.hpp"
#include "checks/wording.hpp"

namespace scorebook {

namespace {

constexpr std::size_t fewest_gathered = 3;

struct RelationKind {
    std::string_view is;
    void (*run)(const RelationRun& run);
};

constexpr RelationKind kinds[] = {
    {"ratio", check_ratio},
    {"sum", check_sum},
    {"present-sum", check_sum},
    {"small-numbers", check_small_numbers},
    {"total", check_total},
    {"overall", check_overall},
    {"year-to-date", check_year_to_date},
    {"status", check_status},
    {"trend", check_trend},
    {"comparison", check_comparison},
    {"met", check_met},
    {"rank", check_rank},
    {"unit-value", check_unit_value},
    {"maintain", check_maintain},
    {"whole", check_whole},
};

/// Whether each role has at least one of its columns; else says what wasn't checked.
bool has_columns(const FoundTable& table, const Relation& relation, const FoundColumn& column,
                 Report& report) {
    for (const auto& [role, ids] : relation.parts) {
        if (role == "polarity" || role == "tolerance" || role == "note" || role == "status") continue;
        std::vector<std::string> missing;
        for (const std::string& id : ids) {
            if (!table.find_column(id)) missing.push_back("'" + table.spec->find_column(id)->header + "'");
        }
        const bool needs_all =
            relation.is != "total" && relation.is != "year-to-date" && relation.is != "met" &&
            relation.is != "present-sum" && relation.is != "small-numbers" && relation.is != "maintain" &&
            relation.is != "comparison" && relation.is != "status" && relation.is != "trend";
        if (missing.empty() || (!needs_all && missing.size() < ids.size())) continue;
        if (relation.words.contains("optional")) return false;
        report.not_checked.push_back(
            {column.header + " (" + relation.rule + ")",
             "the " + table.spec->title + " table has no column headed " + joined(missing)});
        return false;
    }
    return true;
}

/// Many rows that differ only within rounding are one remark about the column.
void gather_notes(Report& report, std::size_t first) {
    const auto begin = report.findings.begin() + static_cast<std::ptrdiff_t>(first);
    const auto is_note = [](const Finding& finding) { return finding.severity == Severity::info; };
    const auto count = static_cast<std::size_t>(std::count_if(begin, report.findings.end(), is_note));
    if (count < fewest_gathered) return;
    Finding summary = *std::find_if(begin, report.findings.end(), is_note);
    summary.message = counted(count, "figure differs", "figures differ") +
                      " from the recomputed one no more than rounding allows; the first: " + summary.message;
    summary.record.clear();
    report.findings.erase(std::remove_if(begin, report.findings.end(), is_note), report.findings.end());
    report.findings.push_back(std::move(summary));
}

}  // namespace

std::vector<const FoundColumn*> RelationRun::columns(const std::string& role) const {
    std::vector<const FoundColumn*> found;
    for (const std::string& id : relation.part(role)) {
        if (const FoundColumn* part = values.table().find_column(id)) found.push_back(part);
    }
    return found;
}

const FoundColumn* RelationRun::first(const std::string& role) const {
    const auto found = columns(role);
    return found.empty() ? nullptr : found.front();
}

const FoundColumn* RelationRun::latest(const std::string& role) const {
    const auto found = columns(role);
    const auto last = std::find_if(found.rbegin(), found.rend(),
                                   [&](const FoundColumn* period) { return has_figures(values, *period); });
    return last != found.rend() ? *last : found.empty() ? nullptr : found.front();
}

const FoundColumn* RelationRun::before_latest(const std::string& role) const {
    const auto found = columns(role);
    if (found.size() < 2) return found.empty() ? nullptr : found.front();
    const auto last = std::find(found.begin(), found.end(), latest(role));
    return last == found.begin() ? nullptr : *(last - 1);
}

std::string RelationRun::name(const FoundColumn& of) const {
    return shortened(of.header.empty() ? of.spec->header : of.header, 50);
}

void RelationRun::add_verdict(const FigureRow& row, const Figure& figure, Verdict verdict,
                              const Fraction& recomputed, const std::string& how) const {
    if (verdict == Verdict::agrees) return;
    const std::string printed = in_words(figure);
    const std::string computed = in_words(recomputed, figure);
    const Severity severity = verdict == Verdict::wrong       ? Severity::error
                              : verdict == Verdict::truncated ? Severity::warning
                                                              : Severity::info;
    Finding found = finding(row, severity);
    const std::string about = name(column) + " is " + printed;
    switch (verdict) {
        case Verdict::wrong:
            found.message = about + ", but " + how + " is " + computed + ".";
            found.advice = "Check the figures; correct whichever is wrong.";
            break;
        case Verdict::truncated:
            found.message = about + ", which was cut off rather than rounded: " + how + " is " +
                            in_words(recomputed, figure, 2) + ", so " + computed + ".";
            found.advice = "Write " + computed + ".";
            break;
        case Verdict::within_rounding:
            found.message = about + " and " + how + " is " + computed +
                            "; the rounding of the figures allows for the difference.";
            found.fix = Fix::none;
            break;
        case Verdict::half_even:
            found.message =
                about + ": " + how + " lies exactly between two figures, and rounds up to " + computed + ".";
            found.fix = Fix::none;
            break;
        case Verdict::agrees:
            break;
    }
    found.evidence = {{"printed", printed},
                      {"recomputed", in_words(recomputed, figure, 2)},
                      {"verdict", std::string(to_text(verdict))}};
    report.findings.push_back(std::move(found));
}

void check_relations(const CheckContext& context, Report& report) {
    for (const auto& values : context.current.values) {
        const FoundTable& table = values->table();
        for (const Relation& relation : table.spec->relations) {
            const auto kind =
                std::find_if(std::begin(kinds), std::end(kinds),
                             [&](const RelationKind& known) { return known.is == relation.is; });
            if (kind == std::end(kinds)) {
                report.not_checked.push_back(
                    {relation.is, "this version of scorebook knows no relation of that name"});
                continue;
            }
            const FoundColumn* column = table.find_column(relation.column);
            if (!column || !has_columns(table, relation, *column, report)) continue;
            const std::size_t before = report.findings.size();
            kind->run({context, *values, relation, *column, report});
            gather_notes(report, before);
        }
    }
}

}  // namespace scorebook

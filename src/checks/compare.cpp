// compare.cpp - two workbooks of one kind: matched, told apart, and put into paragraphs.
#include "scorebook/comparison.hpp"

#include <algorithm>

#include "checks/committee_text.hpp"
#include "checks/difference_sentence.hpp"
#include "checks/entry_status.hpp"
#include "checks/performance_paragraphs.hpp"
#include "checks/period_rows.hpp"
#include "checks/subject.hpp"
#include "checks/wording.hpp"
#include "scorebook/check.hpp"
#include "scorebook/error.hpp"
#include "scorebook/template_set.hpp"

namespace scorebook {

namespace {

struct Sides {
    const Subject& before;
    const Subject& now;
    MatchedEntries matched;
    std::optional<double> threshold;
};

std::string score_of(const TableValues& values, std::size_t entry) {
    const double score = values.number(entry, values.roles().judged());
    return score == score ? to_text(CellValue(score)) : std::string();
}

NarrativeParagraph::Item item_of(const TableValues& values, std::size_t entry, std::string text,
                                 std::string cells) {
    const std::string title = entry_title(values, entry);
    if (!text.empty() && !title.empty()) text.insert(0, title + (title.ends_with("...") ? " " : ". "));
    const bool is_named = title == values.record(entry);
    if (text.empty() && !is_named) text = title + (title.ends_with("...") ? "" : ".");
    return {values.record(entry), std::move(text), std::move(cells)};
}

void add_paragraph(Comparison& result, NarrativeParagraph paragraph) {
    if (!paragraph.items.empty()) result.narrative.push_back(std::move(paragraph));
}

bool is_opportunity(const TableValues& values) {
    return values.table().spec->higher_is_better;
}

/// Whether the entries have scores: a register of risks or opportunities.
bool has_register(const Subject& subject) {
    return std::any_of(subject.values.begin(), subject.values.end(), [](const auto& values) {
        return !values->table().spec->is_narrative && values->roles().judged();
    });
}

/// Entries of both periods, risks before opportunities, and measures.
void tell_matched(const Sides& sides, const CheckContext& context, Comparison& result) {
    NarrativeParagraph retained, opportunities;
    MeasureAreas areas(context);
    retained.heading =
        "Allowing for mitigating actions, the residual risk score for the following entries " +
        (sides.threshold ? "is " + to_text(CellValue(*sides.threshold)) + " or above, so the issue "
                         : std::string("means that the issue ")) +
        "remains on the register:";
    opportunities.heading = "The following opportunities remain on the register:";
    for (const EntryMatch& match : sides.matched.matches) {
        const EntryChange change = entry_change(sides.now, sides.before, match);
        for (Difference& difference : differences_of(change, sides.threshold))
            result.differences.push_back(std::move(difference));
        const std::string cells = judged_cell(*change.before, change.entry_before) + " before, " +
                                  judged_cell(*change.now, change.entry) + " now";
        // What a period's row said then it says now, or it is restated history.
        if (has_period_rows(*change.now)) continue;
        const bool has_scores = change.now->roles().judged() && change.before->roles().judged();
        if (!has_scores) {
            areas.add(change);
            continue;
        }
        NarrativeParagraph& home = is_opportunity(*change.now) ? opportunities : retained;
        home.items.push_back(item_of(*change.now, change.entry, register_sentence(change), cells));
    }
    add_paragraph(result, std::move(retained));
    add_paragraph(result, std::move(opportunities));
    std::vector<NarrativeParagraph> measures = areas.take();
    if (measures.empty()) add_paragraph(result, changed_figures(result.differences));
    add_paragraph(result, changed_ratings(sides.now, result.differences));
    for (NarrativeParagraph& paragraph : measures) add_paragraph(result, std::move(paragraph));
}

void tell_new(const Sides& sides, Comparison& result) {
    NarrativeParagraph fresh;
    for (const EntryPlace& place : sides.matched.only_current) {
        const TableValues& values = *sides.now.values[place.table];
        const std::string cell = judged_cell(values, place.entry);
        result.differences.push_back({"new", values.table().spec->id, values.record(place.entry), "",
                                      score_of(values, place.entry), "", cell, ""});
        if (!has_period_rows(values)) fresh.items.push_back(item_of(values, place.entry, "", cell + " now"));
    }
    const std::size_t count = fresh.items.size();
    fresh.heading = (count == 1 ? "There has been 1 new entry"
                                : "There have been " + std::to_string(count) + " new entries") +
                    std::string(!has_register(sides.now) ? ":"
                                : count == 1             ? " onto the register that focuses on:"
                                                         : " onto the register that focus on:");
    add_paragraph(result, std::move(fresh));
}

/// "CR5" in "Merged into CR5 at Q2"; empty when the reason doesn't say so.
std::string merged_into(const std::string& reason) {
    const std::string text = folded(reason);
    for (const std::string_view words : {"merged into ", "merged with ", "combined with ", "now part of "}) {
        const std::size_t at = text.find(words);
        if (at == std::string::npos) continue;
        const std::size_t begin = at + words.size();
        return std::string(reason.substr(begin, reason.find_first_of(" ,.;)", begin) - begin));
    }
    return {};
}

/// What check says about an entry across the two periods, as classes of change.
void tell_contradictions(const Workbook& before, const Workbook& now, const TemplateSet& templates,
                         const CompareOptions& options, Comparison& result) {
    CheckOptions check_options;
    check_options.template_name = result.template_name;
    check_options.previous = &before;
    check_options.previous_name = before.name();
    check_options.as_at = options.as_at;
    check_options.today = options.today;
    for (const Finding& finding : check(now, templates, check_options).findings) {
        const bool is_direction = finding.rule == "X03";
        const bool is_late =
            finding.rule == "G04" && !finding.evidence.empty() && finding.evidence[0].first == "due";
        if ((!is_direction && !is_late) || !finding.cell) continue;
        result.differences.push_back({is_direction ? "direction contradicts score" : "overdue", "",
                                      finding.record, "", "", "", finding.sheet + "!" + to_a1(*finding.cell),
                                      finding.message});
    }
}

struct Gone {
    NarrativeParagraph below, closed, omitted, others;
};

void tell_one_gone(const Sides& sides, const EntryPlace& place, Gone& gone, Comparison& result) {
    const TableValues& values = *sides.before.values[place.table];
    const double score = values.number(place.entry, values.roles().judged());
    const std::string reason = closure_reason(values, place.entry);
    const std::string cell = judged_cell(values, place.entry);
    Difference difference{
        "", values.table().spec->id, values.record(place.entry), score_of(values, place.entry), "", cell, "",
        ""};
    const NarrativeParagraph::Item item =
        item_of(values, place.entry, reason.empty() ? "" : "Reason: " + reason + ".", cell + " before");
    if (!sides.threshold || score != score) {
        difference.change = "removed";
        gone.others.items.push_back(item);
    } else if (!reason.empty() || is_closed(values, place.entry)) {
        const std::string home = merged_into(reason);
        difference.change = home.empty() ? "removed: closed with reason" : "removed: merged into " + home;
        gone.closed.items.push_back(item);
    } else if (score < *sides.threshold && !is_opportunity(values)) {
        difference.change = "removed: below threshold";
        gone.below.items.push_back(item);
    } else {
        difference.change = "omitted without reason";
        gone.omitted.items.push_back(item);
        ++result.omitted;
    }
    result.differences.push_back(std::move(difference));
}

void tell_gone(const Sides& sides, Comparison& result) {
    Gone gone;
    for (const EntryPlace& place : sides.matched.only_previous) tell_one_gone(sides, place, gone, result);
    if (sides.threshold)
        gone.below.heading =
            "The following entries have been removed from the corporate risk register because the mitigating "
            "actions have "
            "reduced the residual risk score to below " +
            to_text(CellValue(*sides.threshold)) +
            ". However, the risks will remain on service risk registers. These are:";
    gone.closed.heading = "The following entries have been closed:";
    gone.others.heading = "The following entries are no longer there:";
    gone.omitted.heading =
        "NOT FOR PUBLICATION AS IT STANDS. The following entries were at or above the threshold, are missing "
        "now, and no "
        "reason is recorded. Put them back or record why they left:";
    add_paragraph(result, std::move(gone.below));
    add_paragraph(result, std::move(gone.closed));
    add_paragraph(result, std::move(gone.others));
    if (!gone.omitted.items.empty())
        result.narrative.insert(result.narrative.begin(), std::move(gone.omitted));
}

void tell_suggestions(const Sides& sides, Comparison& result) {
    for (const EntryMatch& match : sides.matched.suggestions) {
        const std::string now = sides.now.values[match.current.table]->record(match.current.entry);
        const std::string before = sides.before.values[match.previous.table]->record(match.previous.entry);
        result.not_checked.push_back(
            {before + " and " + now,
             "their titles are alike but their references aren't; say whether they are one entry"});
    }
}

}  // namespace

Comparison compare(const Workbook& before, const Workbook& now, const TemplateSet& templates,
                   const CompareOptions& options) {
    const WorkbookTemplate* wanted = nullptr;
    if (!options.template_name.empty()) {
        wanted = templates.find(options.template_name);
        if (!wanted)
            fail(ErrorCode::bad_template, "there is no workbook kind called " + options.template_name);
    }
    const Subject current = recognise(now, templates, wanted);
    if (!current.kind)
        fail(ErrorCode::not_a_workbook, "no table of a kind scorebook knows was found in " + now.name());
    const Subject previous = recognise(before, templates, templates.find(current.kind->name));
    if (!previous.kind)
        fail(ErrorCode::not_a_workbook,
             "no " + folded(current.kind->title) + " was found in " + before.name());
    const CalendarDate as_at = options.as_at    ? *options.as_at
                               : current.period ? current.period->last
                                                : options.today;
    const Setting* threshold = current.kind->setting_on("Threshold", as_at);
    Comparison result;
    result.template_name = current.kind->name;
    if (current.period) result.period_now = current.period->label;
    if (previous.period) result.period_before = previous.period->label;
    const Sides sides{previous, current, match_entries(current, previous),
                      threshold ? std::optional(threshold->value) : std::nullopt};
    const CheckContext context{
        current, &previous, &sides.matched, before.name(), as_at, as_at, current.kind->bands_on(as_at)};
    for (NarrativeParagraph& paragraph : performance_paragraphs(context))
        result.narrative.push_back(std::move(paragraph));
    tell_matched(sides, context, result);
    add_paragraph(result, new_periods(current, previous, sides.matched));
    tell_new(sides, result);
    tell_gone(sides, result);
    tell_suggestions(sides, result);
    for (Difference& difference : result.differences) {
        if (difference.sentence.empty()) difference.sentence = difference_sentence(difference);
    }
    tell_contradictions(before, now, templates, options, result);
    return result;
}

}  // namespace scorebook

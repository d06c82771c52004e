// check.cpp - the run: recognise, compute, check, recalculate, accept, put in order.
#include "scorebook/check.hpp"

#include <algorithm>
#include <utility>

#include "checks/acceptances.hpp"
#include "checks/built_in_checks.hpp"
#include "checks/claims_without_template.hpp"
#include "checks/collect.hpp"
#include "checks/computed_columns.hpp"
#include "checks/finding_order.hpp"
#include "checks/formula_checks.hpp"
#include "checks/match_entries.hpp"
#include "checks/recalculation.hpp"
#include "checks/subject.hpp"
#include "checks/unmet_needs.hpp"
#include "checks/unread_blocks.hpp"
#include "checks/without_template.hpp"
#include "checks/wording.hpp"
#include "scorebook/error.hpp"
#include "scorebook/template_set.hpp"

namespace scorebook {

namespace {

void report_unrecognised(const Subject& subject, Report& report) {
    Finding finding;
    finding.rule = "S01";
    finding.severity = Severity::error;
    finding.sheet = subject.found.nearest_sheet;
    finding.message = "No table of a kind scorebook knows was found.";
    finding.advice = "Give the columns headers scorebook knows, or name the kind with --template.";
    if (subject.found.nearest) finding.evidence = {{"nearest kind", subject.found.nearest->name}};
    if (subject.found.nearest && !subject.found.missing_headers.empty()) {
        const std::string& title = subject.found.nearest->title;
        std::vector<std::string> missing;
        for (const std::string& header : subject.found.missing_headers) missing.push_back("'" + header + "'");
        finding.message = "No table of a kind scorebook knows was found. The nearest kind is '" +
                          shortened(title) + "', but there is no column headed " + joined(missing) + ".";
        finding.advice = "Head the columns " + joined(missing) +
                         ", or say on a sheet called Scorebook which of your columns they are.";
        finding.evidence.emplace_back("missing", joined(subject.found.missing_headers, 100));
    }
    report.findings.push_back(std::move(finding));
}

void report_unread_overrides(const Subject& subject, Report& report) {
    if (!subject.overrides.sheet_index) return;
    auto without_effect = subject.overrides.unread;
    if (subject.kind) {
        for (auto& unknown : unknown_overrides(*subject.kind, subject.overrides))
            without_effect.push_back(std::move(unknown));
    }
    for (const auto& [cell, why] : without_effect) {
        Finding finding;
        finding.rule = "S01";
        finding.sheet = subject.workbook->sheets()[*subject.overrides.sheet_index].name;
        finding.cell = cell;
        finding.message = "This row of the Scorebook sheet has no effect: " + why + ".";
        finding.advice = "Correct or remove the row.";
        report.findings.push_back(std::move(finding));
    }
}

void summarise_tables(const Subject& subject, Report& report) {
    for (const FoundTable& table : subject.found.tables) {
        report.tables.push_back({table.spec->id, subject.workbook->sheets()[table.sheet_index].name,
                                 table.range, table.entries.size()});
    }
}

/// What a reader might think was looked at.
void report_not_looked_at(const Subject& subject, Report& report) {
    const Workbook& workbook = *subject.workbook;
    for (const auto& [sheet, why] : subject.found.sheets_without_table) {
        const auto& own = subject.overrides.sheet_index;
        if (own && workbook.sheets()[*own].name == sheet) continue;
        report.not_checked.push_back({"sheet " + sheet, why});
    }
    report_unread_blocks(subject, report);
    for (const FoundTable& table : subject.found.tables) {
        for (const StructureRemark& remark : table.remarks) {
            if (remark.kind != StructureKind::worded_score) continue;
            report.not_checked.push_back({"column " + column_letters(remark.place.first.column_index) + " (" +
                                              shortened(remark.text, 40) + ") of " +
                                              workbook.sheets()[table.sheet_index].name,
                                          "it holds words where " + remark.other + " would be numbers"});
        }
    }
    if (!workbook.external_links().empty()) {
        report.not_checked.push_back(
            {counted(workbook.external_links().size(), "link", "links") + " to other workbooks",
             "other files are not opened; their last stored values are used"});
    }
    if (workbook.has_macros()) {
        report.not_checked.push_back({"macros", "they are kept as they are, but neither run nor read"});
    }
}

void run_built_in_checks(const CheckContext& context, Report& report) {
    for (const std::string& name : context.current.kind->built_in_checks) {
        const auto rows = built_in_checks();
        const auto row = std::find_if(rows.begin(), rows.end(),
                                      [&](const BuiltInCheckRow& known) { return known.name == name; });
        if (row != rows.end()) {
            row->run(context, report);
        } else {
            report.not_checked.push_back({name, "this version of scorebook has no check of that name"});
        }
    }
}

/// The rules of a recognised workbook, in the order their results build on each other.
void run_rules(const CheckContext& context, Subject& subject, CalendarDate today, Report& report) {
    const Workbook& workbook = *subject.workbook;
    run_computed_columns(context, subject, report);
    run_formula_checks(context, report);
    run_built_in_checks(context, report);
    report_unmet_needs(context, report);
    write_carried_acceptances(subject, context.as_at, report);
    order_changes(workbook, report.changes);
    const EvaluationClock clock{serial_from_date(today, workbook.date_system()).value_or(0), 1};
    add_recalculated_results(workbook, clock, report);
    order_changes(workbook, report.changes);
    report_formulas_without_result(workbook, report);
    apply_acceptances(subject.overrides, context.as_at, report);
    if (workbook.has_signature() && !report.changes.empty()) {
        report.not_checked.push_back(
            {"digital signature", "any change makes it invalid; sign the workbook again"});
    }
}

Report checked(const Workbook& workbook, const TemplateSet& templates, const CheckOptions& options,
               CollectedReturn* collected) {
    const WorkbookTemplate* wanted = nullptr;
    if (!options.template_name.empty()) {
        wanted = templates.find(options.template_name);
        if (!wanted)
            fail(ErrorCode::bad_template, "there is no workbook kind called " + options.template_name);
    }
    Report report;
    Subject subject = recognise(workbook, templates, wanted);
    report_unread_overrides(subject, report);
    if (!subject.kind) {
        const CalendarDate as_at = options.as_at.value_or(options.today);
        report_unrecognised(subject, report);
        check_without_template(workbook, as_at, report);
        check_claims_without_template({subject, nullptr, nullptr, {}, as_at, as_at}, report);
        report_not_looked_at(subject, report);
        if (options.previous) {
            carry_acceptances(read_scorebook_sheet(*options.previous), options.previous_name,
                              subject.overrides);
            write_carried_acceptances(subject, as_at, report);
            report.not_checked.push_back(
                {"comparison with " + options.previous_name, "the kind of this workbook is not known"});
        }
        apply_acceptances(subject.overrides, as_at, report);
        order_findings(workbook, report.findings);
        return report;
    }
    report.template_name = subject.kind->name;
    if (subject.period) report.period = subject.period->label;
    summarise_tables(subject, report);
    report_not_looked_at(subject, report);

    const CalendarDate as_at = options.as_at    ? *options.as_at
                               : subject.period ? subject.period->last
                                                : options.today;
    const bool is_by_period = !options.as_at && subject.period;
    const CalendarDate period_begin = is_by_period ? subject.period->first : as_at;
    CheckContext context{
        subject, nullptr, nullptr, options.previous_name, as_at, period_begin, subject.kind->bands_on(as_at)};
    Subject previous;
    MatchedEntries matched;
    if (options.previous) {
        previous = recognise(*options.previous, templates, templates.find(subject.kind->name));
        carry_acceptances(previous.overrides, options.previous_name, subject.overrides);
        if (previous.kind) {
            matched = match_entries(subject, previous);
            context.previous = &previous;
            context.matched = &matched;
        } else {
            report.not_checked.push_back({"comparison with " + options.previous_name,
                                          "no " + folded(subject.kind->title) + " was found in it"});
        }
    }
    run_rules(context, subject, options.as_at.value_or(options.today), report);
    if (options.figures_are_text)
        std::erase_if(report.findings, [](const Finding& finding) { return finding.rule == "V01"; });
    order_findings(workbook, report.findings);
    if (collected) *collected = collect(context, report, options.for_publication);
    return report;
}

}  // namespace

Report check(const Workbook& workbook, const TemplateSet& templates, const CheckOptions& options) {
    return checked(workbook, templates, options, nullptr);
}

Report check(const Workbook& workbook, const TemplateSet& templates, const CheckOptions& options,
             CollectedReturn& collected) {
    return checked(workbook, templates, options, &collected);
}

}  // namespace scorebook

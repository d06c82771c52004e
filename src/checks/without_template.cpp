// without_template.cpp - the generic checks, table by table, then sheet by sheet, then the formulas' results.
#include "checks/without_template.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "checks/formula_habits.hpp"
#include "checks/formula_rules.hpp"
#include "checks/inferred_relations.hpp"
#include "checks/inferred_totals.hpp"
#include "checks/recalculation_findings.hpp"
#include "checks/stale_results.hpp"
#include "checks/wording.hpp"
#include "formula/recalculate.hpp"
#include "workbook/workbook_model.hpp"

namespace scorebook {

namespace {

Finding finding_on(const Sheet& sheet, std::string_view rule, Severity severity, std::string message,
                   std::string advice) {
    Finding finding;
    finding.rule = rule;
    finding.severity = severity;
    finding.sheet = sheet.name;
    finding.message = std::move(message);
    finding.advice = std::move(advice);
    if (severity == Severity::info) finding.fix = Fix::none;
    return finding;
}

CellRange range_of(const NumberTable& table) {
    const std::uint32_t last = table.totals.empty() ? 0 : table.totals.back();
    return {{table.header_row, table.columns.front().column_index},
            {std::max(table.rows.back(), last), table.columns.back().column_index}};
}

/// Rows and columns of figures that can't be seen: they count in every total.
void check_hidden_figures(const Sheet& sheet, const NumberTable& table, Report& report) {
    std::vector<std::uint32_t> rows;
    for (const std::uint32_t row : table.rows) {
        if (sheet.is_row_hidden(row)) rows.push_back(row);
    }
    std::vector<std::string> columns;
    for (const NumberColumn& column : table.columns) {
        if (sheet.is_column_hidden(column.column_index))
            columns.push_back(column_letters(column.column_index) + " ('" + column.name + "')");
    }
    if (!rows.empty()) {
        Finding finding = finding_on(
            sheet, "S13", Severity::warning,
            counted(rows.size(), "row of figures is", "rows of figures are") +
                (sheet.filter_is_active ? " filtered away" : " hidden") +
                " in this table (the first is row " + std::to_string(rows.front() + 1) +
                "); a sum over the table counts " + (rows.size() == 1 ? "it" : "them") +
                ", a reader doesn't see " + (rows.size() == 1 ? "it." : "them."),
            sheet.filter_is_active ? "Clear the filter before the table is copied or printed."
                                   : "Unhide the rows, or say beside the table that they are there.");
        finding.cell = CellRef{rows.front(), table.columns.front().column_index};
        finding.evidence = {{"hidden rows", std::to_string(rows.size())}};
        report.findings.push_back(std::move(finding));
    }
    if (columns.empty()) return;
    Finding finding = finding_on(
        sheet, "S13", Severity::warning,
        (columns.size() == 1 ? "Column " : "Columns ") + joined(columns, 6) +
            (columns.size() == 1 ? " is hidden but holds figures." : " are hidden but hold figures."),
        "Unhide or remove " + std::string(columns.size() == 1 ? "it" : "them") +
            " before the workbook is published.");
    finding.cell = range_of(table).first;
    finding.range = range_of(table);
    report.findings.push_back(std::move(finding));
}

void check_tables(const Workbook& workbook, std::size_t sheet_index, Report& report) {
    const Sheet& sheet = workbook.sheets()[sheet_index];
    for (const NumberTable& table : number_tables(workbook, sheet_index)) {
        check_formula_habits(workbook, table, report);
        std::vector<std::string> inferred = check_inferred_relations(workbook, table, report);
        if (auto totals = check_inferred_totals(workbook, table, report))
            inferred.push_back(std::move(*totals));
        check_hidden_figures(sheet, table, report);
        report.not_checked.push_back(
            {"table " + to_a1(range_of(table)) + " of " + sheet.name,
             inferred.empty()
                 ? "no kind describes it, and its columns have nothing in common to hold rows against"
                 : "no kind describes it; its rows were held against what most of them show: " +
                       joined(inferred, 8)});
    }
}

void check_hidden_sheets(const Workbook& workbook, Report& report) {
    for (const Sheet& sheet : workbook.sheets()) {
        if (sheet.state == SheetState::visible) continue;
        report.findings.push_back(finding_on(
            sheet, "S13", Severity::info,
            "The sheet " + sheet.name + " is hidden" +
                (sheet.state == SheetState::very_hidden ? " so that only a macro can show it." : "."),
            ""));
    }
}

/// One line a sheet: the first result that is out of date, and how many there are.
void tell_stale(const Workbook& workbook, const Recalculation& recalculation, Report& report) {
    std::map<SheetIndex, std::vector<const RecalculatedCell*>> stale;
    for (const RecalculatedCell* cell : stale_results(workbook, recalculation))
        stale[cell->sheet].push_back(cell);
    for (const auto& [sheet_index, cells] : stale) {
        const RecalculatedCell& first = *cells.front();
        Finding finding = finding_on(
            workbook.sheets()[sheet_index], stale_result_rule, Severity::warning,
            "The file shows " + in_words(first.before) + " here, but the formula gives " +
                in_words(first.after) +
                (cells.size() == 1
                     ? "."
                     : "; " + counted(cells.size() - 1, "other result", "other results") + " of this sheet " +
                           (cells.size() == 2 ? "is" : "are") + " out of date too."),
            "Recalculate the workbook (F9 in Excel, or scorebook recalc) and save it before its figures are "
            "used.");
        finding.cell = first.cell;
        finding.evidence = {{"stored", to_text(first.before)},
                            {"computed", to_text(first.after)},
                            {"formulas", std::to_string(cells.size())}};
        report.findings.push_back(std::move(finding));
    }
}

void tell_other_workbooks(const Workbook& workbook, const Recalculation& recalculation, Report& report) {
    const auto& places = recalculation.from_other_books;
    if (places.empty()) return;
    Finding finding = finding_on(
        workbook.sheets()[places.front().sheet], other_workbook_rule, Severity::warning,
        counted(places.size(), "formula reads", "formulas read") + " another workbook" +
            other_workbook_names(workbook) + ": " + places_text(workbook, places) + ". " +
            (places.size() == 1 ? "It shows" : "They show") +
            " what that file held when this one was last updated.",
        "Check that the file is still kept there, or copy the values in and say where they come from.");
    finding.cell = places.front().cell;
    finding.evidence = {{"formulas", std::to_string(places.size())}};
    report.findings.push_back(std::move(finding));
}

}  // namespace

void check_without_template(const Workbook& workbook, CalendarDate today, Report& report) {
    bool has_formula = false;
    for (std::size_t i = 0; i < workbook.sheets().size(); ++i) {
        check_sheet_formulas(workbook, i, report);
        check_tables(workbook, i, report);
        const auto& cells = workbook.sheets()[i].cells.cells;
        has_formula = has_formula || std::any_of(cells.begin(), cells.end(),
                                                 [](const SheetCell& cell) { return cell.has_formula; });
    }
    check_hidden_sheets(workbook, report);
    if (!has_formula) return;
    const EvaluationClock clock{serial_from_date(today, workbook.date_system()).value_or(0), 1};
    const Recalculation recalculation = recalculate(workbook, {}, RecalculationScope::all, clock);
    // A workbook that iterates goes one step on with each calculation.
    if (!workbook.calculation().iterate) tell_stale(workbook, recalculation, report);
    tell_other_workbooks(workbook, recalculation, report);
    for (Finding& circle : circle_findings(workbook, recalculation))
        report.findings.push_back(std::move(circle));
}

}  // namespace scorebook

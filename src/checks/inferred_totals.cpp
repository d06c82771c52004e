// inferred_totals.cpp - a typed total beside the sum of its rows (A02). Formulas say themselves what they add
// up, and have checks of their own.
#include "checks/inferred_totals.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "checks/row_figures.hpp"
#include "checks/wording.hpp"
#include "tables/cell_text.hpp"
#include "vocabulary/verdict.hpp"

namespace scorebook {

namespace {

constexpr std::size_t fewest_right_sums = 2;

/// A column's total and what its rows add up to.
struct SummedColumn {
    const NumberColumn* column = nullptr;
    Figure printed;
    Fraction sum = 0;
    bool holds = false;
};

bool is_row_of_figures(const Workbook& workbook, const NumberTable& table, std::uint32_t row) {
    const Sheet& sheet = workbook.sheets()[table.sheet_index];
    return std::any_of(table.columns.begin(), table.columns.end(), [&](const NumberColumn& column) {
        const SheetCell* cell = sheet.cells.find({row, column.column_index});
        return cell && is_number_cell(*cell) && cell->has_value && !cell->has_formula;
    });
}

/// Nothing for a column that isn't added up, or not in full.
std::optional<SummedColumn> column_total(const Workbook& workbook, const NumberTable& table,
                                         const NumberColumn& column, std::uint32_t total_row) {
    const Sheet& sheet = workbook.sheets()[table.sheet_index];
    const SheetCell* cell = sheet.cells.find({total_row, column.column_index});
    if (!cell || cell->has_formula) return std::nullopt;
    const auto printed = shown_figure(workbook, table.sheet_index, cell);
    if (!printed || printed->unit == FigureUnit::percent) return std::nullopt;
    SummedColumn total{&column, *printed, 0, false};
    Interval range = Interval::point(0);
    Fraction largest = 0;
    std::size_t nonzero = 0;
    for (const std::uint32_t row : table.rows) {
        const SheetCell* part = sheet.cells.find({row, column.column_index});
        const auto figure = shown_figure(workbook, table.sheet_index, part);
        if (!figure || figure->unit == FigureUnit::percent) {
            if (part && part->has_value) return std::nullopt;  // a word, whose number nobody knows
            continue;
        }
        total.sum = total.sum + figure->number.value;
        const auto wider = range + range_of(*figure);
        if (!wider) return std::nullopt;
        range = *wider;
        largest = std::max(largest, figure->number.value.magnitude());
        nonzero += figure->number.value.is_zero() ? 0U : 1U;
    }
    // A figure no larger than a row's is an average, a rate or a target as often as a sum.
    if (nonzero < 3 || printed->number.value.magnitude() <= largest) return std::nullopt;
    total.holds = judge(printed->number, total.sum, range) <= Verdict::truncated;
    // Twice as much, or half of it, is the total of something else.
    const Fraction off = (printed->number.value - total.sum).magnitude();
    if (!total.holds && off * 2 > total.sum.magnitude()) return std::nullopt;
    return total;
}

}  // namespace

std::optional<std::string> check_inferred_totals(const Workbook& workbook, const NumberTable& table,
                                                 Report& report) {
    if (table.totals.size() != 1 || !is_row_of_figures(workbook, table, table.totals.front()))
        return std::nullopt;
    const std::uint32_t row = table.totals.front();
    std::vector<SummedColumn> totals;
    for (const NumberColumn& column : table.columns) {
        if (auto total = column_total(workbook, table, column, row)) totals.push_back(*total);
    }
    const auto holding = static_cast<std::size_t>(
        std::count_if(totals.begin(), totals.end(), [](const SummedColumn& total) { return total.holds; }));
    if (holding < fewest_right_sums || holding * 3 < totals.size() * 2) return std::nullopt;
    const std::string row_number = std::to_string(row + 1);
    for (const SummedColumn& total : totals) {
        const CellRef place{row, total.column->column_index};
        const bool is_told =
            std::any_of(report.findings.begin(), report.findings.end(), [&](const Finding& told) {
                return told.rule == "A02" && told.cell == place &&
                       told.sheet == workbook.sheets()[table.sheet_index].name;
            });
        if (total.holds || is_told) continue;
        Finding finding;
        finding.rule = "A02";
        finding.severity = Severity::warning;
        finding.sheet = workbook.sheets()[table.sheet_index].name;
        finding.cell = place;
        finding.message = "'" + total.column->name + "' is " + in_words(total.printed) + " in row " +
                          row_number + ", which is the sum of the rows in " + std::to_string(holding) +
                          " of " + counted(totals.size(), "column", "columns") + "; here they add up to " +
                          in_words(total.sum, total.printed) + ".";
        finding.advice =
            "Check the column; no template says that the row is a total, only its label and the other "
            "columns do.";
        finding.evidence = {{"printed", in_words(total.printed)},
                            {"recomputed", in_words(total.sum, total.printed)},
                            {"columns that hold", std::to_string(holding)},
                            {"columns", std::to_string(totals.size())}};
        report.findings.push_back(std::move(finding));
    }
    return "row " + row_number + " is the sum of the rows in " + std::to_string(holding) + " of " +
           counted(totals.size(), "column", "columns");
}

}  // namespace scorebook

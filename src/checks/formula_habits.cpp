// formula_habits.cpp - typed-over formulas, sums one row short, averages of percentages.
#include "checks/formula_habits.hpp"

#include <algorithm>
#include <cctype>
#include <optional>

#include "checks/wording.hpp"
#include "tables/cell_text.hpp"

namespace scorebook {

namespace {

constexpr std::size_t fewest_formulas = 4;

Finding finding_in(const Sheet& sheet, CellRef cell, std::string_view rule, std::string message,
                   std::string advice) {
    Finding finding;
    finding.rule = rule;
    finding.severity = Severity::warning;
    finding.sheet = sheet.name;
    finding.cell = cell;
    finding.message = std::move(message);
    finding.advice = std::move(advice);
    return finding;
}

/// D5:D10 of "SUM(D5:D10)" when the formula is that call and no more.
std::optional<CellRange> only_argument(std::string_view formula, std::string_view function) {
    std::string upper;
    for (const char c : formula) {
        if (c != ' ' && c != '$') upper += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
    if (!upper.starts_with(std::string(function) + "(") || !upper.ends_with(')')) return std::nullopt;
    const std::string inside = upper.substr(function.size() + 1, upper.size() - function.size() - 2);
    if (inside.find_first_of(",(!") != std::string::npos) return std::nullopt;
    return parse_range(inside);
}

bool has_number(const Sheet& sheet, CellRef place) {
    const SheetCell* cell = sheet.cells.find(place);
    return cell && is_number_cell(*cell) && cell->has_value;
}

void check_sum(const Sheet& sheet, CellRef place, std::string_view formula, Report& report) {
    const auto range = only_argument(formula, "SUM");
    const bool is_above = range && range->column_count() == 1 && range->row_count() >= 3 &&
                          range->first.column_index == place.column_index &&
                          range->last.row_index < place.row_index;
    if (!is_above) return;
    std::vector<std::string> left_out;
    for (std::uint32_t row = range->last.row_index + 1; row < place.row_index; ++row) {
        const SheetCell* cell = sheet.cells.find({row, place.column_index});
        if (cell && cell->has_formula) return;  // a subtotal, not a row left out
        if (has_number(sheet, {row, place.column_index}))
            left_out.push_back(to_a1(CellRef{row, place.column_index}));
    }
    if (range->first.row_index > 0) {
        const CellRef above{range->first.row_index - 1, place.column_index};
        const SheetCell* cell = sheet.cells.find(above);
        const bool is_year = cell && cell->number >= 1900 && cell->number <= 2100;
        if (has_number(sheet, above) && !cell->has_formula && !is_year) left_out.push_back(to_a1(above));
    }
    if (left_out.empty() || left_out.size() > 2) return;
    report.findings.push_back(
        finding_in(sheet, place, "F02",
                   "The sum covers " + to_a1(*range) + " and leaves out " + joined(left_out) + ", which " +
                       (left_out.size() == 1 ? "holds" : "hold") + " a number right beside it.",
                   "Extend the range, if the row belongs to it."));
}

void check_average(const Workbook& workbook, const Sheet& sheet, CellRef place, std::string_view formula,
                   Report& report) {
    const auto range = only_argument(formula, "AVERAGE");
    if (!range || range->row_count() > 1000 || range->column_count() > 50) return;
    std::size_t shares = 0, others = 0;
    for (std::uint32_t row = range->first.row_index; row <= range->last.row_index; ++row) {
        for (std::uint32_t column = range->first.column_index; column <= range->last.column_index; ++column) {
            const SheetCell* cell = sheet.cells.find({row, column});
            if (!cell || !is_number_cell(*cell)) continue;
            ++(workbook.style(*cell).is_percentage ? shares : others);
        }
    }
    if (shares < 2 || others > 0) return;
    report.findings.push_back(finding_in(
        sheet, place, "F03",
        "This is the plain average of the percentages in " + to_a1(*range) +
            "; unless each stands for the same number of cases, the overall percentage is another.",
        "Divide the sum of the numerators by the sum of the denominators."));
}

}  // namespace

void check_formula_habits(const Workbook& workbook, const NumberTable& table, Report& report) {
    const Sheet& sheet = workbook.sheets()[table.sheet_index];
    for (const NumberColumn& column : table.columns) {
        std::vector<CellRef> typed;
        std::size_t formulas = 0;
        for (const std::uint32_t row : table.rows) {
            const SheetCell* cell = sheet.cells.find({row, column.column_index});
            if (!cell || !cell->has_value) continue;
            if (cell->has_formula) {
                ++formulas;
            } else if (is_number_cell(*cell) && formulas > 0) {
                // Above the first formula it is what the formulas count on from.
                typed.push_back({row, column.column_index});
            }
        }
        if (formulas < fewest_formulas || typed.empty() || typed.size() * 9 > formulas) continue;
        for (const CellRef place : typed) {
            report.findings.push_back(
                finding_in(sheet, place, "F01",
                           "A number is typed here, where " + std::to_string(formulas) + " of " +
                               std::to_string(formulas + typed.size()) + " rows of '" + column.name +
                               "' have a formula.",
                           "Copy the formula from a neighbouring row, or say why this row differs."));
        }
    }
}

void check_sheet_formulas(const Workbook& workbook, std::size_t sheet_index, Report& report) {
    const Sheet& sheet = workbook.sheets()[sheet_index];
    for (const SheetRow& row : sheet.cells.rows) {
        for (std::uint32_t i = row.first_cell; i < row.first_cell + row.cell_count; ++i) {
            const SheetCell& cell = sheet.cells.cells[i];
            if (!cell.has_formula) continue;
            const CellRef place{row.row_index, cell.column_index};
            const std::string formula = workbook.formula(sheet_index, place);
            check_sum(sheet, place, formula, report);
            check_average(workbook, sheet, place, formula, report);
        }
    }
}

}  // namespace scorebook

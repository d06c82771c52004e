// formula_habits.cpp - typed-over and odd formulas, sums one row short, averages of percentages.
#include "checks/formula_habits.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <optional>

#include "checks/column_formula.hpp"
#include "checks/formula_rules.hpp"
#include "checks/recalculation.hpp"
#include "checks/wording.hpp"
#include "formula/relative_text.hpp"
#include "tables/cell_text.hpp"

namespace scorebook {

namespace {

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

/// Whether the cell above or below is a copy: a sum over the last so many rows, not a total.
bool is_rolling(const Workbook& workbook, std::size_t sheet_index, CellRef place, std::string_view formula) {
    const auto key_of = [](std::string_view text, CellRef cell) {
        std::string key;
        formula::append_relative_text(key, text, cell);
        return key;
    };
    const std::string key = key_of(formula, place);
    const auto is_copy = [&](CellRef other) {
        const SheetCell* cell = workbook.sheets()[sheet_index].cells.find(other);
        return cell && cell->has_formula && key_of(workbook.formula(sheet_index, other), other) == key;
    };
    return is_copy({place.row_index + 1, place.column_index}) ||
           (place.row_index > 0 && is_copy({place.row_index - 1, place.column_index}));
}

void check_sum_range(const Workbook& workbook, std::size_t sheet_index, CellRef place,
                     std::string_view formula, Report& report) {
    const Sheet& sheet = workbook.sheets()[sheet_index];
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
    if (left_out.empty() || left_out.size() > 2 || is_rolling(workbook, sheet_index, place, formula)) return;
    report.findings.push_back(
        finding_in(sheet, place, "A02",
                   "The sum covers " + to_a1(*range) + " and leaves out " + joined(left_out) + ", which " +
                       (left_out.size() == 1 ? "holds" : "hold") + " a number right beside it.",
                   "Extend the range, if the row belongs to it."));
}

/// "% answered", "Percentage met": the nearest text above, within a header's reach.
bool is_headed_as_percentages(const Workbook& workbook, std::size_t sheet_index, CellRef first) {
    constexpr std::uint32_t reach = 4;
    const Sheet& sheet = workbook.sheets()[sheet_index];
    for (std::uint32_t up = 1; up <= std::min(reach, first.row_index); ++up) {
        const SheetCell* cell = sheet.cells.find({first.row_index - up, first.column_index});
        if (!cell || !is_text_cell(*cell)) continue;
        const std::string text = folded(cell_text(workbook, sheet_index, *cell));
        return text.find('%') != std::string::npos || find_word(text, "percentage") ||
               find_word(text, "per cent");
    }
    return false;
}

void check_average(const Workbook& workbook, std::size_t sheet_index, CellRef place, std::string_view formula,
                   Report& report) {
    const auto range = only_argument(formula, "AVERAGE");
    if (!range || range->row_count() > 1000 || range->column_count() > 50) return;
    const Sheet& sheet = workbook.sheets()[sheet_index];
    const bool is_headed =
        range->column_count() == 1 && is_headed_as_percentages(workbook, sheet_index, range->first);
    std::size_t shares = 0, others = 0;
    for (std::uint32_t row = range->first.row_index; row <= range->last.row_index; ++row) {
        for (std::uint32_t column = range->first.column_index; column <= range->last.column_index; ++column) {
            const SheetCell* cell = sheet.cells.find({row, column});
            if (!cell || !is_number_cell(*cell)) continue;
            ++(is_headed || workbook.style(*cell).is_percentage ? shares : others);
        }
    }
    if (shares < 2 || others > 0) return;
    report.findings.push_back(finding_in(
        sheet, place, "A05",
        "This is the plain average of the percentages in " + to_a1(*range) +
            "; unless each stands for the same number of cases, the overall percentage is another.",
        "Divide the sum of the numerators by the sum of the denominators."));
}

}  // namespace

namespace {

/// One column's cells that don't do what the others do.
class OddCells {
  public:
    OddCells(const Workbook& workbook, const NumberTable& table, const NumberColumn& column,
             const ColumnFormula& formula)
        : workbook_(workbook),
          sheet_(workbook.sheets()[table.sheet_index]),
          sheet_index_(table.sheet_index),
          column_(column),
          formula_(formula) {
        bool has_begun = false;
        for (const std::uint32_t row : table.rows) {
            const CellRef place{row, column.column_index};
            const SheetCell* cell = sheet_.cells.find(place);
            if (!cell || !cell->has_value || !is_number_cell(*cell)) continue;
            if (cell->has_formula) {
                // A balance's first formula counts on from something else than the others.
                if (!formula.is_copy(place) && (has_begun || !formula.counts_on())) odd_.push_back(place);
                has_begun = true;
            } else if (has_begun) {
                typed_.push_back({place, cell->number});
            } else {
                first_ = cell->number;  // what the formulas count on from
            }
        }
    }

    void tell(Report& report) const {
        if (typed_.size() * 9 > formula_.copies() && !is_near_miss()) return;
        for (const auto& [place, number] : typed_) tell_typed(place, number, report);
        // Several formulas of their own are a table's way; one among many is a slip.
        if (odd_.size() > std::max<std::size_t>(1, formula_.copies() / 30)) return;
        for (const CellRef place : odd_) tell_odd(place, report);
    }

  private:
    const Workbook& workbook_;
    const Sheet& sheet_;
    std::size_t sheet_index_;
    const NumberColumn& column_;
    const ColumnFormula& formula_;
    std::vector<std::pair<CellRef, double>> typed_;
    std::vector<CellRef> odd_;
    std::optional<double> first_;

    /// In a table too short for nine copies: one number, which is nearly what the formula gives.
    bool is_near_miss() const {
        constexpr std::size_t fewest_alike = 5;
        if (typed_.size() != 1 || formula_.copies() < fewest_alike || !odd_.empty()) return false;
        const auto& [place, number] = typed_.front();
        const auto result = formula_.result_in(place);
        return result && !same_in_excel(*result, number) &&
               std::fabs(*result - number) <= 0.25 * std::fabs(*result);
    }

    std::string support() const {
        return std::to_string(formula_.copies()) + " of " +
               std::to_string(formula_.copies() + typed_.size() + odd_.size()) + " rows of '" + column_.name +
               "' have the same formula";
    }

    void tell_typed(CellRef place, double number, Report& report) const {
        // A series that begins again with its first number was begun again on purpose.
        if (formula_.counts_on() && first_ && *first_ == number) return;
        if (!formula_.has_inputs_in(place)) return;
        const auto result = formula_.result_in(place);
        const bool is_same = result && same_in_excel(*result, number);
        std::string message =
            "A number is typed here (" + in_words(CellValue(number)) + "), where " + support();
        if (is_same)
            message += "; it is what the formula gives now, but won't follow when a figure changes";
        else if (result)
            message += ", which would give " + in_words(CellValue(*result));
        Finding finding = finding_in(
            sheet_, place, odd_formula_rule, message + ".",
            "Put the formula back: " + formula_.text_in(place) + ". Or say beside it why this row differs.");
        if (is_same) finding.severity = Severity::info;
        if (result)
            finding.evidence = {{"typed", to_text(CellValue(number))},
                                {"formula gives", to_text(CellValue(*result))}};
        report.findings.push_back(std::move(finding));
    }

    void tell_odd(CellRef place, Report& report) const {
        const std::string own = workbook_.formula(sheet_index_, place);
        // A sum of what stands above it is a subtotal nobody labelled.
        const auto summed = only_argument(own, "SUM");
        if (summed && summed->column_count() == 1 && summed->first.column_index == place.column_index) return;
        if (!formula_.has_inputs_in(place)) return;
        const auto result = formula_.result_in(place);
        const SheetCell* cell = sheet_.cells.find(place);
        const double noise = 1e-9 * std::max(std::fabs(result.value_or(0)), std::fabs(cell->number));
        if (!result || std::fabs(*result - cell->number) <= noise) return;
        Finding finding = finding_in(
            sheet_, place, odd_formula_rule,
            "The formula =" + shortened(own, 60) + " gives " + in_words(CellValue(cell->number)) + ", but " +
                support() + ", and theirs would give " + in_words(CellValue(*result)) + ".",
            "Copy the formula from a neighbouring row (" + shortened(formula_.text_in(place), 60) +
                "), or say beside it why this row differs.");
        finding.evidence = {{"gives", to_text(CellValue(cell->number))},
                            {"the others would give", to_text(CellValue(*result))}};
        report.findings.push_back(std::move(finding));
    }
};

}  // namespace

void check_formula_habits(const Workbook& workbook, const NumberTable& table, Report& report) {
    for (const NumberColumn& column : table.columns) {
        if (const auto formula = ColumnFormula::find(workbook, table, column))
            OddCells(workbook, table, column, *formula).tell(report);
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
            check_sum_range(workbook, sheet_index, place, formula, report);
            check_average(workbook, sheet_index, place, formula, report);
        }
    }
}

}  // namespace scorebook

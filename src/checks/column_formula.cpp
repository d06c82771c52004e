// column_formula.cpp - copies of a formula found by their text in relative form.
#include "checks/column_formula.hpp"

#include <map>

#include "formula/evaluate.hpp"
#include "formula/formula_parser.hpp"
#include "formula/formula_printer.hpp"
#include "formula/formula_tree.hpp"
#include "formula/relative_text.hpp"
#include "formula/workbook_cells.hpp"
#include "formula/workspace.hpp"
#include "tables/cell_text.hpp"

namespace scorebook {

namespace {

constexpr std::size_t fewest_copies = 4;

std::string key_of(const Workbook& workbook, std::size_t sheet_index, CellRef cell) {
    std::string key;
    formula::append_relative_text(key, workbook.formula(sheet_index, cell), cell);
    return key;
}

}  // namespace

std::optional<ColumnFormula> ColumnFormula::find(const Workbook& workbook, const NumberTable& table,
                                                 const NumberColumn& column) {
    const SheetCells& cells = workbook.sheets()[table.sheet_index].cells;
    std::map<std::string, std::pair<std::size_t, CellRef>> keys;  // copies, the last of them
    std::size_t formulas = 0;
    for (const std::uint32_t row : table.rows) {
        const CellRef place{row, column.column_index};
        const SheetCell* cell = cells.find(place);
        if (!cell || !cell->has_formula) continue;
        ++formulas;
        auto& [copies, last] = keys[key_of(workbook, table.sheet_index, place)];
        ++copies;
        last = place;
    }
    for (const auto& [key, found] : keys) {
        const auto& [copies, last] = found;
        if (copies < fewest_copies || copies * 10 < formulas * 9) continue;
        const std::string text = workbook.formula(table.sheet_index, last);
        formula::ParsedFormula parsed = formula::parse_formula(text, last);
        if (parsed.mistake) return std::nullopt;
        ColumnFormula result;
        result.workbook_ = &workbook;
        result.sheet_index_ = table.sheet_index;
        result.key_ = key;
        result.tree_ = std::move(parsed.tree);
        result.copies_ = copies;
        const CellRef above{last.row_index - 1, last.column_index};
        for (const formula::AreaNode& area : result.tree_->areas) {
            const bool is_above = area.sheets == formula::own_sheet && last.row_index > 0 &&
                                  formula::resolve(area.first, last) == above;
            result.counts_on_ = result.counts_on_ || is_above;
        }
        return result;
    }
    return std::nullopt;
}

bool ColumnFormula::is_copy(CellRef cell) const {
    return key_of(*workbook_, sheet_index_, cell) == key_;
}

bool ColumnFormula::has_inputs_in(CellRef cell) const {
    constexpr std::uint32_t most_cells = 100;
    const SheetCells& cells = workbook_->sheets()[sheet_index_].cells;
    if (tree_->areas.empty()) return true;
    for (const formula::AreaNode& area : tree_->areas) {
        if (area.sheets != formula::own_sheet) return true;
        const CellRef first = formula::resolve(area.first, cell), last = formula::resolve(area.last, cell);
        if (last.row_index < first.row_index || last.column_index < first.column_index) return true;
        const CellRange range{first, last};
        if (range.row_count() > most_cells || range.column_count() > most_cells) return true;
        for (std::uint32_t row = range.first.row_index; row <= range.last.row_index; ++row) {
            for (std::uint32_t column = range.first.column_index; column <= range.last.column_index;
                 ++column) {
                const SheetCell* found = cells.find({row, column});
                if (found && !is_blank_cell(*workbook_, sheet_index_, *found)) return true;
            }
        }
    }
    return false;
}

std::string ColumnFormula::text_in(CellRef cell) const {
    return "=" + formula::print_formula(*tree_, cell);
}

std::optional<double> ColumnFormula::result_in(CellRef cell) const {
    const formula::WorkbookCells source(*workbook_);
    const EvaluationClock clock;
    formula::Workspace workspace(source, clock);
    formula::Evaluation evaluation(workspace, *tree_, sheet_index_, cell, formula::Mode::single);
    const CellValue value = formula::cell_result(evaluation, evaluation.run());
    const double* number = std::get_if<double>(&value);
    if (workspace.has_given_up() || !number) return std::nullopt;
    return *number;
}

}  // namespace scorebook

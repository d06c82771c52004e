// memory_cells.cpp - a CellSource in memory.
#include "support/formula/memory_cells.hpp"

#include <algorithm>

#include "formula/evaluate.hpp"
#include "formula/formula_parser.hpp"
#include "formula/text_case.hpp"

namespace scorebook::testing {

using formula::equal_fold;

SheetIndex MemoryCells::sheet(const std::string& name) {
    if (auto found = find_sheet(name)) return *found;
    sheets_.push_back({name, {}, {}, {}});
    return sheets_.size() - 1;
}

void MemoryCells::set(SheetIndex sheet, std::string_view cell, CellValue value) {
    sheets_.at(sheet).cells[parse_cell(cell).value()] = std::move(value);
}

void MemoryCells::set_formula(SheetIndex sheet, std::string_view cell, std::string formula) {
    sheets_.at(sheet).formulas[parse_cell(cell).value()] = std::move(formula);
}

void MemoryCells::set_name(const std::string& name, const std::string& formula,
                           std::optional<SheetIndex> sheet) {
    names_[{formula::fold_case(name), sheet}] = formula;
}

void MemoryCells::set_array(SheetIndex sheet, std::string_view cell, std::string_view range) {
    sheets_.at(sheet).arrays[parse_cell(cell).value()] = parse_range(range).value();
}

std::optional<SheetIndex> MemoryCells::find_sheet(std::string_view name) const {
    for (SheetIndex i = 0; i < sheets_.size(); ++i) {
        if (equal_fold(sheets_[i].name, name)) return i;
    }
    return std::nullopt;
}

CellValue MemoryCells::value(SheetIndex sheet, CellRef cell) const {
    const auto& cells = sheets_.at(sheet).cells;
    const auto found = cells.find(cell);
    return found == cells.end() ? CellValue(Blank{}) : found->second;
}

CellRange MemoryCells::used_range(SheetIndex sheet) const {
    CellRange used;
    bool first = true;
    for (const auto& [cell, value] : sheets_.at(sheet).cells) {
        if (first) used = {cell, cell};
        first = false;
        used.first.row_index = std::min(used.first.row_index, cell.row_index);
        used.first.column_index = std::min(used.first.column_index, cell.column_index);
        used.last.row_index = std::max(used.last.row_index, cell.row_index);
        used.last.column_index = std::max(used.last.column_index, cell.column_index);
    }
    return used;
}

void MemoryCells::visit(SheetIndex sheet, const CellRange& range,
                        const std::function<bool(CellRef, const CellValue&)>& visit) const {
    const auto& cells = sheets_.at(sheet).cells;
    for (auto at = cells.lower_bound(range.first);
         at != cells.end() && at->first.row_index <= range.last.row_index; ++at) {
        if (range.contains(at->first) && !is_blank(at->second) && !visit(at->first, at->second)) return;
    }
}

bool MemoryCells::is_row_hidden(SheetIndex sheet, std::uint32_t row_index) const {
    return std::find(hidden_rows_.begin(), hidden_rows_.end(), std::pair{sheet, row_index}) !=
           hidden_rows_.end();
}

std::string MemoryCells::formula(SheetIndex sheet, CellRef cell) const {
    const auto& formulas = sheets_.at(sheet).formulas;
    const auto found = formulas.find(cell);
    return found == formulas.end() ? std::string() : found->second;
}

std::optional<CellRange> MemoryCells::array_range(SheetIndex sheet, CellRef cell) const {
    const auto& arrays = sheets_.at(sheet).arrays;
    const auto found = arrays.find(cell);
    return found == arrays.end() ? std::nullopt : std::optional(found->second);
}

std::optional<SourceName> MemoryCells::find_name(std::string_view name, SheetIndex sheet) const {
    const std::string folded = formula::fold_case(name);
    for (const std::optional<SheetIndex> scope : {std::optional(sheet), std::optional<SheetIndex>()}) {
        const auto found = names_.find({folded, scope});
        if (found != names_.end()) return SourceName{found->second, scope};
    }
    return std::nullopt;
}

const SourceTable* MemoryCells::find_table(std::string_view name) const {
    for (const SourceTable& table : tables_) {
        if (equal_fold(table.name, name)) return &table;
    }
    return nullptr;
}

const SourceTable* MemoryCells::table_at(SheetIndex sheet, CellRef cell) const {
    for (const SourceTable& table : tables_) {
        if (table.sheet == sheet && table.range.contains(cell)) return &table;
    }
    return nullptr;
}

CellValue evaluate_text(const MemoryCells& cells, std::string_view formula, std::string_view cell,
                        FormulaKind kind, SheetIndex sheet) {
    const CellRef place = parse_cell(cell).value();
    const auto parsed = formula::parse_formula(formula, place);
    if (!parsed.tree) return "can't be read: " + parsed.mistake->what;
    formula::Workspace workspace(cells, EvaluationClock{42675.5, 1});
    const auto mode = kind == FormulaKind::array ? formula::Mode::array : formula::Mode::single;
    formula::Evaluation evaluation(workspace, *parsed.tree, sheet, place, mode);
    CellValue result = formula::cell_result(evaluation, evaluation.run());
    if (auto reason = workspace.take_reason()) return "not computed: " + *reason;
    return result;
}

}  // namespace scorebook::testing

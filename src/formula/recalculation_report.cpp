// recalculation_report.cpp - results beside the stored ones, as a sheet would hold them.
#include "formula/recalculation_report.hpp"

#include <algorithm>

#include "formula/stored_result.hpp"

namespace scorebook::formula {
namespace {

void add_changed(const RecalculationState& state, const FormulaCell& formula, const CellRange& range,
                 Recalculation& result) {
    for (std::uint32_t row = range.first.row_index; row <= range.last.row_index; ++row) {
        for (std::uint32_t column = range.first.column_index; column <= range.last.column_index; ++column) {
            CellValue before = state.workbook.value(formula.sheet, {row, column});
            CellValue after = as_stored(state.cells.value(formula.sheet, {row, column}));
            if (is_same_result(before, after)) continue;
            result.changed.push_back(
                {formula.sheet, {row, column}, std::move(before), std::move(after), formula.cell});
        }
    }
}

void add_single(const RecalculationState& state, const FormulaCell& formula, Recalculation& result) {
    CellValue before = state.workbook.value(formula.sheet, *formula.stored);
    CellValue after = as_stored(state.cells.value(formula.sheet, *formula.stored));
    if (is_same_result(before, after)) return;
    result.changed.push_back(
        {formula.sheet, formula.cell, std::move(before), std::move(after), formula.cell});
}

void add_resized(const RecalculationState& state, NodeId node, const CellRange& former,
                 Recalculation& result) {
    const FormulaCell& formula = state.formulas.cells[node];
    const CellRange& range = state.formulas.ranges[formula.range];
    if (!state.evaluated.has(node) || range == former) return;
    result.resized.push_back({formula.sheet, former, range});
    // Its formula's cell is told of even when only its range changes.
    CellValue before = state.workbook.value(formula.sheet, formula.cell);
    CellValue after = as_stored(state.cells.value(formula.sheet, formula.cell));
    if (is_same_result(before, after)) {
        result.changed.push_back(
            {formula.sheet, formula.cell, std::move(before), std::move(after), formula.cell});
    }
    for (std::uint32_t row = former.first.row_index; row <= former.last.row_index; ++row) {
        for (std::uint32_t column = former.first.column_index; column <= former.last.column_index; ++column) {
            if (!range.contains({row, column}))
                add_changed(state, formula, {{row, column}, {row, column}}, result);
        }
    }
}

}  // namespace

Recalculation report_of(RecalculationState& state) {
    Recalculation result;
    result.changed.reserve(state.changed.count());
    for (NodeId node = 0; node < state.formulas.cells.size(); ++node) {
        const FormulaCell& formula = state.formulas.cells[node];
        if (state.changing.has(node)) result.changing.push_back({formula.sheet, formula.cell});
        const bool is_evaluated = state.evaluated.has(node);
        if (state.compiled_of(node).reads_other_books &&
            (is_evaluated || state.scope == RecalculationScope::all))
            result.from_other_books.push_back({formula.sheet, formula.cell});
        const auto refused = state.not_computed.find(node);
        if (refused != state.not_computed.end()) {
            result.not_computed.push_back({formula.sheet, formula.cell, refused->second});
            continue;
        }
        if (!is_evaluated) continue;
        ++result.formulas;
        if (!state.changed.has(node)) continue;
        if (formula.shape == FormulaShape::single)
            add_single(state, formula, result);
        else
            add_changed(state, formula, state.formulas.ranges[formula.range], result);
    }
    for (const auto& [node, former] : state.formulas.former_ranges) add_resized(state, node, former, result);
    result.circles = std::move(state.circles);
    // They came in order but for the cells array formulas fill.
    const auto comes_first = [](const RecalculatedCell& a, const RecalculatedCell& b) {
        return std::pair{a.sheet, a.cell} < std::pair{b.sheet, b.cell};
    };
    if (!std::is_sorted(result.changed.begin(), result.changed.end(), comes_first))
        std::sort(result.changed.begin(), result.changed.end(), comes_first);
    return result;
}

}  // namespace scorebook::formula

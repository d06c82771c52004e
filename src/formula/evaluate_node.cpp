// evaluate_node.cpp - single results, array formulas, and spills that may change size.
#include "formula/evaluate_node.hpp"

#include <algorithm>

#include "formula/formula_run.hpp"
#include "formula/spill.hpp"

namespace scorebook::formula {
namespace {

void store(RecalculationState& state, NodeId node, SheetIndex sheet, CellRef cell, CellValue value) {
    if (!(state.workbook.value(sheet, cell) == value)) state.changed.add(node);
    state.cells.set(sheet, cell, std::move(value));
}

void store(RecalculationState& state, NodeId node, const FormulaCell& formula, CellValue value) {
    const SheetCell& stored = *formula.stored;
    const auto* number = std::get_if<double>(&value);
    const bool is_same = number != nullptr && stored.kind == CellKind::number
                             ? stored.number == *number
                             : state.workbook.value(formula.sheet, stored) == value;
    if (!is_same) state.changed.add(node);
    state.cells.set(formula.sheet, stored, std::move(value));
}

/// A spill of another size: the whole run is repeated with its new range, when that is free.
void resize(RecalculationState& state, NodeId node, const FormulaCell& formula, const Array& array) {
    const auto wanted = spill_range(formula.cell, array);
    if (!wanted) return state.refuse(node, "its result runs off the sheet, where Excel shows #SPILL!");
    if (!state.may_resize) return state.refuse(node, "its result changes size whenever it is worked out");
    CellRange old = state.formulas.ranges[formula.range];
    for (const auto& [id, range] : state.formulas.former_ranges) {
        if (id == node) old = range;
    }
    if (auto obstacle = spill_obstacle(state.workbook, formula.sheet, old, *wanted))
        return state.refuse(node, std::move(*obstacle));
    state.resized[{formula.sheet, formula.cell}] = *wanted;
}

void store_array(RecalculationState& state, NodeId node, const FormulaCell& formula, const Array& array) {
    const CellRange& range = state.formulas.ranges[formula.range];
    const bool same_size = array.rows == range.row_count() && array.columns == range.column_count();
    if (formula.shape == FormulaShape::dynamic && !same_size) return resize(state, node, formula, array);
    if (std::size_t{range.row_count()} * range.column_count() > max_array_cells) {
        return state.refuse(node, "fills more than 4 million cells");
    }
    state.evaluated.add(node);
    for (std::uint32_t row = 0; row < range.row_count(); ++row) {
        for (std::uint32_t column = 0; column < range.column_count(); ++column) {
            // A single row or column is repeated over the range; cells beyond the result hold #N/A.
            const std::size_t r = array.rows == 1 ? 0 : row;
            const std::size_t c = array.columns == 1 ? 0 : column;
            CellValue item =
                r < array.rows && c < array.columns ? array.at(r, c) : CellValue(CellError::not_available);
            if (is_blank(item)) item = 0.0;
            store(state, node, formula.sheet,
                  {range.first.row_index + row, range.first.column_index + column}, std::move(item));
        }
    }
}

}  // namespace

void evaluate_node(RecalculationState& state, NodeId node) {
    const FormulaCell& formula = state.formulas.cells[node];
    state.not_computed.erase(node);
    FormulaResult result =
        run_formula(state.workbook, state.cells, state.workspace, formula, state.compiled_of(node));
    if (result.refused) return state.refuse(node, std::move(*result.refused));
    if (result.array) return store_array(state, node, formula, *result.array);
    state.evaluated.add(node);
    store(state, node, formula, std::move(result.value));
}

}  // namespace scorebook::formula

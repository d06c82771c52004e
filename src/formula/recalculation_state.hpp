// recalculation_state.hpp - what one pass over a workbook's formulas has found out so far.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "formula/edited_cells.hpp"
#include "formula/node_marks.hpp"
#include "formula/recalculate.hpp"
#include "formula/workbook_cells.hpp"
#include "formula/workbook_formulas.hpp"

namespace scorebook::formula {

/// Dynamic arrays that fill other cells than the workbook says: formula's cell -> its range now.
using SpillRanges = std::map<CellPlace, CellRange>;

/// Refers to the workbook and the spills it was made with; both outlive it.
struct RecalculationState {
    RecalculationState(const Workbook& of, std::span<const CellEdit> edits, RecalculationScope all_or_dirty,
                       const EvaluationClock& clock, const SpillRanges& known_spills, bool resizing_allowed)
        : workbook(of),
          scope(all_or_dirty),
          spills(known_spills),
          may_resize(resizing_allowed),
          cells(of),
          workspace(cells, clock) {
        for (const CellEdit& edit : edits) {
            const bool is_new = !(cells.value(edit.sheet, edit.cell) == edit.value);
            if (is_new) edited.add(edit.sheet, edit.cell);
            cells.set(edit.sheet, edit.cell, edit.value);
            fixed.insert({edit.sheet, edit.cell});
        }
    }

    bool is_formula(NodeId node) const { return node < formulas.cells.size(); }
    const CompiledFormula& compiled_of(NodeId node) const {
        return formulas.compiled[formulas.cells[node].compiled];
    }
    CellPlace place_of(NodeId node) const { return {formulas.cells[node].sheet, formulas.cells[node].cell}; }
    bool is_fixed(NodeId node) const { return fixed.contains(place_of(node)); }
    void refuse(NodeId node, std::string why) { not_computed[node] = std::move(why); }

    const Workbook& workbook;
    const RecalculationScope scope;
    const SpillRanges& spills;
    const bool may_resize;  ///< whether a spill of another size may ask for one more pass

    WorkbookCells cells;
    Workspace workspace;
    EditedCells edited;
    std::set<CellPlace> fixed;  ///< cells whose value was given, formulas among them
    WorkbookFormulas formulas;

    NodeMarks changed;    ///< holds, or reads, another value than the stored one
    NodeMarks floating;   ///< reads through OFFSET or INDIRECT, directly or not
    NodeMarks circular;   ///< lies in, or reads, a circle that isn't iterated
    NodeMarks changing;   ///< depends on the clock or chance
    NodeMarks evaluated;  ///< formulas with a result of this pass

    std::map<NodeId, std::string> not_computed;   ///< formulas that keep their stored result, and why
    std::vector<std::vector<CellPlace>> circles;  ///< as in Recalculation
    SpillRanges resized;                          ///< spills that want another range than they were given
};

}  // namespace scorebook::formula

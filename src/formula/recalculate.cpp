// recalculate.cpp - formulas in the order of their dependencies; only what an edit reaches, unless all is
// asked for.
#include "formula/recalculate.hpp"

#include <algorithm>

#include "formula/circular_formulas.hpp"
#include "formula/evaluate_node.hpp"
#include "formula/recalculation_report.hpp"
#include "formula/recalculation_state.hpp"

namespace scorebook {
namespace {

using namespace formula;

/// Formulas with OFFSET and INDIRECT are evaluated again until nothing moves; Excel needs one pass more than
/// the longest chain of them. What still moves then depends on itself.
constexpr std::size_t max_floating_passes = 64;

/// A dynamic array that changes size may change what another one reads: so many times before giving up.
constexpr std::size_t max_spill_passes = 12;

class Recalculator {
  public:
    explicit Recalculator(RecalculationState& state) : state_(state), graph_(state.formulas) {
        has_special_ = std::any_of(
            state.formulas.compiled.begin(), state.formulas.compiled.end(),
            [](const CompiledFormula& compiled) { return compiled.is_volatile || compiled.reads_anywhere; });
    }

    void run() {
        graph_.visit_in_order([&](const std::vector<NodeId>& group, bool is_circle) {
            if (is_circle)
                visit_circle(group);
            else
                visit(group[0]);
        });
        settle_floating();
    }

  private:
    /// Whether something a node reads has another value than before, or can't be known before it runs.
    struct ReadState {
        bool changed = false;
        bool floating = false;
        bool circular = false;
        bool changing = false;
    };
    ReadState state_of_reads(NodeId node) {
        ReadState reads;
        // When everything is worked out and nothing is out of the ordinary there is nothing to know.
        const bool all = state_.scope == RecalculationScope::all;
        if (all && !has_special_ && state_.circular.is_empty()) return reads;
        graph_.visit_reads(node, [&](NodeId read) {
            reads.changed = reads.changed || state_.changed.has(read);
            reads.floating = reads.floating || state_.floating.has(read);
            reads.circular = reads.circular || state_.circular.has(read);
            reads.changing = reads.changing || state_.changing.has(read);
            return !(reads.changed && reads.floating && reads.circular && reads.changing);
        });
        if (!reads.changed) reads.changed = reads_edited_cell(node);
        return reads;
    }

    bool reads_edited_cell(NodeId node) const {
        if (const Area* range = graph_.range_of(node)) return state_.edited.any_in(*range);
        if (!state_.is_formula(node)) return false;
        const auto& reads = state_.compiled_of(node).reads;
        return std::any_of(reads.begin(), reads.end(), [&](const ReadArea& read) {
            const Area area = read.at(state_.formulas.cells[node].cell);
            return area.range.first == area.range.last && state_.edited.any_in(area);
        });
    }

    bool is_volatile(NodeId node) const {
        return state_.is_formula(node) && state_.compiled_of(node).is_volatile;
    }

    void visit(NodeId node) {
        const ReadState reads = state_of_reads(node);
        const bool is_formula = state_.is_formula(node);
        if (reads.floating) state_.floating.add(node);
        if (reads.changing || is_volatile(node)) state_.changing.add(node);
        if (reads.circular) {
            state_.circular.add(node);
            if (is_formula && !state_.is_fixed(node))
                state_.refuse(node, "reads a cell that goes round in a circle");
            return;
        }
        const bool anywhere = is_formula && state_.compiled_of(node).reads_anywhere;
        if (anywhere) state_.floating.add(node);
        if (state_.floating.has(node)) floating_order_.push_back(node);
        if (!is_formula) {
            if (reads.changed) state_.changed.add(node);
            return;
        }
        const CellPlace place = state_.place_of(node);
        if (state_.spills.contains(place)) state_.changed.add(node);
        if (state_.is_fixed(node)) {
            if (state_.edited.any_in({place.sheet, {place.cell, place.cell}})) state_.changed.add(node);
            return;
        }
        const bool wanted =
            state_.scope == RecalculationScope::all || reads.changed || anywhere || state_.changed.has(node);
        if (!wanted && state_.formulas.cells[node].has_result) return;
        // What is read through OFFSET may not be ready yet: nothing of it may be kept.
        if (state_.floating.has(node)) state_.workspace.ranges().switch_off();
        evaluate_node(state_, node);
        state_.workspace.ranges().switch_on();
    }

    void visit_circle(const std::vector<NodeId>& group) {
        bool dirty = state_.scope == RecalculationScope::all;
        bool changing = false;
        std::vector<NodeId> members;
        for (const NodeId node : group) {
            const ReadState reads = state_of_reads(node);
            changing = changing || reads.changing || is_volatile(node);
            dirty = dirty || reads.changed;
            if (reads.floating) state_.floating.add(node);
            if (state_.is_formula(node) && !state_.is_fixed(node)) members.push_back(node);
        }
        for (const NodeId node : group) {
            if (changing) state_.changing.add(node);
        }
        if (!dirty) return;
        work_out_circle(state_, graph_, group, std::move(members));
        for (const NodeId node : group) {
            if (!state_.is_formula(node) && state_of_reads(node).changed) state_.changed.add(node);
        }
    }

    /// Formulas that read through OFFSET and INDIRECT may have run before what they read: again, until
    /// nothing moves.
    void settle_floating() {
        state_.workspace.ranges().switch_off();
        for (std::size_t pass = 0; pass < max_floating_passes; ++pass) {
            bool moved = false;
            for (const NodeId node : floating_order_) {
                if (!state_.is_formula(node)) {
                    if (state_of_reads(node).changed) state_.changed.add(node);
                    continue;
                }
                if (state_.is_fixed(node)) continue;
                const bool wanted = state_.compiled_of(node).reads_anywhere ||
                                    state_.scope == RecalculationScope::all || state_of_reads(node).changed;
                if (!wanted) continue;
                const auto [sheet, cell] = state_.place_of(node);
                const CellValue before = state_.cells.value(sheet, cell);
                evaluate_node(state_, node);
                moved = moved || !(before == state_.cells.value(sheet, cell));
            }
            if (!moved) return;
        }
    }

    RecalculationState& state_;
    DependencyGraph graph_;
    bool has_special_ = false;  ///< a formula is volatile or reads anywhere
    std::vector<NodeId> floating_order_;
};

/// Gives dynamic arrays their ranges of now; cells they left are blank.
void lay_out_spills(RecalculationState& state) {
    for (NodeId node = 0; node < state.formulas.cells.size() && !state.spills.empty(); ++node) {
        const FormulaCell& formula = state.formulas.cells[node];
        const auto found = state.spills.find({formula.sheet, formula.cell});
        if (formula.shape != FormulaShape::dynamic || found == state.spills.end()) continue;
        CellRange& range = state.formulas.ranges[formula.range];
        const CellRange former = std::exchange(range, found->second);
        state.formulas.former_ranges.push_back({node, former});
        state.cells.set_array_range(formula.sheet, formula.cell, range);
        for (std::uint32_t row = former.first.row_index; row <= former.last.row_index; ++row) {
            for (std::uint32_t column = former.first.column_index; column <= former.last.column_index;
                 ++column) {
                if (!range.contains({row, column})) state.cells.set(formula.sheet, {row, column}, Blank{});
            }
        }
    }
}

/// One pass: what it changed, unless spills want other ranges than they were given.
Recalculation run(RecalculationState& state) {
    if (state.scope == RecalculationScope::dirty && state.edited.empty()) return {};
    state.formulas = read_formulas(state.workbook, state.cells, state.workspace);
    lay_out_spills(state);
    state.cells.reserve(state.formulas.cells.size());
    Recalculator(state).run();
    return report_of(state);
}

}  // namespace

Recalculation recalculate(const Workbook& workbook, std::span<const CellEdit> edits, RecalculationScope scope,
                          const EvaluationClock& clock) {
    SpillRanges spills;
    for (std::size_t pass = 0;; ++pass) {
        RecalculationState state(workbook, edits, scope, clock, spills, pass < max_spill_passes);
        Recalculation result = run(state);
        if (state.resized.empty()) return result;
        for (const auto& [place, range] : state.resized) spills[place] = range;
    }
}

}  // namespace scorebook

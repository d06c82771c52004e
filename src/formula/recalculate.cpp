// recalculate.cpp - formulas in the order of their dependencies; only what an edit reaches, unless all is
// asked for.
#include "formula/recalculate.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

#include "formula/dependency_graph.hpp"
#include "formula/evaluate.hpp"
#include "formula/workbook_cells.hpp"
#include "formula/workbook_formulas.hpp"

namespace scorebook {
namespace {

using namespace formula;

/// Formulas with OFFSET and INDIRECT are evaluated again until nothing moves; Excel needs one pass more than
/// the longest chain of them. What still moves then depends on itself.
constexpr std::size_t max_floating_passes = 64;

/// The tolerance Excel's own display has.
constexpr double relative_tolerance = 1e-9;

bool is_same_result(const CellValue& before, const CellValue& after) {
    const auto* a = std::get_if<double>(&before);
    const auto* b = std::get_if<double>(&after);
    const auto* error = std::get_if<CellError>(&before);
    const auto* other = std::get_if<CellError>(&after);
    // A sheet has no word for #CALC! and #SPILL!.
    if (error != nullptr && other != nullptr) return stored_error(*error) == stored_error(*other);
    if (a == nullptr || b == nullptr) return before == after;
    return *a == *b || std::abs(*a - *b) <= relative_tolerance * std::max(std::abs(*a), std::abs(*b));
}

/// Edited cells by column, to ask whether a range holds one.
class EditedCells {
  public:
    void add(SheetIndex sheet, CellRef cell) { rows_[{sheet, cell.column_index}].insert(cell.row_index); }
    bool empty() const { return rows_.empty(); }
    bool any_in(const Area& area) const {
        for (auto column = rows_.lower_bound({area.sheet, area.range.first.column_index});
             column != rows_.end() && column->first <= std::pair{area.sheet, area.range.last.column_index};
             ++column) {
            const auto row = column->second.lower_bound(area.range.first.row_index);
            if (row != column->second.end() && *row <= area.range.last.row_index) return true;
        }
        return false;
    }

  private:
    std::map<std::pair<SheetIndex, std::uint32_t>, std::set<std::uint32_t>> rows_;
};

class Recalculator {
  public:
    Recalculator(const Workbook& workbook, std::span<const CellEdit> edits, RecalculationScope scope,
                 const EvaluationClock& clock)
        : workbook_(workbook), scope_(scope), cells_(workbook), workspace_(cells_, clock) {
        for (const CellEdit& edit : edits) {
            const bool is_new = !is_exactly(cells_.value(edit.sheet, edit.cell), edit.value);
            if (is_new) edited_.add(edit.sheet, edit.cell);
            cells_.set(edit.sheet, edit.cell, edit.value);
            fixed_.insert({edit.sheet, edit.cell});
        }
    }

    Recalculation run() {
        if (scope_ == RecalculationScope::dirty && edited_.empty()) return {};
        formulas_ = read_formulas(workbook_, cells_, workspace_);
        DependencyGraph graph(formulas_);
        graph_ = &graph;
        is_evaluated_.resize(formulas_.cells.size());
        graph.visit_in_order(
            [&](const std::vector<NodeId>& group, bool is_circle) { visit_group(group, is_circle); });
        settle_floating();
        return report();
    }

  private:
    static bool is_exactly(const CellValue& a, const CellValue& b) { return a == b; }

    bool is_formula(NodeId node) const { return node < formulas_.cells.size(); }
    bool is_changed(NodeId node) const { return node < changed_.size() && changed_[node]; }
    bool is_floating(NodeId node) const { return node < floating_.size() && floating_[node]; }
    bool is_changing(NodeId node) const { return node < changing_.size() && changing_[node]; }
    bool is_circular(NodeId node) const { return node < circular_.size() && circular_[node]; }
    static void mark(std::vector<bool>& marks, NodeId node) {
        if (node >= marks.size()) marks.resize(node + 1);
        marks[node] = true;
    }

    /// Whether something the node reads has another value than before, or can't be known before it runs.
    struct ReadState {
        bool changed = false;
        bool floating = false;
        bool circular = false;
        bool changing = false;
    };
    ReadState state_of_reads(NodeId node) {
        ReadState state;
        graph_->visit_reads(node, [&](NodeId read) {
            state.changed = state.changed || is_changed(read);
            state.floating = state.floating || is_floating(read);
            state.circular = state.circular || is_circular(read);
            state.changing = state.changing || is_changing(read);
            return !(state.changed && state.floating && state.circular && state.changing);
        });
        if (state.changed) return state;
        if (const Area* range = graph_->range_of(node)) {
            state.changed = edited_.any_in(*range);
        } else if (is_formula(node)) {
            const FormulaCell& formula = formulas_.cells[node];
            for (const ReadArea& read : formulas_.compiled[formula.compiled].reads) {
                const Area area = read.at(formula.cell);
                if (area.range.first == area.range.last && edited_.any_in(area)) state.changed = true;
            }
        }
        return state;
    }

    const CompiledFormula& compiled_of(NodeId node) const {
        return formulas_.compiled[formulas_.cells[node].compiled];
    }

    bool is_fixed(NodeId node) const {
        const FormulaCell& formula = formulas_.cells[node];
        return fixed_.contains({formula.sheet, formula.cell});
    }

    void visit_group(const std::vector<NodeId>& group, bool is_circle) {
        if (is_circle) return visit_circle(group);
        const NodeId node = group[0];
        const ReadState state = state_of_reads(node);
        if (state.floating) mark(floating_, node);
        if (state.changing || (is_formula(node) && compiled_of(node).is_volatile)) mark(changing_, node);
        if (state.circular) {
            mark(circular_, node);
            if (is_formula(node) && !is_fixed(node)) refuse(node, "reads a cell that goes round in a circle");
            return;
        }
        const bool anywhere = is_formula(node) && compiled_of(node).reads_anywhere;
        if (anywhere) mark(floating_, node);
        if (is_floating(node)) floating_order_.push_back(node);
        if (!is_formula(node)) {
            if (state.changed) mark(changed_, node);
            return;
        }
        const FormulaCell& formula = formulas_.cells[node];
        if (is_fixed(node)) {
            if (edited_.any_in({formula.sheet, {formula.cell, formula.cell}})) mark(changed_, node);
            return;
        }
        const bool wanted = scope_ == RecalculationScope::all || state.changed || anywhere;
        if (!wanted && formula.has_result) return;
        // What is read through OFFSET may not be ready yet: nothing of it may be kept.
        if (is_floating(node)) workspace_.ranges().switch_off();
        evaluate(node);
        workspace_.ranges().switch_on();
    }

    void visit_circle(const std::vector<NodeId>& group) {
        bool dirty = scope_ == RecalculationScope::all;
        bool changing = false;
        std::vector<NodeId> members;
        for (const NodeId node : group) {
            const ReadState state = state_of_reads(node);
            changing = changing || state.changing || (is_formula(node) && compiled_of(node).is_volatile);
            dirty = dirty || state.changed;
            if (state.floating) mark(floating_, node);
            if (is_formula(node) && !is_fixed(node)) members.push_back(node);
        }
        for (const NodeId node : group) {
            if (changing) mark(changing_, node);
        }
        if (!dirty) return;
        std::sort(members.begin(), members.end());
        const CalculationSettings& settings = workbook_.calculation();
        if (settings.iterate) {
            iterate(members, settings);
        } else {
            const std::string why = "goes round in a circle: " + names_of(members);
            for (const NodeId node : members) not_computed_[node] = why;
            for (const NodeId node : group) mark(circular_, node);
        }
        for (const NodeId node : group) {
            if (!is_formula(node) && state_of_reads(node).changed) mark(changed_, node);
        }
    }

    void iterate(const std::vector<NodeId>& members, const CalculationSettings& settings) {
        workspace_.ranges().switch_off();
        constexpr int excel_limit = 32767;
        for (int round = 0; round < std::min(settings.iterate_count, excel_limit); ++round) {
            double largest = 0;
            for (const NodeId node : members) {
                const FormulaCell& formula = formulas_.cells[node];
                const CellValue before = cells_.value(formula.sheet, formula.cell);
                evaluate(node);
                const CellValue after = cells_.value(formula.sheet, formula.cell);
                const auto* a = std::get_if<double>(&before);
                const auto* b = std::get_if<double>(&after);
                if (a != nullptr && b != nullptr)
                    largest = std::max(largest, std::abs(*a - *b));
                else if (!is_exactly(before, after))
                    largest = settings.iterate_delta;
            }
            if (largest < settings.iterate_delta) break;
        }
        workspace_.ranges().switch_on();
    }

    std::string names_of(const std::vector<NodeId>& members) const {
        constexpr std::size_t shown = 6;
        std::string names;
        for (std::size_t i = 0; i < members.size() && i < shown; ++i) {
            const FormulaCell& formula = formulas_.cells[members[i]];
            if (i > 0) names += ", ";
            names += workbook_.sheets()[formula.sheet].name + '!' + to_a1(formula.cell);
        }
        if (members.size() > shown) names += " and " + std::to_string(members.size() - shown) + " more";
        return names;
    }

    /// Works a formula out and lays its result over the stored one; a formula that can't be keeps it.
    void evaluate(NodeId node) {
        const FormulaCell& formula = formulas_.cells[node];
        const CompiledFormula& compiled = formulas_.compiled[formula.compiled];
        not_computed_.erase(node);
        if (formula.shape == FormulaShape::table) return refuse(node, "is part of a what-if data table");
        if (!workbook_.calculation().full_precision) {
            return refuse(node, "the workbook calculates with the precision it shows");
        }
        if (!compiled.tree) return refuse(node, "its formula can't be read");
        workspace_.restart_random(formula.sheet, formula.cell);
        const Mode mode = formula.shape == FormulaShape::single ? Mode::single : Mode::array;
        Evaluation evaluation(workspace_, *compiled.tree, formula.sheet, formula.cell, mode);
        const Value value = evaluation.run();
        if (formula.shape == FormulaShape::single) {
            CellValue result = cell_result(evaluation, value);
            if (auto reason = workspace_.take_reason()) return refuse(node, std::move(*reason));
            if (compiled.reads_other_books && needs_open_book(formula, result))
                return refuse(node, "uses a function that reads another workbook only while that is open");
            is_evaluated_[node] = true;
            return store(node, formula.sheet, formula.cell, std::move(result));
        }
        const auto array = evaluation.to_array(value);
        if (auto reason = workspace_.take_reason()) return refuse(node, std::move(*reason));
        store_array(node, formula, *array);
    }

    /// COUNTIF and its family give #VALUE! for a workbook that isn't open, where the stored result was right.
    bool needs_open_book(const FormulaCell& formula, const CellValue& result) const {
        const auto* error = std::get_if<CellError>(&result);
        return error != nullptr && *error == CellError::value &&
               !std::holds_alternative<CellError>(workbook_.value(formula.sheet, formula.cell));
    }

    void store_array(NodeId node, const FormulaCell& formula, const Array& array) {
        const CellRange& range = formulas_.ranges[formula.range];
        const bool same_size = array.rows == range.row_count() && array.columns == range.column_count();
        if (formula.shape == FormulaShape::dynamic && !same_size) {
            return refuse(node, "its result fills other cells than before, which only Excel can lay out");
        }
        if (std::size_t{range.row_count()} * range.column_count() > max_array_cells) {
            return refuse(node, "fills more than 4 million cells");
        }
        is_evaluated_[node] = true;
        for (std::uint32_t row = 0; row < range.row_count(); ++row) {
            for (std::uint32_t column = 0; column < range.column_count(); ++column) {
                // A single row or column is repeated over the range; cells beyond the result hold #N/A.
                const std::size_t r = array.rows == 1 ? 0 : row;
                const std::size_t c = array.columns == 1 ? 0 : column;
                CellValue item = r < array.rows && c < array.columns ? array.at(r, c)
                                                                     : CellValue(CellError::not_available);
                if (is_blank(item)) item = 0.0;
                store(node, formula.sheet, {range.first.row_index + row, range.first.column_index + column},
                      std::move(item));
            }
        }
    }

    void refuse(NodeId node, std::string why) { not_computed_[node] = std::move(why); }

    void store(NodeId node, SheetIndex sheet, CellRef cell, CellValue value) {
        if (!is_exactly(workbook_.value(sheet, cell), value)) mark(changed_, node);
        cells_.set(sheet, cell, std::move(value));
    }

    /// Formulas that read through OFFSET and INDIRECT may have run before what they read: again, until
    /// nothing moves.
    void settle_floating() {
        workspace_.ranges().switch_off();
        for (std::size_t pass = 0; pass < max_floating_passes; ++pass) {
            bool moved = false;
            for (const NodeId node : floating_order_) {
                if (!is_formula(node)) {
                    if (state_of_reads(node).changed) mark(changed_, node);
                    continue;
                }
                const FormulaCell& formula = formulas_.cells[node];
                if (is_fixed(node)) continue;
                const bool anywhere = formulas_.compiled[formula.compiled].reads_anywhere;
                if (!anywhere && scope_ == RecalculationScope::dirty && !state_of_reads(node).changed)
                    continue;
                const CellValue before = cells_.value(formula.sheet, formula.cell);
                evaluate(node);
                moved = moved || !is_exactly(before, cells_.value(formula.sheet, formula.cell));
            }
            if (!moved) return;
        }
    }

    Recalculation report() {
        Recalculation result;
        for (NodeId node = 0; node < formulas_.cells.size(); ++node) {
            const FormulaCell& formula = formulas_.cells[node];
            if (is_changing(node)) result.changing.push_back({formula.sheet, formula.cell});
            if (compiled_of(node).reads_other_books)
                result.from_other_books.push_back({formula.sheet, formula.cell});
            const auto refused = not_computed_.find(node);
            if (refused != not_computed_.end()) {
                result.not_computed.push_back({formula.sheet, formula.cell, refused->second});
                continue;
            }
            if (!is_evaluated_[node]) continue;
            ++result.formulas;
            if (!is_changed(node)) continue;
            const CellRange own{formula.cell, formula.cell};
            const CellRange& range =
                formula.shape == FormulaShape::single ? own : formulas_.ranges[formula.range];
            for (std::uint32_t row = range.first.row_index; row <= range.last.row_index; ++row) {
                for (std::uint32_t column = range.first.column_index; column <= range.last.column_index;
                     ++column) {
                    CellValue before = workbook_.value(formula.sheet, {row, column});
                    CellValue after = cells_.value(formula.sheet, {row, column});
                    if (is_same_result(before, after)) continue;
                    result.changed.push_back(
                        {formula.sheet, {row, column}, std::move(before), std::move(after)});
                }
            }
        }
        std::sort(result.changed.begin(), result.changed.end(),
                  [](const RecalculatedCell& a, const RecalculatedCell& b) {
                      return std::pair{a.sheet, a.cell} < std::pair{b.sheet, b.cell};
                  });
        return result;
    }

    const Workbook& workbook_;
    RecalculationScope scope_;
    WorkbookCells cells_;
    Workspace workspace_;
    EditedCells edited_;
    std::set<std::pair<SheetIndex, CellRef>> fixed_;  ///< cells whose value was given, formulas among them
    WorkbookFormulas formulas_;
    DependencyGraph* graph_ = nullptr;
    std::vector<bool> changed_;   ///< by node: holds, or reads, another value than the stored one
    std::vector<bool> floating_;  ///< by node: reads through OFFSET or INDIRECT, directly or not
    std::vector<bool> circular_;  ///< by node: lies in, or reads, a circle that isn't iterated
    std::vector<bool> changing_;  ///< by node: depends on the clock or chance
    std::vector<NodeId> floating_order_;
    std::vector<bool> is_evaluated_;
    std::map<NodeId, std::string> not_computed_;
};

}  // namespace

Recalculation recalculate(const Workbook& workbook, std::span<const CellEdit> edits, RecalculationScope scope,
                          const EvaluationClock& clock) {
    return Recalculator(workbook, edits, scope, clock).run();
}

}  // namespace scorebook

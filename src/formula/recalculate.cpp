// recalculate.cpp - formulas in the order of their dependencies; only what an edit reaches, unless all is
// asked for.
#include "formula/recalculate.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

#include "formula/circle_path.hpp"
#include "formula/dependency_graph.hpp"
#include "formula/edited_cells.hpp"
#include "formula/formula_run.hpp"
#include "formula/spill.hpp"
#include "formula/stored_result.hpp"
#include "formula/workbook_cells.hpp"
#include "formula/workbook_formulas.hpp"

namespace scorebook {
namespace {

using namespace formula;

/// Formulas with OFFSET and INDIRECT are evaluated again until nothing moves; Excel needs one pass more than
/// the longest chain of them. What still moves then depends on itself.
constexpr std::size_t max_floating_passes = 64;

/// A dynamic array that changes size may change what another one reads: so many times before giving up.
constexpr std::size_t max_spill_passes = 12;

/// Dynamic arrays that fill other cells than the workbook says: formula's cell -> its range now.
using SpillRanges = std::map<CellPlace, CellRange>;

/// Formulas that read each other only in branches they don't take are ready after few rounds.
constexpr std::size_t max_lazy_rounds = 256;

class Recalculator {
  public:
    Recalculator(const Workbook& workbook, std::span<const CellEdit> edits, RecalculationScope scope,
                 const EvaluationClock& clock, const SpillRanges& spills, bool may_resize)
        : workbook_(workbook),
          scope_(scope),
          cells_(workbook),
          workspace_(cells_, clock),
          spills_(spills),
          may_resize_(may_resize) {
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
        lay_out_spills();
        cells_.reserve(formulas_.cells.size());
        has_special_ = std::any_of(
            formulas_.compiled.begin(), formulas_.compiled.end(),
            [](const CompiledFormula& compiled) { return compiled.is_volatile || compiled.reads_anywhere; });
        DependencyGraph graph(formulas_);
        graph_ = &graph;
        is_evaluated_.resize(formulas_.cells.size());
        graph.visit_in_order(
            [&](const std::vector<NodeId>& group, bool is_circle) { visit_group(group, is_circle); });
        settle_floating();
        return report();
    }

    /// Spills that want another range than they were given; the run must be repeated with them.
    const SpillRanges& resized() const { return resized_; }

  private:
    /// Gives dynamic arrays their ranges of now; cells they left are blank.
    void lay_out_spills() {
        for (NodeId node = 0; node < formulas_.cells.size() && !spills_.empty(); ++node) {
            const FormulaCell& formula = formulas_.cells[node];
            const auto found = spills_.find({formula.sheet, formula.cell});
            if (formula.shape != FormulaShape::dynamic || found == spills_.end()) continue;
            CellRange& range = formulas_.ranges[formula.range];
            const CellRange former = std::exchange(range, found->second);
            formulas_.former_ranges.push_back({node, former});
            cells_.set_array_range(formula.sheet, formula.cell, range);
            for (std::uint32_t row = former.first.row_index; row <= former.last.row_index; ++row) {
                for (std::uint32_t column = former.first.column_index; column <= former.last.column_index;
                     ++column) {
                    if (!range.contains({row, column})) cells_.set(formula.sheet, {row, column}, Blank{});
                }
            }
        }
    }

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
        // When everything is worked out and nothing is out of the ordinary there is nothing to know.
        if (scope_ == RecalculationScope::all && !has_special_ && circular_.empty()) return state;
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
        if (spills_.contains({formulas_.cells[node].sheet, formulas_.cells[node].cell})) mark(changed_, node);
        const FormulaCell& formula = formulas_.cells[node];
        if (is_fixed(node)) {
            if (edited_.any_in({formula.sheet, {formula.cell, formula.cell}})) mark(changed_, node);
            return;
        }
        const bool wanted =
            scope_ == RecalculationScope::all || state.changed || anywhere || is_changed(node);
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
            refuse_circle(group, resolved_without_circle(members));
        }
        for (const NodeId node : group) {
            if (!is_formula(node) && state_of_reads(node).changed) mark(changed_, node);
        }
    }

    /// Formulas that read each other need not go round: IF reads only the branch it takes. Each one whose
    /// reads are all known is worked out, until none is left or none can be; those are returned.
    std::vector<NodeId> resolved_without_circle(const std::vector<NodeId>& members) {
        WorkbookCells::Places unknown;
        std::vector<NodeId> left = members;
        for (const NodeId node : left) add_places(node, unknown);
        workspace_.ranges().switch_off();
        cells_.set_unknown(&unknown);
        for (std::size_t round = 0; round < max_lazy_rounds && !left.empty(); ++round) {
            std::vector<NodeId> still;
            for (const NodeId node : left) {
                const FormulaCell& formula = formulas_.cells[node];
                const CellValue stored = cells_.value(formula.sheet, formula.cell);
                cells_.has_met_unknown();
                evaluate(node);
                if (cells_.has_met_unknown()) {
                    cells_.set(formula.sheet, formula.cell, stored);
                    is_evaluated_[node] = false;
                    still.push_back(node);
                    continue;
                }
                WorkbookCells::Places known;
                add_places(node, known);
                for (const auto& place : known) unknown.erase(place);
            }
            const bool is_stuck = still.size() == left.size();
            left = std::move(still);
            if (is_stuck) break;
        }
        cells_.set_unknown(nullptr);
        workspace_.ranges().switch_on();
        return left;
    }

    void add_places(NodeId node, WorkbookCells::Places& places) const {
        const FormulaCell& formula = formulas_.cells[node];
        CellRange range{formula.cell, formula.cell};
        if (formula.shape != FormulaShape::single) range = formulas_.ranges[formula.range];
        for (std::uint32_t row = range.first.row_index; row <= range.last.row_index; ++row) {
            for (std::uint32_t column = range.first.column_index; column <= range.last.column_index; ++column)
                places.insert({formula.sheet, {row, column}});
        }
    }

    void refuse_circle(const std::vector<NodeId>& group, const std::vector<NodeId>& round) {
        if (round.empty()) return;
        std::vector<NodeId> nodes = round;
        for (const NodeId node : group) {
            if (!is_formula(node)) nodes.push_back(node);
        }
        const std::vector<NodeId> path = circle_path(*graph_, nodes);
        const std::string why = "goes round in a circle: " + names_of(path);
        for (const NodeId node : round) {
            not_computed_[node] = why;
            mark(circular_, node);
        }
        for (const NodeId node : group) {
            if (!is_formula(node)) mark(circular_, node);
        }
        std::vector<CellPlace> places;
        for (const NodeId node : path)
            places.push_back({formulas_.cells[node].sheet, formulas_.cells[node].cell});
        circles_.push_back(std::move(places));
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

    /// "Sheet1!A1 -> Sheet1!B1 -> Sheet1!A1".
    std::string names_of(const std::vector<NodeId>& path) const {
        constexpr std::size_t shown = 8;
        auto name_of = [&](NodeId node) {
            const FormulaCell& formula = formulas_.cells[node];
            return workbook_.sheets()[formula.sheet].name + '!' + to_a1(formula.cell);
        };
        std::string names;
        for (std::size_t i = 0; i < path.size() && i < shown; ++i) names += name_of(path[i]) + " -> ";
        if (path.size() > shown) names += std::to_string(path.size() - shown) + " more -> ";
        return names + name_of(path.front());
    }

    /// Works a formula out and lays its result over the stored one; a formula that can't be keeps it.
    void evaluate(NodeId node) {
        const FormulaCell& formula = formulas_.cells[node];
        const CompiledFormula& compiled = formulas_.compiled[formula.compiled];
        not_computed_.erase(node);
        FormulaResult result = run_formula(workbook_, cells_, workspace_, formula, compiled);
        if (result.refused) return refuse(node, std::move(*result.refused));
        if (result.array) return store_array(node, formula, *result.array);
        is_evaluated_[node] = true;
        store(node, formula, std::move(result.value));
    }

    void store_array(NodeId node, const FormulaCell& formula, const Array& array) {
        const CellRange& range = formulas_.ranges[formula.range];
        const bool same_size = array.rows == range.row_count() && array.columns == range.column_count();
        if (formula.shape == FormulaShape::dynamic && !same_size) return resize(node, formula, array);
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

    /// A spill of another size: the whole run is repeated with its new range, when that is free.
    void resize(NodeId node, const FormulaCell& formula, const Array& array) {
        const auto wanted = spill_range(formula.cell, array);
        if (!wanted) return refuse(node, "its result runs off the sheet, where Excel shows #SPILL!");
        if (!may_resize_) return refuse(node, "its result changes size whenever it is worked out");
        CellRange old = formulas_.ranges[formula.range];
        for (const auto& [id, range] : formulas_.former_ranges) {
            if (id == node) old = range;
        }
        if (auto obstacle = spill_obstacle(workbook_, formula.sheet, old, *wanted))
            return refuse(node, std::move(*obstacle));
        resized_[{formula.sheet, formula.cell}] = *wanted;
    }

    void refuse(NodeId node, std::string why) { not_computed_[node] = std::move(why); }

    void store(NodeId node, SheetIndex sheet, CellRef cell, CellValue value) {
        if (!is_exactly(workbook_.value(sheet, cell), value)) mark(changed_, node);
        cells_.set(sheet, cell, std::move(value));
    }

    void store(NodeId node, const FormulaCell& formula, CellValue value) {
        const SheetCell& stored = *formula.stored;
        const auto* number = std::get_if<double>(&value);
        const bool is_same = number != nullptr && stored.kind == CellKind::number
                                 ? stored.number == *number
                                 : is_exactly(workbook_.value(formula.sheet, stored), value);
        if (!is_same) mark(changed_, node);
        cells_.set(formula.sheet, stored, std::move(value));
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

    void add_changed(const FormulaCell& formula, const CellRange& range, Recalculation& result) const {
        for (std::uint32_t row = range.first.row_index; row <= range.last.row_index; ++row) {
            for (std::uint32_t column = range.first.column_index; column <= range.last.column_index;
                 ++column) {
                CellValue before = workbook_.value(formula.sheet, {row, column});
                CellValue after = as_stored(cells_.value(formula.sheet, {row, column}));
                if (is_same_result(before, after)) continue;
                result.changed.push_back(
                    {formula.sheet, {row, column}, std::move(before), std::move(after), formula.cell});
            }
        }
    }

    void add_resized(NodeId node, const CellRange& former, Recalculation& result) const {
        const FormulaCell& formula = formulas_.cells[node];
        const CellRange& range = formulas_.ranges[formula.range];
        if (!is_evaluated_[node] || range == former) return;
        result.resized.push_back({formula.sheet, former, range});
        // Its formula's cell is told of even when only its range changes.
        CellValue before = workbook_.value(formula.sheet, formula.cell);
        CellValue after = as_stored(cells_.value(formula.sheet, formula.cell));
        if (is_same_result(before, after)) {
            result.changed.push_back(
                {formula.sheet, formula.cell, std::move(before), std::move(after), formula.cell});
        }
        for (std::uint32_t row = former.first.row_index; row <= former.last.row_index; ++row) {
            for (std::uint32_t column = former.first.column_index; column <= former.last.column_index;
                 ++column) {
                if (!range.contains({row, column}))
                    add_changed(formula, {{row, column}, {row, column}}, result);
            }
        }
    }

    Recalculation report() {
        Recalculation result;
        result.changed.reserve(static_cast<std::size_t>(std::count(changed_.begin(), changed_.end(), true)));
        for (NodeId node = 0; node < formulas_.cells.size(); ++node) {
            const FormulaCell& formula = formulas_.cells[node];
            if (is_changing(node)) result.changing.push_back({formula.sheet, formula.cell});
            if (compiled_of(node).reads_other_books &&
                (is_evaluated_[node] || scope_ == RecalculationScope::all))
                result.from_other_books.push_back({formula.sheet, formula.cell});
            const auto refused = not_computed_.find(node);
            if (refused != not_computed_.end()) {
                result.not_computed.push_back({formula.sheet, formula.cell, refused->second});
                continue;
            }
            if (!is_evaluated_[node]) continue;
            ++result.formulas;
            if (!is_changed(node)) continue;
            if (formula.shape == FormulaShape::single) {
                CellValue before = workbook_.value(formula.sheet, *formula.stored);
                CellValue after = as_stored(cells_.value(formula.sheet, *formula.stored));
                if (is_same_result(before, after)) continue;
                result.changed.push_back(
                    {formula.sheet, formula.cell, std::move(before), std::move(after), formula.cell});
            } else {
                add_changed(formula, formulas_.ranges[formula.range], result);
            }
        }
        for (const auto& [node, former] : formulas_.former_ranges) add_resized(node, former, result);
        result.circles = std::move(circles_);
        // They came in order but for the cells array formulas fill.
        const auto comes_first = [](const RecalculatedCell& a, const RecalculatedCell& b) {
            return std::pair{a.sheet, a.cell} < std::pair{b.sheet, b.cell};
        };
        if (!std::is_sorted(result.changed.begin(), result.changed.end(), comes_first))
            std::sort(result.changed.begin(), result.changed.end(), comes_first);
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
    bool has_special_ = false;    ///< a formula is volatile or reads anywhere
    std::vector<bool> changed_;   ///< by node: holds, or reads, another value than the stored one
    std::vector<bool> floating_;  ///< by node: reads through OFFSET or INDIRECT, directly or not
    std::vector<bool> circular_;  ///< by node: lies in, or reads, a circle that isn't iterated
    std::vector<bool> changing_;  ///< by node: depends on the clock or chance
    std::vector<NodeId> floating_order_;
    std::vector<bool> is_evaluated_;
    std::map<NodeId, std::string> not_computed_;
    std::vector<std::vector<CellPlace>> circles_;
    const SpillRanges& spills_;
    bool may_resize_;
    SpillRanges resized_;
};

}  // namespace

Recalculation recalculate(const Workbook& workbook, std::span<const CellEdit> edits, RecalculationScope scope,
                          const EvaluationClock& clock) {
    SpillRanges spills;
    for (std::size_t pass = 0;; ++pass) {
        Recalculator recalculator(workbook, edits, scope, clock, spills, pass < max_spill_passes);
        Recalculation result = recalculator.run();
        if (recalculator.resized().empty()) return result;
        for (const auto& [place, range] : recalculator.resized()) spills[place] = range;
    }
}

}  // namespace scorebook

// live_calculation.cpp - from an edited cell to its readers and theirs, then those in the order they read
// each other. What is out of the ordinary (circles, OFFSET, spills) is calculated as a whole instead.
#include "formula/live_calculation.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "formula/formula_run.hpp"
#include "formula/reader_index.hpp"
#include "workbook/workbook_model.hpp"

namespace scorebook {

using namespace formula;

namespace {

/// When an edit reaches more than this share of all formulas, calculating everything is quicker.
constexpr std::size_t worthwhile_share = 4;

}  // namespace

struct LiveCalculation::State {
    State(const Workbook& book, const EvaluationClock& now)
        : workbook(book), clock(now), cells(book), workspace(cells, now) {
        const Recalculation first = recalculate(workbook, {}, RecalculationScope::all, clock);
        for (const RecalculatedCell& cell : first.changed) cells.set(cell.sheet, cell.cell, cell.after);
        formulas = read_formulas(workbook, cells, workspace);
        readers = std::make_unique<ReaderIndex>(formulas);
        is_ordinary = first.resized.empty() && !has_circle() &&
                      std::all_of(formulas.compiled.begin(), formulas.compiled.end(),
                                  [](const CompiledFormula& compiled) { return !compiled.reads_anywhere; }) &&
                      std::all_of(formulas.cells.begin(), formulas.cells.end(),
                                  [](const FormulaCell& cell) { return cell.shape == FormulaShape::single; });
    }

    /// By name: IF may still take the branch that isn't one.
    bool has_circle() const {
        bool found = false;
        DependencyGraph(formulas).visit_in_order(
            [&](const std::vector<NodeId>&, bool is_circle) { found = found || is_circle; });
        return found;
    }

    /// The formulas an edit reaches, each with how many of the others it reads.
    struct Reached {
        std::unordered_map<NodeId, std::uint32_t> waits_for;
        std::unordered_map<NodeId, std::vector<NodeId>> readers;
    };

    bool find_reached(std::span<const CellEdit> edits, Reached& reached) const {
        std::vector<NodeId> waiting;
        const auto meet = [&](NodeId node) {
            if (reached.waits_for.try_emplace(node, 0).second) waiting.push_back(node);
        };
        for (const CellEdit& edit : edits) readers->visit_readers(edit.sheet, edit.cell, meet);
        for (std::size_t next = 0; next < waiting.size(); ++next) {
            if (waiting.size() > formulas.cells.size() / worthwhile_share + 1000) return false;
            const NodeId node = waiting[next];
            const FormulaCell& formula = formulas.cells[node];
            auto& own = reached.readers[node];
            readers->visit_readers(formula.sheet, formula.cell,
                                   [&](NodeId reader) { own.push_back(reader); });
            std::sort(own.begin(), own.end());
            own.erase(std::unique(own.begin(), own.end()), own.end());
            for (const NodeId reader : own) {
                meet(reader);
                ++reached.waits_for[reader];
            }
        }
        return true;
    }

    /// Works out what is reached, each formula after those it reads.
    void run(Reached& reached, std::vector<RecalculatedCell>& changed) {
        std::vector<NodeId> ready;
        for (const auto& [node, count] : reached.waits_for) {
            if (count == 0) ready.push_back(node);
        }
        while (!ready.empty()) {
            const NodeId node = ready.back();
            ready.pop_back();
            const FormulaCell& formula = formulas.cells[node];
            if (!fixed.contains({formula.sheet, formula.cell})) {
                FormulaResult result =
                    run_formula(workbook, cells, workspace, formula, formulas.compiled[formula.compiled]);
                if (result.refused) result.value = workbook.value(formula.sheet, *formula.stored);
                set_result(formula, std::move(result.value), changed);
            }
            for (const NodeId reader : reached.readers[node]) {
                if (--reached.waits_for[reader] == 0) ready.push_back(reader);
            }
        }
    }

    void set_result(const FormulaCell& formula, CellValue value, std::vector<RecalculatedCell>& changed) {
        CellValue before = cells.value(formula.sheet, *formula.stored);
        if (before == value) return;
        workspace.ranges().cell_changed(formula.sheet, formula.cell, value);
        changed.push_back({formula.sheet, formula.cell, std::move(before), value, formula.cell});
        cells.set(formula.sheet, *formula.stored, std::move(value));
    }

    /// Everything from the workbook and all edits so far.
    std::vector<RecalculatedCell> calculate_all() {
        std::vector<CellEdit> edits;
        for (const auto& [place, value] : fixed) edits.push_back({place.sheet, place.cell, value});
        Recalculation all = recalculate(workbook, edits, RecalculationScope::all, clock);
        std::map<CellPlace, CellValue> results;
        for (RecalculatedCell& cell : all.changed) results[{cell.sheet, cell.cell}] = std::move(cell.after);
        std::vector<RecalculatedCell> changed;
        const auto settle = [&](CellPlace place, CellValue after, CellRef owner) {
            CellValue before = cells.value(place.sheet, place.cell);
            if (before == after) return;
            changed.push_back({place.sheet, place.cell, std::move(before), after, owner});
            cells.set(place.sheet, place.cell, std::move(after));
        };
        // A result that is now the stored one again isn't among the changed ones.
        for (const FormulaCell& formula : formulas.cells) different.push_back({formula.sheet, formula.cell});
        for (const CellPlace& place : different) {
            if (!results.contains(place) && !fixed.contains(place))
                settle(place, workbook.value(place.sheet, place.cell), place.cell);
        }
        different.clear();
        for (auto& [place, value] : results) {
            settle(place, value, place.cell);
            different.push_back(place);
        }
        workspace.ranges().forget();
        return changed;
    }

    const Workbook& workbook;
    EvaluationClock clock;
    WorkbookCells cells;
    Workspace workspace;
    WorkbookFormulas formulas;
    std::unique_ptr<ReaderIndex> readers;
    bool is_ordinary = false;
    std::map<CellPlace, CellValue> fixed;  ///< cells that were given a value
    std::vector<CellPlace> different;      ///< cells whose result isn't the stored one, as last calculated
};

LiveCalculation::LiveCalculation(const Workbook& workbook, const EvaluationClock& clock)
    : state_(std::make_unique<State>(workbook, clock)) {}
LiveCalculation::LiveCalculation(LiveCalculation&&) noexcept = default;
LiveCalculation& LiveCalculation::operator=(LiveCalculation&&) noexcept = default;
LiveCalculation::~LiveCalculation() = default;

CellValue LiveCalculation::value(SheetIndex sheet, CellRef cell) const {
    return state_->cells.value(sheet, cell);
}

std::vector<RecalculatedCell> LiveCalculation::edit(std::span<const CellEdit> edits) {
    State& state = *state_;
    for (const CellEdit& edit : edits) {
        state.fixed[{edit.sheet, edit.cell}] = edit.value;
        state.cells.set(edit.sheet, edit.cell, edit.value);
        state.workspace.ranges().cell_changed(edit.sheet, edit.cell, edit.value);
    }
    std::vector<RecalculatedCell> changed;
    State::Reached reached;
    if (state.is_ordinary && state.find_reached(edits, reached)) {
        state.run(reached, changed);
    } else {
        changed = state.calculate_all();
    }
    std::sort(changed.begin(), changed.end(), [](const RecalculatedCell& a, const RecalculatedCell& b) {
        return std::pair{a.sheet, a.cell} < std::pair{b.sheet, b.cell};
    });
    return changed;
}

}  // namespace scorebook

// circular_formulas.cpp - going round until nothing moves, or finding out that nobody takes the way round.
#include "formula/circular_formulas.hpp"

#include <algorithm>
#include <cmath>

#include "formula/circle_path.hpp"
#include "formula/evaluate_node.hpp"

namespace scorebook::formula {
namespace {

/// Formulas that read each other only in branches they don't take are ready after few rounds.
constexpr std::size_t max_lazy_rounds = 256;

void add_places(const RecalculationState& state, NodeId node, WorkbookCells::Places& places) {
    const FormulaCell& formula = state.formulas.cells[node];
    CellRange range{formula.cell, formula.cell};
    if (formula.shape != FormulaShape::single) range = state.formulas.ranges[formula.range];
    for (std::uint32_t row = range.first.row_index; row <= range.last.row_index; ++row) {
        for (std::uint32_t column = range.first.column_index; column <= range.last.column_index; ++column)
            places.insert({formula.sheet, {row, column}});
    }
}

/// Formulas that read each other need not go round: IF reads only the branch it takes. Each one whose reads
/// are all known is worked out, until none is left or none can be; those are returned.
std::vector<NodeId> resolved_without_circle(RecalculationState& state, const std::vector<NodeId>& members) {
    WorkbookCells::Places unknown;
    std::vector<NodeId> left = members;
    for (const NodeId node : left) add_places(state, node, unknown);
    state.workspace.ranges().switch_off();
    state.cells.set_unknown(&unknown);
    for (std::size_t round = 0; round < max_lazy_rounds && !left.empty(); ++round) {
        std::vector<NodeId> still;
        for (const NodeId node : left) {
            const auto [sheet, cell] = state.place_of(node);
            const CellValue stored = state.cells.value(sheet, cell);
            state.cells.has_met_unknown();
            evaluate_node(state, node);
            if (state.cells.has_met_unknown()) {
                state.cells.set(sheet, cell, stored);
                state.evaluated.remove(node);
                still.push_back(node);
                continue;
            }
            WorkbookCells::Places known;
            add_places(state, node, known);
            for (const auto& place : known) unknown.erase(place);
        }
        const bool is_stuck = still.size() == left.size();
        left = std::move(still);
        if (is_stuck) break;
    }
    state.cells.set_unknown(nullptr);
    state.workspace.ranges().switch_on();
    return left;
}

/// "Sheet1!A1 -> Sheet1!B1 -> Sheet1!A1".
std::string names_of(const RecalculationState& state, const std::vector<NodeId>& path) {
    constexpr std::size_t shown = 8;
    const auto name_of = [&](NodeId node) {
        const auto [sheet, cell] = state.place_of(node);
        return state.workbook.sheets()[sheet].name + '!' + to_a1(cell);
    };
    std::string names;
    for (std::size_t i = 0; i < path.size() && i < shown; ++i) names += name_of(path[i]) + " -> ";
    if (path.size() > shown) names += std::to_string(path.size() - shown) + " more -> ";
    return names + name_of(path.front());
}

void refuse_circle(RecalculationState& state, DependencyGraph& graph, const std::vector<NodeId>& group,
                   const std::vector<NodeId>& round) {
    if (round.empty()) return;
    std::vector<NodeId> nodes = round;
    for (const NodeId node : group) {
        if (!state.is_formula(node)) nodes.push_back(node);
    }
    const std::vector<NodeId> path = circle_path(graph, nodes);
    const std::string why = "goes round in a circle: " + names_of(state, path);
    for (const NodeId node : nodes) {
        if (state.is_formula(node)) state.refuse(node, why);
        state.circular.add(node);
    }
    std::vector<CellPlace> places;
    for (const NodeId node : path) places.push_back(state.place_of(node));
    state.circles.push_back(std::move(places));
}

void iterate(RecalculationState& state, const std::vector<NodeId>& members) {
    const CalculationSettings& settings = state.workbook.calculation();
    state.workspace.ranges().switch_off();
    constexpr int excel_limit = 32767;
    for (int round = 0; round < std::min(settings.iterate_count, excel_limit); ++round) {
        double largest = 0;
        for (const NodeId node : members) {
            const auto [sheet, cell] = state.place_of(node);
            const CellValue before = state.cells.value(sheet, cell);
            evaluate_node(state, node);
            const CellValue after = state.cells.value(sheet, cell);
            const auto* a = std::get_if<double>(&before);
            const auto* b = std::get_if<double>(&after);
            if (a != nullptr && b != nullptr)
                largest = std::max(largest, std::abs(*a - *b));
            else if (!(before == after))
                largest = settings.iterate_delta;
        }
        if (largest < settings.iterate_delta) break;
    }
    state.workspace.ranges().switch_on();
}

}  // namespace

void work_out_circle(RecalculationState& state, DependencyGraph& graph, const std::vector<NodeId>& group,
                     std::vector<NodeId> members) {
    std::sort(members.begin(), members.end());
    if (state.workbook.calculation().iterate) return iterate(state, members);
    refuse_circle(state, graph, group, resolved_without_circle(state, members));
}

}  // namespace scorebook::formula

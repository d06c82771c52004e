// recalculation.cpp - the workbook's own formulas after the changes of a run.
#include "checks/recalculation.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#include "checks/recalculation_findings.hpp"
#include "checks/wording.hpp"
#include "workbook/workbook_model.hpp"

namespace scorebook {

bool same_in_excel(double a, double b) {
    return a == b || std::fabs(a - b) <= 5e-15 * std::max(std::fabs(a), std::fabs(b));
}

bool same_value(const CellValue& a, const CellValue& b) {
    const double* x = std::get_if<double>(&a);
    const double* y = std::get_if<double>(&b);
    return x && y ? same_in_excel(*x, *y) : a == b;
}

std::vector<CellEdit> edits_from(const Workbook& workbook, const std::vector<Change>& changes) {
    std::vector<CellEdit> edits;
    std::string_view sheet_name;
    std::optional<std::size_t> sheet;
    for (const Change& change : changes) {
        if (change.kind == ChangeKind::fill) continue;
        if (!sheet || change.sheet != sheet_name) {
            sheet = workbook.find_sheet(change.sheet);
            sheet_name = change.sheet;
        }
        if (sheet) edits.push_back({*sheet, change.cell, change.after});
    }
    return edits;
}

ChangedCells::ChangedCells(const std::vector<Change>& changes, std::string_view sheet) {
    for (const Change& change : changes) {
        if (change.sheet == sheet) cells_.insert(key(change.cell));
    }
}

RecalculatedResults::RecalculatedResults(Recalculation recalculation)
    : recalculation_(std::move(recalculation)) {}

const CellValue* RecalculatedResults::find(SheetIndex sheet, CellRef cell) const {
    const auto& changed = recalculation_.changed;
    const auto found =
        std::lower_bound(changed.begin(), changed.end(), std::tuple(sheet, cell),
                         [](const RecalculatedCell& result, const std::tuple<SheetIndex, CellRef>& place) {
                             return std::tuple(result.sheet, result.cell) < place;
                         });
    return found != changed.end() && found->sheet == sheet && found->cell == cell ? &found->after : nullptr;
}

namespace {

void add_not_computed(const Workbook& workbook, const Recalculation& recalculation, Report& report) {
    std::map<std::string, std::vector<CellPlace>> places;  // why -> cells
    for (const NotComputed& cell : recalculation.not_computed)
        places[cell.why].push_back({cell.sheet, cell.cell});
    for (const auto& [why, cells] : places) report.not_checked.push_back({places_text(workbook, cells), why});
    for (NotChecked& taken : values_taken_on_trust(workbook, recalculation))
        report.not_checked.push_back(std::move(taken));
    for (Finding& circle : circle_findings(workbook, recalculation))
        report.findings.push_back(std::move(circle));
}

}  // namespace

std::optional<CellRange> new_spill(const Recalculation& recalculation, const RecalculatedCell& cell) {
    for (const ResizedSpill& spill : recalculation.resized) {
        if (spill.sheet == cell.sheet && spill.after.first == cell.cell) return spill.after;
    }
    return std::nullopt;
}

void add_recalculated_results(const Workbook& workbook, const EvaluationClock& clock, Report& report) {
    const std::vector<CellEdit> edits = edits_from(workbook, report.changes);
    if (edits.empty()) return;
    Recalculation recalculation = recalculate(workbook, edits, RecalculationScope::dirty, clock);
    std::unordered_map<std::string_view, ChangedCells> known;
    std::vector<Change> fresh;
    for (RecalculatedCell& cell : recalculation.changed) {
        const std::string& sheet = workbook.sheets()[cell.sheet].name;
        const auto changed = known.try_emplace(sheet, report.changes, sheet).first;
        const SheetCell* there = workbook.sheets()[cell.sheet].cells.find(cell.cell);
        if (changed->second.contains(cell.cell)) continue;
        // A formula saved without a result gets none; a new cell of a spill does.
        if (cell.owner == cell.cell && !(there && there->has_value)) continue;
        Change change;
        change.sheet = sheet;
        change.cell = cell.cell;
        change.kind = ChangeKind::cached;
        change.before = std::move(cell.before);
        change.after = std::move(cell.after);
        change.was_formula = cell.owner == cell.cell;
        change.because = "Recalculated from a changed cell";
        change.spill = new_spill(recalculation, cell);
        fresh.push_back(std::move(change));
    }
    std::move(fresh.begin(), fresh.end(), std::back_inserter(report.changes));
    add_not_computed(workbook, recalculation, report);
    report.recalculate_on_open = !recalculation.not_computed.empty();
}

void report_formulas_without_result(const Workbook& workbook, Report& report) {
    for (const Sheet& sheet : workbook.sheets()) {
        std::size_t count = 0;
        CellRef first;
        for (const SheetRow& row : sheet.cells.rows) {
            for (std::uint32_t i = 0; i < row.cell_count; ++i) {
                const SheetCell& cell = sheet.cells.cells[row.first_cell + i];
                if (!cell.has_formula || cell.has_value) continue;
                if (count++ == 0) first = {row.row_index, cell.column_index};
            }
        }
        if (count == 0) continue;
        report.not_checked.push_back(
            {counted(count, "formula", "formulas") + " of " + sheet.name + " from " + to_a1(first),
             "saved without a result; open and save the workbook in Excel first"});
    }
}

}  // namespace scorebook

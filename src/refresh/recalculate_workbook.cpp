// recalculate_workbook.cpp - the formula layer's answer in the words of the command line.
#include <algorithm>
#include <utility>

#include "checks/recalculation.hpp"
#include "checks/recalculation_findings.hpp"
#include "formula/recalculate.hpp"
#include "scorebook/recalculation.hpp"
#include "workbook/workbook_model.hpp"

namespace scorebook {

namespace {

/// Days between serial 0 of the two date systems (ECMA-376 Part 1, 18.17.4.1).
constexpr double days_from_1900_to_1904 = 1462;

}  // namespace

RecalculatedWorkbook recalculate_workbook(const Workbook& workbook, double now) {
    EvaluationClock clock;
    clock.now = workbook.date_system() == DateSystem::from_1904 ? now - days_from_1900_to_1904 : now;
    Recalculation recalculation = recalculate(workbook, {}, RecalculationScope::all, clock);
    RecalculatedWorkbook result;
    result.formulas = recalculation.formulas;
    const auto& changing = recalculation.changing;
    for (RecalculatedCell& cell : recalculation.changed) {
        const bool is_volatile =
            std::binary_search(changing.begin(), changing.end(), CellPlace{cell.sheet, cell.owner});
        result.stale.push_back({workbook.sheets()[cell.sheet].name, cell.cell,
                                workbook.formula(cell.sheet, cell.owner), std::move(cell.before),
                                std::move(cell.after), is_volatile, new_spill(recalculation, cell)});
    }
    result.findings = circle_findings(workbook, recalculation);
    result.not_checked = values_taken_on_trust(workbook, recalculation);
    for (NotComputed& cell : recalculation.not_computed)
        result.unsupported.push_back({workbook.sheets()[cell.sheet].name, cell.cell, std::move(cell.why)});
    return result;
}

Report stored_result_changes(const RecalculatedWorkbook& recalculated) {
    Report report;
    for (const StaleFormula& stale : recalculated.stale) {
        Change change;
        change.sheet = stale.sheet;
        change.cell = stale.cell;
        change.kind = ChangeKind::cached;
        change.before = stale.stored;
        change.after = stale.computed;
        change.was_formula = true;
        change.because = "=" + stale.formula;
        change.spill = stale.spill;
        report.changes.push_back(std::move(change));
    }
    report.findings = recalculated.findings;
    report.not_checked = recalculated.not_checked;
    report.recalculate_on_open = !recalculated.unsupported.empty();
    return report;
}

}  // namespace scorebook

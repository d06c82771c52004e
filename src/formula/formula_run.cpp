// formula_run.cpp - the short way where a formula has one, else the evaluator.
#include "formula/formula_run.hpp"

#include "formula/evaluate.hpp"

namespace scorebook::formula {
namespace {

/// COUNTIF and its family give #VALUE! for a workbook that isn't open, where the stored result was right.
bool needs_open_book(const Workbook& workbook, const FormulaCell& formula, const CellValue& result) {
    const auto* error = std::get_if<CellError>(&result);
    return error != nullptr && *error == CellError::value &&
           !std::holds_alternative<CellError>(workbook.value(formula.sheet, *formula.stored));
}

FormulaResult refusal(std::string why) {
    return {std::move(why), {}, nullptr};
}

}  // namespace

FormulaResult run_formula(const Workbook& workbook, const WorkbookCells& cells, Workspace& workspace,
                          const FormulaCell& formula, const CompiledFormula& compiled) {
    if (formula.shape == FormulaShape::table) return refusal("is part of a what-if data table");
    if (!workbook.calculation().full_precision)
        return refusal("the workbook calculates with the precision it shows");
    if (!compiled.tree) return refusal("its formula can't be read");
    const bool is_single = formula.shape == FormulaShape::single;
    if (is_single && compiled.program) {
        if (auto result = compiled.program->run(cells, formula.cell))
            return {std::nullopt, std::move(*result), nullptr};
    }
    workspace.restart_random(formula.sheet, formula.cell);
    Evaluation evaluation(workspace, *compiled.tree, formula.sheet, formula.cell,
                          is_single ? Mode::single : Mode::array);
    const Value value = evaluation.run();
    FormulaResult result;
    if (is_single)
        result.value = cell_result(evaluation, value);
    else
        result.array = evaluation.to_array(value);
    if (auto reason = workspace.take_reason()) return refusal(std::move(*reason));
    if (is_single && compiled.reads_other_books && needs_open_book(workbook, formula, result.value))
        return refusal("uses a function that reads another workbook only while that is open");
    return result;
}

}  // namespace scorebook::formula

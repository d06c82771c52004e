// formula_run.hpp - one formula of a workbook worked out as its cell would, or the reason why it can't be.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "formula/workbook_formulas.hpp"

namespace scorebook::formula {

struct FormulaResult {
    std::optional<std::string> refused;  ///< the cell keeps its stored result, and why
    CellValue value;                     ///< of an ordinary formula
    std::shared_ptr<const Array> array;  ///< of an array formula or a spill
};

/// The result of `formula` with the cells as they are now.
FormulaResult run_formula(const Workbook& workbook, const WorkbookCells& cells, Workspace& workspace,
                          const FormulaCell& formula, const CompiledFormula& compiled);

}  // namespace scorebook::formula

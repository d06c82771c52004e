// recalculation.hpp - the verb that only recalculates: what the workbook's own formulas give now, and which
// stored results differ.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "scorebook/cell_ref.hpp"
#include "scorebook/cell_value.hpp"
#include "scorebook/report.hpp"

namespace scorebook {

class Workbook;

/// A formula whose stored result isn't what it gives.
struct StaleFormula {
    std::string sheet;
    CellRef cell;
    std::string formula;  ///< without "="
    CellValue stored;
    CellValue computed;
    bool is_volatile = false;  ///< depends on today's date, the clock or chance, so it may differ rightly
    std::optional<CellRange> spill;  ///< the cells its dynamic array fills now, when those change too
};

/// A formula that keeps its stored result because it can't be computed here.
struct UnsupportedFormula {
    std::string sheet;
    CellRef cell;
    std::string why;
};

/// All in order of sheet, row, column.
struct RecalculatedWorkbook {
    std::vector<StaleFormula> stale;
    std::vector<UnsupportedFormula> unsupported;
    std::vector<Finding> findings;        ///< circular references, rule C01
    std::vector<NotChecked> not_checked;  ///< what was taken on trust: values kept of other workbooks
    std::size_t formulas = 0;             ///< how many were recalculated
};

/// Recalculates every formula as of `now`, an Excel serial of the 1900 system with the time of day: what
/// NOW() gives, and TODAY() without the time. Random numbers are the same in every run.
RecalculatedWorkbook recalculate_workbook(const Workbook& workbook, double now);

/// The new results as changes of stored results, for refreshed_bytes().
Report stored_result_changes(const RecalculatedWorkbook& recalculated);

}  // namespace scorebook

// workbook_formulas.hpp - every formula cell of a workbook, compiled once for each distinct relative form.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "formula/compiled_formula.hpp"
#include "formula/workbook_cells.hpp"
#include "workbook/workbook_model.hpp"

namespace scorebook::formula {

/// What kind of formula fills which cells. Most fill their own cell only.
enum class FormulaShape : std::uint8_t {
    single,
    array,    ///< Ctrl+Shift+Enter: `range` is filled, whatever the size of the result
    dynamic,  ///< spills: `range` is what it filled when it was stored
    table,    ///< a what-if data table, which only Excel fills
};

struct FormulaCell {
    SheetIndex sheet = 0;
    CellRef cell;
    std::uint32_t compiled = 0;  ///< index into WorkbookFormulas::compiled
    std::uint32_t range = 0;     ///< index into WorkbookFormulas::ranges, for all but single
    FormulaShape shape = FormulaShape::single;
    bool has_result = true;             ///< false: saved by a program that computes nothing
    const SheetCell* stored = nullptr;  ///< the <c> element it was read from
};

struct WorkbookFormulas {
    std::vector<FormulaCell> cells;  ///< by sheet, row, column
    std::deque<CompiledFormula> compiled;
    std::vector<CellRange> ranges;
    /// What dynamic arrays filled before they changed size: formula index, range.
    std::vector<std::pair<std::uint32_t, CellRange>> former_ranges;
};

/// Reads and compiles all formulas; ranges of array formulas are told to `cells`.
WorkbookFormulas read_formulas(const Workbook& workbook, WorkbookCells& cells, Workspace& workspace);

}  // namespace scorebook::formula

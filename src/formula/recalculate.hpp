// recalculate.hpp - new results for the formulas of a workbook after some cells changed, or for all of them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "formula/cell_source.hpp"
#include "formula/row_formula.hpp"
#include "scorebook/cell_value.hpp"

namespace scorebook {

class Workbook;

/// A cell that gets another constant, or whose stored result is to be taken as `value`.
struct CellEdit {
    SheetIndex sheet = 0;
    CellRef cell;
    CellValue value;
};

struct RecalculatedCell {
    SheetIndex sheet = 0;
    CellRef cell;
    CellValue before;  ///< stored result
    CellValue after;
    CellRef owner;  ///< the cell that has the formula: another one inside an array formula
};

/// A dynamic array that fills other cells than it did. Cells it left are among the changed ones, as blank.
struct ResizedSpill {
    SheetIndex sheet = 0;
    CellRange before;  ///< its formula's cell comes first
    CellRange after;
};

/// A formula cell that keeps its stored result, and why ("uses CUBEVALUE, which needs a server").
struct NotComputed {
    SheetIndex sheet = 0;
    CellRef cell;
    std::string why;
};

/// A cell whose result can't be judged by the stored one.
struct CellPlace {
    SheetIndex sheet = 0;
    CellRef cell;

    friend auto operator<=>(const CellPlace&, const CellPlace&) = default;
};

enum class RecalculationScope {
    dirty,  ///< formulas that depend on an edit, directly or not
    all,    ///< every formula of the workbook
};

struct Recalculation {
    std::vector<RecalculatedCell>
        changed;  ///< results that differ beyond Excel's own 15 digits; by sheet, row, column
    std::vector<ResizedSpill> resized;      ///< by sheet, row, column
    std::vector<NotComputed> not_computed;  ///< by sheet, row, column
    std::vector<std::vector<CellPlace>>
        circles;  ///< each way round, in the order the cells read each other; not those that are iterated
    std::vector<CellPlace>
        changing;  ///< formulas that depend on the clock or chance, directly or not; by sheet, row, column
    std::vector<CellPlace> from_other_books;  ///< formulas that read another workbook's cells themselves
    std::size_t formulas = 0;                 ///< how many were evaluated
};

/// Pure: nothing is written. The result doesn't depend on the order of edits or cells.
Recalculation recalculate(const Workbook& workbook, std::span<const CellEdit> edits, RecalculationScope scope,
                          const EvaluationClock& clock);

}  // namespace scorebook

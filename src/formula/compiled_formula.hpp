// compiled_formula.hpp - a formula once for all its copies: its tree, and which cells it reads from where it
// stands.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "formula/formula_tree.hpp"
#include "formula/row_program.hpp"
#include "formula/workspace.hpp"

namespace scorebook::formula {

/// Cells a formula reads, as corners relative to its own cell.
struct ReadArea {
    SheetIndex sheet = 0;
    Corner first;
    Corner last;

    bool is_cell() const { return first == last; }
    bool is_absolute() const {
        return first.row_is_absolute && first.column_is_absolute && last.row_is_absolute &&
               last.column_is_absolute;
    }
    Area at(CellRef cell) const;
};

struct CompiledFormula {
    std::shared_ptr<const FormulaTree> tree;  ///< null when the text can't be read
    std::vector<ReadArea> reads;
    std::optional<RowProgram> program;  ///< the short way, for formulas that have one
    bool reads_anywhere = false;        ///< OFFSET, INDIRECT: more than `reads`, known only when it runs
    bool is_volatile = false;           ///< the clock, chance, or the file's own name
    bool reads_other_books = false;     ///< [1]Sheet1!A1
};

/// `text` as it stands in `cell` of `sheet`. Names and tables are followed to the cells they mean.
CompiledFormula compile_formula(Workspace& workspace, std::string_view text, SheetIndex sheet, CellRef cell);

}  // namespace scorebook::formula

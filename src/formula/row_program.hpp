// row_program.hpp - the short way for the formulas of a register's columns: plain numbers, texts and branches
// over single cells, straight from the cells to the result.
//
// It knows the ordinary case only. Whatever is out of the ordinary (an error, text where a number is wanted,
// an overflow) makes it step aside, and the evaluator decides.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "formula/formula_tree.hpp"
#include "formula/workbook_cells.hpp"
#include "formula/workspace.hpp"

namespace scorebook::formula {

class RowProgram {
  public:
    /// Empty when the formula does more than single cells, arithmetic, comparisons, IF, AND, OR, NOT and
    /// ROUND.
    static std::optional<RowProgram> compile(const FormulaTree& tree, SheetIndex sheet, Workspace& workspace);

    /// The result in `cell`; empty when it isn't an ordinary one.
    std::optional<CellValue> run(const WorkbookCells& cells, CellRef cell) const;

  private:
    enum class Step : std::uint8_t {
        number,
        text,
        truth,
        load,
        apply,   ///< `op` on the last two
        negate,  ///< and percent, on the last one
        percent,
        round,     ///< the last two
        all,       ///< AND of the last `count`
        any,       ///< OR of the last `count`
        invert,    ///< NOT
        if_false,  ///< takes the last one; goes on at `target` when it is false
        go_on,     ///< at `target`
    };
    struct Instruction {
        Step step = Step::number;
        Operator op = Operator::add;
        bool is_last = false;      ///< the formula's own operator: Excel snaps its noise to zero
        std::uint32_t target = 0;  ///< an instruction, an index of texts_ or places_, or a count
        double number = 0;
    };
    struct Place {
        SheetIndex sheet;
        Corner corner;
    };
    class Compiler;

    std::vector<Instruction> instructions_;
    std::vector<std::string> texts_;
    std::vector<Place> places_;
};

}  // namespace scorebook::formula

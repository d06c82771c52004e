// read_cell.hpp - the text and the formula of one scanned cell, read again from its bytes when they are
// wanted.
#pragma once

#include <string>
#include <string_view>

#include "sheet/sheet_cells.hpp"

namespace scorebook {

/// The text of a cell of kind inline_string or formula_text; empty for other kinds.
std::string read_cell_text(std::string_view xml, const SheetCell& cell);

/// The formula text of a cell as stored, entities resolved; and its <f> attributes.
struct CellFormula {
    enum class Kind { normal, shared, array, data_table };
    Kind kind = Kind::normal;
    std::string text;               ///< without "="; empty for the followers of a shared formula
    std::string reference;          ///< ref="...": the range of a shared or array formula
    int shared_index = -1;          ///< si="..."
    bool always_calculate = false;  ///< ca="1"
};

/// `cell` must have a formula.
CellFormula read_formula(std::string_view xml, const SheetCell& cell);

}  // namespace scorebook

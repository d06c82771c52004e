// formula_parser.hpp - tokens -> tree in relative form, so that copies of a formula give equal trees.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "formula/formula_lexer.hpp"
#include "formula/formula_tree.hpp"

namespace scorebook::formula {

struct ParsedFormula {
    std::shared_ptr<const FormulaTree> tree;  ///< null when there is a mistake
    std::optional<FormulaMistake> mistake;
};

/// Parses `text` (without "=") as it stands in `cell`. Formulas Excel can't hold (nesting, length) are
/// mistakes too.
ParsedFormula parse_formula(std::string_view text, CellRef cell);

}  // namespace scorebook::formula

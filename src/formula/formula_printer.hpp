// formula_printer.hpp - a tree back to text, as it reads in a given cell or in relative (R1C1) form.
#pragma once

#include <string>

#include "formula/formula_tree.hpp"
#include "scorebook/cell_ref.hpp"

namespace scorebook::formula {

/// The formula as it stands in `cell`, without "=". Parsing it there again gives an equal tree.
std::string print_formula(const FormulaTree& tree, CellRef cell);

/// Excel's name for an area of `tree` in `cell`: "$A$1:B2", "A:C", "'My sheet'!A1".
std::string print_area(const FormulaTree& tree, const AreaNode& area, CellRef cell);

/// A sheet's name as it stands before "!", with or without its workbook in brackets: in quotes where it must
/// be.
std::string quoted_sheet_name(std::string_view name);

}  // namespace scorebook::formula

// cell_text.hpp - the text and kind of a cell as the tables layer looks at it, without copying where that can
// be helped.
#pragma once

#include <string>

#include "workbook/workbook_model.hpp"

namespace scorebook {

/// Nothing, or only white space; a formula that gives "" counts as nothing.
bool is_blank_cell(const Workbook& workbook, std::size_t sheet_index, const SheetCell& cell);

bool is_text_cell(const SheetCell& cell);
bool is_number_cell(const SheetCell& cell);

/// The cell as text: a number as Excel would show it in General.
std::string cell_text(const Workbook& workbook, std::size_t sheet_index, const SheetCell& cell);

}  // namespace scorebook

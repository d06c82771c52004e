// formula_habits.hpp - formulas of a table nobody described that don't do what their neighbours do.
#pragma once

#include "checks/number_tables.hpp"
#include "scorebook/report.hpp"

namespace scorebook {

/// A number typed over a column of formulas, or a formula unlike the others (F01).
void check_formula_habits(const Workbook& workbook, const NumberTable& table, Report& report);
/// A sum that stops short of the rows above it (A02), a plain average of percentages (A05).
void check_sheet_formulas(const Workbook& workbook, std::size_t sheet_index, Report& report);

}  // namespace scorebook

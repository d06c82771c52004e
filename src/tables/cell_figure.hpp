// cell_figure.hpp - a number cell as the figure a reader of the sheet sees: its format says percent, pounds,
// time and how many decimals.
#pragma once

#include <optional>

#include "tables/figure.hpp"
#include "workbook/workbook_model.hpp"

namespace scorebook {

/// The figure in a cell that holds a number. The stored value counts, not its rounded display; the format
/// gives the unit and tells 8.0 from 8.
std::optional<Figure> figure_in_cell(const Workbook& workbook, const SheetCell& cell);

/// Decimals a number format shows: 3 for "0.000;[Red]-0.000", 0 for "General".
int decimals_of_format(std::string_view format);

/// Whether a number format shows hours, minutes or seconds and no day.
bool is_time_format(std::string_view format);

}  // namespace scorebook

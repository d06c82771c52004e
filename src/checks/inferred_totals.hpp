// inferred_totals.hpp - the total row of a table nobody described: where it is the sum of the rows in most
// columns, the columns in which it isn't.
#pragma once

#include "checks/number_tables.hpp"
#include "scorebook/report.hpp"

namespace scorebook {

/// A table with one total row whose figures are typed. It is believed when it holds, by rounding, in at least
/// two columns and in two of three; rates, percentages and averages among the columns don't count. Returns
/// what was believed: "row 9 is the sum of the rows in 3 of 4 columns".
std::optional<std::string> check_inferred_totals(const Workbook& workbook, const NumberTable& table,
                                                 Report& report);

}  // namespace scorebook

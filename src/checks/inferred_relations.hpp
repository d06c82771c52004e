// inferred_relations.hpp - what the figures of a table nobody described have in common, and the rows that
// break it.
//
// A relation is believed when it holds, by rounding, in at least five telling rows and nine out of ten of
// them; below that nothing is said. Nothing is inferred from rows of zeros.
#pragma once

#include "checks/number_tables.hpp"
#include "scorebook/report.hpp"

namespace scorebook {

/// Sums of neighbouring columns (A02), differences (A04) and percentages (A01). Returns what was believed:
/// "'Sum' is the sum of 'Spring' and 'Summer' in 6 of 6 rows".
std::vector<std::string> check_inferred_relations(const Workbook& workbook, const NumberTable& table,
                                                  Report& report);

}  // namespace scorebook

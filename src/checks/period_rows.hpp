// period_rows.hpp - tables whose rows are periods of one series: a trajectory, a backlog, counts by quarter.
// What a covering report tells of them is the newest row beside the last one of the paper before.
#pragma once

#include "checks/check_context.hpp"
#include "checks/match_entries.hpp"
#include "scorebook/comparison.hpp"

namespace scorebook {

bool has_period_rows(const TableValues& values);

/// "Oct-Dec 2015: Received decreased from 2,378 to 1,200; Outstanding increased from 3,564 to 4,164." for
/// each row the workbook before doesn't have. Without items when there is none.
NarrativeParagraph new_periods(const Subject& now, const Subject& before, const MatchedEntries& matched);

}  // namespace scorebook

// movement_claims.hpp - what a sentence says of how an entry, or a whole table, has moved (A09, X09).
#pragma once

#include <vector>

#include "checks/claim_verdict.hpp"
#include "checks/measure_facts.hpp"
#include "checks/spoken_row.hpp"

namespace scorebook {

/// `facts` is of the row's table; `plain` is the folded sentence.
ClaimVerdict judge_movement(const SpokenRow& row, const MeasureFacts& facts, std::string_view plain);

/// A sentence that names no entry: "overall performance is improving".
ClaimVerdict judge_overall(const Workbook& workbook, const std::vector<MeasureFacts>& tables,
                           std::string_view plain);

}  // namespace scorebook

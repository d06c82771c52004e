// computed_columns.hpp - the columns a refresh recomputes: scores, RAG words and whatever else a template
// derives.
//
// A typed cell that disagrees gets a finding and a change. A formula cell is never overwritten: when its own
// result, recalculated, is right, only the stored result was stale; when it isn't, the officer is told. A
// typed value in a column of formulas is told too, not replaced.
#pragma once

#include "checks/check_context.hpp"

namespace scorebook {

/// Adds findings, changes and not_checked to `report`; puts the computed values where later rules see them.
void run_computed_columns(const CheckContext& context, Subject& subject, Report& report);

}  // namespace scorebook

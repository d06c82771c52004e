// recalculation_report.hpp - what a finished pass changed, by sheet, row and column.
#pragma once

#include "formula/recalculation_state.hpp"

namespace scorebook::formula {

/// Takes the circles out of `state`, and leaves the rest of it.
Recalculation report_of(RecalculationState& state);

}  // namespace scorebook::formula

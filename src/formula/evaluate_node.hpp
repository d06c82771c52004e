// evaluate_node.hpp - one formula worked out and its result laid over the stored one.
#pragma once

#include "formula/recalculation_state.hpp"

namespace scorebook::formula {

/// Marks the formula as evaluated, and as changed when a cell it fills has another value than the stored one.
/// A formula that can't be worked out keeps its stored result and says why in `not_computed`; a spill of
/// another size asks for one more pass through `resized`.
void evaluate_node(RecalculationState& state, NodeId node);

}  // namespace scorebook::formula

// circular_formulas.hpp - formulas that read each other round in a circle: iterated as the workbook says, or
// named as one.
#pragma once

#include <vector>

#include "formula/recalculation_state.hpp"

namespace scorebook::formula {

/// Works out what can be of a circle of DependencyGraph::visit_in_order. `members` are its formulas without
/// those whose value was given. Where the workbook iterates (ECMA-376 18.2.2 calcPr) they go round until
/// nothing moves by more than its limit; else formulas whose reads are all known in the branches they take
/// are worked out, and the others are refused, marked circular and told of as a circle.
void work_out_circle(RecalculationState& state, DependencyGraph& graph, const std::vector<NodeId>& group,
                     std::vector<NodeId> members);

}  // namespace scorebook::formula

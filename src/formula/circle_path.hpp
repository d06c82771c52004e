// circle_path.hpp - a circle of formulas as an officer would follow it: A1 -> B1 -> A1.
#pragma once

#include <vector>

#include "formula/dependency_graph.hpp"

namespace scorebook::formula {

/// The shortest way round from the first formula of `group` back to itself, in the order the formulas read
/// each other; `group` is a circle of DependencyGraph::visit_in_order. Formulas only, the first one once.
std::vector<NodeId> circle_path(DependencyGraph& graph, const std::vector<NodeId>& group);

}  // namespace scorebook::formula

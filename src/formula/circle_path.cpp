// circle_path.cpp - breadth first within the group: ranges and blocks are steps too, but aren't told.
#include "formula/circle_path.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace scorebook::formula {

std::vector<NodeId> circle_path(DependencyGraph& graph, const std::vector<NodeId>& group) {
    const NodeId start = *std::min_element(group.begin(), group.end());
    const std::unordered_set<NodeId> members(group.begin(), group.end());
    std::unordered_map<NodeId, NodeId> reader;  // the node that led to each
    std::vector<NodeId> waiting{start};
    bool closed = false;
    NodeId last = start;
    for (std::size_t next = 0; next < waiting.size() && !closed; ++next) {
        const NodeId node = waiting[next];
        graph.visit_reads(node, [&](NodeId read) {
            if (read == start) {
                closed = true;
                last = node;
                return false;
            }
            if (members.contains(read) && reader.try_emplace(read, node).second) waiting.push_back(read);
            return true;
        });
    }
    std::vector<NodeId> path;
    for (NodeId node = last;; node = reader.at(node)) {
        if (node < graph.formula_count()) path.push_back(node);
        if (node == start) break;
    }
    std::reverse(path.begin(), path.end());
    return path;
}

}  // namespace scorebook::formula

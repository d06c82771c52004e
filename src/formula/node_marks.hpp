// node_marks.hpp - a set of the nodes of one dependency graph, nodes being numbered from 0.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "formula/dependency_graph.hpp"

namespace scorebook::formula {

class NodeMarks {
  public:
    bool has(NodeId node) const { return node < marks_.size() && marks_[node]; }
    void add(NodeId node) {
        if (node >= marks_.size()) marks_.resize(std::max(std::size_t{node} + 1, 2 * marks_.size()));
        marks_[node] = true;
    }
    void remove(NodeId node) {
        if (node < marks_.size()) marks_[node] = false;
    }
    bool is_empty() const { return marks_.empty(); }
    std::size_t count() const {
        return static_cast<std::size_t>(std::count(marks_.begin(), marks_.end(), true));
    }

  private:
    std::vector<bool> marks_;
};

}  // namespace scorebook::formula

// evaluation_depth.hpp - counts nested evaluations, so that names and lambdas that call themselves end.
#pragma once

#include "formula/workspace.hpp"

namespace scorebook::formula {

/// Names and lambdas that call themselves end here, long before the stack does.
inline constexpr std::size_t max_evaluation_depth = 700;

/// What calling a lambda or evaluating a name costs, in values made.
inline constexpr double effort_of_nesting = 256;

struct DepthGuard {
    explicit DepthGuard(Workspace& workspace) : workspace_(workspace) { ++workspace_.depth; }
    ~DepthGuard() { --workspace_.depth; }
    DepthGuard(const DepthGuard&) = delete;
    DepthGuard& operator=(const DepthGuard&) = delete;
    bool too_deep() const { return workspace_.depth > max_evaluation_depth; }
    Workspace& workspace_;
};

}  // namespace scorebook::formula

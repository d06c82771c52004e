// reference_algebra.hpp - references made from references: A1:B2 of computed corners, intersections, spilled
// ranges.
#pragma once

#include <string>
#include <string_view>

#include "formula/evaluate.hpp"
#include "formula/value.hpp"

namespace scorebook::formula {

/// The smallest range round both; #VALUE! for two sheets.
Value enclosing_range(const Reference& left, const Reference& right);

/// The cells both have; #NULL! when there are none.
Value intersection_of(const Reference& left, const Reference& right);

/// A1#: the range the array formula in A1 fills; #REF! when A1 holds none.
Value spilled_range(const Evaluation& evaluation, const Value& anchor);

/// The folded form of a name of LET and LAMBDA: "_xlpm.x" and "X" are both "x".
std::string bound_name(std::string_view name);

}  // namespace scorebook::formula

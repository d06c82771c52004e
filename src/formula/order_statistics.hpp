// order_statistics.hpp - percentiles and modes of plain lists of numbers: what PERCENTILE, MODE and AGGREGATE
// share.
#pragma once

#include <vector>

#include "formula/value.hpp"

namespace scorebook::formula {

/// Of a sorted list; #NUM! outside 0..1 and for an empty list.
Value percentile_inclusive(const std::vector<double>& sorted, double share);
/// The same with both ends left out: #NUM! also where fewer than one value lies beyond.
Value percentile_exclusive(const std::vector<double>& sorted, double share);

/// The values that occur most often, in the order of their first; empty when none occurs twice.
std::vector<double> most_frequent(const std::vector<double>& numbers);

}  // namespace scorebook::formula

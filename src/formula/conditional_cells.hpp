// conditional_cells.hpp - the cells that meet all (range, criterion) pairs of SUMIFS, COUNTIFS and their
// family.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "formula/call.hpp"
#include "formula/criteria.hpp"

namespace scorebook::formula {

/// Reads pairs from argument `first` on, and calls `visit` with (row, column) inside the ranges for each
/// place that meets every criterion; an empty function when only their number matters. Returns how many do,
/// the blank places beyond the sheet's used cells included (they are not visited). Fails the call when ranges
/// differ in size or are no references.
double visit_matches(Call& call, std::size_t first,
                     const std::function<void(std::uint32_t row, std::uint32_t column)>& visit);

}  // namespace scorebook::formula

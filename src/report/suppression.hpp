// suppression.hpp - which counts of a table must not be shown so that no small one can be worked out
// (model.md R-17).
//
// Knows nothing of workbooks: counts, and which of them add up to which.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace scorebook {

/// `total` is the sum of `parts`; all are indices of counts.
struct SumOfCounts {
    std::vector<std::size_t> parts;
    std::size_t total = 0;
};

/// True for each count to suppress: those from 1 to `limit` - 1, and as many others as it takes that the sums
/// give none of them away. Zero is never small; nothing (no count in the cell) is never suppressed. A
/// suppressed count is taken to be known to be at least 1, because zeros are shown.
std::vector<bool> suppressed_counts(const std::vector<std::optional<std::int64_t>>& counts,
                                    const std::vector<SumOfCounts>& sums, std::int64_t limit);

}  // namespace scorebook

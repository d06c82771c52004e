// small_numbers.hpp - which cells of an officer's table must be suppressed in an open copy (G11, R-17).
#pragma once

#include <set>
#include <utility>

#include "report/shown_rows.hpp"

namespace scorebook {

/// Row index and column of each cell to replace by [c]. Empty unless the template says which columns hold
/// counts (relation "small-numbers") and the workbook says what is small (setting Suppress_Below).
std::set<std::pair<std::uint32_t, const FoundColumn*>> small_cells(const CheckContext& context,
                                                                   const ShownTable& shown);

/// Whether the table has such counts but nothing says what is small.
bool lacks_limit(const CheckContext& context, const ShownTable& shown);

}  // namespace scorebook

// chart_caches.hpp - the points a chart keeps of its series, so that a preview shows the new picture.
// ECMA-376 Part 1, 21.2.2.123 (numCache), 21.2.2.201 (strCache), 21.2.2.102 (multiLvlStrCache).
#pragma once

#include <map>
#include <string>
#include <vector>

#include "refresh/cell_writes.hpp"

namespace scorebook {

/// The new text of each chart part that shows a written cell: part name -> XML. Only the points that differ
/// are rewritten; what reads no written cell, or can't be resolved, stays byte for byte.
std::map<std::string, std::string> refreshed_charts(
    const Workbook& workbook, const std::map<std::size_t, std::vector<CellWrite>>& writes);

}  // namespace scorebook

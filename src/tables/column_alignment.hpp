// column_alignment.hpp - labels that stand one column beside their values (S03), and labels merged over
// several columns.
#pragma once

#include <cstdint>
#include <vector>

#include "tables/found_table.hpp"
#include "tables/header_labels.hpp"
#include "workbook/workbook_model.hpp"

namespace scorebook {

/// Moves the columns of `table` to where their values are, judging from the first rows from `first_row` up to
/// (not including) `limit_row`, and remarks on what stays odd. `labels` are those of `table.columns`, in the
/// same order.
void align_columns(const Workbook& workbook, FoundTable& table, const std::vector<HeaderLabel>& labels,
                   std::uint32_t first_row, std::uint32_t limit_row);

}  // namespace scorebook

// acceptances_sheet.hpp - the sheet "Scorebook", made for a workbook that has none when changes want cells on
// it.
#pragma once

#include <span>
#include <string>

#include "refresh/added_sheet.hpp"
#include "refresh/cell_writes.hpp"

namespace scorebook {

/// Adds the sheet with what the `writes` of plan_cell_writes() for it want.
void add_acceptances_sheet(const Workbook& workbook, std::span<const CellWrite> writes, ChangedParts& parts);

}  // namespace scorebook

// read_back.hpp - the check after writing: the new bytes are a workbook, and every changed cell reads as it
// should.
#pragma once

#include <string>
#include <vector>

#include "refresh/cell_writes.hpp"
#include "refresh/sheet_edits.hpp"

namespace scorebook {

/// Reads the rewritten cells of a sheet on their own. Costs what the changed cells cost, not what the sheet
/// does. Throws Error damaged_workbook when one doesn't hold its write's value.
void check_rewritten_cells(const Sheet& sheet, const SheetEdits& edits);

/// Opens `bytes` again and reads every written cell and colour. Costs what opening a workbook costs.
/// Throws Error damaged_workbook.
void check_reopened(const std::string& bytes, const std::string& name,
                    const std::map<std::size_t, std::vector<CellWrite>>& writes);

/// Unpacks the `parts` of `bytes` one after the other, so that their checksums are verified; gives `bytes`
/// back. For workbooks too large to be held in memory twice. Throws Error damaged_workbook.
std::string check_parts_unpack(std::string bytes, const std::vector<std::string>& parts);

}  // namespace scorebook

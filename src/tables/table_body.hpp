// table_body.hpp - the rows below a header: entries and what is joined to them, and every other kind of row
// told apart.
//
// Rows are read once, top to bottom, and only through their cells. A row that might be a section's label, a
// total or the beginning of the notes waits until an entry follows it; when none does, the table ended above
// it.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "tables/found_table.hpp"
#include "tables/header_labels.hpp"
#include "workbook/workbook_model.hpp"

namespace scorebook {

/// Where the body of a table may lie.
struct BodyLimits {
    std::uint32_t first_row = 0;
    std::uint32_t limit_row = 0;  ///< not included: the next header's first row, or the sheet's end
    const ExcelTable* excel_table = nullptr;
    /// Rows of a repeated header (page headers), ascending; each is passed over.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> repeated_headers;
};

/// Fills `table.entries`, `sections`, `remarks` and the end of `range` from the rows below its header.
void read_table_body(const Workbook& workbook, FoundTable& table, const BodyLimits& limits);

}  // namespace scorebook

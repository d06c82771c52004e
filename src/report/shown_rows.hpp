// shown_rows.hpp - which rows and columns of an officer's table an appendix shows, and why others are left
// out (G10).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checks/check_context.hpp"
#include "checks/row_figures.hpp"
#include "report/layout.hpp"
#include "scorebook/appendix.hpp"

namespace scorebook {

/// An entry, a section's title or a total, in the order of the sheet.
struct ShownRow {
    LayoutRow::Kind kind = LayoutRow::Kind::entry;
    FigureRow place;
};

struct ShownTable {
    const TableValues* values = nullptr;
    std::vector<const FoundColumn*> columns;
    std::vector<ShownRow> rows;
    std::vector<std::string> exempt_ids;  ///< entries left out because they are closed to the public
    std::vector<std::string> draft_ids;   ///< entries left out because their status is Draft
    std::vector<std::string> hidden_ids;  ///< entries left out because their rows are hidden
    std::vector<std::string> hidden_columns;
};

/// Everything for the working profile. Totals over removed entries stay only when nothing was removed,
/// because the difference would give them away.
ShownTable shown_table(const CheckContext& context, const TableValues& values, AppendixProfile profile);

}  // namespace scorebook

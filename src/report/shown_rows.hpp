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
    std::vector<std::string> removed_ids;  ///< entries left out because they are closed to the public
    std::vector<std::string> hidden_ids;   ///< entries left out because their rows are hidden
    std::vector<std::string> hidden_columns;
};

/// Everything for the working profile. Totals over removed entries stay only when nothing was removed,
/// because the difference would give them away.
ShownTable shown_table(const CheckContext& context, const TableValues& values, AppendixProfile profile);

/// The text outside the tables' entries that closes a sheet to the public; empty when it is open.
std::string closing_mark(const CheckContext& context, std::size_t sheet_index);

}  // namespace scorebook

// number_tables.hpp - tables of numbers on sheets no template knows: a row of headings over rows of figures.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tables/figure.hpp"
#include "workbook/workbook_model.hpp"

namespace scorebook {

struct NumberColumn {
    std::uint32_t column_index = 0;
    std::string name;  ///< its heading, or its letters
};

struct NumberTable {
    std::size_t sheet_index = 0;
    std::uint32_t header_row = 0;
    std::vector<std::uint32_t> rows;    ///< of entries, totals left out, top to bottom
    std::vector<std::uint32_t> totals;  ///< rows whose label says that they add up others; averages left out
    std::vector<NumberColumn> columns;  ///< those that are mostly numbers, left to right
};

/// A number, or a percentage typed as text; nothing for any other cell.
std::optional<Figure> shown_figure(const Workbook& workbook, std::size_t sheet_index, const SheetCell* cell);

/// Tables of at least four rows and two columns of numbers; at most 1,000 rows and 30 columns of each are
/// kept.
std::vector<NumberTable> number_tables(const Workbook& workbook, std::size_t sheet_index);

}  // namespace scorebook

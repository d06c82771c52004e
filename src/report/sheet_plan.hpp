// sheet_plan.hpp - a page of the layout as the rows of a spreadsheet: what stands in which row, how high and
// how wide.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "report/layout.hpp"

namespace scorebook {

struct PlannedRow {
    enum class Kind { title, line, caption, header, section, entry, total };
    Kind kind = Kind::line;
    std::string text;                    ///< of title, line and caption
    const LayoutTable* table = nullptr;  ///< of header, section, entry and total
    const LayoutRow* row = nullptr;      ///< of section, entry and total
    double height = 0;                   ///< points
};

struct SheetPlan {
    std::vector<double> column_pixels;
    std::vector<PlannedRow> rows;
    double title_points = 14;
    bool is_a3 = false;
    std::deque<LayoutRow> parts;  ///< rows that had to be split, which `rows` point to
};

/// Excel shows no row higher than this (its own limit); what is longer goes on in a row of its own.
inline constexpr double highest_row = 409;

SheetPlan plan_sheet(const LayoutPage& page);

}  // namespace scorebook

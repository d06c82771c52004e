// matrix_dashboard.hpp - the dashboard of the 5x5 layout: live formulas over both registers, a heat map, a
// chart.
#pragma once

#include "grid.hpp"

#include <xlsxwriter.h>

namespace samples {

struct Registers {  // the last rows are 1-based, as Excel shows them; both tables begin in row 6
    const Grid& risks;
    unsigned last_risk;
    const Grid& opportunities;
    unsigned last_opportunity;
};

void put_dashboard(Grid& grid, const Registers& registers);
void add_rag_chart(lxw_workbook* workbook, lxw_worksheet* dashboard);

}  // namespace samples

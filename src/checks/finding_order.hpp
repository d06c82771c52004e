// finding_order.hpp - findings and changes in the order people read them, whatever order the rules ran in.
#pragma once

#include "scorebook/report.hpp"
#include "workbook/workbook_model.hpp"

namespace scorebook {

/// By sheet in tab order, row, column, with one change a cell.
void order_changes(const Workbook& workbook, std::vector<Change>& changes);

/// By sheet in tab order (the whole workbook first), severity worst first, row, column, rule, message.
void order_findings(const Workbook& workbook, std::vector<Finding>& findings);

}  // namespace scorebook

// report.hpp - everything a check of one workbook says: tables, findings, changes, and what was not checked.
#pragma once

#include <string>
#include <vector>

#include "scorebook/change.hpp"
#include "scorebook/finding.hpp"

namespace scorebook {

/// A table that was recognised. `range` runs from its first header row to its last body row.
struct TableSummary {
    std::string name;  ///< the template's name for it: "risks"
    std::string sheet;
    CellRange range;
    std::size_t rows = 0;  ///< entries, after continuation rows are joined
};

/// Something a reader might think was checked, and the reason it wasn't.
struct NotChecked {
    std::string what;  ///< "Total!C9", "Impact x Likelihood"
    std::string why;   ///< "uses CUBEVALUE, which needs a server"
    /// Rules whose columns the tables don't have: a workbook in order lacks some too, so a short text needn't
    /// name them.
    bool is_for_want_of_columns = false;
};

/// Findings are in order of sheet, then severity (worst first), row, column, rule. Changes in order of sheet,
/// row, column.
struct Report {
    std::string template_name;  ///< empty when the workbook wasn't recognised
    std::string period;         ///< "Q1 2016/17", "May 2016"; empty when none was found
    std::vector<TableSummary> tables;
    std::vector<Finding> findings;
    std::vector<Change> changes;
    std::vector<NotChecked> not_checked;
    bool recalculate_on_open = false;  ///< a formula that depends on a change could not be computed here

    std::size_t count(Severity severity) const;
};

}  // namespace scorebook

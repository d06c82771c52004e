// dashboard_columns.hpp - which columns of a table a dashboard shows: what entries are grouped by, how they
// stand, and their figures in order of time.
//
// As in column_roles.hpp, kind and id of a column say it (workbook-templates/README.md tells template
// authors).
#pragma once

#include <vector>

#include "tables/found_table.hpp"

namespace scorebook {

/// Null where the table has no such column.
struct DashboardColumns {
    const FoundColumn* title = nullptr;     ///< "title", else "description", else the period of its rows
    const FoundColumn* theme = nullptr;     ///< "type", "group", "domain", "service", "objective", "priority"
    const FoundColumn* status = nullptr;    ///< words: "status" or "rating"
    const FoundColumn* movement = nullptr;  ///< words: "direction" or "trend"
    const FoundColumn* polarity = nullptr;  ///< words: "polarity"
    const FoundColumn* target = nullptr;    ///< kind target
    const FoundColumn* owner = nullptr;     ///< kind person
    std::vector<const FoundColumn*> points;  ///< figures of one thing at several times, earliest first
    bool first_is_plan = false;              ///< the first of them is what was planned: "budget"
};

DashboardColumns dashboard_columns(const FoundTable& table);

}  // namespace scorebook

// example_row.hpp - one believable entry of any table, so that an officer sees what belongs where.
#pragma once

#include <map>
#include <string>

#include "scorebook/cell_value.hpp"
#include "templates/workbook_template.hpp"

namespace scorebook {

struct ExamplePeriod {
    CalendarDate today;
    CalendarDate last;  ///< last day of the quarter
    std::string label;  ///< "Q3 2026/27"
};

/// The financial quarter `today` lies in.
ExamplePeriod example_period(CalendarDate today);

/// A value by column id; computed columns have none. Figures agree with the table's relations.
std::map<std::string, CellValue> example_row(const WorkbookTemplate& kind, const TableSpec& table,
                                             const ExamplePeriod& period);

}  // namespace scorebook

// blank_workbook.hpp - a workbook of a kind for an officer to fill in.
#pragma once

#include <string>

#include "scorebook/calendar_date.hpp"

namespace scorebook {

struct WorkbookTemplate;

/// The bytes of an .xlsx file: a sheet for each table with headings, lists to choose from, formulas that are
/// locked, colours with words and one example row; instructions; the lists; and a Scorebook sheet with the
/// kind's settings. Dates and the period are those of `today`. The same kind and day give the same bytes.
/// check() finds nothing in it.
std::string blank_workbook(const WorkbookTemplate& kind, CalendarDate today);

}  // namespace scorebook

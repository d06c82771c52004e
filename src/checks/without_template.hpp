// without_template.hpp - what can be said of a workbook no kind describes.
#pragma once

#include "scorebook/calendar_date.hpp"
#include "scorebook/report.hpp"

namespace scorebook {

class Workbook;

/// Figures that break what the other rows have in common, odd formulas, what is hidden (S13), results that
/// are out of date (C02) and values of other workbooks (C03). `today` is the day formulas such as TODAY()
/// see. What was inferred is told in Report::not_checked, a line a table: it is all that table was held
/// against.
void check_without_template(const Workbook& workbook, CalendarDate today, Report& report);

}  // namespace scorebook

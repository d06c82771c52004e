// unmet_needs.hpp - which rules had nothing to look at, sheet by sheet, and why: no column of dates, no
// earlier workbook.
#pragma once

#include "checks/check_context.hpp"

namespace scorebook {

/// Lines among what was not checked that name each sheet with tables where a rule lacks what it needs; sheets
/// that lack the same share a line.
void report_unmet_needs(const CheckContext& context, Report& report);

}  // namespace scorebook

// unmet_needs.hpp - which rules had nothing to look at, sheet by sheet, and why: no column of dates, no
// earlier workbook.
#pragma once

#include "checks/check_context.hpp"

namespace scorebook {

/// One line a sheet with tables, among what was not checked; none where every rule found what it needs.
void report_unmet_needs(const CheckContext& context, Report& report);

}  // namespace scorebook

// unread_blocks.hpp - tables beside or below the recognised ones of a sheet, which no rule looks at.
#pragma once

#include "checks/check_context.hpp"

namespace scorebook {

/// Adds each to what wasn't checked. A sheet without any recognised table is told as a whole elsewhere.
void report_unread_blocks(const Subject& subject, Report& report);

}  // namespace scorebook

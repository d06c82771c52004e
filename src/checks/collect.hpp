// collect.hpp - a checked workbook as rows of the collected set, read as a refresh leaves it.
#pragma once

#include "checks/check_context.hpp"
#include "scorebook/collected_return.hpp"

namespace scorebook {

/// Every value of every table but the narratives, which only repeat others; `for_publication`: but those of
/// sheets and entries that say they aren't for publication, which are counted.
CollectedReturn collect(const CheckContext& context, const Report& report, bool for_publication);

}  // namespace scorebook

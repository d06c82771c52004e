// collect.hpp - a checked workbook as rows of the collected set, read as a refresh leaves it.
#pragma once

#include "checks/check_context.hpp"
#include "scorebook/collected_return.hpp"

namespace scorebook {

/// Every value of every table but the narratives, which only repeat others.
CollectedReturn collect(const CheckContext& context, const Report& report);

}  // namespace scorebook

// period_lengths.hpp - whether two workbooks are about equally long stretches of time, so that their figures
// can be held against each other (model.md, R-10, X04).
#pragma once

#include <optional>
#include <string>

#include "checks/check_context.hpp"

namespace scorebook {

/// "this workbook is about 3 months (Q2 2016/17) and the earlier one about 12 months (2015/16)"; nothing when
/// they are equally long, or one names no stretch of a month or more.
std::optional<std::string> unequal_periods(const Subject& now, const Subject& before);

}  // namespace scorebook

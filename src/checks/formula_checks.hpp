// formula_checks.hpp - the checks a template writes as formulas: one finding where the formula isn't TRUE.
#pragma once

#include "checks/check_context.hpp"

namespace scorebook {

void run_formula_checks(const CheckContext& context, Report& report);

}  // namespace scorebook

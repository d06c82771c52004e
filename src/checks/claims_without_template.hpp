// claims_without_template.hpp - the sentences of a workbook no template knows: each against its own figures,
// for no table is known to hold them against.
#pragma once

#include "checks/check_context.hpp"

namespace scorebook {

/// A01, A03, A09, A10, A13, A14, X09 and X11, as far as a sentence alone shows them; the other sentences with
/// figures are said to be unchecked.
void check_claims_without_template(const CheckContext& context, Report& report);

}  // namespace scorebook

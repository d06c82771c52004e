// acceptances.hpp - findings an officer has accepted on the Scorebook sheet, with name, reason and expiry.
#pragma once

#include <string_view>

#include "scorebook/report.hpp"
#include "tables/scorebook_sheet.hpp"

namespace scorebook {

/// The acceptance of `rule` for `record` in force on `as_at`, or null. Ids match by fold; one without a
/// record holds for all of them.
const Acceptance* find_acceptance(const ScorebookSheet& overrides, std::string_view rule,
                                  std::string_view record, CalendarDate as_at);

/// Adds what last period's workbook had accepted and this one doesn't mention, saying where it comes from.
void carry_acceptances(const ScorebookSheet& previous, std::string_view previous_name,
                       ScorebookSheet& current);

/// Accepted findings become information that says who accepted them, until when and why.
void apply_acceptances(const ScorebookSheet& overrides, CalendarDate as_at, Report& report);

}  // namespace scorebook

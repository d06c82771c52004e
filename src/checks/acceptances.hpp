// acceptances.hpp - findings an officer has accepted on the Scorebook sheet, with name, reason and expiry.
#pragma once

#include <string_view>

#include "checks/check_context.hpp"
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

/// What was carried becomes rows of this workbook's own Scorebook sheet, which is made when it isn't there:
/// what has not ended by `as_at` and whose record the workbook still has, as an entry or in a finding.
void write_carried_acceptances(const Subject& subject, CalendarDate as_at, Report& report);

/// Accepted findings become information that says who accepted them, until when and why; of a finding whose
/// acceptance has ended that is said.
void apply_acceptances(const ScorebookSheet& overrides, CalendarDate as_at, Report& report);

}  // namespace scorebook

// committee_text.hpp - the covering report's own register: which sentence says what happened to an entry.
#pragma once

#include <string>

#include "checks/entry_changes.hpp"

namespace scorebook {

/// "Further mitigating actions added but residual score reassessed and increased to 12." for a risk; the
/// same of maximising actions for an opportunity.
std::string register_sentence(const EntryChange& change);

/// "Increased from 0.11% to 0.39% (target 0.25%)." for a measure's result in `column`, "up 8.2%" for counts
/// and money. Both figures are of one unit; `target` is empty where there is none.
std::string measure_sentence(const Figure& before, const Figure& now, const FoundColumn& column,
                             const std::string& target);

}  // namespace scorebook

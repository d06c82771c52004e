// committee_text.hpp - the covering report's own register: which sentence says what happened to an entry.
#pragma once

#include <string>

#include "checks/entry_changes.hpp"

namespace scorebook {

/// "Further mitigating actions added but residual score reassessed and increased to 12." for a risk; the
/// same of maximising actions for an opportunity.
std::string register_sentence(const EntryChange& change);

/// "Increased from 0.11% to 0.39% (target 0.25%)." for a measure; empty when it has no figures.
std::string measure_sentence(const EntryChange& change);

}  // namespace scorebook

// stated_figures.hpp - figures a sentence gives an entry, held against the entry's row (A11).
#pragma once

#include "checks/claim_verdict.hpp"
#include "checks/measure_facts.hpp"
#include "checks/spoken_row.hpp"

namespace scorebook {

/// From an entry's name to its figure or verb at most.
inline constexpr std::size_t farthest_figure = 70;

/// `facts` is of the row's table; `plain` is folded(sentence).
ClaimVerdict judge_stated_figures(const SpokenRow& row, const MeasureFacts& facts, std::string_view sentence,
                                  std::string_view plain);

}  // namespace scorebook

// sentence_shares.hpp - percentages in a sentence that belong to one whole: with their counts (A01), with
// each other (A13), or two of them with two counts (A14); and counts that split another (A03).
#pragma once

#include <optional>

#include "checks/sentence_claims.hpp"
#include "checks/sentence_figures.hpp"

namespace scorebook {

std::optional<SentenceFault> find_share_fault(const SentenceFigures& figures);

}  // namespace scorebook

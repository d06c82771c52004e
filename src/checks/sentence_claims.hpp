// sentence_claims.hpp - sentences whose own figures don't agree: a change that isn't the one between its two
// values, a share that isn't that of its counts, a fall printed as the level.
//
// Only sentences that say plainly which figure is which are judged; the rest are left alone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "scorebook/finding.hpp"

namespace scorebook {

/// "Slightly" for more than this, "significantly" for less, wants another word (per cent of the value
/// before).
inline constexpr std::int64_t most_slight_change = 15;
inline constexpr std::int64_t least_significant_change = 2;

struct SentenceFault {
    std::string rule;  ///< A01, A03, A09, A10, A13, A14, X09 or X11
    Severity severity = Severity::warning;
    std::string message;  ///< what is wrong, after "The text says '...', but "
};

std::optional<SentenceFault> find_sentence_fault(std::string_view sentence);

}  // namespace scorebook

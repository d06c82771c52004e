// claim_verdict.hpp - what became of one sentence's claim when it was held against the workbook's tables.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "checks/sentence_claims.hpp"

namespace scorebook {

/// Neither: the sentence claims nothing the tables could answer, or is right.
struct ClaimVerdict {
    std::optional<SentenceFault> fault;
    std::string not_checked;  ///< why a claim that looks checkable couldn't be, in an officer's words

    bool is_open() const { return !fault && not_checked.empty(); }
};

/// Whether a sentence speaks of what is planned, hoped for, or not so.
bool speaks_of_plans(std::string_view folded_sentence);

/// Whether a sentence speaks of another time than its table's, of what is hoped for, or of somebody else's
/// figures: its claims can then differ from the table and be right.
bool speaks_of_elsewhere(std::string_view folded_sentence);

}  // namespace scorebook

// status_claims.hpp - "9 of the 25 measures are red", "68% of measures are on track", "there are 15 risks on
// the register": how many entries a sentence says there are, held against the tables (A11).
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/claim_verdict.hpp"
#include "checks/measure_facts.hpp"
#include "checks/word_beginnings.hpp"

namespace scorebook {

class StatusClaims {
  public:
    StatusClaims(const CheckContext& context, Report& report);

    /// Whether the text has any word for what the tables' entries are: without one it counts none of them.
    bool may_be_counted(std::string_view text) const { return nouns_.are_in(text); }
    /// Whether it has one of those words, or "all".
    bool may_speak_of_entries(std::string_view text) const { return nouns_and_all_.are_in(text); }

    /// `plain` is folded(sentence).
    ClaimVerdict judge(std::size_t sheet_index, std::string_view plain) const;

  private:
    /// A word that says in which state an entry is, and the entries it is true of.
    struct State {
        std::string word;       ///< as sentences have it, folded: "on track"
        std::string canonical;  ///< "Green", "better"
        std::function<bool(std::size_t entry)> holds;
    };
    struct Table {
        const TableValues* values;
        std::vector<std::string> nouns;  ///< "measures", "measure", "indicators"
        std::vector<State> states;
        std::vector<bool> has_status;
    };
    struct Claim;
    struct Counts;

    std::vector<Table> tables_;
    WordBeginnings nouns_{{}};  ///< of the first words of all nouns
    WordBeginnings nouns_and_all_{{}};

    void add_table(const CheckContext& context, const TableValues& values, Report& report);
    std::vector<Claim> claims_in(const std::vector<std::string_view>& words) const;
    bool read_claim(const std::vector<std::string_view>& words, std::size_t at, Claim& claim) const;
    Counts count(const Table& table, const Claim& claim, std::string_view sentence) const;
    ClaimVerdict judge_claim(std::size_t sheet_index, const Claim& claim, std::string_view sentence) const;
};

}  // namespace scorebook

// narrative.hpp - the covering report's sentences about entries, when the workbook holds its lists: what they
// claim.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "checks/match_entries.hpp"

namespace scorebook {

/// One row of a narrative table.
struct NarrativeLine {
    EntryPlace place;
    std::string id;       ///< as folded by fold_id
    std::string text;     ///< all of its text columns, a line each
    std::string heading;  ///< the texts above its table and its section, lower case
};

std::vector<NarrativeLine> narrative_lines(const Subject& subject);

/// The register's entries by folded id, for finding the one a line speaks of.
class EntryIndex {
  public:
    explicit EntryIndex(const Subject& subject);
    std::optional<EntryPlace> find(const std::string& folded_id) const;

  private:
    std::unordered_map<std::string, EntryPlace> places_;
};

/// "residual score ... increased to 16": which score moved which way, to what.
struct ScoreClaim {
    enum class Verb { moved, increased, reduced, remains };
    bool is_residual = false;
    Verb verb = Verb::moved;
    std::optional<double> to;
    std::string sentence;
};

/// The claims `text` makes about scores, a sentence at a time.
std::vector<ScoreClaim> score_claims(std::string_view text);

/// "12" in "the residual risk score ... remains 12 or above"; empty when `heading` doesn't say that scores
/// remain.
std::optional<double> remaining_score(std::string_view heading);

}  // namespace scorebook

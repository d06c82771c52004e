// match_entries.hpp - which entry of this period is which entry of the last one.
//
// By identifier first, then by identifiers that differ only in look-alike characters. Titles only suggest:
// two entries with one title are never taken for the same without a person's word.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "checks/check_context.hpp"

namespace scorebook {

/// An entry of a subject: its table and its place there.
struct EntryPlace {
    std::size_t table = 0;  ///< index into Subject::values
    std::size_t entry = 0;
};

enum class MatchKind {
    same_id,
    look_alike_id,
    similar_title,  ///< a suggestion only
};

struct EntryMatch {
    EntryPlace current;
    EntryPlace previous;
    MatchKind kind = MatchKind::same_id;
};

struct MatchedEntries {
    std::vector<EntryMatch> matches;        ///< ids; in order of the current entries
    std::vector<EntryMatch> suggestions;    ///< titles, of entries without a match
    std::vector<EntryPlace> only_current;   ///< new, or re-entered
    std::vector<EntryPlace> only_previous;  ///< removed, or lost
};

/// Narrative tables take no part; entries match within tables of one kind ("risks" with "risks").
MatchedEntries match_entries(const Subject& current, const Subject& previous);

/// Share of the words the two texts have in common, 0 to 1.
double title_similarity(std::string_view a, std::string_view b);

}  // namespace scorebook

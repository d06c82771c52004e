// unmatched.hpp - entries of a collected set that stand alone where others can be followed: new or gone since
// the quarter before, or called a little differently by two services.
#pragma once

#include <string>
#include <vector>

#include "report/set_entries.hpp"

namespace scorebook {

struct UnmatchedEntry {
    const SetEntry* entry = nullptr;
    std::string why;                   ///< "not in the returns of March 2016"
    const SetEntry* likely = nullptr;  ///< the entry it may be; null when none is like it
};

/// In the order of the returns. Only returns that share an entry with another quarter are compared with it: a
/// service that sends its first return has no new measures.
std::vector<UnmatchedEntry> unmatched_entries(const SetEntries& entries);

}  // namespace scorebook

// commentary.hpp - what an officer writes about an entry's figures, and whether it was copied forward.
#pragma once

#include <string>
#include <vector>

#include "checks/table_values.hpp"

namespace scorebook {

/// The columns an officer rewrites when a figure moves: actions and comments.
std::vector<const FoundColumn*> commentary_columns(const TableValues& values);

/// Headers of the commentary that is the same in both periods; empty when any of it changed, or all of it is
/// blank.
std::vector<std::string> unchanged_commentary(const TableValues& now, std::size_t entry,
                                              const TableValues& before, std::size_t entry_before);

}  // namespace scorebook

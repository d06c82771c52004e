// unplaced_figures.hpp - figures of a sentence that look like the tables' own and are in none of the rows it
// speaks of.
//
// They may count something else, so they are no faults; that nobody could check them is said.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checks/check_context.hpp"
#include "checks/spoken_row.hpp"

namespace scorebook {

/// Why a figure tied to one of the entries the sentence names ("Adults (£2.750m)", "Highways had 112
/// complaints") couldn't be checked; empty when there is none, or the rows have it.
std::string unplaced_in_rows(const std::vector<SpokenRow>& named, std::string_view sentence);

/// The same for a count of what a table is about ("196 complaints") in a sentence that names no entry:
/// neither a figure of such a table nor a sum of one of its columns.
std::string unplaced_in_tables(const CheckContext& context, std::string_view sentence);

}  // namespace scorebook

// total_row.hpp - whether a row says that it adds up others.
#pragma once

#include <optional>
#include <string>

#include "tables/body_columns.hpp"

namespace scorebook {

/// "Total", "All services", as typed; nothing when the row is no total. "Average Call Wait" is a measure.
std::optional<std::string> total_label(const BodyColumns& columns, const RowFacts& facts);

}  // namespace scorebook

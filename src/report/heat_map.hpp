// heat_map.hpp - a register's entries on its scoring matrix, by id (model.md R-12).
#pragma once

#include <optional>

#include "report/shown_rows.hpp"

namespace scorebook {

/// The matrix with each entry where its impact and likelihood put it. Entries known by their score alone are
/// placed when only one cell gives it; the others are listed above the matrix with the reason. Empty for
/// tables that aren't scored by a matrix.
std::optional<LayoutPage> make_heat_map(const CheckContext& context, const ShownTable& shown,
                                        AppendixProfile profile, const std::string& title);

}  // namespace scorebook

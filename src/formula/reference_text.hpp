// reference_text.hpp - references at the start of a text: a cell, whole columns, whole rows. Corners hold
// 0-based rows and columns, not yet relative to anything.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "formula/formula_tree.hpp"

namespace scorebook::formula {

/// Two corners and how many bytes they take.
using LexedSpan = std::pair<std::pair<Corner, Corner>, std::size_t>;

/// "A1" or "$A$1" at the start of `text`, and how many bytes it takes. Empty when there is none within
/// Excel's limits.
std::optional<std::pair<Corner, std::size_t>> lex_cell(std::string_view text);

/// "A:C" or "$A:$C".
std::optional<LexedSpan> lex_columns(std::string_view text);

/// "3:5" or "$3:$5".
std::optional<LexedSpan> lex_rows(std::string_view text);

}  // namespace scorebook::formula

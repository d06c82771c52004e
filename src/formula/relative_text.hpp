// relative_text.hpp - a formula's text with its references counted from its own cell: copies down a column
// give one text.
#pragma once

#include <string>
#include <string_view>

#include "scorebook/cell_ref.hpp"

namespace scorebook::formula {

/// Appends a key, not a formula: two formulas with the same key have equal trees in relative form. One pass,
/// no tree; formulas that could share a key may in rare spellings get two.
void append_relative_text(std::string& key, std::string_view formula, CellRef cell);

}  // namespace scorebook::formula

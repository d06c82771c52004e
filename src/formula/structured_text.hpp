// structured_text.hpp - the part in brackets of a structured reference: [@[Risk Score]],
// [[#Headers],[A]:[C]].
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "formula/formula_tree.hpp"

namespace scorebook::formula {

/// Bytes from the '[' at the start of `text` to its ']', nesting and ' escapes heeded; 0 when it doesn't
/// close.
std::size_t structured_length(std::string_view text);

/// What `text` (with its outer brackets) names; `table` stays empty.
std::optional<StructuredNode> parse_structured(std::string_view text);

/// The other way: "Table1[[#This Row],[Risk Score]]", the form Excel stores.
std::string print_structured(const StructuredNode& node);

}  // namespace scorebook::formula

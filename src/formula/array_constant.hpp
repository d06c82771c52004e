// array_constant.hpp - arrays written out in a formula.
#pragma once

#include <optional>

#include "formula/token_cursor.hpp"
#include "formula/value.hpp"

namespace scorebook::formula {

/// From "{" to behind "}", the current token being the first. Empty after a mistake.
std::optional<Array> parse_array_constant(TokenCursor& tokens);

}  // namespace scorebook::formula

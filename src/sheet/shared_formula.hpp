// shared_formula.hpp - the text of a shared formula's follower: the origin's text with its relative
// references moved. ECMA-376 Part 1, 18.3.1.40 (f, t="shared").
#pragma once

#include <string>
#include <string_view>

#include "scorebook/cell_ref.hpp"

namespace scorebook {

/// `formula` (without "=") as it reads in `to` when it was written in `from`. Only A1 references move: not
/// text in quotes, sheet names, function names, defined names or structured references. "$" holds a row or
/// column fast; a reference pushed out of the sheet becomes #REF!.
std::string shifted_formula(std::string_view formula, CellRef from, CellRef to);

}  // namespace scorebook

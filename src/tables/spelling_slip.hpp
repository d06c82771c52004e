// spelling_slip.hpp - whether one text is another one misspelt: few slips, and few for its length.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace scorebook {

/// The most slips a text may have and still be a misspelling.
inline constexpr std::size_t most_slips = 3;

/// Letters to put in, leave out, change or swap with their neighbour to come from `a` to `b`; `limit` + 1
/// when it is more.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// The number of slips by which `typed` misses `known`, or 0 when it isn't a slip (the same, or too far).
/// Both folded by fold_words(). Words of up to four letters must agree; digits must agree; a word broken or
/// run together is one slip.
std::size_t slips_from(std::string_view typed, std::string_view known);

/// The text without its spaces.
std::string unspaced(std::string_view text);

}  // namespace scorebook

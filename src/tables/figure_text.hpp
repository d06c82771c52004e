// figure_text.hpp - text of figures made plain for reading, and the marks and words round a figure.
//
// "≤ £ 4.2m¹" becomes "<=£ 4.2m" and the note "¹": dashes are "-", spaces are single, letters lower case, the
// pound sign is one byte, so that readers of kinds of figures need know neither Unicode nor typography.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "vocabulary/printed_number.hpp"

namespace scorebook {

/// The pound sign in text of plain_figures().
inline constexpr char pound_sign = '\x01';
/// Any other sign outside ASCII.
inline constexpr char other_sign = '\x02';

std::string plain_figures(std::string_view text);

/// Marks at the end that point at a note: "*", "¹", "[r]", "(note 2)". They are cut off `text`, which is as
/// typed.
std::string take_note_marks(std::string_view& text);

/// Whether a figure, or words that say how to take one, could begin here: a look at one character.
bool may_begin_figure(std::string_view plain);

/// The words or signs before a figure that say how to take it: "<", "not greater than", "fewer than", "c.",
/// "approx.", "in excess of". `plain` is shortened by them and the space after.
std::optional<Comparator> take_comparator(std::string_view& plain);

/// The words after one: "or above", "or fewer", "+".
std::optional<Comparator> take_trailing_comparator(std::string_view& plain);

}  // namespace scorebook

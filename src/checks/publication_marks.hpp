// publication_marks.hpp - the words by which officers mark a sheet or an entry as closed to the public (G10).
#pragma once

#include <string_view>

#include "checks/word_beginnings.hpp"

namespace scorebook {

/// A longer text speaks of publication; it is no mark.
inline constexpr std::size_t longest_closing_mark = 120;

/// The beginnings of words one of which every mark below has.
WordBeginnings closing_words();

/// A sheet's mark: "Not for Publication", "Exempt: paragraph 3", "RESTRICTED". Only short texts are marks.
bool is_closed_mark(std::string_view text);

/// An entry's mark in any of its cells. Stricter, because an entry may be about exempt accommodation or a
/// restricted road.
bool is_closed_entry_mark(std::string_view text);

/// Whether a column so headed says what may be published: "Publication", "Exempt", "Part I / II".
bool is_publication_header(std::string_view header);

/// What such a column says of a closed entry: "Exempt", "Part II", "Draft", "No" under "Publish"; `header` is
/// the column's.
bool is_closed_flag(std::string_view header, std::string_view value);

}  // namespace scorebook

// plain_text.hpp - text as officers type it, made comparable: white space of every kind, case, typographic
// marks.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace scorebook {

/// The code point at the start of `text`, which is shortened by it; a byte that is no UTF-8 stands for
/// itself.
char32_t take_code_point(std::string_view& text);
void append_code_point(std::string& text, char32_t code_point);

/// How many bytes of visible ASCII `text` begins with: never white space, a bullet or a mark of another
/// alphabet. Most of any text is such a run, so it is copied whole instead of by code point.
std::size_t visible_ascii_length(std::string_view text);

/// Space, tab, line ends, no-break and typographic spaces, zero-width marks.
bool is_space(char32_t code_point);
/// Hyphens and dashes of every length, and the minus sign.
bool is_dash(char32_t code_point);
/// "*", daggers and superscript digits: marks that point at a note.
bool is_footnote_mark(char32_t code_point);
/// Bullets as Word, Excel and people make them; not the hyphen.
bool is_bullet(char32_t code_point);

/// Nothing but white space.
bool is_blank_text(std::string_view text);

/// `text` without white space round it, as a view into it.
std::string_view trim_spaces(std::string_view text);

/// Runs of white space become one space, none at the ends.
std::string fold_spaces(std::string_view text);

/// The same line by line: line ends stay, empty lines at the ends go.
std::string fold_lines(std::string_view text);

/// Words for comparing: lower case, joined by single spaces, without punctuation and footnote marks. "&" is
/// "and"; "%", "#" and "£" count as letters, because they tell headers apart. Only A-Z and Latin-1 letters
/// change case.
std::string fold_words(std::string_view text);

/// `text` without what stands in round or square brackets.
std::string without_brackets(std::string_view text);

/// The words of a text that fold_words() gave.
std::vector<std::string_view> split_words(std::string_view folded);

}  // namespace scorebook

// wording.hpp - small pieces of the sentences findings are made of, and the plain-word searches the text
// rules share.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scorebook/cell_value.hpp"

namespace scorebook {

/// "CR1", "CR1 and CR2", "CR1, CR2 and CR3", "CR1, CR2 and 9 more".
std::string joined(const std::vector<std::string>& items, std::size_t most = 12);

/// "1 entry", "12 entries".
std::string counted(std::size_t count, std::string_view one, std::string_view many);

/// One line of `text`, cut after a word near `most` bytes with "..." when it is longer. Never inside a
/// character.
std::string shortened(std::string_view text, std::size_t most = 60);

/// The value inside a sentence: text shortened, "blank" for nothing.
std::string in_words(const CellValue& value);

/// "1 entry", "3 entries".
std::string many(std::size_t count, std::string_view one, std::string_view several);

/// ASCII letters lower, white space folded to single spaces, ends trimmed. Other characters stay.
std::string folded(std::string_view text);

/// Where `word` stands in the lower-case `text` as a whole word, or the beginning of one when `word` ends in
/// '*'.
std::optional<std::size_t> find_word(std::string_view text, std::string_view word, std::size_t from = 0);

/// Whether any of `words` stands in the lower-case `text`.
bool has_any_word(std::string_view text, const std::vector<std::string_view>& words);

/// Sentences of a text: split at ". ", "; ", "!", "?" and line ends.
std::vector<std::string_view> sentences(std::string_view text);

}  // namespace scorebook

// word_text.hpp - words of a controlled list in a cell: one or several, by any separator, misspelt or broken
// by a line end.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "templates/workbook_template.hpp"

namespace scorebook {

struct WordsText {
    std::vector<std::string> words;  ///< the list's own words, in order, each once
    bool has_near = false;           ///< some are only near to the list's
    bool has_unknown = false;        ///< some of the text is no word of the list
};

/// Words of a list a cell of which may hold several ("Economic/ Political", "Economic Political").
WordsText read_words(const WordList& list, std::string_view text);

/// The first word of the list in the text; more after "however", "but" and the like, which take the first one
/// back. A sentence without any word of the list is no mistake.
WordsText read_direction(const WordList& list, std::string_view text);

/// The word that stands for a level, with whatever else stands beside it ("4 - Major").
WordsText read_level_word(const WordList& list, std::string_view text);

/// The word of a band, from all sets of bands.
WordsText read_band_word(const std::vector<BandSet>& sets, std::string_view text);

}  // namespace scorebook

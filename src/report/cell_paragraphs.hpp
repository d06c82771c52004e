// cell_paragraphs.hpp - an officer's cell as paragraphs and list items, every word kept.
#pragma once

#include <string_view>
#include <vector>

#include "report/layout.hpp"

namespace scorebook {

/// A line that begins with a bullet or a dash is an item; an unmarked line after an item that did not end its
/// sentence goes on with it. Numbers before items stay: they are words of the text.
std::vector<Paragraph> cell_paragraphs(std::string_view text);

/// `text` without arrows, ticks, stars and other signs that carry meaning by shape; empty when it was nothing
/// else.
std::string without_symbols(std::string_view text);

}  // namespace scorebook

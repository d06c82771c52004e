// comparison_paste.hpp - a comparison as text to paste into a report: Markdown, or a page whose tables a word
// processor takes as tables.
#pragma once

#include <string>

#include "scorebook/comparison.hpp"

namespace scorebook::cli {

std::string comparison_markdown(const Comparison& comparison);

/// One self-contained page, UTF-8: a heading, the narrative, a table for each list with a header row.
std::string comparison_html(const Comparison& comparison);

}  // namespace scorebook::cli

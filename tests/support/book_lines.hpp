// book_lines.hpp - lines of text to a workbook; workbook_text.hpp says how they are written.
#pragma once

#include <string_view>

#include "support/text_book.hpp"

namespace scorebook::test {

/// Throws std::invalid_argument, naming the line that can't be understood.
TextBook read_book_lines(std::string_view lines);

}  // namespace scorebook::test

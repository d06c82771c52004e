// book_parts.hpp - the parts of an .xlsx package for a workbook of a test (ECMA-376 Part 1, 12 and 18).
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "support/text_book.hpp"

namespace scorebook::test {

/// Names and contents, in the order they stand in the zip.
std::vector<std::pair<std::string, std::string>> book_parts(const TextBook& book);

}  // namespace scorebook::test

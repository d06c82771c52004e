// workbook_text.cpp - lines of text to the parts of a workbook, and those to a zip.
#include "support/workbook_text.hpp"

#include "support/book_lines.hpp"
#include "support/book_parts.hpp"
#include "support/stored_zip.hpp"

namespace scorebook::test {

std::string workbook_bytes(std::string_view lines) {
    return stored_zip(book_parts(read_book_lines(lines)));
}

std::shared_ptr<const Workbook> workbook_from(std::string_view lines, std::string name) {
    return open_workbook(workbook_bytes(lines), std::move(name));
}

}  // namespace scorebook::test

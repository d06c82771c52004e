// table_page.hpp - one table of an officer's workbook as a page of the document.
#pragma once

#include <string>
#include <vector>

#include "report/shown_rows.hpp"
#include "report/table_notes.hpp"

namespace scorebook {

struct TablePage {
    LayoutPage page;
    std::vector<TableNote> notes;
    std::size_t suppressed = 0;
    bool lacks_limit = false;  ///< it has small counts, but nothing says what is small
};

/// `title` is the page's; `id` names it; notes are numbered from `first_note`.
TablePage make_table_page(const CheckContext& context, const ShownTable& shown, AppendixProfile profile,
                          const std::string& id, const std::string& title, std::size_t first_note);

}  // namespace scorebook

// sheet_markup.hpp - what stands round the cells of a workbook: properties, panes, headers and footers, the
// cursor.
#pragma once

#include <string>
#include <string_view>

#include "package/package.hpp"

namespace scorebook {

struct DocumentFacts {
    std::string title;
    std::string language;
    bool has_drawings = false;  ///< pictures, charts and shapes; comments aren't
    int active_sheet = 0;
};
DocumentFacts read_document_facts(const Package& package);

struct SheetMarkup {
    bool has_frozen_panes = false;
    bool has_informing_header = false;  ///< a header or footer with more than page numbers
    std::string active_cell;            ///< empty: A1
};
SheetMarkup read_sheet_markup(std::string_view sheet_xml);

}  // namespace scorebook

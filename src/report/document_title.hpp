// document_title.hpp - what an officer's sheet says above its tables: titles, subtitles and labels.
#pragma once

#include <string>
#include <vector>

#include "checks/check_context.hpp"

namespace scorebook {

/// One row of texts above a table, its cells joined.
struct TextAbove {
    std::string text;
    bool is_label = false;  ///< alone in the row right above the header
};

/// The rows above the header of `table`, back to the table before it on the sheet.
std::vector<TextAbove> texts_above(const CheckContext& context, const FoundTable& table);

/// The workbook's title: the first text of the first table's sheet, else its kind's; with the period when it
/// names none.
std::string document_title(const CheckContext& context);

/// Title and subtitles of one table's page.
struct TableTitles {
    std::string title;
    std::vector<std::string> subtitles;
};
TableTitles table_titles(const CheckContext& context, const FoundTable& table,
                         const std::string& document_title);

}  // namespace scorebook

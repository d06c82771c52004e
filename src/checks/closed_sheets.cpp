// closed_sheets.cpp - the first mark on each sheet counts; one in an entry's row closes that entry alone.
#include "checks/closed_sheets.hpp"

#include <algorithm>

#include "checks/publication_marks.hpp"

namespace scorebook {

std::vector<std::optional<SheetText>> closed_sheets(const CheckContext& context) {
    const auto& tables = context.current.found.tables;
    const auto is_in_body = [&](const SheetText& text) {
        return std::any_of(tables.begin(), tables.end(), [&](const FoundTable& table) {
            return table.sheet_index == text.sheet_index && text.cell.row_index > table.last_header_row &&
                   text.cell.row_index <= table.range.last.row_index;
        });
    };
    const WordBeginnings words = closing_words();
    std::vector<std::optional<SheetText>> marks(context.current.workbook->sheets().size());
    for (const SheetText& text : sheet_texts(context, 6)) {
        if (text.text.size() > longest_closing_mark) continue;
        const bool is_mark = !marks[text.sheet_index] && words.are_in(text.text) && is_closed_mark(text.text);
        if (is_mark && !is_in_body(text)) marks[text.sheet_index] = text;
    }
    return marks;
}

}  // namespace scorebook

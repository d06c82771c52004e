// closed_sheets.cpp - the first mark on each sheet counts; one in an entry's row closes that entry alone.
#include "checks/closed_sheets.hpp"

#include <utility>

#include "checks/publication_marks.hpp"

namespace scorebook {

std::vector<std::optional<SheetText>> closed_sheets(const CheckContext& context) {
    const WordBeginnings words = closing_words();
    std::vector<std::optional<SheetText>> marks(context.current.workbook->sheets().size());
    for (SheetText& text : texts_outside_tables(context, 6)) {
        if (text.text.size() > longest_closing_mark || marks[text.sheet_index]) continue;
        if (words.are_in(text.text) && is_closed_mark(text.text)) marks[text.sheet_index] = std::move(text);
    }
    return marks;
}

}  // namespace scorebook

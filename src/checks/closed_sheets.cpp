// closed_sheets.cpp - the first mark on each sheet counts.
#include "checks/closed_sheets.hpp"

#include "checks/publication_marks.hpp"

namespace scorebook {

std::vector<std::optional<SheetText>> closed_sheets(const CheckContext& context) {
    std::vector<std::optional<SheetText>> marks(context.current.workbook->sheets().size());
    for (const SheetText& text : sheet_texts(context, 6)) {
        if (!marks[text.sheet_index] && is_closed_mark(text.text)) marks[text.sheet_index] = text;
    }
    return marks;
}

}  // namespace scorebook

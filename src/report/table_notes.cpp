// table_notes.cpp - one text alone in its row is a note; several side by side are a grid.
#include "report/table_notes.hpp"

#include <algorithm>

#include "checks/sheet_texts.hpp"
#include "tables/cell_text.hpp"
#include "tables/plain_text.hpp"

namespace scorebook {

namespace {

constexpr std::size_t shortest_note = 16;

bool is_alone(const Workbook& workbook, const SheetText& text) {
    const Sheet& sheet = workbook.sheets()[text.sheet_index];
    const auto cells = sheet.cells.row(text.cell.row_index);
    return std::count_if(cells.begin(), cells.end(), [&](const SheetCell& cell) {
               return !is_blank_cell(workbook, text.sheet_index, cell);
           }) == 1;
}

/// Marks at the start: "*", "**", a superscript digit, "(1)" stays as it is a number of the text.
std::string take_mark(std::string_view& text) {
    std::string mark;
    while (!text.empty()) {
        std::string_view rest = text;
        const char32_t c = take_code_point(rest);
        if (!is_footnote_mark(c)) break;
        append_code_point(mark, c);
        text = rest;
    }
    text = trim_spaces(text);
    return mark;
}

}  // namespace

std::vector<TableNote> table_notes(const CheckContext& context, const FoundTable& table,
                                   std::size_t first_number) {
    std::vector<TableNote> notes;
    for (const SheetText& below : notes_below(context, table)) {
        std::string_view text = trim_spaces(below.text);
        TableNote note;
        note.mark = take_mark(text);
        note.text = fold_spaces(text);
        const bool is_note = !note.mark.empty() || note.text.size() >= shortest_note;
        if (!is_note || note.text.empty() || !is_alone(*context.current.workbook, below)) continue;
        note.number = first_number + notes.size();
        notes.push_back(std::move(note));
    }
    return notes;
}

std::string note_reference(const std::vector<TableNote>& notes, const std::string& mark) {
    for (const TableNote& note : notes) {
        if (note.mark == mark) return "[note " + std::to_string(note.number) + "]";
    }
    return {};
}

}  // namespace scorebook

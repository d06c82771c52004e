// sheet_texts.cpp - texts of a workbook as places and sentences.
#include "checks/sheet_texts.hpp"

#include <algorithm>
#include <optional>

#include "checks/wording.hpp"
#include "tables/cell_text.hpp"
#include "tables/plain_text.hpp"

namespace scorebook {

namespace {

constexpr std::uint32_t notes_reach = 12;

/// Rows of a table whose cells are labels or figures rather than sentences.
bool is_header_row(const CheckContext& context, std::size_t sheet_index, std::uint32_t row) {
    const auto& tables = context.current.found.tables;
    return std::any_of(tables.begin(), tables.end(), [&](const FoundTable& table) {
        return table.sheet_index == sheet_index && row >= table.first_header_row &&
               row <= table.last_header_row;
    });
}

/// Texts in the rows `is_wanted` says yes to.
template <typename IsWanted>
std::vector<SheetText> texts_of_rows(const CheckContext& context, std::size_t least,
                                     const IsWanted& is_wanted) {
    std::vector<SheetText> texts;
    const Workbook& workbook = *context.current.workbook;
    for (std::size_t i = 0; i < workbook.sheets().size(); ++i) {
        if (context.current.overrides.sheet_index == i) continue;
        const Sheet& sheet = workbook.sheets()[i];
        for (const SheetRow& row : sheet.cells.rows) {
            if (!is_wanted(i, row.row_index)) continue;
            for (std::uint32_t c = row.first_cell; c < row.first_cell + row.cell_count; ++c) {
                const SheetCell& cell = sheet.cells.cells[c];
                if (!is_text_cell(cell)) continue;
                std::string text = cell_text(workbook, i, cell);
                if (text.size() < least) continue;
                texts.push_back({i, {row.row_index, cell.column_index}, std::move(text)});
                if (texts.size() == most_sheet_texts) return texts;
            }
        }
    }
    return texts;
}

}  // namespace

std::vector<SheetText> sheet_texts(const CheckContext& context, std::size_t least) {
    return texts_of_rows(context, least, [&](std::size_t sheet_index, std::uint32_t row) {
        return !is_header_row(context, sheet_index, row);
    });
}

std::vector<SheetText> texts_outside_tables(const CheckContext& context, std::size_t least) {
    const auto& tables = context.current.found.tables;
    return texts_of_rows(context, least, [&](std::size_t sheet_index, std::uint32_t row) {
        return std::none_of(tables.begin(), tables.end(), [&](const FoundTable& table) {
            return table.sheet_index == sheet_index && row >= table.range.first.row_index &&
                   row <= table.range.last.row_index;
        });
    });
}

namespace {

/// Longer than a title of a table.
constexpr std::size_t longest_table_title = 80;

/// Of the table and the total rows right below it.
std::uint32_t last_row_of(const FoundTable& table) {
    std::uint32_t last = table.range.last.row_index;
    for (const StructureRemark& remark : table.remarks) {
        if (remark.kind == StructureKind::total_row) last = std::max(last, remark.place.last.row_index);
    }
    return last;
}

/// The first text of a row when it begins with a footnote mark, "[1]" or "Note".
bool begins_like_note(std::string_view text) {
    text = trim_spaces(text);
    if (text.starts_with('[')) return true;
    std::string_view rest = text;
    return is_footnote_mark(take_code_point(rest)) || folded(text.substr(0, 4)) == "note";
}

struct TextRow {
    std::uint32_t row_index = 0;
    std::string text;       ///< its first
    std::size_t cells = 0;  ///< that hold something
};

std::vector<TextRow> rows_between(const Workbook& workbook, std::size_t sheet_index, std::uint32_t first,
                                  std::uint32_t end) {
    std::vector<TextRow> rows;
    for (const SheetRow& row : workbook.sheets()[sheet_index].cells.rows) {
        if (row.row_index < first || row.row_index >= end) continue;
        TextRow made{row.row_index, {}, 0};
        for (const SheetCell& cell : workbook.sheets()[sheet_index].cells.row(row.row_index)) {
            if (is_blank_cell(workbook, sheet_index, cell)) continue;
            if (made.cells++ == 0) made.text = cell_text(workbook, sheet_index, cell);
        }
        if (made.cells != 0) rows.push_back(std::move(made));
    }
    return rows;
}

}  // namespace

std::uint32_t first_row_above(const CheckContext& context, const FoundTable& table) {
    std::optional<std::uint32_t> last_before;
    for (const FoundTable& other : context.current.found.tables) {
        if (other.sheet_index == table.sheet_index && other.range.last.row_index < table.first_header_row)
            last_before = std::max(last_before.value_or(0), last_row_of(other));
    }
    if (!last_before) return 0;
    const std::uint32_t header = table.first_header_row;
    const auto rows = rows_between(*context.current.workbook, table.sheet_index, *last_before + 1, header);
    if (rows.empty()) return header;
    // The rows nearest to the header, as far up as no empty row parts them.
    std::size_t begin = rows.size() - 1;
    while (begin != 0 && rows[begin - 1].row_index + 1 == rows[begin].row_index) --begin;
    // Right below the table before stand its notes; only a label right above the header isn't one of them.
    if (rows[begin].row_index == *last_before + 1) begin = rows.size() - 1;
    while (begin != rows.size() && begins_like_note(rows[begin].text)) ++begin;
    if (begin == rows.size()) return header;
    const bool is_title =
        rows.back().row_index + 1 == header || rows[begin].text.size() <= longest_table_title;
    return is_title ? rows[begin].row_index : header;
}

std::vector<SheetText> notes_below(const CheckContext& context, const FoundTable& table) {
    std::vector<SheetText> notes;
    const Workbook& workbook = *context.current.workbook;
    const Sheet& sheet = workbook.sheets()[table.sheet_index];
    const std::uint32_t last = last_row_of(table);
    const FoundTable* next = nullptr;
    for (const FoundTable& other : context.current.found.tables) {
        if (other.sheet_index != table.sheet_index || other.first_header_row <= table.range.last.row_index)
            continue;
        if (!next || other.first_header_row < next->first_header_row) next = &other;
    }
    std::uint32_t limit = last + notes_reach;
    if (next) limit = std::min(limit, first_row_above(context, *next));
    for (const SheetRow& row : sheet.cells.rows) {
        if (row.row_index <= last || row.row_index >= limit) continue;
        for (std::uint32_t c = row.first_cell; c < row.first_cell + row.cell_count; ++c) {
            const SheetCell& cell = sheet.cells.cells[c];
            if (is_text_cell(cell))
                notes.push_back({table.sheet_index,
                                 {row.row_index, cell.column_index},
                                 cell_text(workbook, table.sheet_index, cell)});
        }
    }
    return notes;
}

}  // namespace scorebook

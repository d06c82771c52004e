// sheet_texts.cpp - texts of a workbook as places and sentences.
#include "checks/sheet_texts.hpp"

#include <algorithm>

#include "tables/cell_text.hpp"

namespace scorebook {

namespace {

/// A workbook of a hundred thousand comments is no covering report.
constexpr std::size_t most_texts = 5000;
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
                if (texts.size() == most_texts) return texts;
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

std::vector<SheetText> notes_below(const CheckContext& context, const FoundTable& table) {
    std::vector<SheetText> notes;
    const Workbook& workbook = *context.current.workbook;
    const Sheet& sheet = workbook.sheets()[table.sheet_index];
    std::uint32_t limit = table.range.last.row_index + notes_reach;
    for (const FoundTable& other : context.current.found.tables) {
        if (other.sheet_index == table.sheet_index && other.first_header_row > table.range.last.row_index)
            limit = std::min(limit, other.first_header_row);
    }
    for (const SheetRow& row : sheet.cells.rows) {
        if (row.row_index <= table.range.last.row_index || row.row_index >= limit) continue;
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

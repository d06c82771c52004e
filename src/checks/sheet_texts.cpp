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

}  // namespace

std::vector<SheetText> sheet_texts(const CheckContext& context, std::size_t least) {
    std::vector<SheetText> texts;
    const Workbook& workbook = *context.current.workbook;
    for (std::size_t i = 0; i < workbook.sheets().size(); ++i) {
        if (context.current.overrides.sheet_index == i) continue;
        const Sheet& sheet = workbook.sheets()[i];
        for (const SheetRow& row : sheet.cells.rows) {
            if (is_header_row(context, i, row.row_index)) continue;
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

std::vector<SheetText> texts_outside_tables(const CheckContext& context, std::size_t least) {
    std::vector<SheetText> texts;
    const Workbook& workbook = *context.current.workbook;
    for (std::size_t i = 0; i < workbook.sheets().size(); ++i) {
        if (context.current.overrides.sheet_index == i) continue;
        const Sheet& sheet = workbook.sheets()[i];
        std::vector<CellRange> tables;
        for (const FoundTable& table : context.current.found.tables) {
            if (table.sheet_index == i) tables.push_back(table.range);
        }
        for (const SheetRow& row : sheet.cells.rows) {
            const bool is_in_table = std::any_of(tables.begin(), tables.end(), [&](const CellRange& range) {
                return row.row_index >= range.first.row_index && row.row_index <= range.last.row_index;
            });
            if (is_in_table) continue;
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

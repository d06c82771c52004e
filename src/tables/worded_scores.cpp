// worded_scores.cpp - looking down each score column.
#include "tables/worded_scores.hpp"

#include <algorithm>
#include <string>

#include "tables/cell_text.hpp"
#include "tables/missing_value.hpp"
#include "vocabulary/ascii.hpp"

namespace scorebook {

namespace {

/// What the first entries don't show, the others won't either.
constexpr std::size_t most_looked_at = 500;

bool holds_words_only(const Workbook& workbook, const FoundTable& table, const FoundColumn& column) {
    const SheetCells& cells = workbook.sheets()[table.sheet_index].cells;
    std::size_t words = 0;
    const std::size_t most = std::min(table.entries.size(), most_looked_at);
    for (std::size_t i = 0; i != most; ++i) {
        const SheetCell* cell = cells.find({table.entries[i].row_index, column.column_index});
        if (!cell || is_blank_cell(workbook, table.sheet_index, *cell)) continue;
        if (!is_text_cell(*cell)) return false;
        const std::string text = cell_text(workbook, table.sheet_index, *cell);
        if (has_digit(text)) return false;
        if (missing_state(text) == ValueState::present) ++words;
    }
    return words >= 2;
}

}  // namespace

void set_aside_worded_scores(const Workbook& workbook, FoundTable& table) {
    for (FoundColumn& column : table.columns) {
        if (!column.spec || column.spec->kind != ValueKind::score) continue;
        if (!holds_words_only(workbook, table, column)) continue;
        table.remarks.push_back({StructureKind::worded_score,
                                 {column.header_cell, column.header_cell},
                                 column.header,
                                 column.spec->header});
        column.spec = nullptr;
    }
}

}  // namespace scorebook

// header_texts.cpp - half of the headers, and three at least, make a row a header.
#include "tables/header_texts.hpp"

#include <algorithm>

#include "tables/cell_text.hpp"
#include "tables/plain_text.hpp"

namespace scorebook {
namespace {

/// Marks, brackets and spaces that folding takes from a label, or the markup round an inline text.
constexpr std::size_t most_markup = 150;

/// By the first letter, where that is plain.
bool begins_alike(std::string_view text, const std::string& header) {
    const char first = text.front();
    if (first >= 'A' && first <= 'Z') return first - 'A' + 'a' == header.front();
    return first < 'a' || first > 'z' || first == header.front();
}

}  // namespace

HeaderTexts::HeaderTexts(const FoundTable& table, const BodyColumns& columns) : columns_(columns) {
    for (const FoundColumn& column : table.columns) {
        const SheetCell* cell = columns.sheet().cells.find(column.header_cell);
        if (!cell) continue;
        std::string text = fold_words(columns.text_of(*cell));
        if (!text.empty()) texts_.emplace_back(column.header_cell.column_index, std::move(text));
    }
}

bool HeaderTexts::are_repeated(const SheetRow& row) const {
    std::size_t same = 0;
    std::size_t wanted = texts_.size() < 4 ? texts_.size() : std::max<std::size_t>(3, texts_.size() / 2);
    if (row.cell_count < wanted || wanted == 0) return false;
    std::size_t looked_at = 0;
    for (const auto& [column, text] : texts_) {
        const SheetCell* cell = nullptr;
        for (std::uint32_t i = row.first_cell; i < row.first_cell + row.cell_count && !cell; ++i) {
            if (columns_.sheet().cells.cells[i].column_index == column)
                cell = &columns_.sheet().cells.cells[i];
        }
        same += cell && has(*cell, text) ? 1U : 0U;
        if (++looked_at == 3 && same == 0) return false;  // entries are told apart by their first cells
    }
    return same >= wanted;
}

/// Compares lengths before it folds: this is asked of every row.
bool HeaderTexts::has(const SheetCell& cell, const std::string& header) const {
    if (!is_text_cell(cell)) return false;
    const std::string_view view = columns_.text_view(cell);
    const std::size_t size = cell.kind == CellKind::shared_string ? view.size() : cell.length;
    if (size + 16 < header.size() || size > header.size() + most_markup) return false;
    if (!view.empty() && !begins_alike(view, header)) return false;
    return fold_words(view.empty() ? columns_.text_of(cell) : std::string(view)) == header;
}

}  // namespace scorebook

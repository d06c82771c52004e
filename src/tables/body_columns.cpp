// body_columns.cpp - a column's kind says its use.
#include "tables/body_columns.hpp"

#include <algorithm>

#include "tables/cell_text.hpp"

namespace scorebook {
namespace {

ColumnUse use_for(const FoundColumn& column) {
    if (!column.spec) return ColumnUse::unknown;
    switch (column.spec->kind) {
        case ValueKind::score:
        case ValueKind::level:
        case ValueKind::number:
        case ValueKind::figure:
        case ValueKind::percentage:
        case ValueKind::money:
        case ValueKind::duration:
            return ColumnUse::numeric;
        case ValueKind::date:
            return ColumnUse::numeric;
        case ValueKind::rag:
            return ColumnUse::numeric;
        default:
            return ColumnUse::text;
    }
}

}  // namespace

BodyColumns::BodyColumns(const Workbook& workbook, const FoundTable& table)
    : workbook_(workbook), sheet_(workbook.sheets()[table.sheet_index]), sheet_index_(table.sheet_index) {
    for (const FoundColumn& column : table.columns) {
        first_ = std::min(first_, column.column_index);
        last_ = std::max(last_, column.column_index);
    }
    uses_.assign(last_ - first_ + 1, ColumnUse::outside);
    for (const FoundColumn& column : table.columns) uses_[column.column_index - first_] = use_for(column);
    choose_key(table);
}

/// The id column; without one the first required or first text column.
void BodyColumns::choose_key(const FoundTable& table) {
    for (const FoundColumn& column : table.columns) {
        if (!column.spec || column.spec->kind != ValueKind::id) continue;
        key_ = column.column_index;
        key_is_id_ = true;
        id_pattern_ = column.spec->pattern;
        break;
    }
    const FoundColumn* description = nullptr;
    for (const FoundColumn& column : table.columns) {
        const bool is_label =
            column.spec && (column.spec->kind == ValueKind::text || column.spec->kind == ValueKind::period);
        if (!is_label) continue;
        // Of two that may be absent, "Service" and "Type", the one that names the rows.
        const bool names_rows = description && !description->spec->required && column.spec->id == "title";
        if (!description || names_rows || (column.spec->required && !description->spec->required))
            description = &column;
    }
    if (description) uses_[description->column_index - first_] = ColumnUse::description;
    if (!key_ && description) key_ = description->column_index;
    if (key_is_id_) uses_[*key_ - first_] = ColumnUse::key;
}

std::size_t BodyColumns::known() const {
    return static_cast<std::size_t>(std::count_if(uses_.begin(), uses_.end(), [](ColumnUse use) {
        return use != ColumnUse::outside && use != ColumnUse::unknown;
    }));
}

RowFacts BodyColumns::look_at(const SheetRow& row) const {
    RowFacts facts;
    facts.row_index = row.row_index;
    facts.hidden = row.hidden;
    for (std::uint32_t i = row.first_cell; i < row.first_cell + row.cell_count; ++i) {
        const SheetCell& cell = sheet_.cells.cells[i];
        if (cell.column_index < first_) continue;
        if (cell.column_index > last_) break;
        if (is_blank(cell)) continue;
        const ColumnUse use = uses_[cell.column_index - first_];
        if (!facts.first) facts.first = &cell;
        if (use == ColumnUse::unknown || use == ColumnUse::outside) {
            ++facts.other_values;
            facts.only_other = &cell;
            continue;
        }
        ++facts.values;
        const bool is_number = is_number_cell(cell);
        facts.numbers += is_number ? 1U : 0U;
        facts.formulas += cell.has_formula ? 1U : 0U;
        facts.scores += use == ColumnUse::numeric ? 1U : 0U;
        facts.misplaced += is_number && (use == ColumnUse::text || use == ColumnUse::description) ? 1U : 0U;
        facts.has_description |= use == ColumnUse::description;
        if (key_ == cell.column_index) facts.key = &cell;
    }
    return facts;
}

bool BodyColumns::is_blank(const SheetCell& cell) const {
    return is_blank_cell(workbook_, sheet_index_, cell);
}

std::string BodyColumns::text_of(const SheetCell& cell) const {
    return cell_text(workbook_, sheet_index_, cell);
}

std::string_view BodyColumns::text_view(const SheetCell& cell) const {
    return workbook_.text_view(sheet_index_, cell);
}

}  // namespace scorebook

// table_values.cpp - the typed values of one found table, each column read once and kept in compact form.
#include "checks/table_values.hpp"

#include <algorithm>

#include "checks/wording.hpp"
#include "vocabulary/ascii.hpp"

namespace scorebook {

namespace {

constexpr std::uint32_t no_row = std::numeric_limits<std::uint32_t>::max();

bool is_numeric(ValueKind kind) {
    return kind == ValueKind::score || kind == ValueKind::level || kind == ValueKind::number ||
           kind == ValueKind::date || kind == ValueKind::figure || kind == ValueKind::percentage ||
           kind == ValueKind::money || kind == ValueKind::duration || kind == ValueKind::target;
}

bool is_plain_number(ValueKind kind) {
    return kind == ValueKind::score || kind == ValueKind::level || kind == ValueKind::number;
}

/// Row positions by one walk down both sorted lists.
std::vector<std::uint32_t> find_rows(const FoundTable& table, const SheetCells& cells) {
    std::vector<std::uint32_t> positions;
    positions.reserve(table.entries.size());
    auto row = cells.rows.begin();
    for (const TableEntry& entry : table.entries) {
        while (row != cells.rows.end() && row->row_index < entry.row_index) ++row;
        const bool found = row != cells.rows.end() && row->row_index == entry.row_index;
        positions.push_back(found ? static_cast<std::uint32_t>(row - cells.rows.begin()) : no_row);
    }
    return positions;
}

}  // namespace

TableValues::TableValues(const Workbook& workbook, std::size_t sheet_index, const WorkbookTemplate& kind,
                         const FoundTable& table)
    : workbook_(&workbook),
      kind_(&kind),
      table_(&table),
      sheet_(&workbook.sheets().at(sheet_index)),
      roles_(column_roles(table)),
      row_positions_(find_rows(table, sheet_->cells)),
      words_(1) {}

const SheetCell* TableValues::cell(std::size_t entry, const FoundColumn& column) const {
    if (row_positions_[entry] == no_row) return nullptr;
    const SheetRow& row = sheet_->cells.rows[row_positions_[entry]];
    const auto begin = sheet_->cells.cells.begin() + row.first_cell;
    const auto end = begin + row.cell_count;
    // Rows mostly have all their cells, so it stands as far along as the last one found did: one look
    // instead of several, of which each waits for memory.
    const std::uint32_t likely = column.column_index - columns_without_cell_;
    if (likely < row.cell_count && begin[likely].column_index == column.column_index) return &begin[likely];
    const auto found = std::lower_bound(
        begin, end, column.column_index,
        [](const SheetCell& cell, std::uint32_t index) { return cell.column_index < index; });
    if (found == end || found->column_index != column.column_index) return nullptr;
    columns_without_cell_ = column.column_index - static_cast<std::uint32_t>(found - begin);
    return &*found;
}

std::uint32_t TableValues::interned(std::string text) const {
    if (text.empty()) return 0;
    const auto [place, is_new] = word_numbers_.try_emplace(text, static_cast<std::uint32_t>(words_.size()));
    if (is_new) words_.push_back(std::move(text));
    return place->second;
}

TypedCell TableValues::summary(const ReadValue& value, ValueKind kind) const {
    TypedCell cell;
    cell.state = value.state;
    for (const ReadingRemark remark : value.remarks) {
        cell.remarks = static_cast<std::uint16_t>(cell.remarks | 1U << static_cast<unsigned>(remark));
    }
    if (value.number) cell.number = *value.number;
    if (is_numeric(kind)) {
        if (!value.number && value.state != ValueState::blank) cell.word = interned(value.text);
    } else if (kind == ValueKind::id) {
        // Ids are nearly all different, so looking for an equal one first would only cost memory.
        const std::string& id = value.words.empty() ? value.text : value.words.front();
        if (!id.empty()) {
            cell.word = static_cast<std::uint32_t>(words_.size());
            words_.push_back(id);
        }
    } else if (kind == ValueKind::person || value.words.empty()) {
        cell.word = interned(value.text);
    } else {
        std::string words = value.words.front();
        for (std::size_t i = 1; i < value.words.size(); ++i) words += "; " + value.words[i];
        cell.word = interned(std::move(words));
    }
    return cell;
}

TypedCell TableValues::read_typed(std::size_t entry, const FoundColumn& column,
                                  std::unordered_map<std::uint64_t, TypedCell>& by_string) const {
    const ValueKind kind = column.spec->kind;
    const TableEntry& place = table_->entries[entry];
    const bool is_one_row = place.row_index == place.last_row_index;
    const SheetCell* found = is_one_row ? cell(entry, column) : nullptr;
    if (is_one_row && sheet_->merges.empty() && (!found || found->kind == CellKind::blank)) {
        TypedCell blank;
        blank.is_formula = found && found->has_formula;
        return blank;
    }
    if (found && found->kind == CellKind::number && is_plain_number(kind)) {
        TypedCell typed;
        typed.number = found->number;
        typed.state = ValueState::present;
        typed.is_formula = found->has_formula;
        return typed;
    }
    const bool is_repeatable = found && found->kind == CellKind::shared_string && kind != ValueKind::id;
    const auto known = is_repeatable ? by_string.find(found->payload) : by_string.end();
    TypedCell typed = known != by_string.end()
                          ? known->second
                          : summary(read_value(*workbook_, *kind_, *table_, place, column), kind);
    if (is_repeatable && known == by_string.end()) by_string.emplace(found->payload, typed);
    // A formula without a stored result is a formula all the same.
    const SheetCell* first = cell(entry, column);
    typed.is_formula = first && first->has_formula;
    return typed;
}

const std::vector<TypedCell>& TableValues::typed(const FoundColumn& column) const {
    std::unique_ptr<std::vector<TypedCell>>& cells = columns_[&column];
    if (!cells) {
        cells = std::make_unique<std::vector<TypedCell>>();
        cells->reserve(size());
        std::unordered_map<std::uint64_t, TypedCell> by_string;
        for (std::size_t entry = 0; entry < size(); ++entry)
            cells->push_back(read_typed(entry, column, by_string));
    }
    return *cells;
}

double TableValues::number(std::size_t entry, const FoundColumn* column) const {
    return column ? typed(*column)[entry].number : no_number;
}

CellValue TableValues::value(std::size_t entry, const FoundColumn& column) const {
    const ValueKind kind = column.spec->kind;
    if (kind == ValueKind::text || kind == ValueKind::list) {
        std::string buffer;
        const std::string_view found = text(entry, column, buffer);
        return found.empty() ? CellValue(Blank{}) : CellValue(std::string(found));
    }
    const TypedCell& cell = typed(column)[entry];
    if (is_numeric(kind) && cell.has_number()) return cell.number;
    return cell.word == 0 ? CellValue(Blank{}) : CellValue(words_[cell.word]);
}

ReadValue TableValues::read(std::size_t entry, const FoundColumn& column) const {
    return read_value(*workbook_, *kind_, *table_, table_->entries[entry], column);
}

std::string_view TableValues::text(std::size_t entry, const FoundColumn& column, std::string& buffer) const {
    const TableEntry& place = table_->entries[entry];
    if (place.row_index == place.last_row_index) {
        const SheetCell* found = cell(entry, column);
        if (!found && sheet_->merges.empty()) return {};
        if (found && found->kind == CellKind::shared_string) {
            const std::string_view view = workbook_->text_view(table_->sheet_index, *found);
            if (!view.empty()) return trimmed(view);
        }
    }
    buffer = read(entry, column).text;
    return trimmed(buffer);
}

bool TableValues::is_empty(std::size_t entry, const FoundColumn& column) const {
    const SheetCell* found = cell(entry, column);
    if (found && (found->kind == CellKind::number || found->kind == CellKind::boolean)) return false;
    std::string buffer;
    return text(entry, column, buffer).empty();
}

std::string TableValues::record(std::size_t entry) const {
    const FoundColumn* column = roles_.id ? roles_.id : roles_.description;
    if (!column) return {};
    const CellValue typed = workbook_->value(table_->sheet_index, place(entry, *column));
    return roles_.id ? std::string(trimmed(to_text(typed))) : shortened(to_text(typed));
}

void TableValues::correct(std::size_t entry, const FoundColumn& column, const CellValue& value) {
    typed(column);
    TypedCell& cell = (*columns_[&column])[entry];
    cell.state = ValueState::present;
    cell.remarks = 0;
    if (const double* number = std::get_if<double>(&value)) {
        cell.number = *number;
        cell.word = 0;
    } else {
        cell.number = no_number;
        cell.word = interned(to_text(value));
    }
}

}  // namespace scorebook

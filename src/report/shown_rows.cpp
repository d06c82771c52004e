// shown_rows.cpp - rows are judged one by one: a mark in any cell, a column about publication, a draft's
// status.
#include "report/shown_rows.hpp"

#include <algorithm>

#include "checks/publication_marks.hpp"
#include "tables/cell_text.hpp"
#include "tables/plain_text.hpp"

namespace scorebook {

namespace {

/// Cells beside the table count too: the mark often stands right of the last column.
bool has_closing_cell(const CheckContext& context, const TableValues& values, const TableEntry& entry) {
    const Workbook& workbook = *context.current.workbook;
    const std::size_t sheet_index = values.table().sheet_index;
    for (std::uint32_t row = entry.row_index; row <= entry.last_row_index; ++row) {
        for (const SheetCell& cell : values.sheet().cells.row(row)) {
            if (is_text_cell(cell) && is_closed_entry_mark(cell_text(workbook, sheet_index, cell)))
                return true;
        }
    }
    return false;
}

bool is_closed(const CheckContext& context, const TableValues& values, std::size_t entry) {
    std::string buffer;
    for (const FoundColumn& column : values.table().columns) {
        if (!is_publication_header(column.header)) continue;
        if (is_closed_flag(column.header, values.text(entry, column, buffer))) return true;
    }
    return has_closing_cell(context, values, values.table().entries[entry]);
}

bool is_draft(const TableValues& values, std::size_t entry) {
    std::string buffer;
    const FoundColumn* status = values.roles().status;
    return status && fold_words(values.text(entry, *status, buffer)) == "draft";
}

bool is_empty_column(const TableValues& values, const FoundColumn& column,
                     const std::vector<std::size_t>& entries) {
    return std::all_of(entries.begin(), entries.end(),
                       [&](std::size_t entry) { return values.is_empty(entry, column); });
}

std::vector<const FoundColumn*> shown_columns(const TableValues& values, AppendixProfile profile,
                                              const std::vector<std::size_t>& entries, ShownTable& shown) {
    std::vector<const FoundColumn*> columns;
    for (const FoundColumn& column : values.table().columns) {
        if (profile != AppendixProfile::working) {
            if (is_publication_header(column.header)) continue;
            if (values.sheet().is_column_hidden(column.column_index)) {
                shown.hidden_columns.push_back(column.header);
                continue;
            }
            if (is_empty_column(values, column, entries)) continue;
        }
        columns.push_back(&column);
    }
    return columns;
}

}  // namespace

ShownTable shown_table(const CheckContext& context, const TableValues& values, AppendixProfile profile) {
    ShownTable shown;
    shown.values = &values;
    const FoundTable& table = values.table();
    std::vector<std::size_t> entries;
    for (std::size_t entry = 0; entry < values.size(); ++entry) {
        if (profile != AppendixProfile::working) {
            if (is_closed(context, values, entry)) {
                shown.exempt_ids.push_back(values.record(entry));
                continue;
            }
            if (is_draft(values, entry)) {
                shown.draft_ids.push_back(values.record(entry));
                continue;
            }
            if (table.entries[entry].hidden) {
                shown.hidden_ids.push_back(values.record(entry));
                continue;
            }
        }
        entries.push_back(entry);
    }
    std::uint32_t section = 0;
    for (const std::size_t entry : entries) {
        const TableEntry& place = table.entries[entry];
        if (place.section != section) {
            section = place.section;
            shown.rows.push_back({LayoutRow::Kind::section, {place.row_index, table.sections[section], {}}});
        }
        shown.rows.push_back({LayoutRow::Kind::entry, {place.row_index, values.record(entry), entry}});
    }
    if (entries.size() == values.size()) {
        for (TotalRow& total : RowFigures(context, values).totals()) {
            const auto after = std::find_if(shown.rows.begin(), shown.rows.end(), [&](const ShownRow& row) {
                return row.place.row_index > total.row.row_index;
            });
            shown.rows.insert(after, {LayoutRow::Kind::total, std::move(total.row)});
        }
    }
    shown.columns = shown_columns(values, profile, entries, shown);
    return shown;
}

}  // namespace scorebook

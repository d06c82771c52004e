// structured_lookup.cpp - structured references -> areas.
#include "formula/structured_lookup.hpp"

#include <algorithm>

#include "formula/text_case.hpp"

namespace scorebook::formula {
namespace {

/// The rows the specifiers ask for, or the error. Headers with data, and data with totals, lie side by side.
std::variant<std::pair<std::uint32_t, std::uint32_t>, CellError> rows_of(const SourceTable& table,
                                                                         const StructuredNode& structured,
                                                                         CellRef cell) {
    const std::uint32_t first = table.range.first.row_index;
    const std::uint32_t last = table.range.last.row_index;
    const std::uint32_t first_data = first + table.header_rows;
    const std::uint32_t after_data = last + 1 - table.totals_rows;
    if (structured.this_row) {
        // The row's number counts, on whichever sheet the formula stands.
        if (cell.row_index < first_data || cell.row_index >= after_data) return CellError::value;
        return std::pair{cell.row_index, cell.row_index};
    }
    if (structured.all) return std::pair{first, last};
    const bool plain = !structured.headers && !structured.data && !structured.totals;
    std::uint32_t from = after_data;
    std::uint32_t to = first_data;
    if (structured.headers) {
        if (table.header_rows == 0) return CellError::ref;
        from = std::min(from, first);
        to = std::max(to, first_data);
    }
    if (structured.data || plain) {
        if (first_data >= after_data) return CellError::ref;
        from = std::min(from, first_data);
        to = std::max(to, after_data);
    }
    if (structured.totals) {
        if (table.totals_rows == 0) return CellError::ref;
        from = std::min(from, after_data);
        to = last + 1;
    }
    return std::pair{from, to - 1};
}

}  // namespace

std::optional<std::uint32_t> find_table_column(const SourceTable& table, std::string_view name) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i] == name) return static_cast<std::uint32_t>(i);
    }
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (equal_fold(table.columns[i], name)) return static_cast<std::uint32_t>(i);
    }
    return std::nullopt;
}

Value find_structured(const CellSource& source, const StructuredNode& structured, SheetIndex sheet,
                      CellRef cell) {
    const SourceTable* table =
        structured.table.empty() ? source.table_at(sheet, cell) : source.find_table(structured.table);
    if (table == nullptr) return structured.table.empty() ? CellError::value : CellError::name;
    const auto rows = rows_of(*table, structured, cell);
    if (const auto* error = std::get_if<CellError>(&rows)) return *error;
    const auto [first_row, last_row] = std::get<0>(rows);

    std::uint32_t first_column = table->range.first.column_index;
    std::uint32_t last_column = table->range.last.column_index;
    if (!structured.first_column.empty()) {
        const auto first = find_table_column(*table, structured.first_column);
        const auto last =
            structured.last_column.empty() ? first : find_table_column(*table, structured.last_column);
        if (!first || !last) return CellError::ref;
        last_column = first_column + std::max(*first, *last);
        first_column += std::min(*first, *last);
    }
    return Reference{{Area{table->sheet, {{first_row, first_column}, {last_row, last_column}}}}};
}

}  // namespace scorebook::formula

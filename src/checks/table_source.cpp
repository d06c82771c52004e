// table_source.cpp - one found table as the formulas of its template see it.
#include "checks/table_source.hpp"

#include <algorithm>
#include <utility>

#include "checks/wording.hpp"
#include "templates/formula_names.hpp"

namespace scorebook {

TableSource::TableSource(const TableValues& values, const WorkbookTemplate& kind, const BandSet* bands,
                         CalendarDate day, DateSystem dates)
    : values_(values), dates_(dates) {
    for (const ColumnSpec& spec : values.table().spec->columns) {
        columns_.push_back(values.table().find_column(spec.id));
        table_.columns.push_back(spec.header);
    }
    table_.name = values.table().spec->id;
    const auto last_column = static_cast<std::uint32_t>(std::max<std::size_t>(columns_.size(), 1) - 1);
    table_.range = {{0, 0}, {static_cast<std::uint32_t>(values.size()), last_column}};

    for (auto& [name, formula] : formula_names(kind, bands, day)) names_[folded(name)] = std::move(formula);
}

std::vector<std::string> TableSource::missing(const std::vector<std::string>& wanted) const {
    std::vector<std::string> result;
    for (const std::string& header : wanted) {
        if (!values_.table().find_header(header)) result.push_back(header);
    }
    return result;
}

CellValue TableSource::value(SheetIndex, CellRef cell) const {
    if (cell.column_index >= columns_.size() || cell.row_index > values_.size()) return Blank{};
    if (cell.row_index == 0) return table_.columns[cell.column_index];
    const FoundColumn* column = columns_[cell.column_index];
    return column ? values_.value(cell.row_index - 1, *column) : CellValue(Blank{});
}

void TableSource::visit(SheetIndex sheet, const CellRange& range,
                        const std::function<bool(CellRef, const CellValue&)>& visit) const {
    const std::uint32_t last_row = std::min(range.last.row_index, table_.range.last.row_index);
    const std::uint32_t last_column = std::min(range.last.column_index, table_.range.last.column_index);
    for (std::uint32_t row = range.first.row_index; row <= last_row; ++row) {
        for (std::uint32_t column = range.first.column_index; column <= last_column; ++column) {
            const CellValue found = value(sheet, {row, column});
            if (!is_blank(found) && !visit({row, column}, found)) return;
        }
    }
}

std::optional<SourceName> TableSource::find_name(std::string_view name, SheetIndex) const {
    const auto found = names_.find(folded(name));
    if (found == names_.end()) return std::nullopt;
    return SourceName{found->second, std::nullopt};
}

const SourceTable* TableSource::find_table(std::string_view name) const {
    return folded(name) == folded(table_.name) ? &table_ : nullptr;
}

}  // namespace scorebook

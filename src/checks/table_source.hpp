// table_source.hpp - one found table as the formulas of its template see it: a sheet of one table, entries as
// rows.
//
// Row 0 holds the canonical headers, row n+1 the n-th entry, with values read by meaning; a column the
// workbook doesn't have is blank. Settings and bands are names: Threshold, Band_From, Band_To, Band_Word,
// Reachable.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "checks/table_values.hpp"
#include "formula/cell_source.hpp"

namespace scorebook {

class TableSource : public CellSource {
  public:
    /// `bands` may be null; `values` must outlive the source. Corrections made to `values` later are seen.
    TableSource(const TableValues& values, const WorkbookTemplate& kind, const BandSet* bands,
                CalendarDate day, DateSystem dates);

    /// Headers of `wanted` the table has no column for.
    std::vector<std::string> missing(const std::vector<std::string>& wanted) const;
    /// Where `column` of entry `entry` stands in this source; the column doesn't matter to [@Column].
    CellRef place(std::size_t entry) const { return {static_cast<std::uint32_t>(entry) + 1, 0}; }

    std::size_t sheet_count() const override { return 1; }
    std::string sheet_name(SheetIndex) const override { return table_.name; }
    std::optional<SheetIndex> find_sheet(std::string_view) const override { return std::nullopt; }
    CellValue value(SheetIndex sheet, CellRef cell) const override;
    CellRange used_range(SheetIndex) const override { return table_.range; }
    void visit(SheetIndex sheet, const CellRange& range,
               const std::function<bool(CellRef, const CellValue&)>& visit) const override;
    std::optional<SourceName> find_name(std::string_view name, SheetIndex) const override;
    const SourceTable* find_table(std::string_view name) const override;
    const SourceTable* table_at(SheetIndex, CellRef) const override { return &table_; }
    DateSystem date_system() const override { return dates_; }

  private:
    const TableValues& values_;
    std::vector<const FoundColumn*> columns_;  ///< beside table_.columns; null: not in this workbook
    SourceTable table_;
    std::map<std::string, std::string> names_;  ///< lower case -> formula
    DateSystem dates_;
};

}  // namespace scorebook

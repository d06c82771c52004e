// memory_cells.hpp - a CellSource whose cells, names and tables a test sets itself.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "formula/cell_source.hpp"

namespace scorebook::testing {

class MemoryCells : public CellSource {
  public:
    /// The sheet's index; made when it isn't there.
    SheetIndex sheet(const std::string& name);
    /// `cell` as "B7".
    void set(SheetIndex sheet, std::string_view cell, CellValue value);
    void set_formula(SheetIndex sheet, std::string_view cell, std::string formula);
    /// Of the whole workbook, or of one sheet.
    void set_name(const std::string& name, const std::string& formula,
                  std::optional<SheetIndex> sheet = std::nullopt);
    void add_table(SourceTable table) { tables_.push_back(std::move(table)); }
    void set_array(SheetIndex sheet, std::string_view cell, std::string_view range);
    void hide_row(SheetIndex sheet, std::uint32_t row_index) { hidden_rows_.push_back({sheet, row_index}); }
    void set_date_system(DateSystem dates) { dates_ = dates; }

    std::size_t sheet_count() const override { return sheets_.size(); }
    std::string sheet_name(SheetIndex sheet) const override { return sheets_.at(sheet).name; }
    std::optional<SheetIndex> find_sheet(std::string_view name) const override;
    CellValue value(SheetIndex sheet, CellRef cell) const override;
    CellRange used_range(SheetIndex sheet) const override;
    void visit(SheetIndex sheet, const CellRange& range,
               const std::function<bool(CellRef, const CellValue&)>& visit) const override;
    bool is_row_hidden(SheetIndex sheet, std::uint32_t row_index) const override;
    std::string formula(SheetIndex sheet, CellRef cell) const override;
    std::optional<CellRange> array_range(SheetIndex sheet, CellRef cell) const override;
    std::optional<SourceName> find_name(std::string_view name, SheetIndex sheet) const override;
    const SourceTable* find_table(std::string_view name) const override;
    const SourceTable* table_at(SheetIndex sheet, CellRef cell) const override;
    DateSystem date_system() const override { return dates_; }

  private:
    struct MemorySheet {
        std::string name;
        std::map<CellRef, CellValue> cells;
        std::map<CellRef, std::string> formulas;
        std::map<CellRef, CellRange> arrays;
    };
    std::vector<MemorySheet> sheets_;
    std::map<std::pair<std::string, std::optional<SheetIndex>>, std::string> names_;
    std::vector<SourceTable> tables_;
    std::vector<std::pair<SheetIndex, std::uint32_t>> hidden_rows_;
    DateSystem dates_ = DateSystem::from_1900;
};

/// The value of `formula` in `cell` of sheet 0 of `cells`: the legacy way or as an array formula (its first
/// value).
enum class FormulaKind { legacy, array };
CellValue evaluate_text(const MemoryCells& cells, std::string_view formula, std::string_view cell = "A1",
                        FormulaKind kind = FormulaKind::legacy, SheetIndex sheet = 0);

}  // namespace scorebook::testing

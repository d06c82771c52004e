// workbook_cells.hpp - a workbook as a CellSource, with edited values and new results laid over the stored
// ones.
//
// With workbook_formulas.hpp the only place where formulas meet the workbook layer.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "formula/cell_source.hpp"
#include "workbook/workbook_model.hpp"

namespace scorebook::formula {

class WorkbookCells : public CellSource {
  public:
    explicit WorkbookCells(const Workbook& workbook);

    /// False for an error, and for text that isn't at hand in one piece.
    bool view(SheetIndex sheet, CellRef cell, CellView& result) const;
    /// The same cell's value and new value when its <c> is known already.
    CellValue value(SheetIndex sheet, const SheetCell& cell) const { return stored(sheet, cell); }
    void set(SheetIndex sheet, const SheetCell& cell, CellValue value);
    /// So many cells will be set.
    void reserve(std::size_t cells) { values_.reserve(values_.size() + cells); }

    /// From now on the cell holds `value`.
    void set(SheetIndex sheet, CellRef cell, CellValue value);
    /// The range an array formula fills, for A1#.
    void set_array_range(SheetIndex sheet, CellRef cell, const CellRange& range);

    /// Cells whose value isn't known yet; null for none. `has_met_unknown` tells, once, whether one was read.
    using Places = std::set<std::pair<SheetIndex, CellRef>>;
    void set_unknown(const Places* places) { unknown_ = places; }
    bool has_met_unknown() { return std::exchange(met_unknown_, false); }

    std::size_t sheet_count() const override { return workbook_.sheets().size(); }
    std::string sheet_name(SheetIndex sheet) const override { return workbook_.sheets().at(sheet).name; }
    std::optional<SheetIndex> find_sheet(std::string_view name) const override {
        return workbook_.find_sheet(name);
    }
    CellValue value(SheetIndex sheet, CellRef cell) const override;
    CellRange used_range(SheetIndex sheet) const override;
    void visit(SheetIndex sheet, const CellRange& range,
               const std::function<bool(CellRef, const CellValue&)>& visit) const override;
    void visit_views(SheetIndex sheet, const CellRange& range,
                     const std::function<bool(CellRef, const CellView&)>& visit) const override;
    bool is_row_hidden(SheetIndex sheet, std::uint32_t row_index) const override;
    bool is_row_filtered(SheetIndex sheet, std::uint32_t row_index) const override;
    std::string formula(SheetIndex sheet, CellRef cell) const override {
        return workbook_.formula(sheet, cell);
    }
    std::optional<CellRange> array_range(SheetIndex sheet, CellRef cell) const override;
    std::optional<SourceName> find_name(std::string_view name, SheetIndex sheet) const override;
    const SourceTable* find_table(std::string_view name) const override;
    const SourceTable* table_at(SheetIndex sheet, CellRef cell) const override;
    DateSystem date_system() const override { return workbook_.date_system(); }
    std::optional<CellValue> external_value(std::size_t book_number, std::string_view sheet,
                                            CellRef cell) const override;
    CellRef external_corner(std::size_t book_number, std::string_view sheet) const override;
    std::optional<std::string> external_name(std::size_t book_number, std::string_view name) const override;

  private:
    struct SheetOverlay {
        std::vector<std::uint32_t>
            slots;  ///< beside SheetCells::cells: index into values_ plus 1, 0 for none
        std::map<CellRef, CellValue> extra;  ///< cells the sheet has no <c> for
        CellRange used;
        std::vector<const SourceTable*> tables;
    };

    const SheetCell* find_cell(SheetIndex sheet, CellRef cell) const;
    /// The new value of a cell the sheet has; null while the stored one counts.
    const CellValue* overlaid(SheetIndex sheet, const SheetCell& cell) const;
    void note_unknown(SheetIndex sheet, const CellRange& range) const;
    template <class VisitStored, class VisitExtra>
    void walk(SheetIndex sheet, const CellRange& range, VisitStored visit_stored,
              VisitExtra visit_extra) const;
    CellValue stored(SheetIndex sheet, const SheetCell& cell) const;
    const ExternalBook* external_book(std::size_t number) const;
    const ExternalSheet* external_sheet(std::size_t book_number, std::string_view sheet) const;

    const Workbook& workbook_;
    const Places* unknown_ = nullptr;
    mutable bool met_unknown_ = false;
    std::vector<SheetOverlay> overlays_;
    std::vector<CellValue> values_;
    std::vector<SourceTable> tables_;
    std::unordered_map<std::string, std::size_t> tables_by_name_;              ///< folded
    std::unordered_map<std::string, std::vector<std::size_t>> names_by_name_;  ///< folded; indexes of names()
    std::map<std::pair<SheetIndex, CellRef>, CellRange> array_ranges_;
    mutable std::map<std::size_t, std::optional<ExternalBook>> external_books_;  ///< those asked for so far
};

}  // namespace scorebook::formula

// cell_source.hpp - what the evaluator sees of a workbook: cells, names and tables behind one interface.
//
// Sheets, the tables of a template and tests all stand behind it, so formulas mean the same everywhere. No
// files here.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scorebook/calendar_date.hpp"
#include "scorebook/cell_ref.hpp"
#include "scorebook/cell_value.hpp"

namespace scorebook {

using SheetIndex = std::size_t;

/// A table that structured references may name. `columns` are left to right over `range`.
struct SourceTable {
    std::string name;
    SheetIndex sheet = 0;
    CellRange range;  ///< header and totals rows included
    std::uint32_t header_rows = 1;
    std::uint32_t totals_rows = 0;
    std::vector<std::string> columns;
};

struct SourceName {
    std::string formula;              ///< without "="
    std::optional<SheetIndex> sheet;  ///< the scope, when not the whole workbook
};

/// What a cell holds, without a copy of its text.
struct CellView {
    enum class Kind : std::uint8_t { blank, number, boolean, text, error };
    Kind kind = Kind::blank;
    double number = 0;                   ///< of a number; 0 or 1 of a boolean
    std::string_view text;               ///< good until a cell is set, or its visit ends
    CellError error = CellError::value;  ///< of an error
};

/// A view of `value`, which must outlive it.
CellView view_of(const CellValue& value);

class CellSource {
  public:
    virtual ~CellSource() = default;

    virtual std::size_t sheet_count() const = 0;
    virtual std::string sheet_name(SheetIndex sheet) const = 0;
    /// Without case, as Excel.
    virtual std::optional<SheetIndex> find_sheet(std::string_view name) const = 0;

    /// The cell's value as of now; Blank where there is none.
    virtual CellValue value(SheetIndex sheet, CellRef cell) const = 0;
    /// Smallest rectangle round all cells of a sheet; whole columns and rows are clipped to it.
    virtual CellRange used_range(SheetIndex sheet) const = 0;
    /// Calls `visit` for each cell of `range` that isn't blank, row by row, until it returns false.
    virtual void visit(SheetIndex sheet, const CellRange& range,
                       const std::function<bool(CellRef, const CellValue&)>& visit) const = 0;
    /// The same without copies of texts.
    virtual void visit_views(SheetIndex sheet, const CellRange& range,
                             const std::function<bool(CellRef, const CellView&)>& visit) const;

    virtual bool is_row_hidden(SheetIndex, std::uint32_t /*row_index*/) const { return false; }
    virtual bool is_row_filtered(SheetIndex, std::uint32_t /*row_index*/) const { return false; }
    /// The formula in a cell without "=", for ISFORMULA, FORMULATEXT and nested SUBTOTALs; empty for none.
    virtual std::string formula(SheetIndex, CellRef) const { return {}; }

    /// The cells the array formula in a cell fills, if it holds one: what A1# means.
    virtual std::optional<CellRange> array_range(SheetIndex, CellRef) const { return std::nullopt; }

    /// The name visible from `sheet`: the sheet's own before the workbook's. Without case.
    virtual std::optional<SourceName> find_name(std::string_view, SheetIndex) const { return std::nullopt; }
    /// Without case.
    virtual const SourceTable* find_table(std::string_view) const { return nullptr; }
    /// The table a cell lies in, for [@Column] without a table name.
    virtual const SourceTable* table_at(SheetIndex, CellRef) const { return nullptr; }

    /// The stored value of [1]Sheet!A1 of another workbook, if the file keeps that sheet.
    virtual std::optional<CellValue> external_value(std::size_t /*book_number*/, std::string_view /*sheet*/,
                                                    CellRef) const {
        return std::nullopt;
    }
    /// The last row and column the file keeps of that sheet; whole columns and rows end there.
    virtual CellRef external_corner(std::size_t /*book_number*/, std::string_view /*sheet*/) const {
        return {};
    }
    /// What the name refers to in that workbook ("Sheet1!$A$1"), if the file keeps it.
    virtual std::optional<std::string> external_name(std::size_t /*book_number*/, std::string_view) const {
        return std::nullopt;
    }

    virtual DateSystem date_system() const { return DateSystem::from_1900; }
};

}  // namespace scorebook

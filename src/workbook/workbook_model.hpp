// workbook_model.hpp - a workbook as one read-only model: sheets in tab order, names, strings, styles,
// tables.
//
// Everything is read from the package once; nothing here can be changed. Changes are written by the refresh
// layer from the byte ranges kept in SheetCells.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "package/package.hpp"
#include "scorebook/calendar_date.hpp"
#include "scorebook/cell_ref.hpp"
#include "scorebook/cell_value.hpp"
#include "scorebook/workbook.hpp"
#include "sheet/shared_strings.hpp"
#include "sheet/sheet_cells.hpp"
#include "sheet/sheet_scanner.hpp"
#include "sheet/style_table.hpp"
#include "workbook/external_book.hpp"

namespace scorebook {

enum class SheetState { visible, hidden, very_hidden };

/// An Excel table (xl/tables/*.xml), ECMA-376 Part 1, 18.5.1.2.
struct ExcelTable {
    std::string name;                  ///< displayName, as formulas use it
    CellRange range;                   ///< header and totals rows included
    std::uint32_t header_rows = 1;     ///< 0 or 1
    std::uint32_t totals_rows = 0;     ///< 0 or 1
    std::vector<std::string> columns;  ///< column names, left to right, line breaks as stored
};

/// A conditional format whose effect is a fill: where, and what colours it may give.
struct ConditionalFill {
    std::vector<CellRange> ranges;
    std::vector<Rgb> colours;  ///< fills of its rules; empty for colour scales and bars
};

/// A defined name. `sheet_index` is set for names of one sheet only.
struct DefinedName {
    std::string name;
    std::string formula;  ///< without "="
    std::optional<std::size_t> sheet_index;
    bool hidden = false;
};

struct Sheet {
    std::string name;
    SheetState state = SheetState::visible;
    std::string
        part_name;  ///< "xl/worksheets/sheet1.xml"; empty for chart and dialogue sheets, which have no cells
    std::string xml;  ///< the whole part, as the byte ranges of `cells` count it
    SheetCells cells;
    std::vector<CellRange> merges;  ///< by first cell
    std::vector<std::uint32_t>
        merge_reach;  ///< last row of the merges up to and including this one: stops merge_at() early
    std::vector<std::pair<std::uint32_t, std::uint32_t>>
        hidden_columns;               ///< inclusive index ranges, ascending, apart
    std::optional<CellRange> filter;  ///< the sheet's own auto filter
    bool filter_is_active = false;    ///< a criterion hides rows now (the sheet's filter or a table's)
    bool is_protected = false;
    std::vector<ExcelTable> tables;
    std::vector<ConditionalFill> conditional_fills;

    bool is_column_hidden(std::uint32_t column_index) const;
    bool is_row_hidden(std::uint32_t row_index) const;
    /// The merge `cell` lies in, or null.
    const CellRange* merge_at(CellRef cell) const;
};

/// How the workbook wants to be calculated (calcPr), ECMA-376 Part 1, 18.2.2.
struct CalculationSettings {
    bool iterate = false;
    int iterate_count = 100;
    double iterate_delta = 0.001;
    bool full_precision = true;  ///< false: "precision as displayed"
};

/// Sheet names are equal without case, as Excel compares them.
bool is_same_sheet_name(std::string_view a, std::string_view b);

class Workbook {
  public:
    Workbook(Package package, std::string name);

    const std::string& name() const { return name_; }  ///< file name, for messages
    const Package& package() const { return package_; }
    const std::string& workbook_part() const { return workbook_part_; }  ///< "xl/workbook.xml"
    std::string styles_part() const { return styles_part_; }             ///< "" when there is none

    const std::vector<Sheet>& sheets() const { return sheets_; }
    /// Index of the sheet called `name` (without case, as Excel), if any.
    std::optional<std::size_t> find_sheet(std::string_view name) const;

    /// What a cell holds; Blank for one that isn't there. A formula cell gives its stored result.
    CellValue value(std::size_t sheet_index, CellRef cell) const;
    CellValue value(std::size_t sheet_index, const SheetCell& cell) const;
    /// Text of a text cell without copying when it is a plain shared string; empty view for other kinds.
    std::string_view text_view(std::size_t sheet_index, const SheetCell& cell) const;
    /// The formula of a cell, shared followers shifted to their own place, without "="; empty when it has
    /// none.
    std::string formula(std::size_t sheet_index, CellRef cell) const;

    const CellStyle& style(const SheetCell& cell) const { return styles_.at(cell.style); }
    const StyleTable& styles() const { return styles_; }
    const SharedStrings& strings() const { return strings_; }
    const std::vector<DefinedName>& names() const { return names_; }
    DateSystem date_system() const { return date_system_; }
    const CalculationSettings& calculation() const { return calculation_; }
    bool has_macros() const { return has_macros_; }
    bool has_signature() const { return has_signature_; }
    /// Targets of external links, in the order [1], [2] of formulas; empty when there are none.
    const std::vector<std::string>& external_links() const { return external_links_; }
    /// The cells the file keeps of workbook [`number`], counted from 1; empty when it keeps none. Read anew
    /// at each call: keep it. Throws Error damaged_workbook.
    std::optional<ExternalBook> read_external_book(std::size_t number) const;

    /// For the last one to hold it, before it is destroyed: a sheet's XML and the package, without copies.
    std::string take_xml(std::size_t sheet_index) { return std::move(sheets_[sheet_index].xml); }
    Package take_package() { return std::move(package_); }

  private:
    friend class WorkbookReader;

    std::string name_;
    Package package_;
    std::string workbook_part_;
    std::string styles_part_;
    std::vector<Sheet> sheets_;
    SharedStrings strings_;
    StyleTable styles_;
    std::vector<DefinedName> names_;
    DateSystem date_system_ = DateSystem::from_1900;
    CalculationSettings calculation_;
    bool has_macros_ = false;
    bool has_signature_ = false;
    std::vector<std::string> external_links_;
    std::vector<std::string> external_parts_;  ///< beside external_links_; "" for what is no part
};

}  // namespace scorebook

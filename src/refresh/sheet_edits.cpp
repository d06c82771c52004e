// sheet_edits.cpp - one pass over the writes beside the rows of the sheet.
#include "refresh/sheet_edits.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "refresh/default_styles.hpp"
#include "scorebook/error.hpp"
#include "sheet/cell_placement.hpp"
#include "sheet/cell_xml.hpp"
#include "sheet/read_cell.hpp"

namespace scorebook {

namespace {

/// "x:" of "<x:sheetData", empty for the usual "<sheetData".
std::string_view prefix_of(std::string_view element) {
    const std::size_t colon = element.find(':');
    const std::size_t name_end = element.find_first_of(" \t\r\n/>");
    if (colon == std::string_view::npos || colon > name_end) return {};
    return element.substr(1, colon);
}

/// Ranges of array formulas and data tables, whose cells have one owner.
std::vector<CellRange> owned_ranges(const Sheet& sheet) {
    std::vector<CellRange> ranges;
    if (sheet.xml.find("array") == std::string::npos && sheet.xml.find("dataTable") == std::string::npos)
        return ranges;
    for (const SheetCell& cell : sheet.cells.cells) {
        if (!cell.has_formula) continue;
        const CellFormula formula = read_formula(sheet.xml, cell);
        if (formula.kind != CellFormula::Kind::array && formula.kind != CellFormula::Kind::data_table)
            continue;
        const auto range = parse_range(formula.reference);
        if (range && range->first != range->last) ranges.push_back(*range);
    }
    return ranges;
}

class SheetEditor {
  public:
    SheetEditor(const Sheet& sheet, const FillStyle& style_with_fill)
        : sheet_(sheet),
          style_with_fill_(style_with_fill),
          prefix_(prefix_of(slice(sheet.xml, sheet.cells.sheet_data))),
          column_styles_(sheet.xml, sheet.cells.sheet_data) {}

    SheetEdits edits_for(std::span<const CellWrite> writes) {
        made_.rewritten_xml = "<" + prefix_ + "worksheet><" + prefix_ + "sheetData>";
        const auto& rows = sheet_.cells.rows;
        auto row = rows.begin();
        while (!writes.empty()) {
            const std::uint32_t row_index = writes.front().cell.row_index;
            std::size_t count = 1;
            while (count < writes.size() && writes[count].cell.row_index == row_index) ++count;
            row = std::lower_bound(
                row, rows.end(), row_index,
                [](const SheetRow& candidate, std::uint32_t wanted) { return candidate.row_index < wanted; });
            const bool is_there = row != rows.end() && row->row_index == row_index;
            made_.rewritten_xml += "<" + prefix_ + "row r=\"" + std::to_string(row_index + 1) + "\">";
            write_row(is_there ? &*row : nullptr, writes.first(count));
            made_.rewritten_xml += "</" + prefix_ + "row>";
            writes = writes.subspan(count);
        }
        made_.rewritten_xml += "</" + prefix_ + "sheetData></" + prefix_ + "worksheet>";
        if (!new_cells_.empty()) add_new_cells();
        sort_splices();
        return std::move(made_);
    }

  private:
    /// `row` is null when the sheet doesn't have it yet.
    void write_row(const SheetRow* row, std::span<const CellWrite> writes) {
        const auto cells = row ? std::span(sheet_.cells.cells).subspan(row->first_cell, row->cell_count)
                               : std::span<const SheetCell>();
        const std::string_view row_xml = row ? slice(sheet_.xml, {row->begin, row->end}) : std::string_view();
        auto cell = cells.begin();
        for (const CellWrite& write : writes) {
            cell = std::lower_bound(cell, cells.end(), write.cell.column_index,
                                    [](const SheetCell& candidate, std::uint32_t wanted) {
                                        return candidate.column_index < wanted;
                                    });
            if (cell != cells.end() && cell->column_index == write.cell.column_index)
                rewrite_cell(*cell, write);
            else
                create_cell(write, row_xml);
        }
    }

    void note(const CellWrite& write, std::string_view text) {
        made_.rewritten_xml += text;
        made_.rewritten.push_back(&write);
    }

    void add_new_cells() {
        std::vector<Splice> placed = place_new_cells(sheet_.xml, sheet_.cells, new_cells_);
        placed.insert(placed.end(), std::make_move_iterator(made_.splices.begin()),
                      std::make_move_iterator(made_.splices.end()));
        made_.splices = std::move(placed);
    }

    /// Rows and cells needn't stand in order in the file. What is put before a cell comes before what
    /// replaces it.
    void sort_splices() {
        std::stable_sort(made_.splices.begin(), made_.splices.end(),
                         [](const Splice& a, const Splice& b) { return a.range.begin < b.range.begin; });
    }

    void rewrite_cell(const SheetCell& cell, const CellWrite& write) {
        const std::string_view old = slice(sheet_.xml, cell.bytes());
        std::optional<std::uint16_t> style;
        if (write.sets_fill) {
            const std::uint16_t filled = style_with_fill_(cell.style, write.fill);
            if (filled != cell.style) style = filled;
        }
        if (!write.value && !style) return;
        if (write.value && !cell.has_formula) refuse_part_of_array(write);
        std::string text =
            write.value ? cell_with_value(old, *write.value, style) : cell_with_style(old, *style);
        if (write.spill && cell.has_formula) text = cell_with_array_range(text, *write.spill);
        if (text == old) return;
        note(write, text);
        made_.splices.push_back({cell.bytes(), std::move(text)});
    }

    void create_cell(const CellWrite& write, std::string_view row_xml) {
        const CellValue value = write.value ? *write.value : CellValue(Blank{});
        if (is_blank(value) && !(write.sets_fill && write.fill)) return;
        refuse_part_of_array(write);
        std::uint16_t style = row_style(row_xml).value_or(column_styles_.at(write.cell.column_index));
        if (write.sets_fill) style = style_with_fill_(style, write.fill);
        std::string text = new_cell(write.cell, value, style, prefix_);
        note(write, text);
        new_cells_.push_back({write.cell, std::move(text)});
    }

    void refuse_part_of_array(const CellWrite& write) {
        if (!write.value || write.only_stored_result) return;
        if (!owned_) owned_ = owned_ranges(sheet_);
        for (const CellRange& range : *owned_) {
            if (range.contains(write.cell))
                fail(ErrorCode::damaged_workbook,
                     "this cell is part of the array formula in " + to_a1(range) +
                         ", so it can't be changed on its own",
                     sheet_.name + "!" + to_a1(write.cell));
        }
    }

    const Sheet& sheet_;
    const FillStyle& style_with_fill_;
    std::string prefix_;
    ColumnStyles column_styles_;
    SheetEdits made_;
    std::vector<NewCell> new_cells_;
    std::optional<std::vector<CellRange>> owned_;
};

}  // namespace

SheetEdits sheet_edits(const Sheet& sheet, std::span<const CellWrite> writes,
                       const FillStyle& style_with_fill) {
    if (sheet.cells.sheet_data.empty())
        fail(ErrorCode::damaged_workbook, "the sheet has no place for cells", sheet.name);
    return SheetEditor(sheet, style_with_fill).edits_for(writes);
}

}  // namespace scorebook

// sheet_edits.cpp - one pass over the writes beside the rows of the sheet.
#include "refresh/sheet_edits.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "refresh/default_styles.hpp"
#include "scorebook/error.hpp"
#include "sheet/cell_xml.hpp"
#include "sheet/sheet_scanner.hpp"

namespace scorebook {

namespace {

/// "x:" of "<x:sheetData", empty for the usual "<sheetData".
std::string_view prefix_of(std::string_view element) {
    const std::size_t colon = element.find(':');
    const std::size_t name_end = element.find_first_of(" \t\r\n/>");
    if (colon == std::string_view::npos || colon > name_end) return {};
    return element.substr(1, colon);
}

/// Where the first tag of an element ends: the offset of ">" or of "/>". A ">" inside an attribute's quotes
/// is text.
std::size_t end_of_start_tag(std::string_view element) {
    char quote = 0;
    for (std::size_t i = 0; i != element.size(); ++i) {
        const char c = element[i];
        if (quote != 0) {
            if (c == quote) quote = 0;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            return i != 0 && element[i - 1] == '/' ? i - 1 : i;
        }
    }
    return element.size();
}

/// An edit that puts `content` at the end of the element at `range`, opening it first when it is "<row/>".
Splice append_to_element(std::string_view xml, ByteRange range, std::string_view name, std::string content) {
    const std::string_view element = slice(xml, range);
    const std::size_t tag_end = end_of_start_tag(element);
    if (element.substr(tag_end).starts_with("/>")) {
        const std::string closing = "</" + std::string(prefix_of(element)) + std::string(name) + ">";
        return {{range.begin + tag_end, range.end}, ">" + std::move(content) + closing};
    }
    const std::uint64_t close = range.begin + element.rfind("</");
    return {{close, close}, std::move(content)};
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
            open_row(row_index);
            row = std::lower_bound(
                row, rows.end(), row_index,
                [](const SheetRow& candidate, std::uint32_t wanted) { return candidate.row_index < wanted; });
            if (row != rows.end() && row->row_index == row_index)
                write_into_row(*row, writes.first(count));
            else
                write_new_row(row, row_index, writes.first(count));
            close_row();
            writes = writes.subspan(count);
        }
        if (!rows_after_last_.empty())
            made_.splices.push_back(append_to_element(sheet_.xml, sheet_.cells.sheet_data, "sheetData",
                                                      std::move(rows_after_last_)));
        // Rows and cells needn't stand in order in the file. Insertions at an offset come before what
        // replaces it.
        std::stable_sort(made_.splices.begin(), made_.splices.end(),
                         [](const Splice& a, const Splice& b) { return a.range.begin < b.range.begin; });
        made_.rewritten_xml += "</" + prefix_ + "sheetData></" + prefix_ + "worksheet>";
        return std::move(made_);
    }

  private:
    void open_row(std::uint32_t row_index) {
        made_.rewritten_xml += "<" + prefix_ + "row r=\"" + std::to_string(row_index + 1) + "\">";
    }

    void close_row() { made_.rewritten_xml += "</" + prefix_ + "row>"; }

    void note(const CellWrite& write, std::string_view text) {
        made_.rewritten_xml += text;
        made_.rewritten.push_back(&write);
    }

    void write_into_row(const SheetRow& row, std::span<const CellWrite> writes) {
        const auto cells = std::span(sheet_.cells.cells).subspan(row.first_cell, row.cell_count);
        const std::string_view row_xml = slice(sheet_.xml, {row.begin, row.end});
        auto cell = cells.begin();
        std::string after_last;
        for (const CellWrite& write : writes) {
            cell = std::lower_bound(cell, cells.end(), write.cell.column_index,
                                    [](const SheetCell& candidate, std::uint32_t wanted) {
                                        return candidate.column_index < wanted;
                                    });
            if (cell != cells.end() && cell->column_index == write.cell.column_index) {
                rewrite_cell(*cell, write);
                continue;
            }
            refuse_part_of_array(write);
            std::string created = created_cell(write, row_xml);
            if (created.empty()) continue;
            note(write, created);
            if (cell == cells.end())
                after_last += created;
            else
                made_.splices.push_back({{cell->begin, cell->begin}, std::move(created)});
        }
        if (!after_last.empty())
            made_.splices.push_back(
                append_to_element(sheet_.xml, {row.begin, row.end}, "row", std::move(after_last)));
    }

    void write_new_row(std::vector<SheetRow>::const_iterator next, std::uint32_t row_index,
                       std::span<const CellWrite> writes) {
        std::string cells;
        for (const CellWrite& write : writes) {
            refuse_part_of_array(write);
            const std::string created = created_cell(write, {});
            if (created.empty()) continue;
            note(write, created);
            cells += created;
        }
        if (cells.empty()) return;
        std::string text = "<" + prefix_ + "row r=\"" + std::to_string(row_index + 1) + "\">" + cells + "</" +
                           prefix_ + "row>";
        if (next == sheet_.cells.rows.end())
            rows_after_last_ += text;
        else
            made_.splices.push_back({{next->begin, next->begin}, std::move(text)});
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
        if (text == old) return;
        note(write, text);
        made_.splices.push_back({cell.bytes(), std::move(text)});
    }

    /// Empty when there is nothing to write: blank and without a colour of its own.
    std::string created_cell(const CellWrite& write, std::string_view row_xml) {
        const CellValue value = write.value ? *write.value : CellValue(Blank{});
        if (is_blank(value) && !(write.sets_fill && write.fill)) return {};
        std::uint16_t style = row_style(row_xml).value_or(column_styles_.at(write.cell.column_index));
        if (write.sets_fill) style = style_with_fill_(style, write.fill);
        return new_cell(write.cell, value, style, prefix_);
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
    std::string rows_after_last_;
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

// cell_placement.cpp - insertions into existing rows, and new rows between them.
#include "sheet/cell_placement.hpp"

#include <algorithm>

#include "sheet/xml_cursor.hpp"

namespace scorebook {

namespace {

class Placement {
  public:
    Placement(std::string_view xml, const SheetCells& cells) : xml_(xml), cells_(cells) {}

    /// `new_cells` are all of one row.
    void place_row(std::span<const NewCell> new_cells) {
        const std::uint32_t row_index = new_cells.front().cell.row_index;
        const auto next =
            std::lower_bound(cells_.rows.begin(), cells_.rows.end(), row_index,
                             [](const SheetRow& row, std::uint32_t index) { return row.row_index < index; });
        if (next != cells_.rows.end() && next->row_index == row_index)
            place_into(*next, new_cells);
        else
            place_new_row(next == cells_.rows.end() ? nullptr : &*next, row_index, new_cells);
    }

    std::vector<Splice> finish() {
        // Rows written out of order are sorted in SheetCells, not in the part.
        std::stable_sort(edits_.begin(), edits_.end(),
                         [](const Splice& a, const Splice& b) { return a.range.begin < b.range.begin; });
        open_empty_sheet_data();
        return std::move(edits_);
    }

  private:
    void insert(std::uint64_t offset, std::string text) {
        edits_.push_back({{offset, offset}, std::move(text)});
    }

    void place_into(const SheetRow& row, std::span<const NewCell> new_cells) {
        if (xml_[row.end - 2] == '/') {
            std::string content = ">";
            for (const auto& cell : new_cells) content += cell.xml;
            edits_.push_back({{row.end - 2, row.end}, content + "</" + cells_.prefix + "row>"});
            return;
        }
        const auto old = std::span(cells_.cells).subspan(row.first_cell, row.cell_count);
        const std::uint64_t row_close = xml_.rfind('<', row.end - 1);
        for (std::size_t i = 0; i < new_cells.size(); ++i) {
            const auto next = std::upper_bound(
                old.begin(), old.end(), new_cells[i].cell.column_index,
                [](std::uint32_t index, const SheetCell& cell) { return index < cell.column_index; });
            if (next == old.end()) {
                insert(row_close, new_cells[i].xml);
                continue;
            }
            insert(next->begin, new_cells[i].xml);
            const bool is_last_before =
                i + 1 == new_cells.size() || new_cells[i + 1].cell.column_index > next->column_index;
            if (is_last_before)
                number_element(next->begin, to_a1(CellRef{row.row_index, next->column_index}));
        }
    }

    void place_new_row(const SheetRow* next, std::uint32_t row_index, std::span<const NewCell> new_cells) {
        std::string row = "<" + cells_.prefix + "row r=\"" + std::to_string(row_index + 1) + "\">";
        for (const auto& cell : new_cells) row += cell.xml;
        row += "</" + cells_.prefix + "row>";
        if (next != nullptr) {
            insert(next->begin, std::move(row));
            if (numbered_row_ != next) number_element(next->begin, std::to_string(next->row_index + 1));
            numbered_row_ = next;
        } else {
            insert(xml_.rfind('<', cells_.sheet_data.end - 1), std::move(row));
        }
    }

    /// Gives the <c> or <row> at `begin` its r="...", if it has none.
    void number_element(std::uint64_t begin, const std::string& reference) {
        XmlCursor cursor(xml_, begin);
        XmlTag tag;
        if (!cursor.next(tag) || tag.attribute("r")) return;
        insert(begin + 1 + tag.qualified_name.size(), " r=\"" + reference + "\"");
    }

    /// <sheetData/>: all new rows have been put before its "<"; they belong inside.
    void open_empty_sheet_data() {
        const auto range = cells_.sheet_data;
        if (edits_.empty() || xml_[range.end - 2] != '/' || !cells_.rows.empty()) return;
        std::string content = ">";
        for (const auto& edit : edits_) content += edit.replacement;
        edits_.assign(1, {{range.end - 2, range.end}, content + "</" + cells_.prefix + "sheetData>"});
    }

    std::string_view xml_;
    const SheetCells& cells_;
    const SheetRow* numbered_row_ = nullptr;
    std::vector<Splice> edits_;
};

}  // namespace

std::vector<Splice> place_new_cells(std::string_view xml, const SheetCells& cells,
                                    std::span<const NewCell> new_cells) {
    Placement placement(xml, cells);
    while (!new_cells.empty()) {
        const auto end = std::find_if(new_cells.begin(), new_cells.end(), [&](const NewCell& cell) {
            return cell.cell.row_index != new_cells.front().cell.row_index;
        });
        const auto count = static_cast<std::size_t>(end - new_cells.begin());
        placement.place_row(new_cells.first(count));
        new_cells = new_cells.subspan(count);
    }
    return placement.finish();
}

}  // namespace scorebook

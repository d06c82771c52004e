// header_labels.cpp - header rows to labels.
#include "tables/header_labels.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "tables/cell_text.hpp"
#include "tables/plain_text.hpp"

namespace scorebook {
namespace {

/// Longer texts over a table are titles or instructions.
constexpr std::size_t longest_label = 200;

struct RowText {
    std::string text;
    std::uint32_t first_column = 0;
    std::uint32_t last_column = 0;
    CellRef cell;
    bool is_merged = false;  ///< over several columns
};

using RowTexts = std::map<std::uint32_t, RowText>;

/// The texts of one row by the column they begin in.
RowTexts read_row(const Workbook& workbook, std::size_t sheet_index, std::uint32_t row_index,
                  std::uint32_t first_column, std::uint32_t last_column) {
    const Sheet& sheet = workbook.sheets()[sheet_index];
    RowTexts texts;
    for (const SheetCell& cell : sheet.cells.row(row_index)) {
        if (cell.column_index < first_column || cell.column_index > last_column) continue;
        if (is_blank_cell(workbook, sheet_index, cell)) continue;
        const CellRef place{row_index, cell.column_index};
        std::string text = fold_spaces(cell_text(workbook, sheet_index, cell));
        if (text.size() > longest_label) continue;
        RowText& there = texts[cell.column_index];
        there = {std::move(text), cell.column_index, cell.column_index, place, false};
        if (const CellRange* merge = sheet.merge_at(place); merge && merge->first == place) {
            there.last_column = std::min(merge->last.column_index, last_column);
            there.is_merged = merge->column_count() > 1;
        }
    }
    return texts;
}

bool is_units_row(const RowTexts& row) {
    return row.size() >= 2 && std::all_of(row.begin(), row.end(),
                                          [](const auto& entry) { return is_units_text(entry.second.text); });
}

/// The text of a row above the labels that stands over `column`: its own, a merge's, or one typed once at the
/// left of a run of labelled columns.
const RowText* group_over(const RowTexts& row, std::uint32_t column, const RowTexts& labels) {
    auto after = row.upper_bound(column);
    if (after == row.begin()) return nullptr;
    const RowText& text = std::prev(after)->second;
    if (column <= text.last_column) return &text;
    if (text.is_merged) return nullptr;
    for (std::uint32_t c = text.first_column; c <= column; ++c) {
        if (!labels.contains(c)) return nullptr;
    }
    return &text;
}

void add_group(HeaderLabel& label, const RowText& group) {
    if (!label.groups.empty() && label.groups.back() == group.text) return;
    label.groups.push_back(group.text);
    label.group_is_merged = label.group_is_merged || group.is_merged;
}

}  // namespace

std::string HeaderLabel::joined() const {
    std::string text;
    const auto add = [&](const std::string& part) {
        if (part.empty()) return;
        if (!text.empty()) text += ' ';
        text += part;
    };
    for (const std::string& group : groups) add(group);
    add(label);
    add(units);
    return text;
}

bool is_units_text(std::string_view text) {
    std::string folded;  // fold_words() would drop "£000" to nothing
    for (std::string_view rest = text; !rest.empty();) {
        const char32_t c = take_code_point(rest);
        if (is_space(c) || c == '(' || c == ')' || c == '[' || c == ']' || c == '.' || c == '\'' ||
            c == 0x2019)
            continue;
        append_code_point(folded, c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : is_dash(c) ? U'-' : c);
    }
    constexpr std::array<std::string_view, 34> units{
        "£",          "£m",      "£k",    "£000",     "£000s", "£million", "%",     "%age", "percent",
        "percentage", "no",      "nos",   "number",   "count", "days",     "hours", "hrs",  "mins",
        "minutes",    "seconds", "weeks", "months",   "years", "ratio",    "rate",  "1-5",  "1to5",
        "1-25",       "1to25",   "1-4",   "score1-5", "fte",   "ftes",     "yes/no"};
    return std::find(units.begin(), units.end(), folded) != units.end();
}

std::vector<HeaderLabel> read_header_labels(const Workbook& workbook, std::size_t sheet_index,
                                            std::uint32_t first_row, std::uint32_t last_row,
                                            std::uint32_t first_column, std::uint32_t last_column) {
    std::vector<RowTexts> rows;
    for (std::uint32_t row = first_row; row <= last_row; ++row) {
        rows.push_back(read_row(workbook, sheet_index, row, first_column, last_column));
    }
    RowTexts units;
    if (rows.size() > 1 && is_units_row(rows.back())) {
        units = std::move(rows.back());
        rows.pop_back();
    }

    // A column's label is its lowest text; everything over that is group.
    RowTexts lowest;
    for (const RowTexts& row : rows) {
        for (const auto& [column, text] : row) {
            if (&row != &rows.back() && text.is_merged) continue;
            lowest[column] = text;
        }
    }
    for (const auto& row : rows) {  // a merged text over columns without any text below is itself the label
        for (const auto& [column, text] : row) {
            bool has_text_below = false;
            for (std::uint32_t c = text.first_column; c <= text.last_column; ++c)
                has_text_below |= lowest.contains(c);
            if (!has_text_below) lowest[column] = text;
        }
    }
    std::vector<HeaderLabel> labels;
    for (const auto& [column, text] : lowest) {
        HeaderLabel label;
        label.column_index = column;
        label.last_column_index = text.last_column;
        label.cell = text.cell;
        label.label = text.text;
        for (const RowTexts& row : rows) {
            const RowText* group = group_over(row, column, lowest);
            if (!group || group->cell.row_index >= text.cell.row_index) continue;
            // A text typed over one column, not merged, belongs to that column even where others stand beside
            // it.
            const auto own = lowest.find(group->first_column);
            if (group->first_column != column && own != lowest.end() && own->second.cell == group->cell)
                continue;
            add_group(label, *group);
        }
        if (const auto unit = units.find(column); unit != units.end()) label.units = unit->second.text;
        labels.push_back(std::move(label));
    }
    return labels;
}

}  // namespace scorebook

// number_tables.cpp - headings over figures, found without knowing what they mean.
#include "checks/number_tables.hpp"

#include <algorithm>
#include <map>

#include "checks/wording.hpp"
#include "tables/cell_figure.hpp"
#include "tables/cell_text.hpp"
#include "tables/plain_text.hpp"

namespace scorebook {

namespace {

constexpr std::size_t fewest_number_rows = 4;
constexpr std::size_t most_rows = 1000;
constexpr std::size_t most_columns = 30;

struct RowFacts {
    std::size_t texts = 0;
    std::size_t numbers = 0;
};

bool is_year(double number) {
    return number >= 1900 && number <= 2100;
}

class TableReader {
  public:
    TableReader(const Workbook& workbook, std::size_t sheet_index)
        : workbook_(workbook), sheet_(workbook.sheets()[sheet_index]), sheet_index_(sheet_index) {}

    std::vector<NumberTable> read() {
        const auto& rows = sheet_.cells.rows;
        for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
            if (!is_header(rows[i]) || facts_of(rows[i + 1]).numbers < 2) continue;
            i = read_table(i);
        }
        return std::move(tables_);
    }

  private:
    const Workbook& workbook_;
    const Sheet& sheet_;
    std::size_t sheet_index_;
    std::vector<NumberTable> tables_;

    RowFacts facts_of(const SheetRow& row) const {
        RowFacts facts;
        for (const SheetCell& cell : sheet_.cells.row(row.row_index)) {
            if (is_blank_cell(workbook_, sheet_index_, cell)) continue;
            if (is_text_cell(cell)) ++facts.texts;
            if (is_number_cell(cell) && cell.has_value) ++facts.numbers;
        }
        return facts;
    }

    bool is_header(const SheetRow& row) const {
        std::size_t labels = 0;
        for (const SheetCell& cell : sheet_.cells.row(row.row_index)) {
            if (is_blank_cell(workbook_, sheet_index_, cell)) continue;
            const bool is_label = is_text_cell(cell) || (is_number_cell(cell) && is_year(cell.number));
            if (!is_label) return false;
            ++labels;
        }
        return labels >= 2;
    }

    enum class Label { entry, total, average };

    Label label_of(const SheetRow& row) const {
        for (const SheetCell& cell : sheet_.cells.row(row.row_index)) {
            if (!is_text_cell(cell) || is_blank_cell(workbook_, sheet_index_, cell)) continue;
            const std::string label = folded(cell_text(workbook_, sheet_index_, cell));
            if (label.starts_with("average") || label.starts_with("mean")) return Label::average;
            const bool is_total =
                label.starts_with("total") || label.starts_with("overall") || label.starts_with("sub") ||
                label.starts_with("grand total") || label.starts_with("all ") || label.ends_with(" total") ||
                label.ends_with(" totals") || label.ends_with(" subtotal") || label.ends_with(" sub-total");
            return is_total ? Label::total : Label::entry;
        }
        return Label::entry;
    }

    /// The index of the table's last row among the sheet's rows.
    std::size_t read_table(std::size_t header) {
        const auto& rows = sheet_.cells.rows;
        NumberTable table;
        table.sheet_index = sheet_index_;
        table.header_row = rows[header].row_index;
        std::map<std::uint32_t, std::size_t> counts;
        std::size_t last = header;
        for (std::size_t i = header + 1; i < rows.size(); ++i) {
            const bool is_next = rows[i].row_index == rows[last].row_index + 1;
            const RowFacts facts = facts_of(rows[i]);
            if (!is_next || facts.numbers == 0) break;
            last = i;
            const Label label = label_of(rows[i]);
            if (label == Label::total) table.totals.push_back(rows[i].row_index);
            if (label != Label::entry) continue;
            if (table.rows.size() == most_rows) continue;
            table.rows.push_back(rows[i].row_index);
            for (const SheetCell& cell : sheet_.cells.row(rows[i].row_index)) {
                const bool is_date = is_number_cell(cell) && workbook_.style(cell).is_date;
                if (!is_date && shown_figure(workbook_, sheet_index_, &cell)) ++counts[cell.column_index];
            }
        }
        for (const auto& [column, count] : counts) {
            const bool is_mostly_numbers = count >= fewest_number_rows && count * 3 >= table.rows.size() * 2;
            if (is_mostly_numbers && table.columns.size() < most_columns)
                table.columns.push_back({column, name_of(table.header_row, column)});
        }
        if (table.rows.size() >= fewest_number_rows && table.columns.size() >= 2)
            tables_.push_back(std::move(table));
        return last;
    }

    std::string name_of(std::uint32_t row, std::uint32_t column) const {
        const SheetCell* cell = sheet_.cells.find({row, column});
        if (!cell || is_blank_cell(workbook_, sheet_index_, *cell)) return "column " + column_letters(column);
        return shortened(cell_text(workbook_, sheet_index_, *cell), 40);
    }
};

}  // namespace

std::optional<Figure> shown_figure(const Workbook& workbook, std::size_t sheet_index, const SheetCell* cell) {
    if (!cell || !cell->has_value) return std::nullopt;
    if (is_number_cell(*cell)) return figure_in_cell(workbook, *cell);
    if (!is_text_cell(*cell)) return std::nullopt;
    const std::string text = cell_text(workbook, sheet_index, *cell);
    if (!trim_spaces(text).ends_with('%')) return std::nullopt;
    return read_figure(text);
}

std::vector<NumberTable> number_tables(const Workbook& workbook, std::size_t sheet_index) {
    return TableReader(workbook, sheet_index).read();
}

}  // namespace scorebook

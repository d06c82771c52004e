// unread_blocks.cpp - headings over rows of figures or words, outside every table that was found.
//
// Title rows, notes, signatures and pairs of a label and a value are no tables: a block has a row of headings
// and, right below it, two rows that fill at least two of its columns, one of them with a figure, or three.
#include "checks/unread_blocks.hpp"

#include <algorithm>

#include "tables/cell_text.hpp"

namespace scorebook {

namespace {

constexpr std::size_t fewest_rows = 2;
constexpr std::size_t fewest_word_columns = 3;
/// Blocks told of one sheet.
constexpr std::size_t most_told = 5;

struct Cells {
    std::uint32_t row = 0;
    std::uint32_t first = 0, last = 0;  ///< columns
    std::size_t texts = 0, numbers = 0;
};

class BlockFinder {
  public:
    BlockFinder(const Subject& subject, std::size_t sheet_index)
        : workbook_(*subject.workbook), sheet_index_(sheet_index) {
        for (const FoundTable& table : subject.found.tables) {
            if (table.sheet_index != sheet_index) continue;
            known_.push_back(table.range);
            // Totals and other rows the table knows stand below its last entry.
            for (const StructureRemark& remark : table.remarks) {
                if (!table.range.contains(remark.place.last)) known_.push_back(remark.place);
            }
        }
    }

    std::vector<CellRange> find() {
        std::vector<Cells> run;
        for (const SheetRow& row : workbook_.sheets()[sheet_index_].cells.rows) {
            const auto cells = outside(row);
            if (!run.empty() && (!cells || cells->row != run.back().row + 1)) take(run);
            if (cells) run.push_back(*cells);
        }
        take(run);
        return std::move(blocks_);
    }

  private:
    const Workbook& workbook_;
    std::size_t sheet_index_;
    std::vector<CellRange> known_;
    std::vector<CellRange> blocks_;

    bool is_known(CellRef cell) const {
        return std::any_of(known_.begin(), known_.end(),
                           [&](const CellRange& range) { return range.contains(cell); });
    }

    std::optional<Cells> outside(const SheetRow& row) const {
        Cells found{row.row_index, max_columns, 0, 0, 0};
        for (const SheetCell& cell : workbook_.sheets()[sheet_index_].cells.row(row.row_index)) {
            if (is_known({row.row_index, cell.column_index}) || is_blank_cell(workbook_, sheet_index_, cell))
                continue;
            found.first = std::min<std::uint32_t>(found.first, cell.column_index);
            found.last = std::max<std::uint32_t>(found.last, cell.column_index);
            ++(is_text_cell(cell) ? found.texts : found.numbers);
        }
        return found.texts + found.numbers > 0 ? std::optional(found) : std::nullopt;
    }

    static bool is_body(const Cells& cells, const Cells& heading) {
        const std::size_t filled = cells.texts + cells.numbers;
        const bool is_below = cells.first <= heading.last && heading.first <= cells.last;
        return is_below && filled >= (cells.numbers > 0 ? 2 : fewest_word_columns);
    }

    /// The first block of adjoining rows; `run` is used up.
    void take(std::vector<Cells>& run) {
        for (std::size_t i = 0; i + fewest_rows < run.size(); ++i) {
            const Cells& heading = run[i];
            if (heading.texts < 2 || heading.numbers > 0) continue;
            std::size_t end = i + 1;
            while (end < run.size() && is_body(run[end], heading)) ++end;
            if (end - i - 1 < fewest_rows) continue;
            CellRange block{{heading.row, heading.first}, {run[end - 1].row, heading.last}};
            for (std::size_t k = i + 1; k < end; ++k) {
                block.first.column_index = std::min(block.first.column_index, run[k].first);
                block.last.column_index = std::max(block.last.column_index, run[k].last);
            }
            blocks_.push_back(block);
            break;
        }
        run.clear();
    }
};

}  // namespace

namespace {

/// A header over rows of which none could be read: a quiet line must not pass for a table in order.
void report_tables_without_entries(const Subject& subject, Report& report) {
    for (const FoundTable& table : subject.found.tables) {
        const Sheet& sheet = subject.workbook->sheets()[table.sheet_index];
        const auto cells = sheet.cells.row(table.last_header_row + 1);
        const auto filled = std::count_if(cells.begin(), cells.end(), [&](const SheetCell& cell) {
            return cell.column_index >= table.range.first.column_index &&
                   cell.column_index <= table.range.last.column_index + 1 &&
                   !is_blank_cell(*subject.workbook, table.sheet_index, cell);
        });
        if (!table.entries.empty() || filled < 2) continue;
        report.not_checked.push_back({"rows below " + to_a1(table.range) + " of " + sheet.name,
                                      "none of them could be read as a " + table.spec->entry +
                                          "; check that the headings stand over their columns"});
    }
}

}  // namespace

void report_unread_blocks(const Subject& subject, Report& report) {
    report_tables_without_entries(subject, report);
    const auto& sheets = subject.workbook->sheets();
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const bool has_table = std::any_of(subject.found.tables.begin(), subject.found.tables.end(),
                                           [&](const FoundTable& table) { return table.sheet_index == i; });
        if (!has_table) continue;
        const std::vector<CellRange> blocks = BlockFinder(subject, i).find();
        for (std::size_t k = 0; k < std::min(blocks.size(), most_told); ++k) {
            report.not_checked.push_back(
                {"cells " + to_a1(blocks[k]) + " of " + sheets[i].name,
                 k + 1 == most_told && blocks.size() > most_told
                     ? "they are no table of a kind scorebook knows, and others on the sheet neither"
                     : "they are no table of a kind scorebook knows"});
        }
    }
}

}  // namespace scorebook

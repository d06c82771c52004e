// column_alignment.cpp - counting values under and beside labels.
#include "tables/column_alignment.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "tables/cell_text.hpp"
#include "tables/entry_id.hpp"

namespace scorebook {
namespace {

constexpr std::size_t rows_looked_at = 200;
/// Rows with fewer values are section rows and notes.
constexpr std::size_t fewest_values = 3;
constexpr int least_gain = 2;

struct ColumnProfile {
    std::size_t values = 0;
    std::size_t numbers = 0;
    std::size_t ids = 0;
};

class Profiles {
  public:
    Profiles(const Workbook& workbook, std::size_t sheet_index, std::uint32_t first_row,
             std::uint32_t limit_row, std::uint32_t first_column, std::uint32_t last_column) {
        const auto& cells = workbook.sheets()[sheet_index].cells;
        auto row =
            std::lower_bound(cells.rows.begin(), cells.rows.end(), first_row,
                             [](const SheetRow& r, std::uint32_t index) { return r.row_index < index; });
        for (; row != cells.rows.end() && row->row_index < limit_row && rows_ < rows_looked_at; ++row) {
            std::vector<const SheetCell*> values;
            for (std::uint32_t i = row->first_cell; i < row->first_cell + row->cell_count; ++i) {
                const SheetCell& cell = cells.cells[i];
                if (cell.column_index < first_column || cell.column_index > last_column) continue;
                if (!is_blank_cell(workbook, sheet_index, cell)) values.push_back(&cell);
            }
            if (values.size() < fewest_values) continue;
            ++rows_;
            for (const SheetCell* cell : values) {
                ColumnProfile& profile = profiles_[cell->column_index];
                ++profile.values;
                profile.numbers += is_number_cell(*cell) ? 1U : 0U;
                if (cell->kind == CellKind::shared_string) {
                    profile.ids += id_shape(workbook.text_view(sheet_index, *cell)).empty() ? 0U : 1U;
                } else if (is_text_cell(*cell) && cell->length < 200) {
                    profile.ids += id_shape(cell_text(workbook, sheet_index, *cell)).empty() ? 0U : 1U;
                }
            }
        }
    }

    std::size_t rows() const { return rows_; }
    ColumnProfile at(std::uint32_t column) const {
        const auto found = profiles_.find(column);
        return found == profiles_.end() ? ColumnProfile{} : found->second;
    }
    bool is_empty(std::uint32_t column) const { return at(column).values == 0; }
    bool is_mostly_filled(std::uint32_t column) const {
        return rows_ >= 2 && at(column).values >= 2 && at(column).values * 2 >= rows_;
    }

    /// How well the values of a column suit a kind: 1, 0 or -1.
    int suits(const ColumnSpec* spec, std::uint32_t column) const {
        const ColumnProfile profile = at(column);
        if (!spec || profile.values == 0) return 0;
        const bool is_numeric = profile.numbers * 2 > profile.values;
        switch (spec->kind) {
            case ValueKind::score:
            case ValueKind::number:
            case ValueKind::level:
                return is_numeric ? 1 : -1;
            case ValueKind::id:
                return profile.ids * 2 > profile.values ? 1 : is_numeric ? 0 : -1;
            case ValueKind::date:
            case ValueKind::target:
            case ValueKind::period:
                return 0;
            case ValueKind::figure:
            case ValueKind::percentage:
            case ValueKind::money:
            case ValueKind::duration:
                return is_numeric ? 1 : 0;
            default:
                return is_numeric ? -1 : 1;
        }
    }

  private:
    std::size_t rows_ = 0;
    std::map<std::uint32_t, ColumnProfile> profiles_;
};

void add_remark(FoundTable& table, CellRange place, std::string text) {
    table.remarks.push_back({StructureKind::misaligned_column, place, std::move(text), {}});
}

class Alignment {
  public:
    Alignment(FoundTable& table, const Profiles& profiles, std::uint32_t first_row)
        : table_(table), profiles_(profiles), first_row_(first_row) {}

    void run() {
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            if (!profiles_.is_empty(table_.columns[i].column_index)) continue;
            if (!try_shift_right(i)) try_shift_left(i);
        }
    }

  private:
    FoundTable& table_;
    const Profiles& profiles_;
    std::uint32_t first_row_;

    std::optional<std::size_t> labelled_at(std::uint32_t column) const {
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            if (table_.columns[i].column_index == column) return i;
        }
        return std::nullopt;
    }

    /// The label over `i` has nothing under it, and right of the labels that follow stands a column nobody
    /// labelled.
    bool try_shift_right(std::size_t i) {
        std::size_t end = i + 1;
        while (end < table_.columns.size() &&
               table_.columns[end].column_index == table_.columns[end - 1].column_index + 1 &&
               !profiles_.is_empty(table_.columns[end].column_index)) {
            ++end;
        }
        const std::uint32_t beyond = table_.columns[end - 1].column_index + 1;
        if (labelled_at(beyond)) return false;
        // A comment now and then may be a note beside the table; that the labels before it fit better tells.
        const bool is_telling = profiles_.is_mostly_filled(beyond) ||
                                (!profiles_.is_empty(beyond) && end - i > 1 && gain(i, end, 1) >= least_gain);
        return is_telling && shift(i, end, 1);
    }

    bool try_shift_left(std::size_t i) {
        std::size_t begin = i;
        while (begin > 0 &&
               table_.columns[begin - 1].column_index + 1 == table_.columns[begin].column_index &&
               !profiles_.is_empty(table_.columns[begin - 1].column_index)) {
            --begin;
        }
        const std::uint32_t column = table_.columns[begin].column_index;
        return column > 0 && !labelled_at(column - 1) && profiles_.is_mostly_filled(column - 1) &&
               shift(begin, i + 1, -1);
    }

    std::uint32_t moved(std::size_t i, int by) const {
        return static_cast<std::uint32_t>(static_cast<int>(table_.columns[i].column_index) + by);
    }

    /// How much better the values suit labels [begin, end) when those move by so many columns.
    int gain(std::size_t begin, std::size_t end, int by) const {
        int better = 0;
        for (std::size_t i = begin; i < end; ++i)
            better += profiles_.suits(table_.columns[i].spec, moved(i, by)) -
                      profiles_.suits(table_.columns[i].spec, table_.columns[i].column_index);
        return better;
    }

    /// Moves labels [begin, end) by one column when their values then suit them better; remarks either way.
    bool shift(std::size_t begin, std::size_t end, int by) {
        const std::size_t empty_one = by > 0 ? begin : end - 1;
        const std::uint32_t row = table_.columns[empty_one].header_cell.row_index;
        const auto [left, right] = std::minmax(
            {table_.columns[empty_one].column_index, by > 0 ? moved(end - 1, by) : moved(begin, by)});
        add_remark(table_, {{row, left}, {first_row_, right}}, table_.columns[empty_one].header);
        if (gain(begin, end, by) <= 0) return false;
        for (std::size_t i = begin; i < end; ++i) table_.columns[i].column_index = moved(i, by);
        return true;
    }
};

}  // namespace

void align_columns(const Workbook& workbook, FoundTable& table, const std::vector<HeaderLabel>& labels,
                   std::uint32_t first_row, std::uint32_t limit_row) {
    if (labels.empty()) return;
    const std::uint32_t left = labels.front().column_index;
    const std::uint32_t right = labels.back().last_column_index;
    const Profiles profiles(workbook, table.sheet_index, first_row, limit_row, left > 0 ? left - 1 : 0,
                            std::min(right + 1, max_columns - 1));
    std::vector<bool> under_a_merge(right - left + 1);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        std::uint32_t& column = table.columns[i].column_index;
        for (std::uint32_t c = labels[i].column_index; c <= labels[i].last_column_index; ++c) {
            if (profiles.at(c).values > profiles.at(column).values) column = c;
            under_a_merge[c - left] = labels[i].last_column_index > labels[i].column_index;
        }
    }
    Alignment(table, profiles, first_row).run();

    for (std::uint32_t c = left; c <= right; ++c) {
        const bool has_label =
            std::any_of(table.columns.begin(), table.columns.end(),
                        [&](const FoundColumn& column) { return column.column_index == c; });
        if (has_label || under_a_merge[c - left] || !profiles.is_mostly_filled(c)) continue;
        add_remark(table, {{table.last_header_row, c}, {first_row, c}}, {});
    }
}

}  // namespace scorebook

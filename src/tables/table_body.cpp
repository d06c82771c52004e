// table_body.cpp - telling entries, continuations, sections, totals, keys and notes apart. What a row is
// depends on the rows before it.
#include "tables/table_body.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "tables/body_columns.hpp"
#include "tables/cell_text.hpp"
#include "tables/entry_id.hpp"
#include "tables/header_texts.hpp"
#include "tables/missing_value.hpp"
#include "tables/period_shape.hpp"
#include "tables/plain_text.hpp"
#include "tables/total_row.hpp"
#include "vocabulary/ascii.hpp"

namespace scorebook {
namespace {

/// Rows that could not be placed, one after the other, before the table is taken to have ended.
constexpr std::size_t most_pending = 12;
constexpr std::size_t longest_section_label = 200;

enum class PendingKind { section, total, other };

struct PendingRow {
    RowFacts facts;
    PendingKind kind = PendingKind::other;
    std::string label;
};

class BodyReader {
  public:
    BodyReader(const Workbook& workbook, FoundTable& table, const BodyLimits& limits)
        : workbook_(workbook),
          sheet_(workbook.sheets()[table.sheet_index]),
          table_(table),
          limits_(limits),
          columns_(workbook, table),
          header_(table, columns_) {}

    void read() {
        const SheetCells& cells = sheet_.cells;
        auto row =
            std::lower_bound(cells.rows.begin(), cells.rows.end(), limits_.first_row,
                             [](const SheetRow& r, std::uint32_t index) { return r.row_index < index; });
        std::uint32_t expected = limits_.first_row;
        auto repeated = limits_.repeated_headers.begin();
        for (; row != cells.rows.end() && row->row_index < limits_.limit_row; ++row) {
            if (row->row_index > expected) after_gap_ = true;
            expected = row->row_index + 1;
            while (repeated != limits_.repeated_headers.end() && repeated->second < row->row_index)
                ++repeated;
            if (repeated != limits_.repeated_headers.end() && repeated->first <= row->row_index) {
                if (repeated->first == row->row_index) {
                    add_remark(StructureKind::repeated_header, row_range(repeated->first, repeated->second),
                               {}, {});
                }
                continue;
            }
            if (is_below_excel_table(row->row_index)) break;
            if (!read_row(*row)) break;
        }
        finish();
    }

  private:
    const Workbook& workbook_;
    const Sheet& sheet_;
    FoundTable& table_;
    const BodyLimits& limits_;
    const BodyColumns columns_;
    const HeaderTexts header_;

    bool after_gap_ = false;  ///< an empty row came since the last row with anything in it
    std::uint32_t section_ = 0;
    std::vector<PendingRow> pending_;
    std::set<std::string> shapes_;  ///< of the ids so far
    std::optional<bool> seen_bold_key_;

    std::string text_of(const SheetCell& cell) const { return columns_.text_of(cell); }

    CellRange row_range(std::uint32_t first, std::uint32_t last) const {
        return {{first, columns_.first()}, {last, columns_.last()}};
    }

    void add_remark(StructureKind kind, CellRange place, std::string text, std::string other) {
        table_.remarks.push_back({kind, place, std::move(text), std::move(other)});
    }

    bool is_below_excel_table(std::uint32_t row_index) const {
        if (!limits_.excel_table) return false;
        const ExcelTable& excel = *limits_.excel_table;
        if (row_index > excel.range.last.row_index) return after_gap_ || excel.totals_rows > 0;
        return row_index + excel.totals_rows > excel.range.last.row_index;
    }

    /// False when the table has ended.
    bool read_row(const SheetRow& row) {
        const RowFacts facts = columns_.look_at(row);
        if (!facts.first) {
            after_gap_ = true;
            return true;
        }
        const bool was_after_gap = std::exchange(after_gap_, false);
        if (header_.are_repeated(row)) {
            add_remark(StructureKind::repeated_header, row_range(facts.row_index, facts.row_index), {}, {});
            return true;
        }
        if (auto label = total_label(columns_, facts)) {
            return wait({facts, PendingKind::total, std::move(*label)});
        }
        if (goes_on_with_total(facts)) return wait({facts, PendingKind::total, pending_.back().label});
        if (is_explanation(row, facts)) {
            add_remark(StructureKind::explanation_row, row_range(facts.row_index, facts.row_index), {}, {});
            return true;
        }
        if ((was_after_gap || !pending_.empty()) && heads_another_table(row, facts)) return false;
        if (is_entry(facts, was_after_gap)) {
            add_entry(facts);
            return true;
        }
        if (!was_after_gap && pending_.empty() && !table_.entries.empty() && is_continuation(facts)) {
            join(facts);
            return true;
        }
        if (facts.values == 0) {  // something in a column the template doesn't know
            after_gap_ = was_after_gap;
            return !facts.only_other || section_label(facts).empty() ? true : wait_for_section(facts);
        }
        if (is_placeholder(facts)) return true;
        if (!section_label(facts).empty()) return wait_for_section(facts);
        return wait({facts, PendingKind::other, {}});
    }

    /// "What is the residual risk rating?" under the header: a row before the entries whose number columns
    /// hold sentences, and no figure anywhere.
    bool is_explanation(const SheetRow& row, const RowFacts& facts) const {
        constexpr std::size_t shortest_sentence = 4;  // words; "Extremely unlikely" is a level
        if (!table_.entries.empty() || facts.numbers != 0 || facts.scores == 0 || is_known_id(facts))
            return false;
        for (std::uint32_t i = row.first_cell; i < row.first_cell + row.cell_count; ++i) {
            const SheetCell& cell = sheet_.cells.cells[i];
            if (columns_.use_of(cell.column_index) != ColumnUse::numeric) continue;
            if (columns_.is_blank(cell)) continue;
            const std::string text = fold_words(text_of(cell));
            if (!is_text_cell(cell) || has_digit(text) || split_words(text).size() < shortest_sentence)
                return false;
        }
        return true;
    }

    /// "Street | Lamps | Poles" below the table or its total: words over figures, in columns that measure.
    bool heads_another_table(const SheetRow& row, const RowFacts& facts) const {
        if (facts.numbers != 0 || table_.entries.empty()) return false;
        std::size_t labels = 0;
        for (const FoundColumn& column : table_.columns) {
            const bool measures =
                column.spec &&
                (column.spec->kind == ValueKind::figure || column.spec->kind == ValueKind::percentage ||
                 column.spec->kind == ValueKind::money || column.spec->kind == ValueKind::duration);
            const SheetCell* cell =
                measures ? sheet_.cells.find({row.row_index, column.column_index}) : nullptr;
            if (!cell || columns_.is_blank(*cell)) continue;
            const std::string text = text_of(*cell);
            const bool is_word = !has_digit(text) || read_period_shape(text).has_value();
            if (!is_text_cell(*cell) || !is_word || missing_state(text) != ValueState::present) return false;
            ++labels;
        }
        const auto below = sheet_.cells.row(row.row_index + 1);
        const bool is_below_total =
            std::any_of(pending_.begin(), pending_.end(),
                        [](const PendingRow& pending) { return pending.kind == PendingKind::total; });
        return labels >= (is_below_total ? 1U : 2U) &&
               std::any_of(below.begin(), below.end(), is_number_cell);
    }

    bool wait_for_section(const RowFacts& facts) {
        return wait({facts, PendingKind::section, section_label(facts)});
    }

    bool wait(PendingRow row) {
        pending_.push_back(std::move(row));
        return pending_.size() <= most_pending;
    }

    /// Numbers beside words of the matrix's axes: the key, not an entry.
    bool is_key_row(const RowFacts& facts) const { return facts.misplaced >= 2; }

    bool is_known_id(const RowFacts& facts) const {
        if (!facts.key || !columns_.key_is_id()) return false;
        if (facts.key->kind == CellKind::shared_string && columns_.text_view(*facts.key).size() > 2000) {
            return false;
        }
        const std::string text = text_of(*facts.key);
        if (fits_id_pattern(text, columns_.id_pattern())) return true;
        const std::string shape = id_shape(text);
        if (!shape.empty()) return shapes_.contains(shape) || table_.entries.empty() || shape.front() != '#';
        return !split_fused_id(text, columns_.id_pattern()).id.empty();
    }

    /// "All services | Complaints" with "| Compliments" right below it.
    bool goes_on_with_total(const RowFacts& facts) const {
        if (pending_.empty() || pending_.back().kind != PendingKind::total) return false;
        const RowFacts& total = pending_.back().facts;
        return total.key && total.first != total.key && facts.first == facts.key && facts.numbers != 0 &&
               facts.row_index == total.row_index + 1;
    }

    bool is_entry(const RowFacts& facts, bool was_after_gap) const {
        if (is_key_row(facts)) return false;
        const bool stands_apart = was_after_gap || !pending_.empty();
        if (!facts.key && is_under_key_merge(facts)) return false;
        if (!columns_.key_is_id()) {
            if (!facts.key) return false;
            const std::size_t wanted = stands_apart ? 3 : 2;
            return facts.values >= wanted && (facts.scores > 0 || facts.values >= 3);
        }
        if (is_known_id(facts)) return facts.values >= 2 && !is_placeholder(facts);
        const std::size_t enough = std::max<std::size_t>(3, columns_.known() / 2);
        if (facts.key)
            return facts.values >= (stands_apart ? enough : std::min<std::size_t>(3, columns_.known()));
        // The id was forgotten: a score and a description make a row of its own.
        if (facts.has_description && facts.scores > 0 && facts.numbers > 0)
            return !stands_apart || facts.values >= enough;
        return !stands_apart && facts.has_description && facts.values >= enough && facts.values >= 4;
    }

    /// A numbered row nobody has filled in yet: its formulas may already give 0 or "Green".
    bool is_placeholder(const RowFacts& facts) const {
        return facts.key && columns_.key_is_id() && facts.formulas + 1 == facts.values &&
               !facts.key->has_formula && is_known_id(facts) && !is_fused(facts);
    }
    bool is_fused(const RowFacts& facts) const {
        return facts.values > 1 && facts.formulas == 0 &&
               !split_fused_id(text_of(*facts.key), columns_.id_pattern()).id.empty();
    }

    bool is_under_key_merge(const RowFacts& facts) const {
        if (!columns_.key() || sheet_.merges.empty()) return false;
        const CellRange* merge = sheet_.merge_at({facts.row_index, *columns_.key()});
        return merge && merge->first.row_index < facts.row_index && merge->column_count() == 1;
    }

    bool is_continuation(const RowFacts& facts) const {
        if (facts.values == 0 || is_key_row(facts)) return false;
        if (is_under_key_merge(facts)) return true;
        if (facts.key) return false;
        return section_label(facts).empty();
    }

    /// The text of a row that holds nothing else, when it stands like a heading: in the first or the key
    /// column, merged over half the table, or in bold over entries that aren't.
    std::string section_label(const RowFacts& facts) const {
        if (facts.values + facts.other_values != 1 || !facts.first || !is_text_cell(*facts.first)) return {};
        const SheetCell& cell = *facts.first;
        const CellRange* merge = sheet_.merge_at({facts.row_index, cell.column_index});
        const bool is_wide = merge && merge->row_count() == 1 && merge->column_count() > 1 &&
                             merge->column_count() * 2 >= columns_.last() - columns_.first() + 1;
        const bool is_first = cell.column_index == columns_.first() ||
                              (columns_.key_is_id() && columns_.key() == cell.column_index);
        const bool is_bold = seen_bold_key_ && !*seen_bold_key_ && workbook_.style(cell).is_bold;
        if (!is_wide && !is_first && !is_bold && pending_.empty() && !after_gap_) return {};
        std::string label = fold_spaces(text_of(cell));
        return label.size() > longest_section_label ? std::string{} : label;
    }

    void add_entry(const RowFacts& facts) {
        flush_pending();
        TableEntry entry;
        entry.row_index = entry.last_row_index = facts.row_index;
        entry.section = section_;
        entry.hidden = facts.hidden;
        table_.entries.push_back(entry);
        if (!facts.key || !columns_.key_is_id()) return;
        if (!seen_bold_key_) seen_bold_key_ = workbook_.style(*facts.key).is_bold;
        const std::string text = text_of(*facts.key);
        if (std::string shape = id_shape(text); !shape.empty()) {
            if (shapes_.size() < 64) shapes_.insert(std::move(shape));
        } else if (const FusedId fused = split_fused_id(text, columns_.id_pattern()); !fused.id.empty()) {
            const CellRef place{facts.row_index, facts.key->column_index};
            add_remark(StructureKind::fused_label, {place, place}, fold_spaces(text),
                       fused.id_is_first ? fused.id + " | " + fused.other : fused.other + " | " + fused.id);
        }
    }

    void join(const RowFacts& facts) {
        TableEntry& entry = table_.entries.back();
        for (std::uint32_t column = columns_.first(); column <= columns_.last(); ++column)
            remark_cut(entry, facts, column);
        entry.last_row_index = facts.row_index;
        const SheetCell* key =
            columns_.key() ? sheet_.cells.find({entry.row_index, *columns_.key()}) : nullptr;
        add_remark(StructureKind::continuation, row_range(facts.row_index, facts.row_index),
                   key ? fold_spaces(text_of(*key)) : std::string{}, {});
    }

    /// "18-" over "64.": one word cut in two by a page's end.
    void remark_cut(const TableEntry& entry, const RowFacts& facts, std::uint32_t column) {
        const SheetCell* lower = sheet_.cells.find({facts.row_index, column});
        if (!lower || columns_.is_blank(*lower)) return;
        for (std::uint32_t row = entry.last_row_index + 1; row-- > entry.row_index;) {
            const SheetCell* upper = sheet_.cells.find({row, column});
            if (!upper || !is_text_cell(*upper)) continue;
            const std::string above = fold_spaces(text_of(*upper));
            if (above.empty()) continue;
            const bool is_cut = above.size() > 1 && above.back() == '-' && above[above.size() - 2] != ' ' &&
                                above[above.size() - 2] != '-';
            if (is_cut) {
                const std::string below = fold_spaces(text_of(*lower));
                const std::size_t last_word = above.rfind(' ');
                add_remark(StructureKind::cut_cell, {{row, column}, {facts.row_index, column}},
                           above.substr(last_word == above.npos ? 0 : last_word + 1) +
                               below.substr(0, below.find(' ')),
                           {});
            }
            return;
        }
    }

    /// An entry follows: what waited was part of the table.
    void flush_pending() {
        for (PendingRow& row : pending_) {
            const CellRange place = row_range(row.facts.row_index, row.facts.row_index);
            switch (row.kind) {
                case PendingKind::section:
                    section_ = static_cast<std::uint32_t>(table_.sections.size());
                    table_.sections.push_back(row.label);
                    add_remark(StructureKind::section_row, place, std::move(row.label), {});
                    break;
                case PendingKind::total:
                    add_remark(StructureKind::total_row, place, std::move(row.label), "middle");
                    break;
                case PendingKind::other:
                    if (!is_key_row(row.facts)) {
                        add_remark(StructureKind::stray_rows, place, "no identifier that could be read", {});
                    }
                    break;
            }
        }
        pending_.clear();
    }

    /// No entry follows: totals right below count, rows that look like entries are remarked, the rest are
    /// notes.
    void finish() {
        bool totals_may_follow = !table_.entries.empty();
        for (PendingRow& row : pending_) {
            const CellRange place = row_range(row.facts.row_index, row.facts.row_index);
            if (row.kind == PendingKind::total && totals_may_follow) {
                add_remark(StructureKind::total_row, place, std::move(row.label), {});
                continue;
            }
            totals_may_follow = false;
            const bool looks_like_entry = row.kind == PendingKind::other && row.facts.has_description &&
                                          row.facts.scores > 0 && row.facts.values >= 3 &&
                                          !is_key_row(row.facts);
            if (looks_like_entry) {
                add_remark(StructureKind::stray_rows, place, "below the end of the table", {});
            }
        }
        if (limits_.excel_table && limits_.excel_table->totals_rows > 0) remark_excel_totals();
        const std::uint32_t last_row =
            table_.entries.empty() ? table_.last_header_row : table_.entries.back().last_row_index;
        table_.range = {{table_.first_header_row, std::min(columns_.first(), header_first_column())},
                        {last_row, std::max(columns_.last(), header_last_column())}};
    }

    void remark_excel_totals() {
        const std::uint32_t row = limits_.excel_table->range.last.row_index;
        const auto cells = sheet_.cells.row(row);
        const auto label = std::find_if(cells.begin(), cells.end(), [&](const SheetCell& cell) {
            return is_text_cell(cell) && columns_.reach(cell.column_index);
        });
        add_remark(StructureKind::total_row, row_range(row, row),
                   label == cells.end() ? std::string{} : fold_spaces(text_of(*label)), {});
    }

    std::uint32_t header_first_column() const {
        std::uint32_t first = max_columns;
        for (const FoundColumn& column : table_.columns)
            first = std::min(first, column.header_cell.column_index);
        return first;
    }
    std::uint32_t header_last_column() const {
        std::uint32_t last = 0;
        for (const FoundColumn& column : table_.columns)
            last = std::max(last, column.header_cell.column_index);
        return last;
    }
};

}  // namespace

void read_table_body(const Workbook& workbook, FoundTable& table, const BodyLimits& limits) {
    BodyReader(workbook, table, limits).read();
}

}  // namespace scorebook

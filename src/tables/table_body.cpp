// table_body.cpp - telling entries, continuations, sections, totals, keys and notes apart. One file: what a
// row is depends on the rows before it, and each question below asks the same few facts of that state.
#include "tables/table_body.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "tables/cell_text.hpp"
#include "tables/entry_id.hpp"
#include "tables/missing_value.hpp"
#include "tables/period_shape.hpp"
#include "tables/plain_text.hpp"
#include "vocabulary/ascii.hpp"

namespace scorebook {
namespace {

/// Rows that could not be placed, one after the other, before the table is taken to have ended.
constexpr std::size_t most_pending = 12;
constexpr std::size_t longest_section_label = 200;

/// Marks, brackets and spaces that folding takes from a label, or the markup round an inline text.
constexpr std::size_t most_markup = 150;

enum class ColumnUse : std::uint8_t { outside, unknown, key, description, numeric, text };

struct RowFacts {
    std::uint32_t row_index = 0;
    bool hidden = false;
    std::size_t values = 0;        ///< non-blank cells in known columns
    std::size_t other_values = 0;  ///< non-blank cells in unknown columns
    std::size_t numbers = 0;
    std::size_t misplaced = 0;  ///< numbers where the table has text
    std::size_t scores = 0;     ///< non-blank cells of numeric columns
    std::size_t formulas = 0;   ///< values that come from formulas
    bool has_description = false;
    const SheetCell* key = nullptr;  ///< the key cell when it isn't blank
    const SheetCell* first = nullptr;
    const SheetCell* only_other = nullptr;
};

enum class PendingKind { section, total, other };

struct PendingRow {
    RowFacts facts;
    PendingKind kind = PendingKind::other;
    std::string label;
};

class BodyReader {
  public:
    BodyReader(const Workbook& workbook, FoundTable& table, const BodyLimits& limits)
        : workbook_(workbook), sheet_(workbook.sheets()[table.sheet_index]), table_(table), limits_(limits) {
        for (const FoundColumn& column : table.columns) {
            first_column_ = std::min(first_column_, column.column_index);
            last_column_ = std::max(last_column_, column.column_index);
        }
        uses_.assign(last_column_ - first_column_ + 1, ColumnUse::outside);
        for (const FoundColumn& column : table.columns) {
            uses_[column.column_index - first_column_] = use_of(column);
        }
        choose_key();
        find_header_texts();
    }

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
    std::uint32_t first_column_ = max_columns;
    std::uint32_t last_column_ = 0;
    std::vector<ColumnUse> uses_;
    std::optional<std::uint32_t> key_column_;
    bool key_is_id_ = false;
    std::string id_pattern_;
    std::vector<std::pair<std::uint32_t, std::string>> header_texts_;

    bool after_gap_ = false;  ///< an empty row came since the last row with anything in it
    std::uint32_t section_ = 0;
    std::vector<PendingRow> pending_;
    std::set<std::string> shapes_;  ///< of the ids so far
    std::optional<bool> seen_bold_key_;

    static ColumnUse use_of(const FoundColumn& column) {
        if (!column.spec) return ColumnUse::unknown;
        switch (column.spec->kind) {
            case ValueKind::score:
            case ValueKind::level:
            case ValueKind::number:
            case ValueKind::figure:
            case ValueKind::percentage:
            case ValueKind::money:
            case ValueKind::duration:
                return ColumnUse::numeric;
            case ValueKind::date:
                return ColumnUse::numeric;
            case ValueKind::rag:
                return ColumnUse::numeric;
            default:
                return ColumnUse::text;
        }
    }

    /// The id column; without one the first required or first text column says which rows are entries.
    void choose_key() {
        for (const FoundColumn& column : table_.columns) {
            if (!column.spec || column.spec->kind != ValueKind::id) continue;
            key_column_ = column.column_index;
            key_is_id_ = true;
            id_pattern_ = column.spec->pattern;
            break;
        }
        const FoundColumn* description = nullptr;
        for (const FoundColumn& column : table_.columns) {
            const bool is_label = column.spec && (column.spec->kind == ValueKind::text ||
                                                  column.spec->kind == ValueKind::period);
            if (!is_label) continue;
            if (!description || (column.spec->required && !description->spec->required))
                description = &column;
        }
        if (description) uses_[description->column_index - first_column_] = ColumnUse::description;
        if (!key_column_ && description) key_column_ = description->column_index;
        if (key_is_id_) uses_[*key_column_ - first_column_] = ColumnUse::key;
    }

    void find_header_texts() {
        for (const FoundColumn& column : table_.columns) {
            const SheetCell* cell = sheet_.cells.find(column.header_cell);
            if (!cell) continue;
            std::string text = fold_words(cell_text(workbook_, table_.sheet_index, *cell));
            if (!text.empty()) header_texts_.emplace_back(column.header_cell.column_index, std::move(text));
        }
    }

    std::string text_of(const SheetCell& cell) const {
        return cell_text(workbook_, table_.sheet_index, cell);
    }

    CellRange row_range(std::uint32_t first, std::uint32_t last) const {
        return {{first, first_column_}, {last, last_column_}};
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

    RowFacts look_at(const SheetRow& row) const {
        RowFacts facts;
        facts.row_index = row.row_index;
        facts.hidden = row.hidden;
        for (std::uint32_t i = row.first_cell; i < row.first_cell + row.cell_count; ++i) {
            const SheetCell& cell = sheet_.cells.cells[i];
            if (cell.column_index < first_column_) continue;
            if (cell.column_index > last_column_) break;
            if (is_blank_cell(workbook_, table_.sheet_index, cell)) continue;
            const ColumnUse use = uses_[cell.column_index - first_column_];
            if (!facts.first) facts.first = &cell;
            if (use == ColumnUse::unknown || use == ColumnUse::outside) {
                ++facts.other_values;
                facts.only_other = &cell;
                continue;
            }
            ++facts.values;
            const bool is_number = is_number_cell(cell);
            facts.numbers += is_number ? 1U : 0U;
            facts.formulas += cell.has_formula ? 1U : 0U;
            facts.scores += use == ColumnUse::numeric ? 1U : 0U;
            facts.misplaced +=
                is_number && (use == ColumnUse::text || use == ColumnUse::description) ? 1U : 0U;
            facts.has_description |= use == ColumnUse::description;
            if (key_column_ == cell.column_index) facts.key = &cell;
        }
        return facts;
    }

    /// False when the table has ended.
    bool read_row(const SheetRow& row) {
        const RowFacts facts = look_at(row);
        if (!facts.first) {
            after_gap_ = true;
            return true;
        }
        const bool was_after_gap = std::exchange(after_gap_, false);
        if (is_repeated_header(row)) {
            add_remark(StructureKind::repeated_header, row_range(facts.row_index, facts.row_index), {}, {});
            return true;
        }
        if (auto label = total_label(facts)) {
            return wait({facts, PendingKind::total, std::move(*label)});
        }
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
            if (cell.column_index < first_column_ || cell.column_index > last_column_) continue;
            if (uses_[cell.column_index - first_column_] != ColumnUse::numeric) continue;
            if (is_blank_cell(workbook_, table_.sheet_index, cell)) continue;
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
            if (!cell || is_blank_cell(workbook_, table_.sheet_index, *cell)) continue;
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

    bool is_repeated_header(const SheetRow& row) const {
        std::size_t same = 0;
        std::size_t wanted = header_texts_.size() < 4 ? header_texts_.size()
                                                      : std::max<std::size_t>(3, header_texts_.size() / 2);
        if (row.cell_count < wanted || wanted == 0) return false;
        std::size_t looked_at = 0;
        for (const auto& [column, text] : header_texts_) {
            const SheetCell* cell = nullptr;
            for (std::uint32_t i = row.first_cell; i < row.first_cell + row.cell_count && !cell; ++i) {
                if (sheet_.cells.cells[i].column_index == column) cell = &sheet_.cells.cells[i];
            }
            same += cell && has_header_text(*cell, text) ? 1U : 0U;
            if (++looked_at == 3 && same == 0) return false;  // entries are told apart by their first cells
        }
        return same >= wanted;
    }

    /// By the first letter, where that is plain.
    static bool begins_alike(std::string_view text, const std::string& header) {
        const char first = text.front();
        if (first >= 'A' && first <= 'Z') return first - 'A' + 'a' == header.front();
        return first < 'a' || first > 'z' || first == header.front();
    }

    /// Compares lengths before it folds: this is asked of every row.
    bool has_header_text(const SheetCell& cell, const std::string& header) const {
        if (!is_text_cell(cell)) return false;
        const std::string_view view = workbook_.text_view(table_.sheet_index, cell);
        const std::size_t size = cell.kind == CellKind::shared_string ? view.size() : cell.length;
        if (size + 16 < header.size() || size > header.size() + most_markup) return false;
        if (!view.empty() && !begins_alike(view, header)) return false;
        return fold_words(view.empty() ? text_of(cell) : std::string(view)) == header;
    }

    std::optional<std::string> total_label(const RowFacts& facts) const {
        if (facts.first && is_number_cell(*facts.first)) return label_behind_numbers(facts);
        if (!facts.first || !is_text_cell(*facts.first) || facts.numbers == 0) return std::nullopt;
        const SheetCell& cell = *facts.first;
        if (cell.kind == CellKind::shared_string &&
            workbook_.text_view(table_.sheet_index, cell).size() > longest_section_label) {
            return std::nullopt;
        }
        if (facts.key && facts.key == facts.first && fits_id_pattern(text_of(cell), id_pattern_))
            return std::nullopt;
        if (!begins_like_total(cell)) return std::nullopt;
        std::string label = fold_spaces(text_of(cell));
        const std::string folded = fold_words(label);
        constexpr std::array<std::string_view, 10> totals{"total",       "totals",  "sub total", "subtotal",
                                                          "grand total", "overall", "average",   "mean",
                                                          "sum",         "all"};
        for (const std::string_view total : totals) {
            if (folded == total) return label;
            // "All services" above or below the services; "All calls answered" is a measure.
            if (total == "all" && facts.first == facts.key && !key_is_id_ && is_all_of_a_kind(folded))
                return label;
            if (total == "all" || total == "mean" || total == "sum") continue;
            // "Average Call Wait" is a measure.
            if (total == "average" && !key_is_id_) continue;
            // "Overall failure of IT" is a risk; "Total number of risks" has no description beside it.
            if (folded.starts_with(std::string(total) + ' ') &&
                (facts.first == facts.key || facts.values <= 3))
                return label;
        }
        return std::nullopt;
    }

    /// "3,564 | | Total": a table whose counts stand left of what they count. Only the bare word says so
    /// there.
    std::optional<std::string> label_behind_numbers(const RowFacts& facts) const {
        std::optional<std::string> label;
        for (const SheetCell& cell : sheet_.cells.row(facts.row_index)) {
            if (!is_text_cell(cell) || is_blank_cell(workbook_, table_.sheet_index, cell)) continue;
            if (cell.column_index < first_column_ || cell.column_index > last_column_) continue;
            const ColumnUse use = uses_[cell.column_index - first_column_];
            if (use != ColumnUse::text && use != ColumnUse::description) return std::nullopt;
            const std::string words = begins_like_total(cell) ? fold_words(text_of(cell)) : std::string();
            const bool is_total = words == "total" || words == "totals" || words == "grand total" ||
                                  words == "overall" || words == "sub total" || words == "subtotal";
            if (!is_total || label) return std::nullopt;
            label = fold_spaces(text_of(cell));
        }
        return label;
    }

    static bool is_all_of_a_kind(std::string_view folded) {
        constexpr std::array<std::string_view, 14> kinds{
            "services", "service areas", "directorates", "departments", "teams",   "areas",   "districts",
            "wards",    "regions",       "authorities",  "localities",  "schools", "sectors", "providers"};
        return folded.starts_with("all ") &&
               std::find(kinds.begin(), kinds.end(), folded.substr(4)) != kinds.end();
    }

    /// A quick look at the first letter, because this is asked of every row.
    bool begins_like_total(const SheetCell& cell) const {
        if (cell.kind != CellKind::shared_string) return cell.length < 2000;
        const std::string_view text =
            trim_spaces(workbook_.text_view(table_.sheet_index, cell).substr(0, 64));
        constexpr std::string_view letters = "tTsSgGoOaAmM";
        return !text.empty() && letters.find(text.front()) != letters.npos;
    }

    /// Numbers beside words of the matrix's axes: the key, not an entry.
    bool is_key_row(const RowFacts& facts) const { return facts.misplaced >= 2; }

    bool is_known_id(const RowFacts& facts) const {
        if (!facts.key || !key_is_id_) return false;
        if (facts.key->kind == CellKind::shared_string &&
            workbook_.text_view(table_.sheet_index, *facts.key).size() > 2000) {
            return false;
        }
        const std::string text = text_of(*facts.key);
        if (fits_id_pattern(text, id_pattern_)) return true;
        const std::string shape = id_shape(text);
        if (!shape.empty()) return shapes_.contains(shape) || table_.entries.empty() || shape.front() != '#';
        return !split_fused_id(text, id_pattern_).id.empty();
    }

    bool is_entry(const RowFacts& facts, bool was_after_gap) const {
        if (is_key_row(facts)) return false;
        const bool stands_apart = was_after_gap || !pending_.empty();
        if (!facts.key && is_under_key_merge(facts)) return false;
        if (!key_is_id_) {
            if (!facts.key) return false;
            const std::size_t wanted = stands_apart ? 3 : 2;
            return facts.values >= wanted && (facts.scores > 0 || facts.values >= 3);
        }
        if (is_known_id(facts)) return facts.values >= 2 && !is_placeholder(facts);
        const std::size_t enough = std::max<std::size_t>(3, known_columns() / 2);
        if (facts.key)
            return facts.values >= (stands_apart ? enough : std::min<std::size_t>(3, known_columns()));
        // The id was forgotten: a score and a description make a row of its own.
        if (facts.has_description && facts.scores > 0 && facts.numbers > 0)
            return !stands_apart || facts.values >= enough;
        return !stands_apart && facts.has_description && facts.values >= enough && facts.values >= 4;
    }

    std::size_t known_columns() const {
        return static_cast<std::size_t>(std::count_if(uses_.begin(), uses_.end(), [](ColumnUse use) {
            return use != ColumnUse::outside && use != ColumnUse::unknown;
        }));
    }

    /// A numbered row nobody has filled in yet: its formulas may already give 0 or "Green".
    bool is_placeholder(const RowFacts& facts) const {
        return facts.key && key_is_id_ && facts.formulas + 1 == facts.values && !facts.key->has_formula &&
               is_known_id(facts) && !is_fused(facts);
    }
    bool is_fused(const RowFacts& facts) const {
        return facts.values > 1 && facts.formulas == 0 &&
               !split_fused_id(text_of(*facts.key), id_pattern_).id.empty();
    }

    bool is_under_key_merge(const RowFacts& facts) const {
        if (!key_column_ || sheet_.merges.empty()) return false;
        const CellRange* merge = sheet_.merge_at({facts.row_index, *key_column_});
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
                             merge->column_count() * 2 >= last_column_ - first_column_ + 1;
        const bool is_first =
            cell.column_index == first_column_ || (key_is_id_ && key_column_ == cell.column_index);
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
        if (!facts.key || !key_is_id_) return;
        if (!seen_bold_key_) seen_bold_key_ = workbook_.style(*facts.key).is_bold;
        const std::string text = text_of(*facts.key);
        if (std::string shape = id_shape(text); !shape.empty()) {
            if (shapes_.size() < 64) shapes_.insert(std::move(shape));
        } else if (const FusedId fused = split_fused_id(text, id_pattern_); !fused.id.empty()) {
            const CellRef place{facts.row_index, facts.key->column_index};
            add_remark(StructureKind::fused_label, {place, place}, fold_spaces(text),
                       fused.id_is_first ? fused.id + " | " + fused.other : fused.other + " | " + fused.id);
        }
    }

    void join(const RowFacts& facts) {
        TableEntry& entry = table_.entries.back();
        for (std::uint32_t column = first_column_; column <= last_column_; ++column)
            remark_cut(entry, facts, column);
        entry.last_row_index = facts.row_index;
        const SheetCell* key = key_column_ ? sheet_.cells.find({entry.row_index, *key_column_}) : nullptr;
        add_remark(StructureKind::continuation, row_range(facts.row_index, facts.row_index),
                   key ? fold_spaces(text_of(*key)) : std::string{}, {});
    }

    /// "18-" over "64.": one word cut in two by a page's end.
    void remark_cut(const TableEntry& entry, const RowFacts& facts, std::uint32_t column) {
        const SheetCell* lower = sheet_.cells.find({facts.row_index, column});
        if (!lower || is_blank_cell(workbook_, table_.sheet_index, *lower)) return;
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
        table_.range = {{table_.first_header_row, std::min(first_column_, header_first_column())},
                        {last_row, std::max(last_column_, header_last_column())}};
    }

    void remark_excel_totals() {
        const std::uint32_t row = limits_.excel_table->range.last.row_index;
        const auto cells = sheet_.cells.row(row);
        const auto label = std::find_if(cells.begin(), cells.end(), [&](const SheetCell& cell) {
            return is_text_cell(cell) && cell.column_index >= first_column_ &&
                   cell.column_index <= last_column_;
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

// header_finder.cpp - candidate rows, blocks of rows, and stretches of columns.
#include "tables/header_finder.hpp"

#include <algorithm>
#include <bit>

#include "tables/cell_text.hpp"
#include "tables/period_key.hpp"
#include "tables/plain_text.hpp"

namespace scorebook {
namespace {

constexpr std::size_t longest_label_text = 120;
/// Rows above and below a row of labels that may belong to the same header.
constexpr std::uint32_t most_rows_above = 2;
constexpr std::uint32_t most_rows_below = 2;
/// Headers wider than this are no register's; it bounds the work on hostile sheets.
constexpr std::size_t most_labels = 300;
/// Rows of labels that were no header after all; a sheet with more is a list of words.
constexpr std::size_t most_failures = 400;

struct Block {
    std::uint32_t first_row = 0;
    std::uint32_t last_row = 0;
};

int worth(const HeaderFit& fit, bool is_complete, const Block& block) {
    const auto extra_rows = static_cast<int>(block.last_row - block.first_row);
    return (is_complete ? 10'000 : 0) + fit.score * 10 - static_cast<int>(fit.duplicates.size()) * 5 -
           extra_rows * 3 - static_cast<int>(fit.missing.size()) * 50;
}

/// Stretches of labelled columns with empty columns between them.
std::vector<std::vector<HeaderLabel>> split_at_gaps(const std::vector<HeaderLabel>& labels) {
    std::vector<std::vector<HeaderLabel>> stretches;
    for (const HeaderLabel& label : labels) {
        if (stretches.empty() || label.column_index > stretches.back().back().last_column_index + 1) {
            stretches.emplace_back();
        }
        stretches.back().push_back(label);
    }
    return stretches;
}

class SheetHeaders {
  public:
    SheetHeaders(const Workbook& workbook, std::size_t sheet_index, const std::vector<TableLabels>& tables,
                 NearestHeader& nearest)
        : workbook_(workbook),
          sheet_(workbook.sheets()[sheet_index]),
          sheet_index_(sheet_index),
          tables_(tables),
          nearest_(nearest) {}

    std::vector<FoundHeader> find(const std::vector<std::uint32_t>& rows) {
        std::uint32_t next_free = 0;
        for (const std::uint32_t row : rows) {
            if (row < next_free) continue;
            if (failures_ > most_failures) break;
            std::vector<FoundHeader> best = best_at(row, next_free);
            if (best.empty()) {
                ++failures_;
                continue;
            }
            for (FoundHeader& header : best) {
                next_free = std::max(next_free, header.last_row + 1);
                found_.push_back(std::move(header));
            }
        }
        return std::move(found_);
    }

  private:
    const Workbook& workbook_;
    const Sheet& sheet_;
    std::size_t sheet_index_;
    const std::vector<TableLabels>& tables_;
    NearestHeader& nearest_;
    KeysOfLabels keys_;
    std::size_t failures_ = 0;
    std::vector<FoundHeader> found_;

    /// Entries have numbers and long texts; labels are short, and their numbers are years.
    bool may_be_header_row(std::uint32_t row) const {
        const auto cells = sheet_.cells.row(row);
        return !cells.empty() && std::all_of(cells.begin(), cells.end(), [&](const SheetCell& cell) {
            if (is_number_cell(cell) && cell.has_value) return cell.number >= 1900 && cell.number <= 2100;
            return workbook_.text_view(sheet_index_, cell).size() <= longest_label_text;
        });
    }

    /// The block of rows round `row` whose headers fit best.
    std::vector<FoundHeader> best_at(std::uint32_t row, std::uint32_t first_free) {
        std::vector<Block> blocks;
        for (std::uint32_t above = 0; above <= most_rows_above && above <= row && row - above >= first_free;
             ++above) {
            if (above > 0 && !may_be_header_row(row - above)) break;
            for (std::uint32_t below = 0; below <= most_rows_below; ++below) {
                if (below > 0 && !may_be_header_row(row + below)) break;
                blocks.push_back({row - above, row + below});
            }
        }
        std::vector<FoundHeader> best;
        int best_worth = 0;
        for (const Block& block : blocks) {
            std::vector<FoundHeader> headers = read_block(block);
            int total = 0;
            for (const FoundHeader& header : headers) total += worth(header.fit, header.is_complete, block);
            if (headers.empty() || total <= best_worth) continue;
            best_worth = total;
            best = std::move(headers);
        }
        for (FoundHeader& header : best) finish(header);
        return best;
    }

    std::vector<FoundHeader> read_block(const Block& block) {
        const auto labels =
            read_header_labels(workbook_, sheet_index_, block.first_row, block.last_row, 0, max_columns - 1);
        if (labels.size() < 2 || labels.size() > most_labels) return {};
        std::vector<FoundHeader> headers;
        FoundHeader current;  // without labels: none yet
        const auto keep = [&] {
            if (current.is_complete || is_partial(current)) headers.push_back(std::move(current));
        };
        for (std::vector<HeaderLabel>& stretch : split_at_gaps(labels)) {
            FoundHeader alone = best_fit(block, std::vector(stretch));
            if (current.labels.empty()) {
                current = std::move(alone);
                continue;
            }
            std::vector<HeaderLabel> together = current.labels;
            together.insert(together.end(), stretch.begin(), stretch.end());
            FoundHeader joined = best_fit(block, std::move(together));
            const bool adds = joined.fit.matched > current.fit.matched &&
                              joined.fit.duplicates.size() <= current.fit.duplicates.size();
            const bool is_two_tables = current.is_complete && alone.is_complete &&
                                       (joined.fit.matched < current.fit.matched + alone.fit.matched ||
                                        alone.fit.table != current.fit.table);
            if (is_two_tables || (alone.is_complete && !current.is_complete && current.fit.matched == 0)) {
                keep();
                current = std::move(alone);
            } else if (adds || !current.is_complete) {
                current = std::move(joined);
            }
        }
        keep();
        return headers;
    }

    /// The table these labels fit best; narrative lists only where no other table fits.
    FoundHeader best_fit(const Block& block, std::vector<HeaderLabel> labels) {
        FoundHeader best;
        int best_worth = 0;
        for (const TableLabels& table : tables_) {
            HeaderFit fit = fit_header(table, labels, keys_);
            const bool is_complete = fit.is_recognised(labels);
            if (!table.table().is_narrative) note_nearest(fit);
            if (table.table().is_narrative && (!is_complete || best.is_complete)) continue;
            const int value = worth(fit, is_complete, block) - (table.table().is_narrative ? 5'000 : 0);
            if (best.table && value <= best_worth) continue;
            best_worth = value;
            best.table = &table;
            best.fit = std::move(fit);
            best.is_complete = is_complete;
        }
        best.first_row = block.first_row;
        best.last_row = block.last_row;
        best.labels = std::move(labels);
        return best;
    }

    void note_nearest(const HeaderFit& fit) {
        if (fit.matched <= nearest_.matched || fit.matched == 0) return;
        nearest_.table = fit.table;
        nearest_.matched = fit.matched;
        nearest_.sheet_index = sheet_index_;
        nearest_.missing.clear();
        for (const ColumnSpec* spec : fit.missing) nearest_.missing.push_back(spec->header);
    }

    /// All but one required column of a wide header: believed when another table of the kind is there.
    static bool is_partial(const FoundHeader& header) {
        const bool has_id = std::any_of(
            header.fit.columns.begin(), header.fit.columns.end(),
            [](const TableLabels::Use& use) { return use.spec && use.spec->kind == ValueKind::id; });
        return has_id && header.fit.table && !header.fit.table->is_narrative &&
               header.fit.missing.size() <= 1 && header.fit.matched >= 5 &&
               header.fit.matched * 2 >= header.labels.size() && header.fit.is_telling(header.labels);
    }

    /// Drops labels beside the table, takes in the units row, and finds the Excel table it is.
    void finish(FoundHeader& header) {
        trim_to_matched(header);
        take_units_row(header);
        for (const HeaderLabel& label : header.labels) {
            const CellRange* merge = sheet_.merge_at(label.cell);
            if (merge) header.last_row = std::max(header.last_row, merge->last.row_index);
        }
        for (const ExcelTable& table : sheet_.tables) {
            if (table.header_rows == 1 && table.range.first.row_index >= header.first_row &&
                table.range.first.row_index <= header.last_row &&
                table.range.first.column_index <= header.last_column() &&
                table.range.last.column_index >= header.first_column()) {
                header.excel_table = &table;
                header.last_row = table.range.first.row_index;
            }
        }
    }

    /// Unknown labels stay when they stand next to known ones; a key beside the table goes.
    static void trim_to_matched(FoundHeader& header) {
        std::vector<bool> keep(header.labels.size());
        for (std::size_t i = 0; i < keep.size(); ++i) keep[i] = header.fit.columns[i].spec != nullptr;
        const auto touches = [&](std::size_t left) {
            return header.labels[left].last_column_index + 1 >= header.labels[left + 1].column_index;
        };
        const auto first = static_cast<std::size_t>(std::find(keep.begin(), keep.end(), true) - keep.begin());
        const auto last =
            keep.size() - 1 -
            static_cast<std::size_t>(std::find(keep.rbegin(), keep.rend(), true) - keep.rbegin());
        for (std::size_t i = first; i <= last; ++i) keep[i] = true;
        for (std::size_t i = first; i > 0 && touches(i - 1); --i) keep[i - 1] = true;
        for (std::size_t i = last; i + 1 < keep.size() && touches(i); ++i) keep[i + 1] = true;

        FoundHeader trimmed = header;
        trimmed.labels.clear();
        trimmed.fit.columns.clear();
        trimmed.fit.duplicates.clear();
        trimmed.fit.meant.clear();
        for (std::size_t i = 0; i < keep.size(); ++i) {
            if (!keep[i]) continue;
            const auto& duplicates = header.fit.duplicates;
            const auto duplicate = std::find(duplicates.begin(), duplicates.end(), i);
            if (duplicate != duplicates.end()) {
                trimmed.fit.duplicates.push_back(trimmed.labels.size());
                trimmed.fit.meant.push_back(
                    header.fit.meant[static_cast<std::size_t>(duplicate - duplicates.begin())]);
            }
            trimmed.labels.push_back(header.labels[i]);
            trimmed.fit.columns.push_back(header.fit.columns[i]);
        }
        header = std::move(trimmed);
    }

    void take_units_row(FoundHeader& header) {
        if (sheet_.cells.row(header.last_row + 1).empty()) return;
        auto labels = read_header_labels(workbook_, sheet_index_, header.first_row, header.last_row + 1,
                                         header.first_column(), header.last_column());
        const bool has_units = std::any_of(labels.begin(), labels.end(),
                                           [](const HeaderLabel& label) { return !label.units.empty(); });
        if (!has_units || labels.size() != header.labels.size()) return;
        HeaderFit fit = fit_header(*header.table, labels, keys_);
        if (fit.matched < header.fit.matched) return;
        header.labels = std::move(labels);
        header.fit = std::move(fit);
        ++header.last_row;
    }
};

}  // namespace

LabelIndex::LabelIndex(const std::vector<const WorkbookTemplate*>& kinds, const BuiltInKinds* built_in)
    : built_in_(built_in) {
    for (const WorkbookTemplate* kind : kinds) {
        std::vector<TableLabels>& tables = tables_.emplace_back();
        tables.reserve(kind->tables.size());
        for (const TableSpec& table : kind->tables) tables.emplace_back(table);
    }
}

template <typename Tell>
void LabelIndex::each_kind(std::string_view text, Tell tell) const {
    if (text.size() > longest_label_text) return;
    const auto may_be_label = [&](const std::vector<TableLabels>& tables) {
        return std::any_of(tables.begin(), tables.end(), [&](const TableLabels& table) {
            return may_have_first_word(table.rows().first_words, text);
        });
    };
    const bool may_be_built_in = built_in_ && may_have_first_word(built_in_->labels.first_words, text);
    if (!may_be_built_in && std::none_of(tables_.begin(), tables_.end(), may_be_label) &&
        !may_be_period(text))
        return;

    const std::vector<std::string> keys = lookup_keys(text);
    for (std::size_t kind = 0; kind < tables_.size(); ++kind) {
        const bool has_label = std::any_of(keys.begin(), keys.end(), [&](const std::string& key) {
            return std::any_of(tables_[kind].begin(), tables_[kind].end(), [&](const TableLabels& table) {
                return find_label(table.rows(), key) != nullptr;
            });
        });
        if (has_label) tell(kind);
    }
    if (!built_in_) return;
    std::uint64_t bits = 0;
    for (const std::string& key : keys) bits |= find_kinds(built_in_->labels, key);
    for (; bits != 0; bits &= bits - 1) {
        tell(tables_.size() + static_cast<std::size_t>(std::countr_zero(bits)));
    }
}

bool LabelIndex::is_label(std::string_view text) const {
    bool is_label = false;
    each_kind(text, [&](std::size_t) { is_label = true; });
    return is_label;
}

void LabelIndex::count(std::string_view text, std::vector<std::size_t>& labels) const {
    each_kind(text, [&](std::size_t kind) { ++labels[kind]; });
}

namespace {

/// What stands in a row, as far as it says whether the row may be a header.
struct RowTally {
    std::size_t labels = 0;
    std::size_t texts = 0;
    std::size_t numbers = 0;

    bool is_label_row() const { return labels >= 2 && labels * 4 >= texts && numbers <= labels; }
};

bool may_be_label(const SheetCell& cell) {
    // Only a short cell can be a label: 24 bytes of markup a character would be absurd.
    return is_text_cell(cell) &&
           (cell.kind == CellKind::shared_string || cell.length <= longest_label_text * 6);
}

}  // namespace

std::vector<std::vector<std::uint32_t>> label_rows(const Workbook& workbook, std::size_t sheet_index,
                                                   const LabelIndex& index) {
    enum : std::uint8_t { unknown, no_label, a_label };
    std::vector<std::uint8_t> seen(workbook.strings().size(), unknown);
    const Sheet& sheet = workbook.sheets()[sheet_index];
    std::vector<std::vector<std::uint32_t>> rows(index.kind_count());
    for (const SheetRow& row : sheet.cells.rows) {
        RowTally tally;  // of labels of any kind
        for (std::uint32_t i = row.first_cell; i < row.first_cell + row.cell_count; ++i) {
            const SheetCell& cell = sheet.cells.cells[i];
            if (cell.kind == CellKind::shared_string && cell.payload < seen.size()) {
                std::uint8_t& state = seen[cell.payload];
                if (state == unknown) {
                    state = index.is_label(workbook.text_view(sheet_index, cell)) ? a_label : no_label;
                }
                tally.labels += state == a_label ? 1U : 0U;
                ++tally.texts;
            } else if (is_text_cell(cell)) {
                if (may_be_label(cell))
                    tally.labels += index.is_label(cell_text(workbook, sheet_index, cell)) ? 1U : 0U;
                ++tally.texts;
            } else if (is_number_cell(cell) && cell.has_value) {
                ++tally.numbers;
            }
        }
        if (!tally.is_label_row()) continue;
        std::vector<std::size_t> labels(rows.size());
        for (const SheetCell& cell : sheet.cells.row(row.row_index)) {
            if (may_be_label(cell)) index.count(cell_text(workbook, sheet_index, cell), labels);
        }
        for (std::size_t kind = 0; kind < rows.size(); ++kind) {
            tally.labels = labels[kind];
            if (tally.is_label_row()) rows[kind].push_back(row.row_index);
        }
    }
    return rows;
}

std::vector<FoundHeader> find_headers(const Workbook& workbook, std::size_t sheet_index,
                                      const std::vector<TableLabels>& tables,
                                      const std::vector<std::uint32_t>& rows, NearestHeader& nearest) {
    return SheetHeaders(workbook, sheet_index, tables, nearest).find(rows);
}

}  // namespace scorebook

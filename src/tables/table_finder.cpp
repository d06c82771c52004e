// table_finder.cpp - from headers to tables, over all sheets and kinds, and the choice between kinds.
#include "tables/table_finder.hpp"

#include <algorithm>
#include <optional>

#include "tables/cell_text.hpp"
#include "tables/column_alignment.hpp"
#include "tables/header_finder.hpp"
#include "tables/plain_text.hpp"
#include "tables/table_body.hpp"
#include "tables/worded_scores.hpp"
#include "templates/known_kinds.hpp"

namespace scorebook {
namespace {

/// Empty rows between two tables that still count as one right below the other.
constexpr std::uint32_t rows_right_below = 2;
/// Rows above and below a header in which a table's own words may stand.
constexpr std::uint32_t mention_reach = 12;
/// Rows above a header in which a title may stand.
constexpr std::uint32_t title_reach = 3;

bool overlaps(const FoundHeader& a, const FoundHeader& b) {
    return a.first_column() <= b.last_column() && b.first_column() <= a.last_column();
}

bool has_same_labels(const FoundHeader& a, const FoundHeader& b) {
    return std::equal(a.labels.begin(), a.labels.end(), b.labels.begin(), b.labels.end(),
                      [](const HeaderLabel& x, const HeaderLabel& y) {
                          return x.column_index == y.column_index &&
                                 fold_words(x.joined()) == fold_words(y.joined());
                      });
}

bool is_override_sheet(const Sheet& sheet) {
    return fold_words(sheet.name) == "scorebook";
}

class KindReader {
  public:
    KindReader(const Workbook& workbook, const WorkbookTemplate& kind, const std::vector<TableLabels>& labels,
               const std::vector<std::vector<std::uint32_t>>& label_rows, bool is_given)
        : workbook_(workbook), kind_(kind) {
        bool has_complete = is_given;
        std::vector<std::vector<FoundHeader>> headers;
        for (std::size_t i = 0; i < workbook.sheets().size(); ++i) {
            headers.push_back(find_headers(workbook, i, labels, label_rows[i], nearest_));
            std::erase_if(headers.back(),
                          [&](const FoundHeader& header) { return !is_mentioned(i, header); });
            for (const FoundHeader& header : headers.back()) {
                has_complete |= header.is_complete && !header.table->table().is_narrative;
            }
        }
        if (!has_complete) return;
        for (std::size_t i = 0; i < headers.size(); ++i) read_sheet(i, headers[i]);
    }

    const NearestHeader& nearest() const { return nearest_; }
    std::vector<FoundTable>& tables() { return tables_; }

    /// Cells the tables account for.
    std::size_t explained() const {
        std::size_t cells = 0;
        for (const FoundTable& table : tables_) {
            const auto known =
                std::count_if(table.columns.begin(), table.columns.end(),
                              [](const FoundColumn& column) { return column.spec != nullptr; });
            cells += static_cast<std::size_t>(known) * (table.entries.size() + 1);
        }
        return cells;
    }

  private:
    const Workbook& workbook_;
    const WorkbookTemplate& kind_;
    NearestHeader nearest_;
    std::vector<FoundTable> tables_;

    /// Whether a table that could be anybody's has one of its words in the sheet's name, or near its header.
    bool is_mentioned(std::size_t sheet_index, const FoundHeader& header) const {
        const std::vector<std::string>& words = header.table->table().mentions;
        if (words.empty()) return true;
        const auto has_word = [&](const std::string& folded) {
            return std::any_of(words.begin(), words.end(),
                               [&](const std::string& word) { return folded.find(word) != folded.npos; });
        };
        const Sheet& sheet = workbook_.sheets()[sheet_index];
        if (has_word(fold_words(sheet.name))) return true;
        const std::uint32_t first = header.first_row > mention_reach ? header.first_row - mention_reach : 0;
        for (std::uint32_t row = first; row <= header.last_row + mention_reach; ++row) {
            for (const SheetCell& cell : sheet.cells.row(row)) {
                if (is_text_cell(cell) && has_word(fold_words(cell_text(workbook_, sheet_index, cell))))
                    return true;
            }
        }
        return false;
    }

    /// A text that stands alone in a row shortly above a header.
    std::string title_above(std::size_t sheet_index, std::uint32_t header_row) const {
        const Sheet& sheet = workbook_.sheets()[sheet_index];
        for (std::uint32_t up = 1; up <= title_reach && up <= header_row; ++up) {
            const SheetCell* only = nullptr;
            std::size_t values = 0;
            for (const SheetCell& cell : sheet.cells.row(header_row - up)) {
                if (is_blank_cell(workbook_, sheet_index, cell)) continue;
                only = &cell;
                ++values;
            }
            if (values == 1 && is_text_cell(*only))
                return fold_words(cell_text(workbook_, sheet_index, *only));
            if (values > 1) return {};
        }
        return {};
    }

    /// A page header printed again, as opposed to another table of the same kind under a title of its own.
    bool is_repeated(std::size_t sheet_index, const FoundHeader& first, const FoundHeader& again) const {
        if (first.table != again.table || !has_same_labels(first, again) || again.excel_table) return false;
        const std::string title = title_above(sheet_index, again.first_row);
        return title.empty() || title == title_above(sheet_index, first.first_row) ||
               is_under_section(sheet_index, first, again);
    }

    /// A section's label right between the entries above and the header: a page began with the section.
    /// Tables with titles of their own stand apart, or have totals at their top or end.
    bool is_under_section(std::size_t sheet_index, const FoundHeader& first, const FoundHeader& again) const {
        const Sheet& sheet = workbook_.sheets()[sheet_index];
        const auto values_in = [&](std::uint32_t row) {
            const auto cells = sheet.cells.row(row);
            return std::count_if(cells.begin(), cells.end(), [&](const SheetCell& cell) {
                return !is_blank_cell(workbook_, sheet_index, cell);
            });
        };
        if (again.first_row < first.last_row + 3 || values_in(again.first_row - 1) != 1 ||
            values_in(again.first_row - 2) < 2)
            return false;
        for (const std::uint32_t row : {first.last_row + 1, again.first_row - 2}) {
            const auto cells = sheet.cells.row(row);
            const auto label = std::find_if(cells.begin(), cells.end(), [&](const SheetCell& cell) {
                return !is_blank_cell(workbook_, sheet_index, cell);
            });
            if (label == cells.end() || !is_text_cell(*label)) continue;
            const std::string words = fold_words(cell_text(workbook_, sheet_index, *label));
            if (words.starts_with("total") || words.starts_with("overall") || words.starts_with("sub total"))
                return false;
        }
        return true;
    }

    void read_sheet(std::size_t sheet_index, std::vector<FoundHeader>& headers) {
        std::vector<bool> is_used(headers.size());
        const std::size_t first_table = tables_.size();
        for (std::size_t i = 0; i < headers.size(); ++i) {
            if (is_used[i]) continue;
            BodyLimits limits{headers[i].last_row + 1, max_rows, headers[i].excel_table, {}};
            for (std::size_t j = i + 1; j < headers.size(); ++j) {
                if (headers[j].first_row <= headers[i].last_row || !overlaps(headers[i], headers[j]))
                    continue;
                if (!headers[i].table->table().is_narrative &&
                    is_repeated(sheet_index, headers[i], headers[j])) {
                    is_used[j] = true;
                    limits.repeated_headers.emplace_back(headers[j].first_row, headers[j].last_row);
                    continue;
                }
                limits.limit_row = headers[j].first_row;
                break;
            }
            tables_.push_back(read_table(sheet_index, headers[i], limits));
        }
        for (std::size_t i = first_table + 1; i < tables_.size(); ++i) remark_second_header(first_table, i);
    }

    FoundTable read_table(std::size_t sheet_index, const FoundHeader& header,
                          const BodyLimits& limits) const {
        FoundTable table;
        table.spec = header.fit.table;
        table.sheet_index = sheet_index;
        table.first_header_row = header.first_row;
        table.last_header_row = header.last_row;
        table.sections.emplace_back();
        if (header.excel_table) table.excel_table = header.excel_table->name;
        for (std::size_t i = 0; i < header.labels.size(); ++i) {
            const HeaderLabel& label = header.labels[i];
            table.columns.push_back({header.fit.columns[i].spec, label.column_index, label.joined(),
                                     label.cell, header.fit.columns[i].match});
        }
        remark_columns(table, header);
        align_columns(workbook_, table, header.labels, limits.first_row, limits.limit_row);
        add_unheaded_column(table, limits);
        read_table_body(workbook_, table, limits);
        set_aside_worded_scores(workbook_, table);
        std::stable_sort(
            table.remarks.begin(), table.remarks.end(),
            [](const StructureRemark& a, const StructureRemark& b) { return a.place.first < b.place.first; });
        return table;
    }

    /// The labels of the rows, where nothing stands over them: the column left of the first label.
    void add_unheaded_column(FoundTable& table, const BodyLimits& limits) const {
        const auto wanted = std::find_if(table.spec->columns.begin(), table.spec->columns.end(),
                                         [](const ColumnSpec& spec) { return spec.header_may_be_blank; });
        if (wanted == table.spec->columns.end() || table.find_column(wanted->id)) return;
        const std::uint32_t first = table.columns.front().column_index;
        if (first == 0) return;
        const SheetCell* below = nullptr;
        const Sheet& sheet = workbook_.sheets()[table.sheet_index];
        for (std::uint32_t row = limits.first_row; row < limits.first_row + 3 && !below; ++row) {
            const SheetCell* cell = sheet.cells.find({row, first - 1});
            if (cell && !is_blank_cell(workbook_, table.sheet_index, *cell)) below = cell;
        }
        if (!below || !is_text_cell(*below)) return;
        table.columns.insert(
            table.columns.begin(),
            {&*wanted, first - 1, wanted->header, {table.last_header_row, first - 1}, HeaderMatch::synonym});
    }

    static void remark_columns(FoundTable& table, const FoundHeader& header) {
        const auto remark = [&](StructureKind kind, CellRef cell, std::string text, std::string other) {
            table.remarks.push_back({kind, {cell, cell}, std::move(text), std::move(other)});
        };
        for (std::size_t i = 0; i < header.labels.size(); ++i) {
            const FoundColumn& column = table.columns[i];
            const HeaderLabel& label = header.labels[i];
            const auto& duplicates = header.fit.duplicates;
            const auto duplicate = std::find(duplicates.begin(), duplicates.end(), i);
            const bool is_duplicate = duplicate != duplicates.end();
            if (!column.spec && !is_duplicate) {
                remark(StructureKind::unknown_column, column.header_cell, column.header, {});
            }
            if (column.spec && column.match == HeaderMatch::near_slip) {
                remark(StructureKind::near_header, column.header_cell, column.header, column.spec->header);
            }
            if (!label.groups.empty())
                remark(StructureKind::joined_header, column.header_cell, column.header, {});
            if (const auto twin = twin_of(header.labels, i)) {
                const HeaderLabel& other = header.labels[*twin];
                const bool units_differ = other.units != label.units;
                remark(StructureKind::duplicate_header, column.header_cell, label.label,
                       units_differ ? other.units + " / " + label.units : std::string{});
            } else if (is_duplicate) {
                const ColumnSpec* meant =
                    header.fit.meant[static_cast<std::size_t>(duplicate - duplicates.begin())];
                const FoundColumn* read = table.find_column(meant->id);
                remark(StructureKind::second_meaning, column.header_cell, column.header,
                       read ? read->header : meant->header);
            }
        }
        const CellRef corner = header.labels.front().cell;
        for (const ColumnSpec* spec : header.fit.missing) {
            remark(StructureKind::missing_column, corner, spec->header, {});
        }
    }

    /// An earlier label with the same text under the same groups.
    static std::optional<std::size_t> twin_of(const std::vector<HeaderLabel>& labels, std::size_t i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (labels[j].groups == labels[i].groups &&
                fold_words(labels[j].label) == fold_words(labels[i].label))
                return j;
        }
        return std::nullopt;
    }

    /// Tells table `i` of its sheet when it begins inside or right below an earlier one.
    void remark_second_header(std::size_t first_table, std::size_t i) {
        FoundTable& table = tables_[i];
        for (std::size_t j = i; j-- > first_table;) {
            const FoundTable& above = tables_[j];
            const bool is_over = above.range.first.column_index <= table.range.last.column_index &&
                                 table.range.first.column_index <= above.range.last.column_index;
            if (!is_over || above.last_header_row >= table.first_header_row) continue;
            if (table.first_header_row > above.range.last.row_index + 1 + rows_right_below) return;
            const CellRange place{{table.first_header_row, table.range.first.column_index},
                                  {table.last_header_row, table.range.last.column_index}};
            table.remarks.insert(table.remarks.begin(),
                                 {StructureKind::second_header, place, above.spec->title, {}});
            return;
        }
    }
};

void note_sheets_without_table(const Workbook& workbook, FoundTables& found) {
    for (std::size_t i = 0; i < workbook.sheets().size(); ++i) {
        const Sheet& sheet = workbook.sheets()[i];
        const bool has_table = std::any_of(found.tables.begin(), found.tables.end(),
                                           [&](const FoundTable& table) { return table.sheet_index == i; });
        if (has_table || is_override_sheet(sheet)) continue;
        if (sheet.part_name.empty()) {
            found.sheets_without_table.emplace_back(sheet.name, "it is a chart or dialogue sheet");
        } else if (sheet.cells.cells.empty()) {
            found.sheets_without_table.emplace_back(sheet.name, "it is empty");
        } else {
            const std::string entry = found.kind ? found.kind->tables.front().entry : std::string{};
            found.sheets_without_table.emplace_back(
                sheet.name,
                entry.empty() ? "no header row of a known table" : "no header row of a " + entry + " table");
        }
    }
}

}  // namespace

FoundTables find_tables(const Workbook& workbook, const TemplateSet& templates,
                        const WorkbookTemplate* only) {
    const KnownKinds& known = templates.known();
    std::vector<const WorkbookTemplate*> given;
    if (only) {
        given.push_back(only);
    } else {
        for (const KnownKind& kind : known.kinds) {
            if (kind.given) given.push_back(kind.given.get());
        }
    }
    const LabelIndex index(given, only ? nullptr : known.built_in);
    std::vector<std::vector<std::vector<std::uint32_t>>> rows(index.kind_count());  // by kind, then sheet
    for (std::size_t i = 0; i < workbook.sheets().size(); ++i) {
        std::vector<std::vector<std::uint32_t>> of_sheet(rows.size());
        if (!is_override_sheet(workbook.sheets()[i])) of_sheet = label_rows(workbook, i, index);
        for (std::size_t k = 0; k < rows.size(); ++k) rows[k].push_back(std::move(of_sheet[k]));
    }

    FoundTables found;
    std::size_t most_explained = 0;
    std::size_t most_matched = 0;
    const auto try_kind = [&](const WorkbookTemplate& kind, const std::vector<TableLabels>& labels,
                              const std::vector<std::vector<std::uint32_t>>& rows_of_kind) {
        KindReader reader(workbook, kind, labels, rows_of_kind, only != nullptr);
        const NearestHeader& nearest = reader.nearest();
        if (nearest.table && nearest.matched > most_matched) {
            most_matched = nearest.matched;
            found.nearest = &kind;
            found.missing_headers = nearest.missing;
            found.nearest_sheet = workbook.sheets()[nearest.sheet_index].name;
        }
        if (reader.explained() <= most_explained) return;
        most_explained = reader.explained();
        found.kind = &kind;
        found.tables = std::move(reader.tables());
    };
    if (only) {
        try_kind(*only, index.tables(0), rows[0]);
    } else {
        std::size_t next_given = 0;
        for (const KnownKind& kind : known.kinds) {
            // A kind none of whose labels are there is never read.
            const std::size_t number =
                kind.given
                    ? next_given++
                    : given.size() + static_cast<std::size_t>(kind.built_in - known.built_in->kinds.data());
            const bool has_labels = std::any_of(rows[number].begin(), rows[number].end(),
                                                [](const auto& of_sheet) { return !of_sheet.empty(); });
            if (!has_labels) continue;
            const WorkbookTemplate& spec = kind.read();
            if (kind.given) {
                try_kind(spec, index.tables(number), rows[number]);
                continue;
            }
            std::vector<TableLabels> labels;
            for (const TableSpec& table : spec.tables) labels.emplace_back(table);
            try_kind(spec, labels, rows[number]);
        }
    }
    if (found.kind) {
        found.nearest = nullptr;
        found.missing_headers.clear();
        found.nearest_sheet.clear();
    }
    note_sheets_without_table(workbook, found);
    return found;
}

}  // namespace scorebook

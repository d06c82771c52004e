// period_rows.cpp - a new period's figures beside those of the last period there was.
#include "checks/period_rows.hpp"

#include <algorithm>
#include <optional>

#include "checks/row_figures.hpp"
#include "checks/wording.hpp"
#include "tables/period_shape.hpp"

namespace scorebook {

namespace {

constexpr std::size_t most_figures = 6;

bool is_figure(const ColumnSpec& spec) {
    return spec.kind == ValueKind::figure || spec.kind == ValueKind::percentage ||
           spec.kind == ValueKind::money || spec.kind == ValueKind::duration;
}

struct PeriodRow {
    const TableValues* values = nullptr;
    std::size_t entry = 0;

    const std::string& section() const {
        const FoundTable& table = values->table();
        return table.sections[table.entries[entry].section];
    }
    std::optional<PeriodShape> shape() const { return read_period_shape(values->record(entry)); }
};

/// The last row of the same series in the workbook before.
std::optional<PeriodRow> last_before(const Subject& before, const PeriodRow& now) {
    std::optional<PeriodRow> last;
    for (const auto& values : before.values) {
        if (values->table().spec->id != now.values->table().spec->id) continue;
        for (std::size_t entry = 0; entry < values->size(); ++entry) {
            const PeriodRow row{values.get(), entry};
            if (folded(row.section()) == folded(now.section())) last = row;
        }
    }
    return last;
}

std::string movement(const std::string& name, const std::optional<Figure>& before, const Figure& now) {
    if (!before || before->unit != now.unit) return name + " " + in_words(now);
    if (before->number.value == now.number.value) return name + " unchanged at " + in_words(now);
    return name + (before->number.value < now.number.value ? " increased from " : " decreased from ") +
           in_words(*before) + " to " + in_words(now);
}

/// "DoLS!B8:G8": the row's figures.
std::string cells_of(const PeriodRow& row) {
    const FoundTable& table = row.values->table();
    std::optional<CellRange> range;
    for (const FoundColumn& column : table.columns) {
        if (!column.spec || !is_figure(*column.spec)) continue;
        const CellRef cell = row.values->place(row.entry, column);
        if (!range) range = CellRange{cell, cell};
        range->last.column_index = std::max(range->last.column_index, cell.column_index);
    }
    return row.values->sheet().name + "!" + (range ? to_a1(*range) : std::string());
}

NarrativeParagraph::Item item_of(const PeriodRow& now, const std::optional<PeriodRow>& before) {
    const FoundTable& table = now.values->table();
    std::vector<std::string> parts;
    std::string target;
    for (const ColumnSpec& spec : table.spec->columns) {
        const FoundColumn* column = table.find_column(spec.id);
        if (!column) continue;
        const ReadValue value = now.values->read(now.entry, *column);
        if (spec.kind == ValueKind::target && target.empty()) {
            // A number cell's text is its stored value; its figure knows the scale.
            const bool is_amount = value.figure && value.figure->number.comparator == Comparator::equal;
            target = is_amount ? in_words(*value.figure) : shortened(value.text, 40);
        }
        if (!is_figure(spec) || !value.figure || parts.size() == most_figures) continue;
        const FoundColumn* same = before ? before->values->table().find_column(spec.id) : nullptr;
        const auto old = same ? before->values->read(before->entry, *same).figure : std::nullopt;
        const std::string& header = column->header.empty() ? spec.header : column->header;
        parts.push_back(movement(shortened(header, 40), old, *value.figure));
    }
    std::string text = now.section().empty() ? "" : shortened(now.section(), 60) + ": ";
    for (std::size_t i = 0; i < parts.size(); ++i) text += (i == 0 ? "" : "; ") + parts[i];
    if (!target.empty()) text += " (target " + target + ")";
    text += ".";
    if (!before) return {now.values->record(now.entry), text, cells_of(now) + " now"};
    const auto shape = now.shape(), old_shape = before->shape();
    const bool is_other_length = shape && old_shape && shape->months > 0 && old_shape->months > 0 &&
                                 shape->months != old_shape->months;
    if (is_other_length)
        text += " It is held against " + shortened(before->values->record(before->entry), 40) +
                ", a period of another length.";
    return {now.values->record(now.entry), text, cells_of(*before) + " before, " + cells_of(now) + " now"};
}

}  // namespace

bool has_period_rows(const TableValues& values) {
    const TableSpec& spec = *values.table().spec;
    return std::any_of(spec.columns.begin(), spec.columns.end(),
                       [](const ColumnSpec& column) { return column.kind == ValueKind::period; }) &&
           !spec.find_column("id") && !spec.find_column("title");
}

NarrativeParagraph new_periods(const Subject& now, const Subject& before, const MatchedEntries& matched) {
    NarrativeParagraph paragraph;
    paragraph.heading = "Since the last period of the paper before:";
    for (const EntryPlace& place : matched.only_current) {
        const PeriodRow row{now.values[place.table].get(), place.entry};
        if (has_period_rows(*row.values)) paragraph.items.push_back(item_of(row, last_before(before, row)));
    }
    return paragraph;
}

}  // namespace scorebook

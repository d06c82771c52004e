// row_figures.cpp - figures of rows, and which entries a total row speaks for.
#include "checks/row_figures.hpp"

#include <algorithm>

#include "checks/wording.hpp"

namespace scorebook {

namespace {

std::vector<std::size_t> entries_between(const FoundTable& table, std::uint32_t first_row,
                                         std::uint32_t limit_row) {
    std::vector<std::size_t> entries;
    for (std::size_t i = 0; i < table.entries.size(); ++i) {
        const std::uint32_t row = table.entries[i].row_index;
        if (row >= first_row && row < limit_row) entries.push_back(i);
    }
    return entries;
}

std::string unit_suffix(FigureUnit unit) {
    switch (unit) {
        case FigureUnit::percent:
            return "%";
        case FigureUnit::points:
            return " percentage points";
        case FigureUnit::seconds:
            return " seconds";
        case FigureUnit::days:
            return " days";
        case FigureUnit::working_days:
            return " working days";
        case FigureUnit::months:
            return " months";
        case FigureUnit::none:
        case FigureUnit::pounds:
            return "";
    }
    return "";
}

}  // namespace

std::vector<FigureRow> RowFigures::entries() const {
    std::vector<FigureRow> rows;
    rows.reserve(values_.size());
    for (std::size_t i = 0; i < values_.size(); ++i)
        rows.push_back({values_.table().entries[i].row_index, values_.record(i), i});
    return rows;
}

std::vector<std::size_t> RowFigures::entries_named_like(std::uint32_t total_row) const {
    const FoundColumn* title = values_.table().find_column("title");
    if (!title) return {};
    const ReadValue said = read(FigureRow{total_row, {}, std::nullopt}, *title);
    std::vector<std::size_t> entries;
    std::string buffer;
    for (std::size_t i = 0; i < values_.size() && !said.text.empty(); ++i) {
        if (folded(values_.text(i, *title, buffer)) == folded(said.text)) entries.push_back(i);
    }
    return entries;
}

std::vector<TotalRow> RowFigures::totals() const {
    const FoundTable& table = values_.table();
    std::vector<const StructureRemark*> remarks;
    for (const StructureRemark& remark : table.remarks) {
        if (remark.kind == StructureKind::total_row) remarks.push_back(&remark);
    }
    std::vector<TotalRow> totals;
    for (std::size_t i = 0; i < remarks.size(); ++i) {
        const std::uint32_t row = remarks[i]->place.first.row_index;
        TotalRow total;
        total.row = {row, remarks[i]->text, std::nullopt};
        const std::uint32_t since = i == 0 ? 0 : remarks[i - 1]->place.first.row_index;
        const std::uint32_t until =
            i + 1 == remarks.size() ? max_rows : remarks[i + 1]->place.first.row_index;
        // A total closes what stands above it, or opens what stands below; a grand total speaks for all.
        // "All services | Complaints" is the total of the complaints alone.
        for (auto reading : {entries_named_like(row), entries_between(table, 0, max_rows),
                             entries_between(table, since, row), entries_between(table, 0, row),
                             entries_between(table, row, until)}) {
            const bool is_known =
                std::find(total.readings.begin(), total.readings.end(), reading) != total.readings.end();
            if (reading.size() > 1 && !is_known) total.readings.push_back(std::move(reading));
        }
        totals.push_back(std::move(total));
    }
    return totals;
}

std::vector<FigureRow> RowFigures::all() const {
    std::vector<FigureRow> rows = entries();
    for (TotalRow& total : totals()) rows.push_back(std::move(total.row));
    return rows;
}

ReadValue RowFigures::read(const FigureRow& row, const FoundColumn& column) const {
    if (row.entry) return values_.read(*row.entry, column);
    const TableEntry place{row.row_index, row.row_index, 0, false};
    return read_value(*context_.current.workbook, *context_.current.kind, values_.table(), place, column);
}

std::optional<Figure> RowFigures::at(const FigureRow& row, const FoundColumn* column) const {
    return column ? read(row, *column).figure : std::nullopt;
}

std::optional<Figure> RowFigures::at(std::size_t entry, const FoundColumn* column) const {
    return column ? values_.read(entry, *column).figure : std::nullopt;
}

Finding RowFigures::finding(const FigureRow& row, const FoundColumn& column, std::string_view rule,
                            Severity severity) const {
    Finding finding;
    finding.rule = rule;
    finding.severity = severity;
    finding.sheet = values_.sheet().name;
    finding.cell = CellRef{row.row_index, column.column_index};
    finding.record = row.record;
    return finding;
}

std::string in_words(const Fraction& value, const Figure& like, int more_places) {
    if (like.unit == FigureUnit::pounds) {
        const bool is_negative = value.is_negative();
        return (is_negative ? "-\xC2\xA3" : "\xC2\xA3") +
               to_text(value.magnitude(), std::max(like.places, 0) + more_places);
    }
    return to_text(value, like.places + more_places) + unit_suffix(like.unit);
}

std::string in_words(const Figure& figure) {
    Figure shown = figure;
    // "£1.61m" is a whole number of pounds.
    if (figure.number.step >= Fraction(1)) shown.places = 0;
    return in_words(figure.number.value, shown);
}

Interval range_of(const Figure& figure, double rounded_to) {
    if (rounded_to > 0) {
        const auto base = static_cast<std::int64_t>(rounded_to);
        return Interval::around(figure.number.value, Fraction::ratio(base, 2));
    }
    const bool is_count = figure.unit == FigureUnit::none && figure.places == 0 &&
                          figure.number.comparator == Comparator::equal;
    return is_count ? Interval::point(figure.number.value) : figure.number.interval();
}

bool has_figures(const TableValues& values, const FoundColumn& column) {
    for (std::size_t entry = 0; entry < values.size(); ++entry) {
        if (values.read(entry, column).figure) return true;
    }
    return false;
}

}  // namespace scorebook

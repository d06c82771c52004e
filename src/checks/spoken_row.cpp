// spoken_row.cpp - entries by their names in a sentence, or by the row a comment stands in.
#include "checks/spoken_row.hpp"

#include <algorithm>

#include "checks/money_scale.hpp"
#include "checks/wording.hpp"
#include "tables/plain_text.hpp"

namespace scorebook {

namespace {

/// 4.341 under "Variance £m" is £4,341,000, as a sentence says it.
void put_in_pounds(Figure& figure, const FoundColumn& column) {
    const auto scale = figure.unit == FigureUnit::none ? money_scale(column.header) : std::nullopt;
    if (!scale) return;
    figure.unit = FigureUnit::pounds;
    figure.number.value = figure.number.value * *scale;
    figure.number.step = figure.number.step * *scale;
    if (*scale != Fraction(1)) figure.places = 0;
}

}  // namespace

SpokenRow SpokenRows::row_of(std::size_t table, std::size_t entry) const {
    SpokenRow row{table, entry, false, {}, {}, {}};
    const TableValues& values = *context_.current.values[table];
    for (const FoundColumn& column : values.table().columns) {
        if (!column.spec) continue;
        auto figure = values.read(entry, column).figure;
        if (figure && column.spec->kind == ValueKind::money) put_in_pounds(*figure, column);
        if (figure) row.figures.emplace_back(&column, std::move(*figure));
    }
    std::string buffer;
    if (const FoundColumn* title = values.roles().description) {
        for (PlacedFigure& placed : find_figures(values.text(entry, *title, buffer)))
            row.in_title.push_back(std::move(placed.figure));
    }
    return row;
}

std::optional<SpokenRow> SpokenRows::of_comment(const SheetText& text) const {
    for (std::size_t table = 0; table < context_.current.values.size(); ++table) {
        const TableValues& values = *context_.current.values[table];
        const FoundTable& found = values.table();
        const bool is_here = found.sheet_index == text.sheet_index &&
                             text.cell.row_index > found.last_header_row &&
                             text.cell.row_index <= found.range.last.row_index;
        if (!is_here) continue;
        for (const FoundColumn& column : found.columns) {
            const bool is_comment = column.spec && column.column_index == text.cell.column_index &&
                                    column.spec->id.starts_with("comment");
            if (!is_comment) continue;
            const auto entry = std::lower_bound(
                found.entries.begin(), found.entries.end(), text.cell.row_index,
                [](const TableEntry& each, std::uint32_t row) { return each.row_index < row; });
            if (entry == found.entries.end() || entry->row_index != text.cell.row_index) continue;
            SpokenRow row = row_of(table, static_cast<std::size_t>(entry - found.entries.begin()));
            row.is_own = true;
            return row;
        }
    }
    return std::nullopt;
}

std::optional<SpokenRow> SpokenRows::named(std::string_view sentence, bool& is_ambiguous) const {
    const std::string plain = fold_words(sentence);
    const std::vector<NamedEntry> named = names_.find(plain);
    if (named.empty()) return std::nullopt;
    const NamedEntry& first = named.front();
    is_ambiguous = std::any_of(named.begin(), named.end(), [&](const NamedEntry& other) {
        return other.table != first.table || other.entry != first.entry;
    });
    SpokenRow row = row_of(first.table, first.entry);
    row.name = plain.substr(first.begin, first.end - first.begin);
    return row;
}

std::vector<SpokenRow> SpokenRows::all_named(std::string_view sentence) const {
    std::vector<SpokenRow> rows;
    for (const NamedEntry& each : names_.find(fold_words(sentence)))
        rows.push_back(row_of(each.table, each.entry));
    return rows;
}

std::optional<std::size_t> end_of_name(const SpokenRow& row, std::string_view plain) {
    const std::string& name = row.name;
    const std::size_t space = name.rfind(' ');
    const std::string last = space == std::string::npos ? name : name.substr(space + 1);
    const auto at = find_word(plain, last);
    return at ? std::optional(*at + last.size()) : std::nullopt;
}

}  // namespace scorebook

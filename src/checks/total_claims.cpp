// total_claims.cpp - check "total_claims" (A11): a sentence that quotes a table's total count beside an
// amount of money is held against that table's total of money.
//
//     "the number of contracts let is 66 with a value of £72m": 66 is what Contracts add up to, and beside it
//     Annual Value adds up to £81.8m.
//
// The count says which table is meant, so it must be the total of one column of one table alone, and no
// single row's figure.
#include <algorithm>
#include <optional>

#include "checks/built_in_checks.hpp"
#include "checks/row_figures.hpp"
#include "checks/sentence_figures.hpp"
#include "checks/sheet_texts.hpp"
#include "checks/wording.hpp"

namespace scorebook {

namespace {

constexpr std::size_t fewest_entries = 3;
constexpr std::size_t shortest_total_claim = 20;
/// Smaller totals are met by chance.
constexpr int least_count = 20;

/// A column every entry has a figure of one unit in.
struct ColumnTotal {
    const TableValues* values = nullptr;
    const FoundColumn* column = nullptr;
    FigureUnit unit = FigureUnit::none;
    Fraction sum = 0;
    Interval range = Interval::point(0);
    bool is_whole = true;
    Figure like;  ///< the first entry's, for its unit
    bool is_any_rows_figure = false;
};

std::optional<ColumnTotal> total_of(const TableValues& values, const FoundColumn& column) {
    ColumnTotal total;
    total.values = &values;
    total.column = &column;
    std::vector<Fraction> figures;
    for (std::size_t entry = 0; entry < values.size(); ++entry) {
        const auto figure = values.read(entry, column).figure;
        if (!figure || (entry > 0 && figure->unit != total.unit)) return std::nullopt;
        if (entry == 0) total.like = *figure;
        total.unit = figure->unit;
        total.sum = total.sum + figure->number.value;
        const auto range = total.range + range_of(*figure);
        if (!range) return std::nullopt;
        total.range = *range;
        total.is_whole = total.is_whole && figure->places == 0;
        figures.push_back(figure->number.value);
    }
    // "£56.9m" has no decimals as pounds.
    if (total.unit == FigureUnit::pounds) total.like.places = 0;
    total.is_any_rows_figure = std::find(figures.begin(), figures.end(), total.sum) != figures.end();
    return total;
}

std::vector<ColumnTotal> totals_of(const CheckContext& context) {
    std::vector<ColumnTotal> totals;
    for (const auto& values : context.current.values) {
        if (values->table().spec->is_narrative || values->size() < fewest_entries) continue;
        for (const FoundColumn& column : values->table().columns) {
            const bool adds_up = column.spec && (column.spec->kind == ValueKind::figure ||
                                                 column.spec->kind == ValueKind::money);
            if (const auto total = adds_up ? total_of(*values, column) : std::nullopt)
                totals.push_back(*total);
        }
    }
    return totals;
}

/// The one total a figure of the sentence is; null when there is none, or more than one.
const ColumnTotal* counted_in(const std::vector<ColumnTotal>& totals,
                              const std::vector<PlacedFigure>& figures) {
    const ColumnTotal* found = nullptr;
    for (const ColumnTotal& total : totals) {
        const bool is_count = total.unit == FigureUnit::none && total.is_whole && !total.is_any_rows_figure &&
                              !(total.sum < Fraction(least_count));
        if (!is_count) continue;
        const bool is_told = std::any_of(figures.begin(), figures.end(), [&](const PlacedFigure& placed) {
            return placed.figure.unit == FigureUnit::none && placed.figure.number.value == total.sum;
        });
        if (!is_told) continue;
        if (found) return nullptr;
        found = &total;
    }
    return found;
}

/// The one column of money beside it.
const ColumnTotal* money_beside(const std::vector<ColumnTotal>& totals, const ColumnTotal& count) {
    const ColumnTotal* found = nullptr;
    for (const ColumnTotal& total : totals) {
        if (total.values != count.values || total.unit != FigureUnit::pounds) continue;
        if (found) return nullptr;
        found = &total;
    }
    return found;
}

void check_sentence(const CheckContext& context, const std::vector<ColumnTotal>& totals,
                    const SheetText& text, std::string_view sentence, Report& report) {
    const std::vector<PlacedFigure> figures = find_figures(sentence);
    const PlacedFigure* money = nullptr;
    for (const PlacedFigure& placed : figures) {
        if (placed.figure.unit != FigureUnit::pounds) continue;
        if (money) return;
        money = &placed;
    }
    const ColumnTotal* count = money ? counted_in(totals, figures) : nullptr;
    const ColumnTotal* value = count ? money_beside(totals, *count) : nullptr;
    if (!value || money->figure.number.interval().meets(value->range)) return;
    const TableValues& values = *count->values;
    Finding finding;
    finding.rule = "A11";
    finding.severity = Severity::error;
    finding.sheet = context.current.workbook->sheets()[text.sheet_index].name;
    finding.cell = text.cell;
    finding.message = "The text says '" + shortened(sentence, 110) + "'. " +
                      shortened(count->column->header, 50) + " on '" + values.sheet().name + "' adds up to " +
                      in_words(count->sum, count->like) + ", but " + shortened(value->column->header, 50) +
                      " beside it to " + in_words(value->sum, value->like) + " (from " +
                      to_a1(values.place(0, *value->column)) + "), not " + in_words(money->figure) + ".";
    finding.advice = "Find out which is right and correct the other.";
    finding.evidence = {{"text", in_words(money->figure)}, {"table", in_words(value->sum, value->like)}};
    report.findings.push_back(std::move(finding));
}

}  // namespace

void check_total_claims(const CheckContext& context, Report& report) {
    std::vector<SheetText> texts = texts_outside_tables(context, shortest_total_claim);
    std::erase_if(texts, [](const SheetText& text) { return !has_figures(text.text, 2); });
    // Most workbooks have no such text, and their columns needn't be added up.
    if (texts.empty()) return;
    const std::vector<ColumnTotal> totals = totals_of(context);
    const bool has_money = std::any_of(totals.begin(), totals.end(), [](const ColumnTotal& total) {
        return total.unit == FigureUnit::pounds;
    });
    if (!has_money) return;
    for (const SheetText& text : texts) {
        for (const std::string_view sentence : sentences(text.text))
            check_sentence(context, totals, text, sentence, report);
    }
}

}  // namespace scorebook

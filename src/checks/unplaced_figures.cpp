// unplaced_figures.cpp - told by the bracket or the verb before a figure, or by the noun behind it.
#include "checks/unplaced_figures.hpp"

#include <algorithm>
#include <array>

#include "checks/row_figures.hpp"
#include "checks/sentence_figures.hpp"
#include "checks/wording.hpp"
#include "vocabulary/verdict.hpp"

namespace scorebook {

namespace {

/// Smaller counts are of anything.
constexpr int least_told_count = 20;
constexpr std::size_t reach_of_noun = 24;

bool is_same_figure(const Figure& said, const Figure& cell) {
    const bool may_be =
        said.unit == cell.unit || cell.unit == FigureUnit::none || said.unit == FigureUnit::none;
    return may_be && (judge(said.number, cell.number.value) <= Verdict::truncated ||
                      judge(said.number, cell.number.value.magnitude()) <= Verdict::truncated);
}

bool is_tied_to_entry(const SentenceFigures& sentence, std::size_t i) {
    if (sentence.is_in_brackets(i)) return sentence.figure(i).unit != FigureUnit::none;
    constexpr std::array<std::string_view, 6> ties = {"had",      "has",      "have",
                                                      "received", "recorded", "reported"};
    return sentence.is_count(i) && std::find(ties.begin(), ties.end(), sentence.word_before(i)) != ties.end();
}

bool has_figure(const SpokenRow& row, const Figure& said) {
    return std::any_of(row.figures.begin(), row.figures.end(),
                       [&](const auto& cell) { return is_same_figure(said, cell.second); }) ||
           std::any_of(row.in_title.begin(), row.in_title.end(),
                       [&](const Figure& figure) { return figure.number.value == said.number.value; });
}

/// Whether one of the next words begins like one of what the table is about.
bool counts_subject_of(const TableSpec& table, std::string_view after) {
    return std::any_of(table.mentions.begin(), table.mentions.end(),
                       [&](const std::string& stem) { return find_word(after, stem + "*").has_value(); });
}

/// A figure of any row, totals too, or the sum of a column.
bool has_count(const CheckContext& context, const TableValues& values, const Figure& said) {
    const RowFigures figures(context, values);
    const std::vector<FigureRow> rows = figures.all();
    for (const FoundColumn& column : values.table().columns) {
        if (!column.spec) continue;
        Fraction sum = 0;
        for (const FigureRow& row : rows) {
            const auto figure = figures.at(row, &column);
            if (!figure) continue;
            if (is_same_figure(said, *figure)) return true;
            if (row.entry) sum = sum + figure->number.value;
        }
        if (judge(said.number, sum) <= Verdict::truncated) return true;
    }
    return false;
}

}  // namespace

std::string unplaced_in_rows(const std::vector<SpokenRow>& named, std::string_view text) {
    if (named.empty()) return {};
    const SentenceFigures sentence(text);
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        if (!is_tied_to_entry(sentence, i)) continue;
        const bool is_placed = std::any_of(named.begin(), named.end(), [&](const SpokenRow& row) {
            return row.figures.empty() || has_figure(row, sentence.figure(i));
        });
        if (!is_placed) return sentence.words(i) + " is in no row it names; it may be of something else";
    }
    return {};
}

std::string unplaced_in_tables(const CheckContext& context, std::string_view text) {
    const auto& tables = context.current.values;
    const bool has_subject = std::any_of(tables.begin(), tables.end(), [](const auto& values) {
        return !values->table().spec->mentions.empty();
    });
    if (!has_subject || !has_figures(text, 1)) return {};
    const SentenceFigures sentence(text);
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        if (!sentence.is_count(i) || sentence.figure(i).number.value < Fraction(least_told_count)) continue;
        const std::string after = sentence.text_after(i, reach_of_noun);
        bool is_spoken_of = false, is_placed = false;
        for (const auto& values : tables) {
            if (!counts_subject_of(*values->table().spec, after)) continue;
            is_spoken_of = true;
            is_placed = is_placed || has_count(context, *values, sentence.figure(i));
        }
        if (is_spoken_of && !is_placed)
            return "no figure and no total of the tables is " + sentence.words(i) +
                   "; it may be of another time or place";
    }
    return {};
}

}  // namespace scorebook

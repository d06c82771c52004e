// relation_sum.cpp - relations "sum" and "total": a figure is the sum of its parts in the row (A02, A03, A04,
// A07, A13), and a total row is the sum of the entries it stands for (A02).
//
//     sum:   column = of + ... - minus - ...     ("equals": the parts sum to a number instead)
//     total: the total row of each column named in "of"
//     whole: the entries' shares in the column make 100%
#include <algorithm>

#include "checks/relations.hpp"
#include "checks/wording.hpp"

namespace scorebook {

namespace {

struct Sum {
    Fraction value = 0;
    Interval range = Interval::point(0);
    std::string words;
    bool is_complete = true;
};

void add(Sum& sum, const Figure& figure, bool is_minus, const std::string& name) {
    const Interval range = range_of(figure);
    const auto next = is_minus ? sum.range - range : sum.range + range;
    if (!next || figure.number.comparator != Comparator::equal) {
        sum.is_complete = false;
        return;
    }
    sum.range = *next;
    sum.value = is_minus ? sum.value - figure.number.value : sum.value + figure.number.value;
    if (!sum.words.empty()) sum.words += is_minus ? " less " : " plus ";
    sum.words += name + " " + in_words(figure);
}

Sum sum_of_row(const RelationRun& run, const FigureRow& row) {
    Sum sum;
    for (const bool is_minus : {false, true}) {
        for (const FoundColumn* column : run.columns(is_minus ? "minus" : "of")) {
            const auto figure = run.figures.at(row, column);
            if (figure) {
                add(sum, *figure, is_minus, run.name(*column));
            } else {
                sum.is_complete = false;
            }
        }
    }
    return sum;
}

struct TotalVerdict {
    Verdict verdict = Verdict::wrong;
    Fraction recomputed = 0;
    std::size_t entries = 0;
};

/// The best of what the total row may stand for; nothing when no reading has all its figures.
std::optional<TotalVerdict> judge_total(const RelationRun& run, const TotalRow& total,
                                        const FoundColumn& column, const Figure& figure) {
    std::optional<TotalVerdict> best;
    for (const std::vector<std::size_t>& entries : total.readings) {
        Sum sum;
        for (const std::size_t entry : entries) {
            const ReadValue value = run.values.read(entry, column);
            if (value.figure) {
                add(sum, *value.figure, false, "");
            } else if (value.state != ValueState::not_applicable && value.state != ValueState::mark &&
                       value.state != ValueState::blank) {
                sum.is_complete = false;
            }
        }
        if (!sum.is_complete) continue;
        const Verdict verdict = judge(figure.number, sum.value, sum.range);
        if (!best || verdict < best->verdict) best = TotalVerdict{verdict, sum.value, entries.size()};
    }
    return best;
}

}  // namespace

void check_sum(const RelationRun& run) {
    const double equals = run.relation.number("equals", 0);
    for (const FigureRow& row : run.figures.all()) {
        const Sum sum = sum_of_row(run, row);
        if (!sum.is_complete) continue;
        if (equals == 0) {
            const auto figure = run.figures.at(row, &run.column);
            if (figure)
                run.add_verdict(row, *figure, judge(figure->number, sum.value, sum.range), sum.value,
                                sum.words);
            continue;
        }
        const Fraction wanted = static_cast<std::int64_t>(equals);
        if (sum.range.contains(wanted)) continue;
        Finding found = run.finding(row, Severity::error);
        found.message = sum.words + " is " + to_text(sum.value, 1) + ", not " + to_text(wanted, 0) + ".";
        found.message[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(found.message[0])));
        found.advice = "Check the parts: together they have to be the whole.";
        run.report.findings.push_back(std::move(found));
    }
}

void check_total(const RelationRun& run) {
    for (const TotalRow& total : run.figures.totals()) {
        for (const FoundColumn* column : run.columns("of")) {
            const auto figure = run.figures.at(total.row, column);
            if (!figure) continue;
            const auto verdict = judge_total(run, total, *column, *figure);
            if (!verdict) continue;
            const RelationRun of_column{run.context, run.values, run.relation, *column, run.report};
            of_column.add_verdict(total.row, *figure, verdict->verdict, verdict->recomputed,
                                  "the sum of the " + counted(verdict->entries, "row", "rows"));
        }
    }
}

void check_whole(const RelationRun& run) {
    Sum sum;
    std::size_t count = 0;
    for (const FigureRow& row : run.figures.entries()) {
        const auto figure = run.figures.at(row, &run.column);
        if (!figure) return;  // a part nobody gave may be the rest
        add(sum, *figure, false, "");
        ++count;
    }
    const bool has_sections = run.values.table().sections.size() > 1;
    const Interval rounded = sum.range;
    if (count < 2 || has_sections || !sum.is_complete || rounded.contains(Fraction(100))) return;
    const FigureRow last = run.figures.entries().back();
    Finding found = run.finding(last, Severity::error);
    found.record.clear();
    found.message = "The " + std::to_string(count) + " shares under " + run.name(run.column) + " make " +
                    to_text(sum.value, 1) + "%, not 100%.";
    found.advice = "Check the shares: together they have to be the whole.";
    run.report.findings.push_back(std::move(found));
}

}  // namespace scorebook

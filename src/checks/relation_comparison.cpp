// relation_comparison.cpp - relation "comparison" (G09): "better", "similar" and "worse" follow one rule.
//
//     column: the word (1 better, 0 similar, -1 worse); of: our value; against: theirs
//
// Which difference counts is for statistics to say; but a row called similar can't differ by more, the same
// way, than one called worse, and nothing better is worse.
#include "checks/measure_words.hpp"
#include "checks/wording.hpp"
#include "tables/period_shape.hpp"

namespace scorebook {

namespace {

struct Compared {
    FigureRow row;
    int word = 0;
    Fraction gain = 0;  ///< our lead over theirs, as a share of theirs; negative: behind
    std::string figures;
};

std::string in_percent(const Fraction& share) {
    return to_text(share.magnitude() * 100, 1) + "%";
}

/// Our figure of the period theirs is of, where the headings name it; else the first there is.
const FoundColumn* our_column(const RelationRun& run) {
    const FoundColumn* theirs = run.first("against");
    const auto period = theirs ? read_period_shape(theirs->header) : std::nullopt;
    for (const FoundColumn* ours : run.columns("of")) {
        const auto own = read_period_shape(ours->header);
        const bool is_same = own && own->days && period && period->days &&
                             own->days->first == period->days->first && own->days->last == period->days->last;
        if (is_same) return ours;
    }
    return run.first("of");
}

std::vector<Compared> compared_rows(const RelationRun& run) {
    const FoundColumn* our = our_column(run);
    std::vector<Compared> rows;
    for (const FigureRow& row : run.figures.entries()) {
        const auto word = word_number(run, row, &run.column);
        const auto ours = run.figures.at(row, our);
        const auto theirs = run.figures.at(row, run.first("against"));
        const Polarity polarity = polarity_of(run, row);
        if (!word || !ours || !theirs || polarity == Polarity::unknown || theirs->number.value.is_zero())
            continue;
        Fraction gain = (ours->number.value - theirs->number.value) / theirs->number.value.magnitude();
        if (polarity == Polarity::lower_is_better) gain = -gain;
        rows.push_back({row,
                        *word > 0   ? 1
                        : *word < 0 ? -1
                                    : 0,
                        gain, in_words(*ours) + " against " + in_words(*theirs)});
    }
    return rows;
}

void add(const RelationRun& run, const FigureRow& row, std::string message) {
    Finding found = run.finding(row, Severity::warning);
    found.message = std::move(message);
    found.advice = "Use one rule for all rows, and say which beneath the table.";
    run.report.findings.push_back(std::move(found));
}

}  // namespace

void check_comparison(const RelationRun& run) {
    const std::vector<Compared> rows = compared_rows(run);
    const Compared* mildest_worse = nullptr;
    const Compared* mildest_better = nullptr;
    for (const Compared& row : rows) {
        if (row.word * 1 != 0 && (row.word > 0) == row.gain.is_negative() && !row.gain.is_zero()) {
            add(run, row.row,
                run.name(run.column) + " says '" + shortened(run.figures.read(row.row, run.column).text, 30) +
                    "', but " + row.figures + " is " + in_percent(row.gain) +
                    (row.word > 0 ? " worse." : " better."));
            continue;
        }
        if (row.word < 0 && (!mildest_worse || row.gain > mildest_worse->gain)) mildest_worse = &row;
        if (row.word > 0 && (!mildest_better || row.gain < mildest_better->gain)) mildest_better = &row;
    }
    for (const Compared& row : rows) {
        if (row.word != 0) continue;
        const bool is_as_bad = mildest_worse && row.gain < mildest_worse->gain;
        const bool is_as_good = mildest_better && row.gain > mildest_better->gain;
        if (!is_as_bad && !is_as_good) continue;
        const Compared& other = is_as_bad ? *mildest_worse : *mildest_better;
        add(run, row.row,
            run.name(run.column) + " says similar where " + row.figures + " is " + in_percent(row.gain) +
                (is_as_bad ? " worse" : " better") + ", yet " + other.row.record + " is called " +
                (is_as_bad ? "worse" : "better") + " for only " + in_percent(other.gain) + " (" +
                other.figures + ").");
    }
}

}  // namespace scorebook

// relation_trend.cpp - relation "trend" (X03, R-10): the direction somebody typed is the one the two values
// give.
//
//     column: the word; of: the value now; since: the one before; both may name the same periods in order. In
//     the list of words 1 and -1 are better and worse, 2 and -2 up and down whatever is good, 0 is no change.
//
// A move of no more than half a unit of the coarser figure is no change (R-10's dead-band); but a number cell
// drops its last noughts, 4.6 beside 4.65 may be 4.60, so the move itself is then right too.
#include <cmath>

#include "checks/measure_facts.hpp"
#include "checks/wording.hpp"

namespace scorebook {

namespace {

std::string movement_words(int moved, Polarity polarity) {
    if (moved == 0) return "no change";
    const bool is_better = (moved > 0) == (polarity == Polarity::higher_is_better);
    if (polarity == Polarity::unknown) return moved > 0 ? "a rise" : "a fall";
    return is_better ? "an improvement" : "a worsening";
}

bool is_within_dead_band(const Figure& before, const Figure& now) {
    const Fraction step = before.number.step < now.number.step ? now.number.step : before.number.step;
    return (now.number.value - before.number.value).magnitude() <= step / 2;
}

void check_trend_of(const RelationRun& run, const FigureRow& row, const FoundColumn* now_column,
                    const FoundColumn* before_column) {
    const auto typed = word_number(run, row, &run.column);
    const auto now = run.figures.at(row, now_column);
    const auto before = run.figures.at(row, before_column);
    if (!typed || !now || !before || now->unit != before->unit) return;
    const int moved = movement_between(*before, *now);
    const Polarity polarity = polarity_of(run, row);
    const bool is_raw = std::fabs(*typed) > 1;
    if (!is_raw && *typed != 0 && moved != 0 && polarity == Polarity::unknown) return;
    const int sense = is_raw || polarity != Polarity::lower_is_better ? 1 : -1;
    const int said = *typed > 0 ? 1 : *typed < 0 ? -1 : 0;
    if (said == moved * sense || (said == 0 && is_within_dead_band(*before, *now))) return;
    Finding found = run.finding(row, Severity::warning);
    found.message = run.name(run.column) + " says '" + shortened(run.figures.read(row, run.column).text, 40) +
                    "', but from " + in_words(*before) + " (" + run.name(*before_column) + ") to " +
                    in_words(*now) + " (" + run.name(*now_column) + ") is " +
                    movement_words(moved, polarity) + ".";
    found.advice = "Correct the word, or the figure it describes.";
    found.evidence = {{"before", in_words(*before)}, {"now", in_words(*now)}};
    run.report.findings.push_back(std::move(found));
}

}  // namespace

void check_trend(const RelationRun& run) {
    const FoundColumn* now = run.latest("of");
    const FoundColumn* before = run.before_latest("since");
    if (!before) return;
    for (const FigureRow& row : run.figures.entries()) check_trend_of(run, row, now, before);
}

}  // namespace scorebook

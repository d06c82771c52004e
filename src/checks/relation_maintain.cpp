// relation_maintain.cpp - relation "maintain" (X10, R-11): where the target is to stay where one is, the
// figure is held against its baseline and a dead-band.
//
//     column: the value now; against: the target; since: the baseline, the first of them that has a figure;
//     status, tolerance, polarity: columns the workbook may have. Without a tolerance the setting
//     Maintain_Band holds, in per cent of the baseline. Where there is a status, it must say the same.
#include <cmath>

#include "checks/measure_words.hpp"
#include "checks/wording.hpp"

namespace scorebook {

namespace {

struct Baseline {
    Figure figure;
    std::string name;
};

std::optional<Baseline> baseline_of(const RelationRun& run, const FigureRow& row, const Target& target) {
    if (!target.values.empty()) return Baseline{target.values.front(), "the target's own figure"};
    for (const FoundColumn* column : run.columns("since")) {
        if (const auto figure = run.figures.at(row, column)) return Baseline{*figure, run.name(*column)};
    }
    return std::nullopt;
}

std::optional<Fraction> band_of(const RelationRun& run, const FigureRow& row, const Fraction& base) {
    if (const auto own = run.figures.at(row, run.first("tolerance")))
        return own->unit == FigureUnit::percent ? base.magnitude() * own->number.value / 100
                                                : own->number.value;
    const Setting* setting = run.context.current.kind->setting_on("Maintain_Band", run.context.as_at);
    if (!setting) return std::nullopt;
    return base.magnitude() * Fraction::ratio(std::lround(setting->value * 100), 10'000);
}

/// Whether the figure left the band on the bad side; either side is bad where nobody says which is good.
bool has_slipped(const Fraction& moved, const Fraction& band, Polarity polarity) {
    if (moved.magnitude() <= band) return false;
    return polarity == Polarity::unknown || moved.is_negative() == (polarity == Polarity::higher_is_better);
}

void check_row(const RelationRun& run, const FigureRow& row, std::vector<std::string>& without_baseline) {
    const FoundColumn* target_column = run.first("against");
    const Target target = read_target(run.figures.read(row, *target_column).text);
    const auto now = run.figures.at(row, &run.column);
    if (target.kind != Target::Kind::maintain || !now) return;
    const auto baseline = baseline_of(run, row, target);
    if (!baseline) without_baseline.push_back(shortened(row.record, 40));
    if (!baseline || baseline->figure.unit != now->unit) return;
    const Fraction& base = baseline->figure.number.value;
    const auto band = band_of(run, row, base);
    if (!band) return;
    const Fraction moved = now->number.value - base;
    const bool slipped = has_slipped(moved, *band, polarity_of(run, row));
    const auto status = word_number(run, row, run.first("status"));
    const bool is_told = status && (slipped ? *status < status_met : *status > status_missed);
    if (is_told || (!status && !slipped)) return;
    const FoundColumn& place = status ? *run.first("status") : run.column;
    Finding found = run.figures.finding(row, place, run.relation.rule, Severity::warning);
    const std::string facts = run.name(run.column) + " " + in_words(*now) + " against " +
                              in_words(baseline->figure) + " (" + baseline->name + ")";
    found.message = "The target is to maintain" +
                    (status ? ", and " + run.name(place) + " is " +
                                  shortened(run.figures.read(row, place).text, 30) + ", but "
                            : std::string(", but ")) +
                    facts + (slipped ? " is not within " : " is within ") + in_words(*band, *now, 1) +
                    " of it.";
    found.advice = status ? "Correct the status, or say beside it why it is so."
                          : "Say that it wasn't maintained, or correct the figures.";
    found.evidence = {{"baseline", in_words(baseline->figure)},
                      {"now", in_words(*now)},
                      {"dead-band", in_words(*band, *now, 1)}};
    run.report.findings.push_back(std::move(found));
}

}  // namespace

void check_maintain(const RelationRun& run) {
    std::vector<std::string> without_baseline;
    for (const FigureRow& row : run.figures.entries()) check_row(run, row, without_baseline);
    if (without_baseline.empty()) return;
    run.report.not_checked.push_back({"target 'Maintain' of " + joined(without_baseline, 4),
                                      "the row has no earlier figure to be maintained"});
}

}  // namespace scorebook

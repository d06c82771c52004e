// relation_overall.cpp - relation "overall" (A05, R-07): the percentage in a total row is weighted by the
// volumes behind the rows; the plain mean of percentages flatters or shames.
//
//     column: the percentages; by: the counts they are shares of
#include "checks/relations.hpp"
#include "checks/wording.hpp"

namespace scorebook {

namespace {

struct Means {
    Fraction weighted = 0;
    Fraction plain = 0;
    Interval range = Interval::point(0);
    bool is_known = false;
};

Means means_of(const RelationRun& run, const std::vector<std::size_t>& entries, const FoundColumn& weights) {
    Means means;
    Fraction volume = 0;
    Interval top = Interval::point(0);
    for (const std::size_t entry : entries) {
        const auto share = run.figures.at(entry, &run.column);
        const auto weight = run.figures.at(entry, &weights);
        if (!share || !weight) return {};
        const auto part = share->number.interval() * Interval::point(weight->number.value);
        const auto next = part ? top + *part : std::nullopt;
        if (!next) return {};
        top = *next;
        means.weighted = means.weighted + share->number.value * weight->number.value;
        means.plain = means.plain + share->number.value;
        volume = volume + weight->number.value;
    }
    if (entries.empty() || volume.is_zero()) return {};
    means.weighted = means.weighted / volume;
    means.plain = means.plain / static_cast<std::int64_t>(entries.size());
    const auto range = top / Interval::point(volume);
    means.is_known = range.has_value() && means.weighted.is_known();
    means.range = range.value_or(top);
    return means;
}

}  // namespace

void check_overall(const RelationRun& run) {
    const FoundColumn* weights = run.first("by");
    for (const TotalRow& total : run.figures.totals()) {
        const auto figure = run.figures.at(total.row, &run.column);
        if (!figure || total.readings.empty()) continue;
        const Means means = means_of(run, total.readings.front(), *weights);
        if (!means.is_known) continue;
        const Verdict verdict = judge(figure->number, means.weighted, means.range);
        if (verdict != Verdict::wrong && verdict != Verdict::truncated) continue;
        if (judge(figure->number, means.plain) > Verdict::half_even) {
            run.add_verdict(total.row, *figure, verdict, means.weighted,
                            "the rows' figures weighted by " + run.name(*weights));
            continue;
        }
        Finding found = run.finding(total.row, Severity::error);
        const std::string weighted = in_words(means.weighted, *figure);
        found.message = run.name(run.column) + " for " + total.row.record + " is " + in_words(*figure) +
                        ", the plain average of the rows' percentages; weighted by " + run.name(*weights) +
                        " it is " + weighted + ".";
        found.advice = "Write " + weighted + ", or work it out from the totals.";
        found.evidence = {{"printed", in_words(*figure)},
                          {"weighted", weighted},
                          {"plain average", in_words(means.plain, *figure, 2)}};
        run.report.findings.push_back(std::move(found));
    }
}

}  // namespace scorebook

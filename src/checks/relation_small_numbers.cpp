// relation_small_numbers.cpp - relation "small-numbers" (G11, R-17): counts so small that they point at
// people don't belong in an open paper. Off until the workbook says what is small (setting Suppress_Below).
//
//     of: the counts
#include <cmath>

#include "checks/relations.hpp"
#include "checks/wording.hpp"

namespace scorebook {

void check_small_numbers(const RelationRun& run) {
    const Setting* setting = run.context.current.kind->setting_on("Suppress_Below", run.context.as_at);
    if (!setting || setting->value < 2) return;
    const Fraction limit = std::lround(setting->value);
    for (const FoundColumn* counts : run.columns("of")) {
        for (const FigureRow& row : run.figures.entries()) {
            const auto figure = run.figures.at(row, counts);
            if (!figure || figure->number.value <= Fraction(0) || figure->number.value >= limit) continue;
            Finding found = run.figures.finding(row, *counts, run.relation.rule, Severity::error);
            found.message = run.name(*counts) + " is " + in_words(*figure) + ", below " + to_text(limit, 0) +
                            ": a count this small could point at a person.";
            found.advice = "Suppress it, and enough other cells that totals don't give it away.";
            run.report.findings.push_back(std::move(found));
        }
    }
}

}  // namespace scorebook

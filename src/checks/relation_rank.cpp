// relation_rank.cpp - relation "rank" (A11): places in a ranking follow from the figures; equal figures share
// a place.
//
//     column: the place; of: the figure; better: "higher" or "lower"
#include <cmath>

#include "checks/measure_words.hpp"
#include "checks/wording.hpp"

namespace scorebook {

void check_rank(const RelationRun& run) {
    struct Ranked {
        FigureRow row;
        Fraction value;
        std::optional<Figure> place;
        std::string words;
    };
    std::vector<Ranked> rows;
    for (const FigureRow& row : run.figures.entries()) {
        const auto figure = run.figures.at(row, run.first("of"));
        if (!figure) return;  // a ranking with gaps can't be recomputed
        rows.push_back({row, figure->number.value, run.figures.at(row, &run.column), in_words(*figure)});
    }
    const bool low_is_first =
        polarity_of(run, rows.empty() ? FigureRow{} : rows.front().row) == Polarity::lower_is_better;
    for (const Ranked& ranked : rows) {
        if (!ranked.place) continue;
        std::int64_t before = 0, same = 0;
        for (const Ranked& other : rows) {
            before += (low_is_first ? other.value < ranked.value : other.value > ranked.value) ? 1 : 0;
            same += other.value == ranked.value ? 1 : 0;
        }
        const Fraction& place = ranked.place->number.value;
        // Ties may share the first place of their run, its last or its middle.
        if (place > Fraction(before) && place <= Fraction(before + same)) continue;
        Finding found = run.finding(ranked.row, Severity::error);
        found.message = run.name(run.column) + " is " + in_words(*ranked.place) + ", but with " +
                        ranked.words + " " + ranked.row.record + " is number " + std::to_string(before + 1) +
                        " of " + std::to_string(rows.size()) + ".";
        found.advice = "Write " + std::to_string(before + 1) + ".";
        run.report.findings.push_back(std::move(found));
    }
}

}  // namespace scorebook

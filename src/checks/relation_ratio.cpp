// relation_ratio.cpp - relation "ratio": a percentage (A01), a rate (A08) or a variance in per cent (A04) is
// what its parts give.
//
//     column = base x (of - minus) / out-of
#include "checks/relations.hpp"
#include "checks/wording.hpp"

namespace scorebook {

namespace {

struct Parts {
    Fraction value = 0;
    Interval range = Interval::point(0);
    std::string words;
    bool is_complete = true;
};

/// Adds the figures of `columns` with a sign.
void add_parts(const RelationRun& run, const FigureRow& row, const std::vector<const FoundColumn*>& columns,
               bool is_minus, Parts& parts) {
    for (const FoundColumn* column : columns) {
        const auto figure = run.figures.at(row, column);
        if (!figure || figure->number.comparator != Comparator::equal) {
            parts.is_complete = false;
            return;
        }
        const Interval range = range_of(*figure, run.relation.number("rounded-to", 0));
        const auto total = is_minus ? parts.range - range : parts.range + range;
        parts.value = is_minus ? parts.value - figure->number.value : parts.value + figure->number.value;
        parts.is_complete = parts.is_complete && total.has_value();
        parts.range = total.value_or(parts.range);
        if (!parts.words.empty()) parts.words += is_minus ? " less " : " plus ";
        parts.words += run.name(*column) + " " + in_words(*figure);
    }
}

/// 0.784 under a heading in per cent is the same share as 78.4.
bool agrees_as_share(const Figure& figure, const Fraction& recomputed, const Interval& range, double base) {
    if (base != 100 || figure.unit == FigureUnit::pounds) return false;
    if (figure.number.value.magnitude() > Fraction(2)) return false;
    PrintedNumber as_percent = figure.number;
    as_percent.value = as_percent.value * 100;
    as_percent.step = as_percent.step * 100;
    return judge(as_percent, recomputed, range) <= Verdict::within_rounding;
}

void judge_row(const RelationRun& run, const FigureRow& row) {
    const auto figure = run.figures.at(row, &run.column);
    if (!figure) return;
    Parts top, bottom;
    add_parts(run, row, run.columns("of"), false, top);
    add_parts(run, row, run.columns("minus"), true, top);
    add_parts(run, row, run.columns("out-of"), false, bottom);
    if (!top.is_complete || !bottom.is_complete) return;
    if (bottom.value.is_zero()) {
        Finding found = run.finding(row, Severity::warning);
        found.message = run.name(run.column) + " is " + in_words(*figure) + ", but " + bottom.words +
                        " leaves nothing to divide by.";
        found.advice = "Write 'Not applicable'.";
        run.report.findings.push_back(std::move(found));
        return;
    }
    const double base = run.relation.number("base", 100);
    const Fraction scale = static_cast<std::int64_t>(base);
    const Fraction recomputed = top.value / bottom.value * scale;
    const auto share = top.range / bottom.range;
    const auto range = share ? *share * Interval::point(scale) : std::nullopt;
    if (!recomputed.is_known() || !range) return;
    const Verdict verdict = judge(figure->number, recomputed, *range);
    if (verdict == Verdict::wrong && agrees_as_share(*figure, recomputed, *range, base)) return;
    const std::string per = base == 100 ? " out of "
                            : base == 1 ? " over "
                                        : " per " + to_text(scale, 0) + " of ";
    run.add_verdict(row, *figure, verdict, recomputed, top.words + per + bottom.words);
}

}  // namespace

void check_ratio(const RelationRun& run) {
    for (const FigureRow& row : run.figures.all()) judge_row(run, row);
}

}  // namespace scorebook

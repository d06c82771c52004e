// relation_ratio.cpp - relation "ratio": a percentage (A01), a rate (A08) or a variance in per cent (A04) is
// what its parts give.
//
//     column = base x (of - minus) / out-of
//
// A heading such as "per 100,000 population" says the base itself; such a rate is A08's.
#include <array>

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

/// 100,000 for a heading "Rate per 100,000 population"; 0 when it names no base.
double named_base(std::string_view header) {
    struct Base {
        std::string_view words;
        double base;
    };
    constexpr std::array<Base, 8> bases = {{{"per 100,000", 100'000},
                                            {"per 100 000", 100'000},
                                            {"per 100000", 100'000},
                                            {"per 10,000", 10'000},
                                            {"per 10000", 10'000},
                                            {"per 1,000", 1'000},
                                            {"per 1000", 1'000},
                                            {"per thousand", 1'000}}};
    const std::string plain = folded(header);
    for (const Base& each : bases) {
        const std::size_t at = plain.find(each.words);
        const std::size_t end = at == plain.npos ? at : at + each.words.size();
        if (at != plain.npos && (end == plain.size() || plain[end] == ' ' || plain[end] == ')'))
            return each.base;
    }
    return 0;
}

struct Quotient {
    Parts top, bottom;
    double base = 100;
    bool is_rate = false;  ///< the heading says of how many
};

std::optional<Quotient> quotient_of(const RelationRun& run, const FigureRow& row) {
    Quotient quotient;
    add_parts(run, row, run.columns("of"), false, quotient.top);
    add_parts(run, row, run.columns("minus"), true, quotient.top);
    add_parts(run, row, run.columns("out-of"), false, quotient.bottom);
    if (!quotient.top.is_complete || !quotient.bottom.is_complete) return std::nullopt;
    const double named = named_base(run.column.header);
    quotient.is_rate = named > 0;
    quotient.base = named > 0 ? named : run.relation.number("base", 100);
    return quotient;
}

std::optional<Ratio> ratio_of(const Quotient& quotient) {
    const Fraction scale = static_cast<std::int64_t>(quotient.base);
    const Fraction value = quotient.top.value / quotient.bottom.value * scale;
    const auto share = quotient.top.range / quotient.bottom.range;
    const auto range = share ? *share * Interval::point(scale) : std::nullopt;
    if (!value.is_known() || !range) return std::nullopt;
    return Ratio{value, *range};
}

void judge_row(const RelationRun& run, const FigureRow& row) {
    const auto figure = run.figures.at(row, &run.column);
    const auto quotient = figure ? quotient_of(run, row) : std::nullopt;
    if (!quotient) return;
    const auto& [top, bottom, base, is_rate] = *quotient;
    if (bottom.value.is_zero()) {
        Finding found = run.finding(row, Severity::warning);
        found.message = run.name(run.column) + " is " + in_words(*figure) + ", but " + bottom.words +
                        " leaves nothing to divide by.";
        found.advice = "Write 'Not applicable'.";
        run.report.findings.push_back(std::move(found));
        return;
    }
    const auto ratio = ratio_of(*quotient);
    if (!ratio) return;
    const Verdict verdict = judge(figure->number, ratio->value, ratio->range);
    if (verdict == Verdict::wrong && agrees_as_share(*figure, ratio->value, ratio->range, base)) return;
    const std::string per = base == 100 ? " out of "
                            : base == 1
                                ? " over "
                                : " per " + to_text(Fraction(static_cast<std::int64_t>(base)), 0) + " of ";
    if (!is_rate) {
        run.add_verdict(row, *figure, verdict, ratio->value, top.words + per + bottom.words);
        return;
    }
    Relation rate = run.relation;
    rate.rule = "A08";
    const RelationRun of_rate{run.context, run.values, rate, run.column, run.report};
    of_rate.add_verdict(row, *figure, verdict, ratio->value, top.words + per + bottom.words);
}

}  // namespace

std::optional<Ratio> ratio_of(const RelationRun& run, const FigureRow& row) {
    const auto quotient = quotient_of(run, row);
    return quotient ? ratio_of(*quotient) : std::nullopt;
}

void check_ratio(const RelationRun& run) {
    for (const FigureRow& row : run.figures.all()) judge_row(run, row);
}

}  // namespace scorebook

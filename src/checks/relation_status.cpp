// relation_status.cpp - relation "status" (G08, R-11): the RAG somebody typed is the one that target, value
// and tolerance give.
//
//     column: the status; of: the value, or its periods, of which the last filled in counts; against: the
//     target; polarity, tolerance, note: columns the workbook may have. The status list's numbers are 2 met,
//     1 within tolerance, 0 missed.
//
// A value whose counts stand in the row is judged unrounded; any other as printed, and where its rounding
// could have it on the other side of the target or of the tolerance, the finding only says so.
#include <algorithm>
#include <cmath>

#include "checks/measure_words.hpp"
#include "checks/wording.hpp"

namespace scorebook {

namespace {

/// The share of the target by which it may be missed and still be amber; the row's own, else the relation's
/// setting.
std::optional<Fraction> tolerance_of(const RelationRun& run, const FigureRow& row,
                                     const TargetLimits& target) {
    if (const auto own = run.figures.at(row, run.first("tolerance"))) {
        if (own->unit != FigureUnit::percent) return own->number.value;
        return target.low.magnitude() * own->number.value / 100;
    }
    const Setting* setting = run.context.current.kind->setting_on("Tolerance", run.context.as_at);
    if (!setting) return std::nullopt;
    if (target.low.is_zero()) return std::nullopt;  // a share of nothing says nothing
    return target.low.magnitude() * Fraction::ratio(std::lround(setting->value * 100), 10'000);
}

/// The value before it was rounded, where another relation of the table says what counts it is worked out
/// from, and it is.
PrintedNumber unrounded(const RelationRun& run, const FigureRow& row, const FoundColumn& column,
                        const Figure& figure) {
    const auto& relations = run.values.table().spec->relations;
    const auto ratio = std::find_if(relations.begin(), relations.end(), [&](const Relation& relation) {
        return relation.is == "ratio" && relation.column == column.spec->id;
    });
    if (ratio == relations.end()) return figure.number;
    const auto parts = ratio_of({run.context, run.values, *ratio, column, run.report}, row);
    const bool is_exact = parts && parts->range.is_point() &&
                          judge(figure.number, parts->value, parts->range) <= Verdict::truncated;
    return is_exact ? PrintedNumber{parts->value, 0, Comparator::equal} : figure.number;
}

struct Judgement {
    double expected = status_missed;
    bool is_sure = true;  ///< amber and red can be told apart
    bool is_met = false;
    bool may_be_met_or_not = false;    ///< as far as the value's own rounding goes
    bool may_be_amber_or_red = false;  ///< likewise
    Fraction value = 0;                ///< what was judged
};

std::optional<Judgement> judge_row(const RelationRun& run, const FigureRow& row, const FoundColumn& column,
                                   const Figure& actual, const TargetLimits& target) {
    const PrintedNumber value = unrounded(run, row, column, actual);
    const auto outcome = test_target(value, target, polarity_of(run, row));
    if (!outcome) return std::nullopt;
    Judgement judgement{status_met, true, outcome->is_met, outcome->is_too_close_to_call, false, value.value};
    if (outcome->is_met) return judgement;
    const auto tolerance = tolerance_of(run, row, target);
    judgement.is_sure = tolerance.has_value();
    judgement.expected = tolerance && outcome->shortfall <= *tolerance ? status_near_target : status_missed;
    if (tolerance && outcome->shortfall != *tolerance && value.comparator == Comparator::equal)
        judgement.may_be_amber_or_red = (outcome->shortfall - *tolerance).magnitude() <= value.step / 2;
    return judgement;
}

std::string word_for(const RelationRun& run, double number) {
    const WordList* list = run.context.current.kind->find_words(run.column.spec->words);
    if (!list) return {};
    for (const Word& word : list->words) {
        if (word.number == number) return word.word;
    }
    return {};
}

void check_status_of(const RelationRun& run, const FigureRow& row, const FoundColumn* value_column,
                     std::vector<std::string>& without_band) {
    const auto typed = word_number(run, row, &run.column);
    const FoundColumn* target_column = run.first("against");
    const auto actual = run.figures.at(row, value_column);
    const auto target = target_of(run, row, target_column);
    if (!typed || !actual || !target) return;
    const FoundColumn* note = run.first("note");
    if (note && !run.figures.read(row, *note).text.empty()) return;  // an override with its reason
    const auto judgement = judge_row(run, row, *value_column, *actual, *target);
    if (!judgement) return;
    if (!judgement->is_sure && *typed < status_met && target->low.is_zero())
        without_band.push_back(shortened(row.record, 40));
    const bool agrees = judgement->is_sure ? *typed == judgement->expected
                                           : (*typed == status_met) == (judgement->expected == status_met);
    if (agrees) return;
    const std::string wanted = target_words(run, row, *target_column);
    const bool is_about_target = *typed == status_met || judgement->is_met;
    const bool is_open = is_about_target ? judgement->may_be_met_or_not : judgement->may_be_amber_or_red;
    const Fraction as_printed = judgement->value.rounded(actual->number.step);
    const bool is_rounded_away = as_printed != judgement->value && !actual->number.step.is_zero();
    Finding found = run.finding(row, is_open ? Severity::info : Severity::error);
    const std::string expected = judgement->is_sure || judgement->expected == status_met
                                     ? word_for(run, judgement->expected)
                                     : "not " + word_for(run, status_met);
    found.message = run.name(run.column) + " is " + shortened(run.figures.read(row, run.column).text, 30) +
                    ", but " + run.name(*value_column) + " " +
                    (is_rounded_away ? in_words(judgement->value, *actual, 2) : in_words(*actual)) +
                    " against the target " + wanted + " is " + expected +
                    (judgement->is_met ? ": the target is met." : ": the target is missed.");
    if (is_open) found.message += " At this precision it is too close to call.";
    found.advice = is_open ? ""
                   : judgement->is_sure || judgement->is_met
                       ? "Write " + expected + ", or give the reason for another status beside it."
                       : "Correct the status, or give the reason for it beside it.";
    found.evidence = {{"value", in_words(*actual)}, {"target", wanted}, {"expected", expected}};
    run.report.findings.push_back(std::move(found));
}

}  // namespace

void check_status(const RelationRun& run) {
    std::vector<std::string> without_band;
    const FoundColumn* value_column = run.latest("of");
    for (const FigureRow& row : run.figures.entries()) check_status_of(run, row, value_column, without_band);
    if (without_band.empty()) return;
    run.report.not_checked.push_back({"amber or red of " + joined(without_band, 4),
                                      "the target is 0, of which a tolerance in per cent is nothing; give "
                                      "the row a tolerance of its own"});
}

}  // namespace scorebook

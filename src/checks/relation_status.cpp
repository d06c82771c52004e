// relation_status.cpp - relation "status" (G08, R-11): the RAG somebody typed is the one that target, value
// and tolerance give.
//
//     column: the status; of: the value; against: the target; polarity, tolerance, note: columns the workbook
//     may have. The status list's numbers are 2 met, 1 within tolerance, 0 missed.
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

struct Judgement {
    double expected = status_missed;
    bool is_sure = true;  ///< amber and red can be told apart
    TargetOutcome outcome;
};

std::optional<Judgement> judge_row(const RelationRun& run, const FigureRow& row, const Figure& actual,
                                   const TargetLimits& target) {
    const auto outcome = test_target(actual.number, target, polarity_of(run, row));
    if (!outcome) return std::nullopt;
    Judgement judgement{status_met, true, *outcome};
    if (outcome->is_met) return judgement;
    const auto tolerance = tolerance_of(run, row, target);
    judgement.is_sure = tolerance.has_value();
    judgement.expected = tolerance && outcome->shortfall <= *tolerance ? status_near_target : status_missed;
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

void check_status_of(const RelationRun& run, const FigureRow& row) {
    const auto typed = word_number(run, row, &run.column);
    const FoundColumn* value_column = run.first("of");
    const FoundColumn* target_column = run.first("against");
    const auto actual = run.figures.at(row, value_column);
    const auto target = target_of(run, row, target_column);
    if (!typed || !actual || !target) return;
    const FoundColumn* note = run.first("note");
    if (note && !run.figures.read(row, *note).text.empty()) return;  // an override with its reason
    const auto judgement = judge_row(run, row, *actual, *target);
    if (!judgement) return;
    const bool agrees = judgement->is_sure ? *typed == judgement->expected
                                           : (*typed == status_met) == (judgement->expected == status_met);
    if (agrees) return;
    const std::string wanted = target_words(run, row, *target_column);
    const bool is_open = judgement->outcome.is_too_close_to_call;
    Finding found = run.finding(row, is_open ? Severity::info : Severity::error);
    const std::string expected = judgement->is_sure || judgement->expected == status_met
                                     ? word_for(run, judgement->expected)
                                     : "not " + word_for(run, status_met);
    found.message = run.name(run.column) + " is " + shortened(run.figures.read(row, run.column).text, 30) +
                    ", but " + run.name(*value_column) + " " + in_words(*actual) + " against the target " +
                    wanted + " is " + expected +
                    (judgement->outcome.is_met ? ": the target is met." : ": the target is missed.");
    if (is_open) found.message += " At this precision it is too close to call.";
    found.advice = is_open ? "" : "Write " + expected + ", or give the reason for another status beside it.";
    found.evidence = {{"value", in_words(*actual)}, {"target", wanted}, {"expected", expected}};
    run.report.findings.push_back(std::move(found));
}

}  // namespace

void check_status(const RelationRun& run) {
    for (const FigureRow& row : run.figures.entries()) check_status_of(run, row);
}

}  // namespace scorebook

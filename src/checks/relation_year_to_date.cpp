// relation_year_to_date.cpp - relation "year-to-date" (A06): a year's figure so far is the sum of its
// periods, their last value, or lies between them.
//
//     column: the year to date; of: its periods, earliest first
#include "checks/relations.hpp"
#include "checks/wording.hpp"
#include "vocabulary/year_to_date.hpp"

namespace scorebook {

namespace {

std::string periods_in_words(const RelationRun& run, const FigureRow& row) {
    std::vector<std::string> words;
    for (const FoundColumn* column : run.columns("of")) {
        if (const auto figure = run.figures.at(row, column))
            words.push_back(in_words(*figure) + " (" + run.name(*column) + ")");
    }
    return joined(words);
}

void add_finding(const RelationRun& run, const FigureRow& row, const Figure& figure, YearToDate verdict) {
    const Severity severity = verdict == YearToDate::by_rounding ? Severity::info : Severity::warning;
    Finding found = run.finding(row, severity);
    const std::string about = run.name(run.column) + " is " + in_words(figure);
    const std::string periods = periods_in_words(run, row);
    switch (verdict) {
        case YearToDate::by_rounding:
            found.message =
                about + ", just outside " + periods + "; the rounding of those figures allows for it.";
            found.fix = Fix::none;
            break;
        case YearToDate::lopsided:
            found.message = about + ", which " + periods +
                            " give only if one of them stands for less than a tenth of the volume.";
            found.advice = "Check the figure against the volumes of both periods.";
            break;
        default:
            found.message = about + ", but its periods are " + periods + ": no weighting of them gives it.";
            found.advice = "Check the year to date and its periods.";
            break;
    }
    found.evidence = {{"year to date", in_words(figure)}, {"periods", periods}};
    run.report.findings.push_back(std::move(found));
}

}  // namespace

void check_year_to_date(const RelationRun& run) {
    for (const FigureRow& row : run.figures.all()) {
        const auto figure = run.figures.at(row, &run.column);
        if (!figure) continue;
        std::vector<PrintedNumber> periods;
        bool may_add_up = figure->unit != FigureUnit::percent && figure->places == 0;
        bool is_complete = true;
        for (const FoundColumn* column : run.columns("of")) {
            const ReadValue value = run.figures.read(row, *column);
            if (value.state == ValueState::blank) continue;  // a quarter still to come
            is_complete = is_complete && value.figure && value.figure->unit == figure->unit;
            if (!is_complete) break;
            may_add_up = may_add_up && value.figure->places == 0;
            periods.push_back(value.figure->number);
        }
        if (!is_complete || periods.size() < 2) continue;
        const YearToDate verdict = judge_year_to_date(figure->number, periods, may_add_up);
        if (verdict != YearToDate::agrees) add_finding(run, row, *figure, verdict);
    }
}

}  // namespace scorebook

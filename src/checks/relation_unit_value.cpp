// relation_unit_value.cpp - relation "unit-value" (A12): the value of one item is much the same from row to
// row; a factor of five is more often a lost digit than news.
//
//     column: the value; by: how many items; factor: how many times more or less is odd (5)
#include <algorithm>

#include "checks/relations.hpp"
#include "checks/wording.hpp"

namespace scorebook {

namespace {

struct UnitValue {
    FigureRow row;
    Fraction each = 0;
    std::string words;
};

Fraction median(std::vector<Fraction> values) {
    std::sort(values.begin(), values.end(), [](const Fraction& a, const Fraction& b) { return a < b; });
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

}  // namespace

void check_unit_value(const RelationRun& run) {
    std::vector<UnitValue> rows;
    const FoundColumn* by = run.first("by");
    for (const FigureRow& row : run.figures.entries()) {
        const auto value = run.figures.at(row, &run.column);
        const auto count = run.figures.at(row, by);
        if (!value || !count || count->number.value.is_zero()) continue;
        rows.push_back(
            {row, value->number.value / count->number.value, in_words(*value) + " for " + in_words(*count)});
    }
    if (rows.size() < 3) return;
    const auto factor = static_cast<std::int64_t>(run.relation.number("factor", 5));
    for (const UnitValue& row : rows) {
        std::vector<Fraction> others;
        for (const UnitValue& other : rows) {
            if (&other != &row) others.push_back(other.each);
        }
        const Fraction usual = median(std::move(others));
        const bool is_odd = row.each * factor < usual || row.each > usual * factor;
        if (!is_odd) continue;
        Finding found = run.finding(row.row, Severity::warning);
        found.message = run.name(run.column) + ": " + row.words + " is " + to_text(row.each, 0) +
                        " each, where the other rows have about " + to_text(usual, 0) + ".";
        found.advice = "Check for a digit lost or added.";
        found.evidence = {{"each", to_text(row.each, 0)}, {"usual", to_text(usual, 0)}};
        run.report.findings.push_back(std::move(found));
    }
}

}  // namespace scorebook

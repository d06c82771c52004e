// repeated_figures.cpp - check "repeated_figures" (A11): one measure told in two tables has one figure for
// one period.
//
// The same measure has the same reference and title; the same period is the same heading that names its year.
// Anything less could be another area, another quarter or another cut of the data.
#include <map>

#include "checks/built_in_checks.hpp"
#include "checks/entry_findings.hpp"
#include "checks/row_figures.hpp"
#include "checks/wording.hpp"
#include "tables/period_shape.hpp"
#include "tables/plain_text.hpp"

namespace scorebook {

namespace {

struct Told {
    const TableValues* values = nullptr;
    std::size_t entry = 0;
    const FoundColumn* column = nullptr;
    Figure figure;
};

bool names_its_period(const FoundColumn& column) {
    if (!column.spec || column.spec->kind == ValueKind::target) return false;
    const auto shape = read_period_shape(column.header);
    return shape && shape->days.has_value();
}

}  // namespace

void check_repeated_figures(const CheckContext& context, Report& report) {
    if (context.current.values.size() < 2) return;
    std::map<std::string, Told> first;
    for (const auto& values : context.current.values) {
        const FoundColumn* id = values->roles().id;
        const FoundColumn* title = values->roles().description;
        if (!id || !title) continue;
        for (const FoundColumn& column : values->table().columns) {
            if (!names_its_period(column)) continue;
            for (std::size_t entry = 0; entry < values->size(); ++entry) {
                const auto figure = values->read(entry, column).figure;
                if (!figure) continue;
                std::string buffer;
                const std::string key = fold_words(values->record(entry)) + "|" +
                                        fold_words(values->text(entry, *title, buffer)) + "|" +
                                        fold_words(column.header);
                const auto [place, is_new] =
                    first.try_emplace(key, Told{values.get(), entry, &column, *figure});
                const Told& other = place->second;
                if (is_new || other.values == values.get() || other.figure.unit != figure->unit) continue;
                if (other.figure.number.interval().meets(figure->number.interval())) continue;
                Finding finding = finding_at(*values, entry, column, "A11", Severity::error);
                finding.message = shortened(column.header, 50) + " is " + in_words(*figure) + " here, but " +
                                  in_words(other.figure) + " for the same measure on '" +
                                  other.values->sheet().name + "' (" +
                                  to_a1(other.values->place(other.entry, *other.column)) + ").";
                finding.advice = "Find out which is right and correct the other.";
                finding.evidence = {{"here", in_words(*figure)}, {"there", in_words(other.figure)}};
                report.findings.push_back(std::move(finding));
            }
        }
    }
}

}  // namespace scorebook

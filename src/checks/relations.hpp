// relations.hpp - what a template says of columns that hang together, judged row by row (check "relations").
//
//     <relation is="ratio" rule="A01" column="answered_pct" of="answered" out-of="offered"/>
//
// Each kind of relation has a file of its own and a row in relations.cpp; workbook-templates/README.md lists
// them for template authors.
#pragma once

#include <string>
#include <vector>

#include "checks/check_context.hpp"
#include "checks/row_figures.hpp"
#include "vocabulary/verdict.hpp"

namespace scorebook {

/// One relation of one table, with its columns found.
struct RelationRun {
    const CheckContext& context;
    const TableValues& values;
    const Relation& relation;
    const FoundColumn& column;  ///< the judged one
    Report& report;
    RowFigures figures{context, values};

    /// The columns of a role that the workbook has, in the template's order.
    std::vector<const FoundColumn*> columns(const std::string& role) const;
    /// The first of them, or null.
    const FoundColumn* first(const std::string& role) const;
    /// The last of them with a figure in any row, the first while there is none, and the one before it; the
    /// same column where the template names one.
    const FoundColumn* latest(const std::string& role) const;
    const FoundColumn* before_latest(const std::string& role) const;
    /// How many columns the template names for it.
    std::size_t wanted(const std::string& role) const { return relation.part(role).size(); }

    Finding finding(const FigureRow& row, Severity severity) const {
        return figures.finding(row, column, relation.rule, severity);
    }
    /// "Answered" by header, as typed in the workbook.
    std::string name(const FoundColumn& of) const;

    /// Adds what a verdict is worth: nothing for agreement, else one sentence. `how` says how the figure is
    /// worked out ("Answered 52 of Offered 60").
    void add_verdict(const FigureRow& row, const Figure& figure, Verdict verdict, const Fraction& recomputed,
                     const std::string& how) const;
};

/// What a relation "ratio" gives for a row, and the values its parts' rounding allows.
struct Ratio {
    Fraction value = 0;
    Interval range;
};
/// Nothing when a part is missing or there is nothing to divide by.
std::optional<Ratio> ratio_of(const RelationRun& run, const FigureRow& row);

void check_ratio(const RelationRun& run);
void check_sum(const RelationRun& run);
void check_total(const RelationRun& run);
void check_overall(const RelationRun& run);
void check_year_to_date(const RelationRun& run);
void check_status(const RelationRun& run);
void check_trend(const RelationRun& run);
void check_comparison(const RelationRun& run);
void check_met(const RelationRun& run);
void check_rank(const RelationRun& run);
void check_small_numbers(const RelationRun& run);
void check_unit_value(const RelationRun& run);
void check_maintain(const RelationRun& run);
void check_whole(const RelationRun& run);

}  // namespace scorebook

// period_labels.cpp - check "period_labels": quarters whose months say otherwise (V14), and periods of
// different length or season side by side (X04).
#include "checks/built_in_checks.hpp"
#include "checks/entry_findings.hpp"
#include "checks/period_lengths.hpp"
#include "checks/row_figures.hpp"
#include "checks/sheet_texts.hpp"
#include "checks/wording.hpp"
#include "tables/period_shape.hpp"

namespace scorebook {

namespace {

constexpr std::size_t longest_label = 120;

std::string length_words(const PeriodShape& shape) {
    return shape.months == 1 ? "1 month" : std::to_string(shape.months) + " months";
}

void add_contradiction(const Sheet& sheet, CellRef cell, std::string_view text, Report& report) {
    Finding finding;
    finding.rule = "V14";
    finding.severity = Severity::warning;
    finding.sheet = sheet.name;
    finding.cell = cell;
    finding.message =
        "'" + shortened(text, 60) +
        "' names a quarter and months that aren't that quarter of the financial year (quarter 1 is "
        "April to June).";
    finding.advice = "Write the months, or the quarter they are.";
    report.findings.push_back(std::move(finding));
}

void check_text(const Sheet& sheet, CellRef cell, std::string_view text, Report& report) {
    if (text.size() > longest_label) return;
    const auto shape = read_period_shape(text);
    if (shape && shape->sense == QuarterSense::contradicted) add_contradiction(sheet, cell, text, report);
}

/// Rows that are periods of one series: each as long as the one before.
void check_rows(const TableValues& values, const FoundColumn& column, Report& report) {
    std::optional<PeriodShape> before;
    std::string before_text;
    std::uint32_t section = 0;
    for (std::size_t entry = 0; entry < values.size(); ++entry) {
        const std::string text = values.read(entry, column).text;
        const auto shape = read_period_shape(text);
        const std::uint32_t own_section = values.table().entries[entry].section;
        const bool is_series =
            before && shape && own_section == section && before->months > 0 && shape->months > 0;
        if (is_series && before->months != shape->months) {
            Finding finding = finding_at(values, entry, column, "X04", Severity::warning);
            finding.message = "'" + shortened(text, 40) + "' is " + length_words(*shape) + " long, but '" +
                              shortened(before_text, 40) + "' above it is " + length_words(*before) +
                              ": their figures can't be compared as they stand.";
            finding.advice = "Use periods of one length, or say that they differ.";
            report.findings.push_back(std::move(finding));
        }
        // One break in a series is told once, not again when it goes on with the new length.
        before = shape;
        before_text = text;
        section = own_section;
    }
}

/// A figure of part of a year beside a whole year's, as a whole year would have it if it counts what came in
/// during the period; what is there at its end stays as it is, and only the officer knows which it is.
std::string annualised(const TableValues& values, const FoundColumn& column, const PeriodShape& part,
                       const PeriodShape& whole) {
    if (whole.months != 12 || part.months >= 12) return {};
    for (std::size_t entry = 0; entry < values.size(); ++entry) {
        const auto figure = values.read(entry, column).figure;
        if (!figure || figure->unit == FigureUnit::percent) continue;
        const auto times = [](int months) {
            const Fraction factor = Fraction::ratio(12, months);
            return "times " + to_text(factor, factor.is_whole() ? 0 : 1);
        };
        const auto in_year = [&](int months) {
            return in_words(figure->number.value * 12 / months, *figure);
        };
        std::string first = times(part.months) + " first", year = in_year(part.months);
        // "2015/16 Q2" may as well be the position at its end, counted from April.
        const int since_april = part.first_month == 0 ? 0 : (part.first_month + 8) % 12 + part.months;
        if (since_april > part.months && since_april < 12) {
            first += ", or " + times(since_april) + " if it counts from April";
            year += " or " + in_year(since_april);
        }
        return " What counts cases during those months has to be taken " + first + " (" + in_words(*figure) +
               " of " + shortened(values.record(entry), 40) + " would be " + year + ").";
    }
    return {};
}

/// "2014/15" beside "2015/16 Q2": the heads of two columns of one measure.
void check_heads(const TableValues& values, Report& report) {
    const FoundColumn* first = nullptr;
    std::optional<PeriodShape> first_shape;
    for (const FoundColumn& column : values.table().columns) {
        const bool is_figure = column.spec && (column.spec->kind == ValueKind::figure ||
                                               column.spec->kind == ValueKind::percentage ||
                                               column.spec->kind == ValueKind::money);
        if (!is_figure) continue;
        const auto shape = read_period_shape(column.header);
        if (!shape || shape->months == 0) continue;
        if (first && shape->months != first_shape->months) {
            Finding finding;
            finding.rule = "X04";
            finding.severity = Severity::info;
            finding.sheet = values.sheet().name;
            finding.cell = column.header_cell;
            finding.message = "'" + shortened(column.header, 50) + "' is " + length_words(*shape) +
                              " long and '" + shortened(first->header, 50) + "' is " +
                              length_words(*first_shape) +
                              ": counts and rates of the two can't be compared as they stand." +
                              annualised(values, column, *shape, *first_shape);
            finding.fix = Fix::none;
            report.findings.push_back(std::move(finding));
            return;
        }
        if (!first) {
            first = &column;
            first_shape = shape;
        }
    }
}

/// Figures of periods that differ in length are compared all the same by whoever reads both.
void check_against_previous(const CheckContext& context, Report& report) {
    const auto unequal =
        context.previous ? unequal_periods(context.current, *context.previous) : std::nullopt;
    if (!unequal) return;
    Finding finding;
    finding.rule = "X04";
    finding.severity = Severity::info;
    finding.message =
        "Counts and rates of the two workbooks can't be compared as they stand: " + *unequal + ".";
    finding.fix = Fix::none;
    report.findings.push_back(std::move(finding));
}

}  // namespace

void check_period_labels(const CheckContext& context, Report& report) {
    check_against_previous(context, report);
    const auto& sheets = context.current.workbook->sheets();
    for (const SheetText& text : sheet_texts(context, 8)) {
        check_text(sheets[text.sheet_index], text.cell, text.text, report);
    }
    for (const auto& values : context.current.values) {
        check_heads(*values, report);
        for (const FoundColumn& column : values->table().columns) {
            check_text(values->sheet(), column.header_cell, column.header, report);
            if (column.spec && column.spec->kind == ValueKind::period) check_rows(*values, column, report);
        }
    }
}

}  // namespace scorebook

// period_labels.cpp - check "period_labels": quarters whose months say otherwise (V14), and periods of
// different length or season side by side (X04).
#include "checks/built_in_checks.hpp"
#include "checks/entry_findings.hpp"
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
                              ": counts and rates of the two can't be compared as they stand.";
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

}  // namespace

void check_period_labels(const CheckContext& context, Report& report) {
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

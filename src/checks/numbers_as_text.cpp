// numbers_as_text.cpp - check "numbers_as_text" (V01): "12" typed as text sums to nothing and sorts below
// every number. Refresh stores the number; text that says more than a number ("12 (3x4)") is left to the
// officer.
#include <optional>

#include "bytes/number_text.hpp"
#include "checks/acceptances.hpp"
#include "checks/built_in_checks.hpp"
#include "checks/entry_findings.hpp"
#include "checks/wording.hpp"
#include "vocabulary/ascii.hpp"

namespace scorebook {

namespace {

bool holds_numbers(ValueKind kind) {
    return kind == ValueKind::score || kind == ValueKind::level || kind == ValueKind::number ||
           kind == ValueKind::figure || kind == ValueKind::percentage || kind == ValueKind::money;
}

/// The number a text consists of, with nothing else beside it.
std::optional<double> plain_number(const CellValue& stored) {
    const std::string* text = std::get_if<std::string>(&stored);
    return text ? parse_number(trimmed(*text)) : std::optional<double>();
}

void check_numbers_in(const CheckContext& context, const TableValues& values, const FoundColumn& column,
                      Report& report) {
    const Workbook& workbook = *context.current.workbook;
    const std::vector<TypedCell>& cells = values.typed(column);
    EntryFindings findings(report, Severity::warning);
    for (std::size_t entry = 0; entry < cells.size(); ++entry) {
        if (!cells[entry].has(ReadingRemark::number_as_text) || cells[entry].is_formula) continue;
        const CellRef place = values.place(entry, column);
        const CellValue stored = workbook.value(values.table().sheet_index, place);
        const std::optional<double> number = plain_number(stored);
        findings.add(place, [&] {
            Finding finding = finding_at(values, entry, column, "V01", Severity::warning);
            finding.message = column.spec->header + " '" + in_words(stored) +
                              "' is stored as text, so sums, sorting and conditional formats pass it over.";
            finding.advice = number ? "Refresh stores the number." : "Type the number alone.";
            finding.evidence = {{"stored", in_words(stored)}};
            if (number) finding.evidence.emplace_back("number", to_text(CellValue(*number)));
            finding.fix = number ? Fix::safe : Fix::ask;
            return finding;
        });
        if (!number) continue;
        const std::string record = values.record(entry);
        if (find_acceptance(context.current.overrides, "V01", record, context.as_at)) continue;
        Change change;
        change.sheet = values.sheet().name;
        change.cell = place;
        change.before = stored;
        change.after.emplace<double>(number.value_or(0));
        change.rule = "V01";
        change.record = record;
        change.because = "A number stored as text";
        report.changes.push_back(std::move(change));
    }
}

}  // namespace

void check_numbers_as_text(const CheckContext& context, Report& report) {
    for (const auto& values : context.current.values) {
        for (const FoundColumn& column : values->table().columns) {
            if (column.spec && holds_numbers(column.spec->kind))
                check_numbers_in(context, *values, column, report);
        }
    }
}

}  // namespace scorebook

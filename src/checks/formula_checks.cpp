// formula_checks.cpp - the checks a template writes as formulas.
#include "checks/formula_checks.hpp"

#include <optional>

#include "checks/entry_findings.hpp"
#include "checks/entry_formula.hpp"
#include "checks/missing_inputs.hpp"
#include "checks/placeholders.hpp"
#include "checks/wording.hpp"

namespace scorebook {

namespace {

Finding finding_for(const CheckContext& context, const TableValues& values, const FormulaCheck& check,
                    const FoundColumn& column, std::size_t entry) {
    const WorkbookTemplate& kind = *context.current.kind;
    const ExtraWords words = {{"found", in_words(values.value(entry, column))}};
    Finding finding = finding_at(values, entry, column, check.rule, check.severity);
    finding.message = with_values(check.message, values, kind, entry, words);
    finding.advice = with_values(check.advice, values, kind, entry, words);
    for (const std::string& header : check.evidence) {
        if (const FoundColumn* shown = values.table().find_header(header)) {
            finding.evidence.emplace_back(header, in_words(values.value(entry, *shown)));
        } else if (const Setting* setting = kind.find_setting(header)) {
            finding.evidence.emplace_back(header, to_text(CellValue(setting->value)));
        }
    }
    return finding;
}

void run_check(const CheckContext& context, const TableValues& values, const TableSource& source,
               const FormulaCheck& check, const FoundColumn& column, Report& report) {
    const auto serial = serial_from_date(context.as_at, source.date_system());
    const EvaluationClock clock{serial.value_or(0), 1};
    EntryFormula holds(check.holds, source, values, clock);
    std::optional<EntryFormula> when;
    if (check.when) when.emplace(*check.when, source, values, clock);
    EntryFindings findings(report, check.severity);
    for (std::size_t entry = 0; entry < values.size(); ++entry) {
        if (when && !when->is_true_at(entry)) continue;
        // An error means the check has nothing to say about this entry: its inputs have findings of their
        // own.
        if (std::holds_alternative<CellError>(holds.at(entry)) || holds.is_true_at(entry)) continue;
        findings.add(values.place(entry, column),
                     [&] { return finding_for(context, values, check, column, entry); });
    }
}

}  // namespace

void run_formula_checks(const CheckContext& context, Report& report) {
    for (const std::unique_ptr<TableValues>& values : context.current.values) {
        const FoundTable& table = values->table();
        const TableSource source(*values, *context.current.kind, context.bands, context.as_at,
                                 context.current.workbook->date_system());
        MissingInputs missing(source, *table.spec);
        for (const FormulaCheck& check : table.spec->checks) {
            const FoundColumn* column = table.find_column(check.column);
            if (!column || !missing.has_inputs(check.rule, *column->spec, check.holds)) continue;
            run_check(context, *values, source, check, *column, report);
        }
        missing.report(report);
    }
}

}  // namespace scorebook

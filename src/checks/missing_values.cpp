// missing_values.cpp - check "missing_values": N/A could mean two things (V02); a blank, a full stop or words
// where a number has to be (V03). Runs after the computed columns, so a score that could be worked out isn't
// missing.
#include <optional>

#include "checks/built_in_checks.hpp"
#include "checks/entry_findings.hpp"
#include "checks/wording.hpp"

namespace scorebook {

namespace {

bool wants_number(ValueKind kind) {
    return kind == ValueKind::score || kind == ValueKind::level || kind == ValueKind::number;
}

/// Blank owners, dates, words and RAGs have rules that say more.
bool is_checked_here(const ColumnSpec& spec) {
    return wants_number(spec.kind) ||
           (spec.blank_is_fault && (spec.kind == ValueKind::text || spec.kind == ValueKind::list));
}

struct MissingFault {
    std::string_view rule;
    Severity severity;
    std::string message;
    std::string advice;
};

std::optional<MissingFault> fault_of(const TypedCell& cell, const ColumnSpec& spec,
                                     const std::string& typed) {
    const std::string& header = spec.header;
    switch (cell.state) {
        case ValueState::ambiguous:
            return MissingFault{
                "V02", Severity::warning,
                header + " says '" + typed + "', which could mean not applicable or not available.",
                "Write 'Not applicable' or 'Not available'."};
        case ValueState::mark:
            return MissingFault{"V03", Severity::error,
                                header + " holds only '" + typed + "' where a number has to be.",
                                "Type the number, or 'Not available' with the reason."};
        case ValueState::unreadable:
            return MissingFault{"V03", Severity::error,
                                header + " says '" + typed + "', from which no number can be read.",
                                "Type the number."};
        case ValueState::blank:
            if (!spec.blank_is_fault) return std::nullopt;
            return MissingFault{"V03", Severity::error, header + " is blank.", "Type the number."};
        case ValueState::not_available:
        case ValueState::not_applicable: {
            const char* meaning =
                cell.state == ValueState::not_available ? "not available" : "not applicable";
            if (folded(typed) == meaning) return std::nullopt;
            return MissingFault{"V02", Severity::info,
                                header + " says '" + typed + "'; it was read as " + meaning + ".", ""};
        }
        case ValueState::present:
            return std::nullopt;
    }
    return std::nullopt;
}

void check_numbers(const TableValues& values, const FoundColumn& column, Report& report) {
    const std::vector<TypedCell>& cells = values.typed(column);
    EntryFindings errors(report, Severity::error);
    EntryFindings warnings(report, Severity::warning);
    EntryFindings notes(report, Severity::info);
    for (std::size_t entry = 0; entry < cells.size(); ++entry) {
        if (cells[entry].state == ValueState::present) continue;
        const auto fault = fault_of(cells[entry], *column.spec, shortened(values.word(cells[entry].word)));
        if (!fault) continue;
        EntryFindings& findings = fault->severity == Severity::error     ? errors
                                  : fault->severity == Severity::warning ? warnings
                                                                         : notes;
        findings.add(values.place(entry, column), [&] {
            Finding finding = finding_at(values, entry, column, fault->rule, fault->severity);
            finding.message = fault->message;
            finding.advice = fault->advice;
            finding.evidence = {{"found", in_words(values.value(entry, column))}};
            if (fault->severity == Severity::info) finding.fix = Fix::none;
            return finding;
        });
    }
}

void check_texts(const TableValues& values, const FoundColumn& column, Report& report) {
    EntryFindings findings(report, Severity::error);
    for (std::size_t entry = 0; entry < values.size(); ++entry) {
        if (!values.is_empty(entry, column)) continue;
        findings.add(values.place(entry, column), [&] {
            Finding finding = finding_at(values, entry, column, "V03", Severity::error);
            finding.message = column.spec->header + " is blank.";
            finding.advice = "Fill it in, or remove the entry.";
            return finding;
        });
    }
}

/// One of the columns that stand in for this one is there: the entry's text may be in either.
bool has_stand_in(const FoundTable& table, const ColumnSpec& spec) {
    for (const std::string& id : spec.stand_ins) {
        if (table.find_column(id)) return true;
    }
    return false;
}

}  // namespace

void check_missing_values(const CheckContext& context, Report& report) {
    for (const auto& values : context.current.values) {
        for (const FoundColumn& column : values->table().columns) {
            if (!column.spec || !is_checked_here(*column.spec)) continue;
            if (wants_number(column.spec->kind)) {
                check_numbers(*values, column, report);
            } else if (!has_stand_in(values->table(), *column.spec)) {
                check_texts(*values, column, report);
            }
        }
    }
}

}  // namespace scorebook

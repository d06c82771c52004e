// measure_values.cpp - check "measure_values": figures that can't be read (V03), missing values that could
// mean two things (V02), marks whose note is missing (V04), thousands by space and mixed units of money
// (V17).
#include <algorithm>

#include "checks/built_in_checks.hpp"
#include "checks/entry_findings.hpp"
#include "checks/row_figures.hpp"
#include "checks/sheet_texts.hpp"
#include "checks/wording.hpp"
#include "tables/plain_text.hpp"

namespace scorebook {

namespace {

bool is_figure_kind(ValueKind kind) {
    return kind == ValueKind::figure || kind == ValueKind::percentage || kind == ValueKind::money ||
           kind == ValueKind::duration;
}

struct Fault {
    std::string_view rule;
    Severity severity;
    std::string message;
    std::string advice;
};

std::optional<Fault> fault_of(const ReadValue& value, const std::string& name, bool blank_is_fault) {
    const std::string typed = shortened(value.text, 40);
    switch (value.state) {
        case ValueState::ambiguous:
            return Fault{"V02", Severity::warning,
                         name + " says '" + typed + "', which could mean not applicable or not available.",
                         "Write 'Not applicable' or 'Not available'."};
        case ValueState::mark:
            return Fault{"V03", Severity::error,
                         name + " holds only '" + typed + "' where a figure has to be.",
                         "Type the figure, or 'Not available' with the reason."};
        case ValueState::unreadable:
            return Fault{"V03", Severity::error,
                         name + " says '" + typed + "', from which no figure can be read.",
                         "Type one figure with its unit; put words in the commentary."};
        case ValueState::blank:
            if (!blank_is_fault) return std::nullopt;
            return Fault{"V03", Severity::error, name + " is blank.", "Type the figure."};
        case ValueState::not_applicable:
        case ValueState::not_available:
        case ValueState::present:
            break;
    }
    if (value.figure && value.figure->has_spaced_thousands)
        return Fault{
            "V17", Severity::warning,
            name + " '" + typed + "' separates thousands by a space, so a spreadsheet takes it for text.",
            "Type " + in_words(*value.figure) + "."};
    return std::nullopt;
}

bool has_note(const std::vector<SheetText>& notes, const std::string& mark) {
    return std::any_of(notes.begin(), notes.end(), [&](const SheetText& note) {
        const std::string_view text = trim_spaces(note.text);
        return text.starts_with(mark) ||
               (mark.size() > 1 && text.starts_with(mark.substr(0, mark.size() - 1)));
    });
}

void check_notes(const TableValues& values, const FoundColumn& column, const std::vector<SheetText>& notes,
                 Report& report) {
    EntryFindings findings(report, Severity::warning);
    for (std::size_t entry = 0; entry < values.size(); ++entry) {
        if (!values.typed(column)[entry].has(ReadingRemark::note_mark)) continue;
        const ReadValue value = values.read(entry, column);
        const std::string& mark = value.figure->note;
        // "[r]" and its like stand for themselves, as statistical tables use them.
        if (mark.starts_with('[') || has_note(notes, mark)) continue;
        findings.add(values.place(entry, column), [&] {
            Finding finding = finding_at(values, entry, column, "V04", Severity::warning);
            finding.message = column.header + " '" + shortened(value.text, 40) + "' carries the mark " +
                              mark + ", but no note beneath the table begins with it.";
            finding.advice = "Add the note, or remove the mark.";
            return finding;
        });
    }
}

void check_column(const TableValues& values, const FoundColumn& column, const std::vector<SheetText>& notes,
                  Report& report) {
    EntryFindings errors(report, Severity::error);
    EntryFindings warnings(report, Severity::warning);
    const auto& cells = values.typed(column);
    for (std::size_t entry = 0; entry < cells.size(); ++entry) {
        const bool is_plain = cells[entry].state == ValueState::present && cells[entry].remarks == 0;
        if (is_plain) continue;
        const ReadValue value = values.read(entry, column);
        const auto fault = fault_of(value, column.header, column.spec->blank_is_fault);
        if (!fault) continue;
        EntryFindings& findings = fault->severity == Severity::error ? errors : warnings;
        findings.add(values.place(entry, column), [&] {
            Finding finding = finding_at(values, entry, column, fault->rule, fault->severity);
            finding.message = fault->message;
            finding.advice = fault->advice;
            return finding;
        });
    }
    check_notes(values, column, notes, report);
}

/// "£1.6m" beside 202,000 in one column: a reader can't tell which unit the plain number is in.
void check_money(const TableValues& values, const FoundColumn& column, Report& report) {
    std::optional<std::size_t> scaled;
    std::optional<std::size_t> plain;
    for (std::size_t entry = 0; entry < values.size(); ++entry) {
        const ReadValue value = values.read(entry, column);
        if (!value.figure || value.is_formula) continue;
        const bool is_scaled = value.figure->number.step > Fraction(1) && value.text.find("\xC2\xA3") == 0;
        const bool is_bare = value.text.find("\xC2\xA3") == std::string::npos &&
                             value.figure->number.value.magnitude() < Fraction(100'000);
        if (is_scaled && !scaled) scaled = entry;
        if (is_bare && !plain && !value.figure->number.value.is_zero()) plain = entry;
    }
    if (!scaled || !plain) return;
    Finding finding = finding_at(values, *plain, column, "V17", Severity::warning);
    finding.message = column.header + " is " + in_words(*values.read(*plain, column).figure).substr(2) +
                      " here and " + values.read(*scaled, column).text + " for " + values.record(*scaled) +
                      ": the column mixes units of money.";
    finding.advice = "Use one unit in the column, and say which in its heading.";
    report.findings.push_back(std::move(finding));
}

}  // namespace

void check_measure_values(const CheckContext& context, Report& report) {
    for (const auto& values : context.current.values) {
        const std::vector<SheetText> notes = notes_below(context, values->table());
        for (const FoundColumn& column : values->table().columns) {
            if (!column.spec || !is_figure_kind(column.spec->kind)) continue;
            check_column(*values, column, notes, report);
            if (column.spec->kind == ValueKind::money) check_money(*values, column, report);
        }
    }
}

}  // namespace scorebook

// hidden_content.cpp - check "hidden_content" (S13): what a reader of the sheet doesn't see but a rule, a sum
// or a copy does. Everything hidden is checked like the rest; here it is only listed, once each.
#include <algorithm>

#include "checks/built_in_checks.hpp"
#include "checks/wording.hpp"

namespace scorebook {

namespace {

Finding hidden(const Sheet& sheet, std::string message, std::string advice, Severity severity) {
    Finding finding;
    finding.rule = "S13";
    finding.severity = severity;
    finding.sheet = sheet.name;
    finding.message = std::move(message);
    finding.advice = std::move(advice);
    return finding;
}

void check_rows(const TableValues& values, Report& report) {
    std::vector<std::string> records;
    CellRef first;
    CellRef last;
    for (std::size_t entry = 0; entry < values.size(); ++entry) {
        const TableEntry& place = values.table().entries[entry];
        if (!place.hidden) continue;
        if (records.empty()) first = {place.row_index, values.table().range.first.column_index};
        last = {place.last_row_index, values.table().range.last.column_index};
        records.push_back(records.size() < 100 ? values.record(entry) : std::string());
    }
    if (records.empty()) return;
    const bool is_filtered = values.sheet().filter_is_active;
    Finding finding = hidden(values.sheet(),
                             counted(records.size(), "entry is", "entries are") +
                                 (is_filtered ? " filtered away: " : " in hidden rows: ") + joined(records) +
                                 ". A copy of the visible range would leave " +
                                 (records.size() == 1 ? "it" : "them") + " out.",
                             is_filtered ? "Clear the filter before the table is copied."
                                         : "Unhide the rows, or remove the entries.",
                             Severity::warning);
    finding.cell = first;
    finding.range = CellRange{first, last};
    if (records.size() == 1) finding.record = records.front();
    finding.evidence = {{"hidden entries", std::to_string(records.size())}};
    report.findings.push_back(std::move(finding));
}

/// Whether any entry has something in the column; looks at the first thousand.
bool has_content(const TableValues& values, const FoundColumn& column) {
    const std::size_t most = std::min<std::size_t>(values.size(), 1000);
    for (std::size_t entry = 0; entry < most; ++entry) {
        const SheetCell* cell = values.cell(entry, column);
        if (cell && cell->has_value) return true;
    }
    return false;
}

void check_columns(const TableValues& values, Report& report) {
    std::vector<std::string> names;
    CellRange place = values.table().range;
    for (const FoundColumn& column : values.table().columns) {
        if (!values.sheet().is_column_hidden(column.column_index) || !has_content(values, column)) continue;
        if (names.empty()) place.first.column_index = column.column_index;
        place.last.column_index = column.column_index;
        names.push_back(column_letters(column.column_index) + " (" + shortened(column.header, 40) + ")");
    }
    if (names.empty()) return;
    Finding finding =
        hidden(values.sheet(),
               (names.size() == 1 ? "Column " : "Columns ") + joined(names) +
                   (names.size() == 1 ? " is hidden but holds values." : " are hidden but hold values."),
               "Unhide or remove " + std::string(names.size() == 1 ? "it" : "them") +
                   " before the workbook is published.",
               Severity::warning);
    finding.cell = place.first;
    finding.range = place;
    report.findings.push_back(std::move(finding));
}

bool has_table(const CheckContext& context, std::size_t sheet_index) {
    const auto& tables = context.current.found.tables;
    return std::any_of(tables.begin(), tables.end(),
                       [&](const FoundTable& table) { return table.sheet_index == sheet_index; });
}

}  // namespace

void check_hidden_content(const CheckContext& context, Report& report) {
    const auto& sheets = context.current.workbook->sheets();
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const Sheet& sheet = sheets[i];
        if (sheet.state == SheetState::visible || context.current.overrides.sheet_index == i) continue;
        // A hidden sheet of lists behind drop-downs misleads nobody; a hidden register may.
        const bool holds_table = has_table(context, i);
        report.findings.push_back(hidden(
            sheet,
            "The sheet " + sheet.name + " is hidden" +
                (sheet.state == SheetState::very_hidden ? " so that only a macro can show it" : "") +
                (holds_table ? ", but holds a table of this kind; it was checked like the others." : "."),
            holds_table ? "Unhide the sheet, or remove it before the workbook is published." : "",
            holds_table ? Severity::warning : Severity::info));
        if (!holds_table) report.findings.back().fix = Fix::none;
    }
    for (const auto& values : context.current.values) {
        check_rows(*values, report);
        check_columns(*values, report);
    }
}

}  // namespace scorebook

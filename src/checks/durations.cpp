// durations.cpp - check "durations" (V15, R-16): "00:41" under "in minutes" is 41 seconds to its reader, but
// Excel keeps it as 41 minutes unless it was typed as 0:00:41.
#include "checks/built_in_checks.hpp"
#include "checks/entry_findings.hpp"
#include "checks/row_figures.hpp"
#include "checks/wording.hpp"
#include "tables/cell_figure.hpp"
#include "tables/cell_text.hpp"

namespace scorebook {

namespace {

constexpr std::uint32_t texts_above = 4;

/// "in minutes", "mm:ss": what a text beside the table says of its times.
bool says_minutes(std::string_view text) {
    const std::string plain = folded(text);
    return plain.find("in minutes") != std::string::npos || plain.find("mm:ss") != std::string::npos ||
           plain.find("minutes and seconds") != std::string::npos ||
           plain.find("(mins)") != std::string::npos;
}

bool is_declared_in_minutes(const CheckContext& context, const FoundTable& table, const FoundColumn& column) {
    if (says_minutes(column.header)) return true;
    const Sheet& sheet = context.current.workbook->sheets()[table.sheet_index];
    const std::uint32_t first = table.first_header_row;
    for (std::uint32_t row = first > texts_above ? first - texts_above : 0; row < first; ++row) {
        for (const SheetCell& cell : sheet.cells.row(row)) {
            if (is_text_cell(cell) &&
                says_minutes(cell_text(*context.current.workbook, table.sheet_index, cell)))
                return true;
        }
    }
    return false;
}

std::string clock(std::int64_t large, std::int64_t small) {
    const auto two = [](std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return two(large) + ":" + two(small);
}

void check_durations_in(const CheckContext& context, const TableValues& values, const FoundColumn& column,
                        Report& report) {
    std::optional<bool> is_declared;
    EntryFindings findings(report, Severity::error);
    for (std::size_t entry = 0; entry < values.size(); ++entry) {
        const SheetCell* cell = values.cell(entry, column);
        if (!cell || !is_number_cell(*cell)) continue;
        const std::string& format = context.current.workbook->style(*cell).number_format;
        const bool has_hours = is_time_format(format) && format.find_first_of("hH") != std::string::npos &&
                               format.find_first_of("sS") == std::string::npos;
        const auto figure = has_hours ? figure_in_cell(*context.current.workbook, *cell) : std::nullopt;
        if (!figure) continue;
        if (!is_declared) is_declared = is_declared_in_minutes(context, values.table(), column);
        if (!*is_declared) return;
        const auto seconds = static_cast<std::int64_t>(figure->number.value.to_double());
        const std::string shown = clock(seconds / 3600, seconds / 60 % 60);
        findings.add(values.place(entry, column), [&] {
            Finding finding = finding_at(values, entry, column, "V15", Severity::error);
            finding.message = column.header + " shows " + shown +
                              " where the table's times are in minutes, but the cell holds " +
                              counted(static_cast<std::size_t>(seconds / 3600), "hour", "hours") + " and " +
                              counted(static_cast<std::size_t>(seconds / 60 % 60), "minute", "minutes") +
                              ": averages and totals of it would be 60 times too long.";
            finding.advice = "Type it as 0:" + shown + " and format the column as mm:ss.";
            finding.evidence = {{"shown", shown}, {"stored, in seconds", std::to_string(seconds)}};
            return finding;
        });
    }
}

}  // namespace

void check_durations(const CheckContext& context, Report& report) {
    for (const auto& values : context.current.values) {
        for (const FoundColumn& column : values->table().columns) {
            if (column.spec &&
                (column.spec->kind == ValueKind::figure || column.spec->kind == ValueKind::duration))
                check_durations_in(context, *values, column, report);
        }
    }
}

}  // namespace scorebook

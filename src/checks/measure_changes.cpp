// measure_changes.cpp - check "measure_changes": targets (X07), definitions (X05) and published figures (X06)
// that are no longer what last period's workbook had.
#include <optional>
#include <unordered_map>

#include "checks/built_in_checks.hpp"
#include "checks/entry_findings.hpp"
#include "checks/period_rows.hpp"
#include "checks/row_figures.hpp"
#include "checks/wording.hpp"
#include "tables/period_shape.hpp"
#include "tables/plain_text.hpp"

namespace scorebook {

namespace {

struct Before {
    const TableValues* values = nullptr;  ///< null: not to be told apart
    std::size_t entry = 0;
};

/// By id, or by title where there are no ids; the same period may stand under several labels.
std::string measure_key(const TableValues& values, std::size_t entry) {
    const FoundTable& table = values.table();
    std::string key = folded(values.record(entry));
    if (has_period_rows(values)) key += "\n" + folded(table.sections[table.entries[entry].section]);
    return key;
}

/// A subject's entries of tables of one kind; those named alike can't be told apart and have no values.
std::unordered_map<std::string, Before> index_entries(const Subject& subject, const TableSpec& spec) {
    std::unordered_map<std::string, Before> index;
    for (const auto& values : subject.values) {
        if (values->table().spec->id != spec.id) continue;
        for (std::size_t entry = 0; entry < values->size(); ++entry) {
            const auto [place, is_new] =
                index.try_emplace(measure_key(*values, entry), Before{values.get(), entry});
            if (!is_new) place->second.values = nullptr;
        }
    }
    return index;
}

std::string text_of(const TableValues& values, std::size_t entry, std::string_view column_id) {
    const FoundColumn* column = values.table().find_column(column_id);
    return column ? values.read(entry, *column).text : std::string();
}

void compare_text(const CheckContext& context, const TableValues& now, std::size_t entry,
                  const Before& before, const FoundColumn& column, std::string_view rule, Severity severity,
                  const std::string& meaning, Report& report) {
    const std::string text = now.read(entry, column).text;
    const std::string old = text_of(*before.values, before.entry, column.spec->id);
    if (old.empty() || text.empty() || folded(old) == folded(text)) return;
    Finding finding = finding_at(now, entry, column, rule, severity);
    finding.message = column.header + " was '" + shortened(old, 50) + "' in " + context.previous_name +
                      " and is '" + shortened(text, 50) + "' now" + meaning;
    finding.evidence = {{"before", shortened(old)}, {"now", shortened(text)}};
    if (severity == Severity::info) finding.fix = Fix::none;
    report.findings.push_back(std::move(finding));
}

/// One figure of one period, reported then and now.
void compare_figures(const CheckContext& context, const TableValues& now, std::size_t entry,
                     const FoundColumn& column, const Before& before, const FoundColumn& then,
                     Report& report) {
    const ReadValue value = now.read(entry, column);
    const ReadValue old = before.values->read(before.entry, then);
    if (!value.figure || !old.figure || value.figure->unit != old.figure->unit) return;
    if (value.figure->note.find("[r]") != std::string::npos) return;
    const PrintedNumber& here = value.figure->number;
    const PrintedNumber& there = old.figure->number;
    // 65.5 and 65.53 may be one figure printed twice; 2 and 3 are not.
    const bool is_same =
        here.step == there.step ? here.value == there.value : here.interval().meets(there.interval());
    if (is_same) return;
    Finding finding = finding_at(now, entry, column, "X06", Severity::warning);
    finding.message = column.header + " is " + in_words(*value.figure) + ", but " + context.previous_name +
                      " reported " + in_words(*old.figure) + " for that period.";
    finding.advice = "If the figure was revised, mark it [r] and say why; otherwise correct it.";
    finding.evidence = {{"reported then", in_words(*old.figure)}, {"now", in_words(*value.figure)}};
    report.findings.push_back(std::move(finding));
}

std::optional<int> financial_year(const Subject& subject) {
    if (!subject.period) return std::nullopt;
    const CalendarDate& last = subject.period->last;
    return last.month >= 4 ? last.year : last.year - 1;
}

/// "Q1 2014/15", or "Q1" in two workbooks of one financial year.
bool is_same_period(const CheckContext& context, const FoundColumn& now, const FoundColumn& before) {
    if (fold_words(now.header) != fold_words(before.header)) return false;
    const auto shape = read_period_shape(now.header);
    if (!shape || shape->kind == PeriodKind::year_to_date) return false;
    if (shape->days) return true;
    const auto year = financial_year(context.current);
    return year && year == financial_year(*context.previous);
}

/// Figures this workbook tells of a period the one before told of too: as its last period, in the column of
/// that period, or in its row.
void compare_published(const CheckContext& context, const TableValues& now, std::size_t entry,
                       const Before& before, Report& report) {
    const FoundColumn* previous = now.table().find_column("previous");
    const FoundColumn* actual = before.values->table().find_column("actual");
    if (previous && actual) compare_figures(context, now, entry, *previous, before, *actual, report);
    const bool is_row = has_period_rows(now);
    for (const FoundColumn& column : now.table().columns) {
        const bool is_figure =
            column.spec && (column.spec->kind == ValueKind::figure || column.spec->kind == ValueKind::money ||
                            column.spec->kind == ValueKind::percentage);
        const FoundColumn* then = is_figure ? before.values->table().find_column(column.spec->id) : nullptr;
        if (then && (is_row || is_same_period(context, column, *then)))
            compare_figures(context, now, entry, column, before, *then, report);
    }
}

}  // namespace

void check_measure_changes(const CheckContext& context, Report& report) {
    if (!context.previous) return;
    for (const auto& values : context.current.values) {
        const auto now = index_entries(context.current, *values->table().spec);
        const auto then = index_entries(*context.previous, *values->table().spec);
        for (std::size_t entry = 0; entry < values->size(); ++entry) {
            const std::string key = measure_key(*values, entry);
            const auto found = then.find(key);
            if (found == then.end() || !found->second.values || !now.at(key).values) continue;
            for (const FoundColumn& column : values->table().columns) {
                if (!column.spec) continue;
                const std::string& id = column.spec->id;
                if (id == "target" || id == "tolerance" || id == "baseline" || id == "level")
                    compare_text(context, *values, entry, found->second, column, "X07", Severity::info, ".",
                                 report);
                const bool is_title = id == "title" && values->roles().id;
                if (is_title || id == "unit" || id == "polarity" || id == "definition")
                    compare_text(context, *values, entry, found->second, column, "X05", Severity::warning,
                                 ": the figures of the two periods may not be comparable.", report);
            }
            compare_published(context, *values, entry, found->second, report);
        }
    }
}

}  // namespace scorebook

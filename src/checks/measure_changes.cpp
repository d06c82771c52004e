// measure_changes.cpp - check "measure_changes": targets (X07), definitions (X05) and published figures (X06)
// that are no longer what last period's workbook had.
#include <unordered_map>

#include "checks/built_in_checks.hpp"
#include "checks/entry_findings.hpp"
#include "checks/row_figures.hpp"
#include "checks/wording.hpp"

namespace scorebook {

namespace {

struct Before {
    const TableValues* values = nullptr;
    std::size_t entry = 0;
};

/// Last period's entries of tables of one kind, by id, or by title where there are no ids.
std::unordered_map<std::string, Before> index_previous(const Subject& previous, const TableSpec& spec) {
    std::unordered_map<std::string, Before> index;
    for (const auto& values : previous.values) {
        if (values->table().spec->id != spec.id) continue;
        for (std::size_t entry = 0; entry < values->size(); ++entry)
            index.try_emplace(folded(values->record(entry)), Before{values.get(), entry});
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

/// The figure published as this period's last time, and as last period's now.
void compare_published(const CheckContext& context, const TableValues& now, std::size_t entry,
                       const Before& before, Report& report) {
    const FoundColumn* column = now.table().find_column("previous");
    const FoundColumn* then = before.values->table().find_column("actual");
    if (!column || !then) return;
    const ReadValue value = now.read(entry, *column);
    const ReadValue old = before.values->read(before.entry, *then);
    if (!value.figure || !old.figure || value.figure->unit != old.figure->unit) return;
    if (value.figure->note.find("[r]") != std::string::npos) return;
    if (value.figure->number.interval().meets(old.figure->number.interval())) return;
    Finding finding = finding_at(now, entry, *column, "X06", Severity::warning);
    finding.message = column->header + " is " + in_words(*value.figure) + ", but " + context.previous_name +
                      " reported " + in_words(*old.figure) + " for that period.";
    finding.advice = "If the figure was revised, mark it [r] and say why; otherwise correct it.";
    finding.evidence = {{"reported then", in_words(*old.figure)}, {"now", in_words(*value.figure)}};
    report.findings.push_back(std::move(finding));
}

}  // namespace

void check_measure_changes(const CheckContext& context, Report& report) {
    if (!context.previous) return;
    for (const auto& values : context.current.values) {
        const auto index = index_previous(*context.previous, *values->table().spec);
        for (std::size_t entry = 0; entry < values->size(); ++entry) {
            const auto found = index.find(folded(values->record(entry)));
            if (found == index.end()) continue;
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

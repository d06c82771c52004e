// subject.cpp - a workbook recognised.
#include "checks/subject.hpp"

#include <utility>

#include "scorebook/error.hpp"
#include "tables/table_finder.hpp"
#include "templates/known_kinds.hpp"

namespace scorebook {

namespace {

bool changes_template(const ScorebookSheet& sheet) {
    return !sheet.settings.empty() || !sheet.bands.empty() || !sheet.column_meanings.empty();
}

std::size_t known_columns(const FoundTables& found) {
    std::size_t count = 0;
    for (const FoundTable& table : found.tables) {
        for (const FoundColumn& column : table.columns) count += column.spec ? 1 : 0;
    }
    return count;
}

/// Finds the tables with each kind as the Scorebook sheet changes it, and keeps the one that explains most.
void find_with_overrides(Subject& subject, const TemplateSet& templates, const WorkbookTemplate* only) {
    const bool changes_headers = !subject.overrides.column_meanings.empty();
    // Without new headers the sheet's own say which kind it is, and most kinds needn't be read.
    if (!only && !changes_headers) only = find_tables(*subject.workbook, templates, nullptr).kind;
    for (const KnownKind& kind : templates.known().kinds) {
        if (only && kind.name != only->name) continue;
        auto changed = std::make_unique<const WorkbookTemplate>(
            with_overrides(changes_headers ? kind.in_full() : kind.read(), subject.overrides));
        FoundTables found = find_tables(*subject.workbook, templates, changed.get());
        if (subject.own_kind && (!found.kind || known_columns(found) <= known_columns(subject.found)))
            continue;
        subject.found = std::move(found);
        subject.own_kind = std::move(changed);
    }
}

}  // namespace

Subject recognise(const Workbook& workbook, const TemplateSet& templates, const WorkbookTemplate* wanted) {
    Subject subject;
    subject.workbook = &workbook;
    subject.overrides = read_scorebook_sheet(workbook);
    if (!wanted && !subject.overrides.template_name.empty()) {
        wanted = templates.find(subject.overrides.template_name);
        if (!wanted) {
            fail(ErrorCode::bad_template, "its Scorebook sheet names the kind " +
                                              subject.overrides.template_name +
                                              ", which scorebook doesn't know");
        }
    }
    if (changes_template(subject.overrides)) find_with_overrides(subject, templates, wanted);
    if (!subject.found.kind) subject.found = find_tables(workbook, templates, wanted);
    subject.kind = subject.found.kind;
    if (!subject.kind) return subject;
    subject.period = period_of(workbook, subject.found, subject.overrides);
    subject.values.reserve(subject.found.tables.size());
    for (const FoundTable& table : subject.found.tables) {
        subject.values.push_back(
            std::make_unique<TableValues>(workbook, table.sheet_index, *subject.kind, table));
    }
    return subject;
}

}  // namespace scorebook

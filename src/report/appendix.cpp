// appendix.cpp - the verb: recognise, check, lay out, write in the format asked for.
#include "scorebook/appendix.hpp"

#include "checks/subject.hpp"
#include "checks/wording.hpp"
#include "report/appendix_layout.hpp"
#include "report/collected_book.hpp"
#include "report/layout_writers.hpp"
#include "scorebook/check.hpp"
#include "scorebook/comparison.hpp"
#include "scorebook/error.hpp"
#include "scorebook/template_set.hpp"

namespace scorebook {

namespace {

const WorkbookTemplate* kind_called(const TemplateSet& templates, const std::string& name) {
    if (name.empty()) return nullptr;
    const WorkbookTemplate* kind = templates.find(name);
    if (!kind) fail(ErrorCode::bad_template, "there is no workbook kind called " + name);
    return kind;
}

CheckContext context_of(const Subject& subject, const AppendixOptions& options) {
    const CalendarDate as_at = options.as_at    ? *options.as_at
                               : subject.period ? subject.period->last
                                                : options.today;
    return {subject, nullptr, nullptr, {}, as_at, as_at, subject.kind->bands_on(as_at)};
}

std::string written(const Layout& layout, AppendixFormat format) {
    switch (format) {
        case AppendixFormat::xlsx:
            return xlsx_bytes(layout);
        case AppendixFormat::ods:
            return ods_bytes(layout);
        case AppendixFormat::docx:
            return docx_bytes(layout);
        case AppendixFormat::html:
            return html_text(layout);
        case AppendixFormat::csv:
            return csv_text(layout);
    }
    return {};
}

Appendix appendix_of(const Workbook& workbook, const TemplateSet& templates, const AppendixOptions& options) {
    const Subject subject = recognise(workbook, templates, kind_called(templates, options.template_name));
    if (!subject.kind)
        fail(ErrorCode::not_a_workbook,
             "no table of a kind scorebook knows was found; name the kind with --template");
    const CheckContext context = context_of(subject, options);

    std::optional<Comparison> comparison;
    std::vector<std::string> closed_before;
    if (options.previous) {
        comparison = compare(*options.previous, workbook, templates,
                             {subject.kind->name, options.as_at, options.today});
        const Subject before = recognise(*options.previous, templates, templates.find(subject.kind->name));
        if (before.kind) closed_before = closed_ids(context_of(before, options));
    }
    AppendixLayout made =
        make_appendix_layout(context, options.profile, comparison ? &*comparison : nullptr, closed_before);

    Appendix appendix;
    appendix.report =
        check(workbook, templates,
              {options.template_name, options.previous, options.previous_name, options.as_at, options.today});
    appendix.title = made.layout.title;
    for (const LayoutPage& page : made.layout.pages) appendix.sheets.push_back(page.sheet_name);
    appendix.left_out = std::move(made.left_out);
    appendix.removed_entries = made.removed_entries;
    appendix.draft_entries = made.draft_entries;
    appendix.hidden_entries = made.hidden_entries;
    appendix.removed_sheets = made.removed_sheets;
    appendix.suppressed = made.suppressed;
    appendix.bytes = written(made.layout, options.format);
    return appendix;
}

}  // namespace

Appendix make_appendix(const Workbook& workbook, const TemplateSet& templates,
                       const AppendixOptions& options) {
    if (!is_collected_set(workbook)) return appendix_of(workbook, templates, options);
    const CollectedBook collected = read_collected_set(workbook);
    CollectedBook before;
    AppendixOptions of_returns = options;
    if (options.previous && is_collected_set(*options.previous)) {
        before = read_collected_set(*options.previous);
        of_returns.previous = before.workbook.get();
    }
    Appendix appendix = appendix_of(*collected.workbook, templates, of_returns);
    appendix.is_of_set = true;
    // Its cells are of sheets nobody has; the set's own sheet Findings names those of the returns.
    for (Finding& finding : appendix.report.findings) {
        finding.cell.reset();
        finding.range.reset();
    }
    if (!collected.earlier.empty())
        appendix.left_out.push_back("Returns of earlier periods are left out: " + joined(collected.earlier) +
                                    ".");
    return appendix;
}

}  // namespace scorebook

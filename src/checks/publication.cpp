// publication.cpp - check "publication" (G10): an exempt or draft sheet in a workbook whose other sheets are
// open.
#include <algorithm>

#include "checks/built_in_checks.hpp"
#include "checks/closed_sheets.hpp"
#include "checks/wording.hpp"

namespace scorebook {

void check_publication(const CheckContext& context, Report& report) {
    const auto& sheets = context.current.workbook->sheets();
    const std::vector<std::optional<SheetText>> marks = closed_sheets(context);
    std::vector<std::string> open;
    for (const auto& values : context.current.values) {
        const std::size_t index = values->table().sheet_index;
        const std::string& name = sheets[index].name;
        if (!marks[index] && std::find(open.begin(), open.end(), name) == open.end()) open.push_back(name);
    }
    if (open.empty()) return;
    for (const std::optional<SheetText>& mark : marks) {
        if (!mark) continue;
        Finding finding;
        finding.rule = "G10";
        finding.severity = Severity::error;
        finding.sheet = sheets[mark->sheet_index].name;
        finding.cell = mark->cell;
        finding.message = "This sheet says '" + shortened(mark->text) + "', but it is in one workbook with " +
                          joined(open) + ", which " + (open.size() == 1 ? "is" : "are") + " open.";
        finding.advice = "Move it to a workbook of its own before this one is published.";
        report.findings.push_back(std::move(finding));
    }
}

}  // namespace scorebook

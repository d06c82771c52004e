// reachable.cpp - check "reachable" (V10): a score is a product the matrix can give; 22 is no impact times
// any likelihood. For templates that don't say it as a formula.
#include <algorithm>

#include "checks/built_in_checks.hpp"
#include "checks/entry_findings.hpp"
#include "checks/wording.hpp"

namespace scorebook {

namespace {

/// The reachable scores on either side of `score`.
std::string neighbours(const std::vector<int>& reachable, double score) {
    const auto above =
        std::find_if(reachable.begin(), reachable.end(), [&](int value) { return value > score; });
    std::vector<std::string> near;
    if (above != reachable.begin()) near.push_back(std::to_string(*(above - 1)));
    if (above != reachable.end()) near.push_back(std::to_string(*above));
    return joined(near);
}

}  // namespace

void check_reachable(const CheckContext& context, Report& report) {
    const std::vector<int> reachable = context.current.kind->matrix.reachable();
    const std::string size = std::to_string(context.current.kind->matrix.size);
    for (const auto& values : context.current.values) {
        for (const FoundColumn& column : values->table().columns) {
            if (!column.spec || column.spec->kind != ValueKind::score) continue;
            const std::vector<TypedCell>& cells = values->typed(column);
            EntryFindings findings(report, Severity::error);
            for (std::size_t entry = 0; entry < cells.size(); ++entry) {
                const double score = cells[entry].number;
                const bool is_reachable = std::any_of(reachable.begin(), reachable.end(),
                                                      [&](int value) { return value == score; });
                if (!cells[entry].has_number() || is_reachable) continue;
                findings.add(values->place(entry, column), [&] {
                    Finding finding = finding_at(*values, entry, column, "V10", Severity::error);
                    const std::string found = to_text(CellValue(score));
                    finding.message = column.spec->header + " is " + found +
                                      ", which no impact times likelihood from 1 to " + size +
                                      " gives; the nearest scores are " + neighbours(reachable, score) + ".";
                    finding.advice = "Check the impact and likelihood behind it.";
                    finding.evidence = {{"found", found}, {"nearest", neighbours(reachable, score)}};
                    return finding;
                });
            }
        }
    }
}

}  // namespace scorebook

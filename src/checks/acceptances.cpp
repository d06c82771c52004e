// acceptances.cpp - findings an officer has accepted on the Scorebook sheet.
#include "checks/acceptances.hpp"

#include "checks/wording.hpp"
#include "tables/read_value.hpp"

namespace scorebook {

const Acceptance* find_acceptance(const ScorebookSheet& overrides, std::string_view rule,
                                  std::string_view record, CalendarDate as_at) {
    if (overrides.accepted.empty()) return nullptr;
    const std::string id = fold_id(record);
    for (const Acceptance& accepted : overrides.accepted) {
        const bool in_force = !accepted.until || *accepted.until >= as_at;
        if (in_force && folded(accepted.rule) == folded(rule) && fold_id(accepted.record) == id)
            return &accepted;
    }
    return nullptr;
}

void apply_acceptances(const ScorebookSheet& overrides, CalendarDate as_at, Report& report) {
    if (overrides.accepted.empty()) return;
    for (Finding& finding : report.findings) {
        const Acceptance* accepted = find_acceptance(overrides, finding.rule, finding.record, as_at);
        if (!accepted || finding.severity == Severity::info) continue;
        finding.severity = Severity::info;
        finding.fix = Fix::none;
        finding.advice.clear();
        finding.message += " Accepted";
        if (!accepted->name.empty()) finding.message += " by " + accepted->name;
        if (accepted->until) finding.message += " until " + to_text(*accepted->until);
        finding.message += accepted->reason.empty() ? "." : ": " + accepted->reason + ".";
    }
}

}  // namespace scorebook

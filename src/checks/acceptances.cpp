// acceptances.cpp - findings an officer has accepted on the Scorebook sheet.
#include "checks/acceptances.hpp"

#include <algorithm>

#include "checks/wording.hpp"
#include "tables/read_value.hpp"

namespace scorebook {

const Acceptance* find_acceptance(const ScorebookSheet& overrides, std::string_view rule,
                                  std::string_view record, CalendarDate as_at) {
    if (overrides.accepted.empty()) return nullptr;
    const std::string id = fold_id(record);
    const Acceptance* of_workbook = nullptr;
    for (const Acceptance& accepted : overrides.accepted) {
        const bool in_force = !accepted.until || *accepted.until >= as_at;
        if (!in_force || folded(accepted.rule) != folded(rule)) continue;
        const std::string accepted_id = fold_id(accepted.record);
        if (accepted_id == id) return &accepted;
        if (accepted_id.empty()) of_workbook = &accepted;
    }
    return of_workbook;
}

void carry_acceptances(const ScorebookSheet& previous, std::string_view previous_name,
                       ScorebookSheet& current) {
    const std::size_t own = current.accepted.size();
    for (const Acceptance& before : previous.accepted) {
        const auto end = current.accepted.begin() + static_cast<std::ptrdiff_t>(own);
        const bool is_said_again = std::any_of(current.accepted.begin(), end, [&](const Acceptance& now) {
            return folded(now.rule) == folded(before.rule) && fold_id(now.record) == fold_id(before.record);
        });
        if (is_said_again) continue;
        Acceptance carried = before;
        carried.reason += " (accepted in " + std::string(previous_name) + ")";
        current.accepted.push_back(std::move(carried));
    }
}

void apply_acceptances(const ScorebookSheet& overrides, CalendarDate as_at, Report& report) {
    if (overrides.accepted.empty()) return;
    for (Finding& finding : report.findings) {
        // Outside the tables there are no records; a finding there is accepted by its cell.
        const std::string record = finding.record.empty() && finding.cell
                                       ? finding.sheet + "!" + to_a1(*finding.cell)
                                       : finding.record;
        const Acceptance* accepted = find_acceptance(overrides, finding.rule, record, as_at);
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

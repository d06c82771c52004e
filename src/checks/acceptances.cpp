// acceptances.cpp - findings an officer has accepted on the Scorebook sheet.
#include "checks/acceptances.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checks/wording.hpp"
#include "tables/read_value.hpp"

namespace scorebook {

namespace {

bool is_in_force(const Acceptance& accepted, CalendarDate as_at) {
    return !accepted.until || *accepted.until >= as_at;
}

/// Of those in force on `as_at`, or of those that have ended by then.
enum class Force { holds, has_ended };

const Acceptance* acceptance_of(const ScorebookSheet& overrides, std::string_view rule,
                                std::string_view record, CalendarDate as_at, Force force) {
    if (overrides.accepted.empty()) return nullptr;
    const std::string id = fold_id(record);
    const Acceptance* of_workbook = nullptr;
    for (const Acceptance& accepted : overrides.accepted) {
        if (is_in_force(accepted, as_at) != (force == Force::holds)) continue;
        if (folded(accepted.rule) != folded(rule)) continue;
        const std::string accepted_id = fold_id(accepted.record);
        if (accepted_id == id) return &accepted;
        if (accepted_id.empty()) of_workbook = &accepted;
    }
    return of_workbook;
}

/// Outside the tables there are no records; a finding there is accepted by its cell.
std::string accepted_record(const Finding& finding) {
    return finding.record.empty() && finding.cell ? finding.sheet + "!" + to_a1(*finding.cell)
                                                  : finding.record;
}

/// Those of `wanted` (as fold_id() writes them) that the workbook still has: entries, what findings are
/// about, and the workbook as a whole.
std::set<std::string> standing_records(const std::set<std::string>& wanted, const Subject& subject,
                                       const Report& report) {
    std::set<std::string> standing{std::string()};
    const auto see = [&](const std::string& record) {
        const auto found = wanted.find(fold_id(record));
        if (found != wanted.end()) standing.insert(*found);
    };
    for (const auto& values : subject.values) {
        for (std::size_t entry = 0; entry != values->size(); ++entry) see(values->record(entry));
    }
    for (const Finding& finding : report.findings) see(accepted_record(finding));
    return standing;
}

class AcceptanceRows {
  public:
    AcceptanceRows(const Subject& subject, Report& report) : report_(report), sheet_(scorebook_sheet_name) {
        const ScorebookSheet& own = subject.overrides;
        if (own.sheet_index) sheet_ = subject.workbook->sheets()[*own.sheet_index].name;
        // A list of another kind above is kept apart by an empty row.
        next_row_ = own.rows + (own.ends_in_acceptances || own.rows == 0 ? 0 : 1);
        needs_heading_ = !own.ends_in_acceptances;
    }

    void add(const Acceptance& accepted) {
        if (std::exchange(needs_heading_, false))
            add_row(acceptance_heading, {}, {}, "Findings accepted last period hold on");
        std::string because = "Accepted by " + accepted.name + " in " + accepted.carried_from;
        const std::string until = accepted.until ? to_text(*accepted.until) : std::string();
        if (!until.empty()) because += " until " + until;
        add_row({accepted.rule, accepted.record, accepted.reason, accepted.name, until}, accepted.rule,
                accepted.record, because);
    }

  private:
    void add_row(const std::array<std::string_view, 5>& texts, const std::string& rule,
                 const std::string& record, const std::string& because) {
        for (std::uint32_t column = 0; column != texts.size(); ++column) {
            if (texts[column].empty()) continue;
            Change change;
            change.sheet = sheet_;
            change.cell = {next_row_, column};
            change.after = std::string(texts[column]);
            change.rule = rule;
            change.record = record;
            change.because = because;
            report_.changes.push_back(std::move(change));
        }
        ++next_row_;
    }

    Report& report_;
    std::string sheet_;
    std::uint32_t next_row_ = 0;
    bool needs_heading_ = false;
};

}  // namespace

const Acceptance* find_acceptance(const ScorebookSheet& overrides, std::string_view rule,
                                  std::string_view record, CalendarDate as_at) {
    return acceptance_of(overrides, rule, record, as_at, Force::holds);
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
        // One that was carried before says already where it comes from.
        if (carried.reason.find("(accepted in ") == std::string::npos)
            carried.reason += " (accepted in " + std::string(previous_name) + ")";
        carried.carried_from = previous_name;
        current.accepted.push_back(std::move(carried));
    }
}

void write_carried_acceptances(const Subject& subject, CalendarDate as_at, Report& report) {
    std::vector<const Acceptance*> carried;
    for (const Acceptance& accepted : subject.overrides.accepted) {
        if (!accepted.carried_from.empty() && is_in_force(accepted, as_at)) carried.push_back(&accepted);
    }
    if (carried.empty()) return;
    std::set<std::string> wanted;
    for (const Acceptance* accepted : carried) wanted.insert(fold_id(accepted->record));
    const std::set<std::string> standing = standing_records(wanted, subject, report);
    std::set<std::pair<std::string, std::string>> written;
    AcceptanceRows rows(subject, report);
    for (const Acceptance* accepted : carried) {
        const std::string record = fold_id(accepted->record);
        if (standing.contains(record) && written.emplace(folded(accepted->rule), record).second)
            rows.add(*accepted);
    }
}

void apply_acceptances(const ScorebookSheet& overrides, CalendarDate as_at, Report& report) {
    if (overrides.accepted.empty()) return;
    for (Finding& finding : report.findings) {
        if (finding.severity == Severity::info) continue;
        const std::string record = accepted_record(finding);
        const Acceptance* accepted = find_acceptance(overrides, finding.rule, record, as_at);
        if (!accepted) {
            const Acceptance* ended = acceptance_of(overrides, finding.rule, record, as_at, Force::has_ended);
            if (ended) {
                finding.message +=
                    " " + ended->name + " had accepted this until " + to_text(*ended->until) + ".";
            }
            continue;
        }
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

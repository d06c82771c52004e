// unique_key.cpp - check "unique_key" (S10): two entries of a table may not have the same identifier, also
// not when only O and 0, I and 1, spaces or case tell them apart.
#include <unordered_map>

#include "checks/built_in_checks.hpp"
#include "checks/entry_findings.hpp"

namespace scorebook {

namespace {

void check_table(const TableValues& values, const FoundColumn& id, Report& report) {
    std::unordered_map<std::string, std::size_t> first_use;
    first_use.reserve(values.size());
    EntryFindings findings(report, Severity::error);
    for (std::size_t entry = 0; entry < values.size(); ++entry) {
        std::string folded_id = fold_id(values.word(entry, id));
        if (folded_id.empty()) continue;
        const auto [known, is_new] = first_use.try_emplace(std::move(folded_id), entry);
        if (is_new) continue;
        findings.add(values.place(entry, id), [&, first = known->second] {
            Finding finding = finding_at(values, entry, id, "S10", Severity::error);
            const std::string other = values.record(first);
            const std::string row = std::to_string(values.table().entries[first].row_index + 1);
            finding.message = other == finding.record
                                  ? finding.record + " is used twice: here and in row " + row + "."
                                  : finding.record + " and " + other + " in row " + row +
                                        " are the same identifier once look-alike characters are read alike.";
            finding.advice = "Give one of the two entries a number of its own.";
            finding.evidence = {{"here", finding.record}, {"row " + row, other}};
            return finding;
        });
    }
}

}  // namespace

void check_unique_key(const CheckContext& context, Report& report) {
    for (const auto& values : context.current.values) {
        const FoundColumn* id = values->roles().id;
        if (id && !values->table().spec->is_narrative) check_table(*values, *id, report);
    }
}

}  // namespace scorebook

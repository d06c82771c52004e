// look_alike_ids.cpp - check "look_alike_ids" (V16): C01 with a zero for CO1, a dash that isn't a hyphen, a
// space nobody sees. Such an id matches nothing in last quarter's register or in the covering report.
#include "checks/built_in_checks.hpp"
#include "checks/entry_findings.hpp"

namespace scorebook {

void check_look_alike_ids(const CheckContext& context, Report& report) {
    for (const auto& values : context.current.values) {
        const FoundColumn* id = values->roles().id;
        if (!id) continue;
        const std::vector<TypedCell>& cells = values->typed(*id);
        EntryFindings findings(report, Severity::warning);
        for (std::size_t entry = 0; entry < cells.size(); ++entry) {
            const bool is_look_alike = cells[entry].has(ReadingRemark::look_alike_letter);
            if (!is_look_alike && !cells[entry].has(ReadingRemark::extra_space)) continue;
            findings.add(values->place(entry, *id), [&] {
                Finding finding = finding_at(*values, entry, *id, "V16", Severity::warning);
                const std::string tidy(values->word(entry, *id));
                finding.message =
                    is_look_alike ? "The identifier " + finding.record +
                                        " is spelt with look-alike characters; it was read as " + tidy + "."
                                  : "The identifier " + finding.record +
                                        " has spaces in or round it; it was read as " + tidy + ".";
                finding.advice = "Type " + tidy + ", so that it matches the same entry elsewhere.";
                finding.evidence = {{"found", finding.record}, {"read as", tidy}};
                return finding;
            });
        }
    }
}

}  // namespace scorebook

// numbering_gaps.cpp - check "numbering_gaps" (S12): references in parts, such as 5.1, 5.2, count up without
// gaps in their section. Plain identifiers (CR3, CR9) are given once and never again, so gaps among them mean
// nothing.
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "checks/built_in_checks.hpp"
#include "checks/entry_findings.hpp"
#include "checks/wording.hpp"

namespace scorebook {

namespace {

struct NumberedId {
    std::string section;  ///< "5." of "5.3"
    unsigned number = 0;
};

std::optional<NumberedId> parse_reference(std::string_view id) {
    const std::size_t point = id.rfind('.');
    if (point == std::string_view::npos || point == 0 || point + 1 == id.size()) return std::nullopt;
    NumberedId reference{std::string(id.substr(0, point + 1)), 0};
    const char* end = id.data() + id.size();
    const auto [stop, problem] = std::from_chars(id.data() + point + 1, end, reference.number);
    if (problem != std::errc{} || stop != end) return std::nullopt;
    return reference;
}

/// References that are accounted for elsewhere: last period's, and those in the narrative's lists of removed
/// ones.
std::set<std::string> explained(const CheckContext& context) {
    std::set<std::string> ids;
    const auto add = [&](const Subject& subject, bool narrative_only) {
        for (const auto& values : subject.values) {
            const FoundColumn* id = values->roles().id;
            if (!id || (narrative_only && !values->table().spec->is_narrative)) continue;
            for (std::size_t entry = 0; entry < values->size(); ++entry)
                ids.emplace(values->word(entry, *id));
        }
    };
    add(context.current, true);
    if (context.previous) add(*context.previous, false);
    return ids;
}

void check_table(const TableValues& values, const FoundColumn& id, const std::set<std::string>& known,
                 Report& report) {
    std::map<std::string, unsigned> last;  // by section
    EntryFindings findings(report, Severity::warning);
    for (std::size_t entry = 0; entry < values.size(); ++entry) {
        const auto reference = parse_reference(values.word(entry, id));
        if (!reference) continue;
        const auto [place, is_first] = last.try_emplace(reference->section, reference->number);
        const unsigned before = place->second;
        place->second = reference->number;
        if (is_first || reference->number == before + 1 || reference->number == before) continue;
        std::vector<std::string> missing;
        for (unsigned n = before + 1; n < reference->number && missing.size() < 12; ++n) {
            const std::string wanted = reference->section + std::to_string(n);
            if (!known.contains(wanted)) missing.push_back(wanted);
        }
        if (reference->number > before && missing.empty()) continue;
        findings.add(values.place(entry, id), [&] {
            Finding finding = finding_at(values, entry, id, "S12", Severity::warning);
            const std::string previous = reference->section + std::to_string(before);
            finding.message = reference->number > before
                                  ? "The numbering jumps from " + previous + " to " + finding.record + ": " +
                                        joined(missing) +
                                        (missing.size() == 1 ? " is missing." : " are missing.")
                                  : finding.record + " stands below " + previous + ", out of order.";
            finding.advice = reference->number > before
                                 ? "Say what became of the missing reference, or renumber."
                                 : "Put the rows in order, or renumber.";
            finding.evidence = {{"before", previous}, {"here", finding.record}};
            return finding;
        });
    }
}

}  // namespace

void check_numbering_gaps(const CheckContext& context, Report& report) {
    const std::set<std::string> known = explained(context);
    for (const auto& values : context.current.values) {
        const FoundColumn* id = values->roles().id;
        if (id && !values->table().spec->is_narrative) check_table(*values, *id, known, report);
    }
}

}  // namespace scorebook

// unique_key.cpp - check "unique_key" (S10): two entries of a table may not have the same identifier, also
// not when only O and 0, I and 1, spaces or case tell them apart.
#include <algorithm>
#include <compare>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "checks/built_in_checks.hpp"
#include "checks/entry_findings.hpp"

namespace scorebook {

namespace {

struct Repeat {
    std::size_t entry = 0;
    std::size_t first = 0;  ///< the first entry with the same id
};

/// Entries whose folded id an earlier one has, in order. Hashes are sorted instead of ids, which are nearly
/// all different: a table of 100,000 needs no 100,000 strings at once.
std::vector<Repeat> repeats_of(const TableValues& values, const FoundColumn& id) {
    struct Hashed {
        std::size_t hash = 0;
        std::size_t entry = 0;
        auto operator<=>(const Hashed&) const = default;
    };
    std::vector<Hashed> hashes;
    hashes.reserve(values.size());
    for (std::size_t entry = 0; entry < values.size(); ++entry) {
        const std::string folded_id = fold_id(values.word(entry, id));
        if (!folded_id.empty()) hashes.push_back({std::hash<std::string>{}(folded_id), entry});
    }
    std::sort(hashes.begin(), hashes.end());

    std::vector<Repeat> repeats;
    for (auto same = hashes.begin(); same != hashes.end();) {
        const auto end =
            std::find_if(same, hashes.end(), [&](const Hashed& other) { return other.hash != same->hash; });
        for (auto later = same + 1; later < end; ++later) {
            const std::string wanted = fold_id(values.word(later->entry, id));
            const auto first = std::find_if(same, later, [&](const Hashed& earlier) {
                return fold_id(values.word(earlier.entry, id)) == wanted;
            });
            if (first != later) repeats.push_back({later->entry, first->entry});
        }
        same = end;
    }
    std::sort(repeats.begin(), repeats.end(),
              [](const Repeat& a, const Repeat& b) { return a.entry < b.entry; });
    return repeats;
}

void check_table(const TableValues& values, const FoundColumn& id, Report& report) {
    EntryFindings findings(report, Severity::error);
    for (const auto& [entry, first] : repeats_of(values, id)) {
        findings.add(values.place(entry, id), [&, entry = entry, first = first] {
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

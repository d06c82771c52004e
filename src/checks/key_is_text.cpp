// key_is_text.cpp - check "key_is_text" (S11): an identifier with a point that is stored as a number loses
// its last zero, so that 1.10 becomes 1.1 and collides with 1.1. Whole numbers lose nothing and pass.
#include <cmath>

#include "checks/built_in_checks.hpp"
#include "checks/entry_findings.hpp"

namespace scorebook {

void check_key_is_text(const CheckContext& context, Report& report) {
    for (const auto& values : context.current.values) {
        const FoundColumn* id = values->roles().id;
        if (!id) continue;
        EntryFindings findings(report, Severity::error);
        for (std::size_t entry = 0; entry < values->size(); ++entry) {
            const SheetCell* cell = values->cell(entry, *id);
            if (!cell || cell->kind != CellKind::number || cell->number == std::floor(cell->number)) continue;
            findings.add(values->place(entry, *id), [&] {
                Finding finding = finding_at(*values, entry, *id, "S11", Severity::error);
                finding.message = "The reference " + finding.record + " is stored as a number, so " +
                                  finding.record + "0 can't be told from it.";
                finding.advice = "Format the column as Text and type the references again.";
                finding.evidence = {{"stored", finding.record}};
                return finding;
            });
        }
    }
}

}  // namespace scorebook

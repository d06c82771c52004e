// key_is_text.cpp - check "key_is_text" (S11): an identifier with a point that is stored as a number loses
// its last zero, so that 1.10 becomes 1.1 and collides with 1.1. Whole numbers lose nothing and pass.
//
// One number among texts, or one that is there twice, has been hurt already. A column of numbers alone is
// told once: it is in danger.
#include <cmath>
#include <map>

#include "checks/built_in_checks.hpp"
#include "checks/entry_findings.hpp"

namespace scorebook {

namespace {

bool is_number_with_point(const SheetCell* cell) {
    return cell && cell->kind == CellKind::number && cell->number != std::floor(cell->number);
}

Finding hurt(const TableValues& values, std::size_t entry, const FoundColumn& id) {
    Finding finding = finding_at(values, entry, id, "S11", Severity::error);
    finding.message = "The reference " + finding.record + " is stored as a number, so " + finding.record +
                      "0 can't be told from it.";
    finding.advice = "Format the column as Text and type the references again.";
    finding.evidence = {{"stored", finding.record}};
    return finding;
}

Finding in_danger(const TableValues& values, std::size_t first, const FoundColumn& id, std::size_t count) {
    Finding finding = finding_at(values, first, id, "S11", Severity::warning);
    finding.message = "The " + std::to_string(count) +
                      " references of this table are stored as numbers, so a " + finding.record +
                      "0 would become " + finding.record + ".";
    finding.advice = "Format the column as Text before the numbering reaches .10.";
    finding.evidence = {{"references", std::to_string(count)}};
    return finding;
}

}  // namespace

void check_key_is_text(const CheckContext& context, Report& report) {
    for (const auto& values : context.current.values) {
        const FoundColumn* id = values->roles().id;
        if (!id) continue;
        std::map<double, std::size_t> numbers;  // how often each is there
        std::size_t count = 0, others = 0, first = 0;
        for (std::size_t entry = 0; entry < values->size(); ++entry) {
            const SheetCell* cell = values->cell(entry, *id);
            if (is_number_with_point(cell)) {
                if (count++ == 0) first = entry;
                ++numbers[cell->number];
            } else if (cell && cell->has_value && cell->kind != CellKind::number) {
                ++others;
            }
        }
        if (count == 0) continue;
        const bool is_doubled = numbers.size() < count;
        if (others == 0 && !is_doubled) {
            report.findings.push_back(in_danger(*values, first, *id, count));
            continue;
        }
        EntryFindings findings(report, Severity::error);
        for (std::size_t entry = 0; entry < values->size(); ++entry) {
            const SheetCell* cell = values->cell(entry, *id);
            if (!is_number_with_point(cell) || (others == 0 && numbers[cell->number] < 2)) continue;
            findings.add(values->place(entry, *id), [&] { return hurt(*values, entry, *id); });
        }
    }
}

}  // namespace scorebook

// precision.cpp - check "precision" (V09): figures of one column are printed to the same number of decimals.
#include <algorithm>
#include <map>

#include "checks/built_in_checks.hpp"
#include "checks/entry_findings.hpp"
#include "checks/row_figures.hpp"
#include "checks/wording.hpp"

namespace scorebook {

namespace {

constexpr std::size_t fewest_printed_rows = 4;

void check_column(const TableValues& values, const FoundColumn& column, Report& report) {
    std::map<int, std::vector<std::size_t>> by_places;
    std::size_t count = 0;
    for (std::size_t entry = 0; entry < values.size(); ++entry) {
        const ReadValue value = values.read(entry, column);
        if (!value.figure || value.is_formula || value.figure->places > 6) continue;
        by_places[value.figure->places].push_back(entry);
        ++count;
    }
    if (count < fewest_printed_rows || by_places.size() < 2) return;
    const auto usual = std::max_element(by_places.begin(), by_places.end(), [](const auto& a, const auto& b) {
        return a.second.size() < b.second.size();
    });
    // A column of several measures has several precisions.
    if (usual->second.size() * 4 < count * 3) return;
    std::vector<std::string> odd;
    const std::size_t* first = nullptr;
    for (const auto& [places, entries] : by_places) {
        if (places == usual->first) continue;
        for (const std::size_t& entry : entries) {
            odd.push_back(values.record(entry) + " (" + in_words(*values.read(entry, column).figure) + ")");
            if (!first || entry < *first) first = &entry;
        }
    }
    Finding finding = finding_at(values, *first, column, "V09", Severity::info);
    finding.record.clear();
    finding.message = column.header + " is printed to " +
                      counted(static_cast<std::size_t>(usual->first), "decimal", "decimals") +
                      " in most rows, but not in " + joined(odd) + ".";
    finding.fix = Fix::none;
    report.findings.push_back(std::move(finding));
}

}  // namespace

void check_precision(const CheckContext& context, Report& report) {
    for (const auto& values : context.current.values) {
        for (const FoundColumn& column : values->table().columns) {
            if (column.spec &&
                (column.spec->kind == ValueKind::figure || column.spec->kind == ValueKind::percentage))
                check_column(*values, column, report);
        }
    }
}

}  // namespace scorebook

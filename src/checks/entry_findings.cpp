// entry_findings.cpp - findings about entries, kept to a number a person can read and a machine can hold.
#include "checks/entry_findings.hpp"

#include <algorithm>
#include <utility>

#include "checks/wording.hpp"

namespace scorebook {

namespace {

CellRange between(CellRef a, CellRef b) {
    return {{std::min(a.row_index, b.row_index), std::min(a.column_index, b.column_index)},
            {std::max(a.row_index, b.row_index), std::max(a.column_index, b.column_index)}};
}

}  // namespace

Finding finding_at(const TableValues& values, std::size_t entry, const FoundColumn& column,
                   std::string_view rule, Severity severity) {
    Finding finding;
    finding.rule = rule;
    finding.severity = severity;
    finding.sheet = values.sheet().name;
    finding.cell = values.place(entry, column);
    finding.record = values.record(entry);
    return finding;
}

EntryFindings::~EntryFindings() {
    if (kept_.empty()) return;
    if (count_ > kept_.size()) {
        const bool replaces_all = severity_ != Severity::error;
        Finding summary = replaces_all ? kept_.front() : kept_.back();
        const CellRef first =
            replaces_all ? kept_.front().cell.value_or(last_) : first_left_out_.value_or(last_);
        const std::size_t spoken_for = replaces_all ? count_ : count_ - kept_.size();
        summary.message =
            (replaces_all ? counted(spoken_for, "entry has", "entries have") + " this fault; the first is "
                          : counted(spoken_for, "further entry has", "further entries have") +
                                " a fault such as that of ") +
            (summary.record.empty() ? "this one" : summary.record) + ": " + summary.message;
        summary.cell = first;
        summary.range = between(first, last_);
        summary.record.clear();
        summary.evidence.emplace_back("entries", std::to_string(spoken_for));
        if (replaces_all) kept_.clear();
        kept_.push_back(std::move(summary));
    }
    std::move(kept_.begin(), kept_.end(), std::back_inserter(report_.findings));
}

}  // namespace scorebook

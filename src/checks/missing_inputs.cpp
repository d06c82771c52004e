// missing_inputs.cpp - template formulas whose columns a workbook doesn't have.
#include "checks/missing_inputs.hpp"

#include <algorithm>

#include "checks/wording.hpp"

namespace scorebook {

bool MissingInputs::has_inputs(const std::string& rule, const ColumnSpec& column, const RowFormula& formula) {
    const std::vector<std::string> missing = source_.missing(formula.columns());
    if (missing.empty()) {
        done_.emplace_back(rule, column.id);
        return true;
    }
    std::vector<std::string> inputs = formula.columns();
    std::erase_if(inputs, [&](const std::string& input) { return folded(input) == folded(column.header); });
    gaps_.push_back({{rule, column.id},
                     {column.header + " from " + joined(inputs),
                      "the " + table_.title + " table has no " + joined(missing) +
                          (missing.size() == 1 ? " column" : " columns")}});
    return false;
}

void MissingInputs::report(Report& report) const {
    for (const Gap& gap : gaps_) {
        if (std::find(done_.begin(), done_.end(), gap.about) != done_.end()) continue;
        const bool is_known =
            std::any_of(report.not_checked.begin(), report.not_checked.end(), [&](const NotChecked& known) {
                return known.what == gap.note.what && known.why == gap.note.why;
            });
        if (!is_known) report.not_checked.push_back(gap.note);
    }
}

}  // namespace scorebook

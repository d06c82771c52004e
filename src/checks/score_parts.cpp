// score_parts.cpp - check "score_parts" (V11): what a score was made of. Says once when a register keeps no
// impact and likelihood, names entries that give only one of the two, and checks sums typed into the score's
// own cell ("5x4=25").
#include "checks/built_in_checks.hpp"
#include "checks/entry_findings.hpp"
#include "checks/wording.hpp"

namespace scorebook {

namespace {

void report_absent(const TableValues& values, const FoundColumn& score, Report& report) {
    Finding finding;
    finding.rule = "V11";
    finding.severity = Severity::info;
    finding.sheet = values.sheet().name;
    finding.cell = score.header_cell;
    finding.message = "The " + values.table().spec->title +
                      " table gives scores without their impact and likelihood, so the scores can't be "
                      "worked out again; they were "
                      "checked against the products the matrix allows.";
    finding.fix = Fix::none;
    report.findings.push_back(std::move(finding));
}

void check_pair(const TableValues& values, const FoundColumn& impact, const FoundColumn& likelihood,
                Report& report) {
    EntryFindings findings(report, Severity::info);
    for (std::size_t entry = 0; entry < values.size(); ++entry) {
        const bool has_impact = values.typed(impact)[entry].has_number();
        if (has_impact == values.typed(likelihood)[entry].has_number()) continue;
        const FoundColumn& absent = has_impact ? likelihood : impact;
        const FoundColumn& given = has_impact ? impact : likelihood;
        if (values.typed(absent)[entry].state != ValueState::blank) continue;  // V02 and V03 speak of it
        findings.add(values.place(entry, absent), [&] {
            Finding finding = finding_at(values, entry, absent, "V11", Severity::info);
            finding.message = given.spec->header + " is " + in_words(values.value(entry, given)) + " but " +
                              absent.spec->header + " is blank, so the score can't be worked out.";
            finding.fix = Fix::none;
            return finding;
        });
    }
}

/// "5x4=25", or "12 (3x4)" beside Impact 4: what the cell itself says must be right and agree with the
/// columns.
void check_written_products(const TableValues& values, const FoundColumn& score, const FoundColumn* impact,
                            const FoundColumn* likelihood, Report& report) {
    const std::vector<TypedCell>& cells = values.typed(score);
    EntryFindings findings(report, Severity::error);
    for (std::size_t entry = 0; entry < cells.size(); ++entry) {
        const SheetCell* cell = values.cell(entry, score);
        const bool may_hold_product = cell && cell->has_value && cell->kind != CellKind::number;
        if (!may_hold_product) continue;
        const ReadValue read = values.read(entry, score);
        if (!read.impact || !read.likelihood) continue;
        const double own_impact = values.number(entry, impact);
        const double own_likelihood = values.number(entry, likelihood);
        const bool disagrees = own_impact == own_impact && own_likelihood == own_likelihood &&
                               own_impact * own_likelihood != *read.impact * *read.likelihood;
        const bool is_wrong = cells[entry].has(ReadingRemark::wrong_product);
        if (!is_wrong && !disagrees) continue;
        findings.add(values.place(entry, score), [&] {
            Finding finding = finding_at(values, entry, score, "V11", Severity::error);
            const std::string product =
                std::to_string(*read.impact) + " x " + std::to_string(*read.likelihood);
            const std::string right = std::to_string(*read.impact * *read.likelihood);
            finding.message = score.spec->header + " says '" + shortened(read.text) + "', but ";
            finding.message += is_wrong ? product + " is " + right + "."
                                        : "its own columns say Impact " + to_text(CellValue(own_impact)) +
                                              " and Likelihood " + to_text(CellValue(own_likelihood)) + ".";
            finding.advice = "Correct the score or its parts.";
            finding.evidence = {{"found", shortened(read.text)}, {"computed", right}};
            return finding;
        });
    }
}

}  // namespace

void check_score_parts(const CheckContext& context, Report& report) {
    for (const auto& values : context.current.values) {
        const ColumnRoles& roles = values->roles();
        if (!roles.judged()) continue;
        if (!roles.impact && !roles.likelihood && !roles.residual_impact && !roles.residual_likelihood) {
            report_absent(*values, *roles.judged(), report);
        }
        if (roles.impact && roles.likelihood) check_pair(*values, *roles.impact, *roles.likelihood, report);
        if (roles.residual_impact && roles.residual_likelihood) {
            check_pair(*values, *roles.residual_impact, *roles.residual_likelihood, report);
        }
        if (roles.score)
            check_written_products(*values, *roles.score, roles.impact, roles.likelihood, report);
        if (roles.residual) {
            check_written_products(*values, *roles.residual, roles.residual_impact, roles.residual_likelihood,
                                   report);
        }
    }
}

}  // namespace scorebook

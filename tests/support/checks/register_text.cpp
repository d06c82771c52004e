// register_text.cpp - a small register in order, and the same with something wrong.
#include "support/checks/register_text.hpp"

#include <stdexcept>

namespace scorebook::test {

std::string register_lines() {
    return R"(
sheet Register
A1: Corporate Risk Register May 2016
A3 | Ref | Risk Description | Risk Type | Impact | Likelihood | Risk Score | Mitigating Actions | Residual Impact | Residual Likelihood | Residual Score | RAG | Risk Owner | Direction of Travel | Status | Due Date
A4 | CR1 | Savings are not delivered | Economic | 5 | 5 | 25 | Monthly monitoring of savings | 4 | 4 | 16 | Red | Section 151 Officer | Level | Open | 31 March 2017
A5 | CR2 | Staff leave faster than they join | Organisational | 4 | 4 | 16 | Recruitment strategy | 3 | 4 | 12 | Red | Director of Resources | Downwards | Open | 31 March 2017
A6 | CR3 | A child is not protected | Social | 4 | 5 | 20 | Board with an independent chair | 3 | 5 | 15 | Red | Director of Children's Services | Level | Open | 31 March 2017
A7 | CR4 | Waste contracts cost more | Economic | 4 | 5 | 20 | Contracts are let again | 4 | 4 | 16 | Red | Head of Waste Management | Level | Open | 31 March 2017
A8 | CR5 | Systems fail | Operational | 3 | 5 | 15 | Second data centre | 3 | 4 | 12 | Red | Head of Systems | Upwards | Open | 31 March 2017
sheet Opportunities
A3 | Opportunity Identification Number | Opportunity Description | Opportunity Score | Maximising Actions | Residual Opportunity Score | Opportunity Owner | Direction of Travel
A4 | CO1 | A combined authority | 12 | Work with partners | 16 | Chief Executive | Upwards
A5 | CO2 | Economic growth | 12 | Bid for funding | 16 | Director of Economic Development | Upwards
A6 | CO3 | A property strategy | 12 | Use the evidence base | 16 | Director of Resources | Upwards
A7 | CO4 | Health and care join up | 12 | Lead the agenda | 16 | Director of Adult Services | Upwards
sheet Register
)";
}

std::shared_ptr<const Workbook> register_with(std::string_view lines, std::string name) {
    return workbook_from(register_lines() + std::string(lines), std::move(name));
}

const TemplateSet& templates() {
    static const TemplateSet all = TemplateSet::built_in();
    return all;
}

Report check_lines(std::string_view lines, const CheckOptions& options) {
    return check(*workbook_from(lines), templates(), options);
}

Report check_register_with(std::string_view lines, const CheckOptions& options) {
    return check_lines(register_lines() + std::string(lines), options);
}

namespace {

std::string line_of(const Finding& finding) {
    std::string line = finding.rule + " " + std::string(to_text(finding.severity)) + " " + finding.sheet;
    if (finding.range) {
        line += "!" + to_a1(*finding.range);
    } else if (finding.cell) {
        line += "!" + to_a1(*finding.cell);
    }
    if (!finding.record.empty()) line += " " + finding.record;
    return line + " " + std::string(to_text(finding.fix));
}

}  // namespace

std::vector<std::string> faults(const Report& report) {
    std::vector<std::string> lines;
    for (const Finding& finding : report.findings) {
        if (finding.severity != Severity::info) lines.push_back(line_of(finding));
    }
    return lines;
}

std::vector<std::string> findings_of(const Report& report, std::string_view rule) {
    std::vector<std::string> lines;
    for (const Finding& finding : report.findings) {
        if (finding.rule == rule) lines.push_back(line_of(finding));
    }
    return lines;
}

std::vector<std::string> changes(const Report& report) {
    std::vector<std::string> lines;
    for (const Change& change : report.changes) {
        std::string line = change.sheet + "!" + to_a1(change.cell) + " " + std::string(to_text(change.kind)) +
                           " " + to_text(change.before) + " -> " + to_text(change.after);
        if (change.fill_after) line += " " + to_hex(*change.fill_after);
        lines.push_back(std::move(line));
    }
    return lines;
}

const Finding& first_of(const Report& report, std::string_view rule) {
    for (const Finding& finding : report.findings) {
        if (finding.rule == rule) return finding;
    }
    throw std::out_of_range("no finding of rule " + std::string(rule));
}

}  // namespace scorebook::test

// every_rule_test.cpp - each of the 72 rules of the domain model speaks of its fault and is silent where the
// fault isn't: by the faulty and clean twins of the samples, else by two workbooks below.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include "support/checks/register_text.hpp"

using namespace scorebook;
using namespace scorebook::test;

namespace {

constexpr const char* all_rules[] = {
    "S01", "S02", "S03", "S04", "S05", "S06", "S07", "S08", "S09", "S10", "S11", "S12", "S13", "S14", "S15",
    "S16", "V01", "V02", "V03", "V04", "V05", "V06", "V07", "V08", "V09", "V10", "V11", "V12", "V13", "V14",
    "V15", "V16", "V17", "V18", "A01", "A02", "A03", "A04", "A05", "A06", "A07", "A08", "A09", "A10", "A11",
    "A12", "A13", "A14", "X01", "X02", "X03", "X04", "X05", "X06", "X07", "X08", "X09", "X10", "X11", "X12",
    "G01", "G02", "G03", "G04", "G05", "G06", "G07", "G08", "G09", "G10", "G11", "G12"};

/// Two workbooks that differ in the fault alone, and last period's where the rule needs one.
struct Pair {
    std::string rule;
    std::string faulty;
    std::string right;
    std::string previous{};
};

std::set<std::string> rules_of(const Report& report) {
    std::set<std::string> rules;
    for (const Finding& finding : report.findings) rules.insert(finding.rule);
    return rules;
}

std::set<std::string> rules_of(const std::string& lines, const std::string& previous) {
    CheckOptions options;
    const auto before = previous.empty() ? nullptr : workbook_from(previous, "before.xlsx");
    options.previous = before.get();
    options.previous_name = "before.xlsx";
    return rules_of(check_lines(lines, options));
}

std::set<std::string> rules_of_sample(const std::string& name) {
    std::ifstream file(std::string(SCOREBOOK_SOURCE_DIR) + "/samples/" + name, std::ios::binary);
    REQUIRE(file.good());
    const auto book = open_workbook(std::string(std::istreambuf_iterator<char>(file), {}), name);
    return rules_of(check(*book, templates(), {}));
}

/// Rules of a faulty twin that are silent on the clean one.
std::set<std::string> rules_shown_by_samples() {
    std::set<std::string> shown;
    for (const char* kind :
         {"benchmarking", "budget-monitor", "complaints", "contact-volumes", "improvement-plan",
          "kpi-scorecard", "priority-backlog", "procurement-dashboard", "provider-monitoring",
          "recovery-plan", "risk-awareness", "sla-monitor", "workforce"}) {
        const auto clean = rules_of_sample(std::string(kind) + "-clean.xlsx");
        for (const std::string& rule : rules_of_sample(std::string(kind) + "-faulty.xlsx")) {
            if (!clean.contains(rule)) shown.insert(rule);
        }
    }
    const auto clean = rules_of_sample("risk-register-5x5.xlsx");
    for (const std::string& rule : rules_of_sample("risk-register-5x5-faulty.xlsx")) {
        if (!clean.contains(rule)) shown.insert(rule);
    }
    return shown;
}

const std::string entries = R"(
sheet Register
A1: Corporate Risk Register May 2016
A3 | Ref | Risk Description | Risk Score | Risk Owner
A4 | CR1 | Savings are not delivered | 16 | Section 151 Officer
A5 | CR2 | Staff leave | 12 | Director of Resources
A6 | CR3 | Systems fail | 15 | Head of Systems
)";

const std::string scorecard = R"(
sheet Scorecard
A1: Performance Q4 2016/17
A3 | Ref | Measure | Good is | Target | Previous | Actual | Status | Direction of Travel | Commentary
A4 | M1 | Repair time of street lighting | Lower | 5 | 4.65 | 4.60 | Green | Improving |
A5 | M2 | E-book loans | Higher | 146,595 | 105,673 | 162,384 | Green | Improving |
A6 | M3 | Young people not in education | Lower | 3.1 | 3.2 | 3.4 | Red | Worsening | Follow-up continues
A7 | M4 | Defects repaired in 20 days | Higher | 98% | 94% | 97% | Amber | Improving |
)";

/// Another measure turns red.
const std::string worse =
    "\nsheet Scorecard\nE4: 4.60\nF4: 5.65\nG4: Red\nH4: Worsening\nI4: Crews are hired\nsheet Summary";

const std::string authorities = R"(
sheet ASCOF 2D
A3 | Authority | Numerator | Denominator | Outcome
A4 | Derbyshire | 1045 | 1190 | 87.8
A5 | Kent | 755 | 1010 | 74.8
A6 | Devon | 565 | 640 | 88.3
A7 | Norfolk | 1005 | 1220 | 82.4
A8 | Suffolk | 370 | 490 | 75.5
)";

const std::string levels = R"(
sheet SLA
A3 | No. | Definition of SLA | Target | Q1 2014/15 | Q2 2014/15 | Performance YTD
A4 | L1 | Letters issued in time | 95 | 97 | 98 | 97.5
A5 | L2 | Checks processed | 75 | 83 | 90 | 87
A6 | L3 | Overpayments | | 31 | 243 | 274
)";

const std::string telephony = R"(
sheet Calls
A3 | Service | Offered | Answered | % Answered | % SLA | % Answered within 20 seconds
A4 | Social Care | 389592 | 361346 | 92.7 | 87.5 | 64.1
A5 | Customer Contact | 634713 | 585321 | 92.2 | 90.0 | 73.8
A6 | HR | 69134 | 65789 | 95.2 | 90.0 | 86.3
A7 | Pensions | 39609 | 37834 | 95.5 | 95.0 | 77.6
)";

const std::string outcomes = R"(
sheet Report
A1: Of the 20 LGO Corporate enquiries, the outcomes were as follows in 14/15:
A2: - 4 not upheld
A3: - 14 not progressed by the LGO
)";

const std::string stranded = R"(
A7: We have a number of data quality investigations ongoing.
A9: - 2 referred back for local resolution
A10: - None were upheld
)";

const std::string gone =
    "sheet Register\nA9 | CR6 | Care market fails | Social | 4 | 4 | 16 | Framework | 3 | 4 | 12 | Red | "
    "Head "
    "of Care | Level | Open | 31 March 2017\n";

std::string highlight(const std::string& sentence) {
    return register_lines() +
           "sheet Highlights\nA1: the residual risk score for the following entries remains 12 or above so "
           "the "
           "issue remains on the register:\nA2 | Risk Identification Number (RIN) | Risk Description\nA3 | "
           "CR2 | " +
           sentence;
}

std::string summary(const std::string& sentence) {
    return scorecard + "sheet Summary\nA1: " + sentence;
}

std::string papers(const std::string& first, const std::string& second) {
    return register_lines() +
           "sheet Background\nA2 | Paper | Date | Contact\nA3 | Quarterly Corporate Performance - Quarter 1 "
           "2016/17 Report | " +
           first + " | X\nA4 | Quarterly Corporate Performance - Quarter 2 2016/17 Report | " + second +
           " | X";
}

const std::vector<Pair> pairs = {
    {"S01", entries + "B3: Risk Descripton", entries},
    {"S02", entries + "E3: Risk Owner\nE4: Head of Finance", entries},
    {"S03",
     "sheet Register\nA3 | Ref | Risk Description | | Risk Score | Risk Owner\nA4 | CR1 | | Savings | 16 | "
     "Head\nA5 | CR2 | | Staff | 12 | Head\nA6 | CR3 | | Systems | 15 | Head",
     entries},
    {"S04",
     register_lines() + "sheet Register\nA9 | Opportunity Identification Number | Opportunity Description | "
                        "Opportunity Score | Maximising Actions | Residual Opportunity Score | Opportunity "
                        "Owner\nA10 | CO5 | A new market | 12 | Bid | 16 | Chief Executive",
     register_lines()},
    {"S05", entries + "A7 | Ref | Risk Description | Risk Score | Risk Owner\nA8 | CR4 | Fire | 16 | Head",
     entries + "A7 | CR4 | Fire | 16 | Head"},
    {"S06", register_lines() + "G9: A second action", register_lines()},
    {"S07", entries + "A7 | CR4 | Fewer people of working age, 18- | 16 | Head\nB8: 64.",
     entries + "A7 | CR4 | Fewer people of working age, 18-64. | 16 | Head"},
    {"S08", entries + "A4: Financial risks\nB4:\nC4:\nD4:", entries},
    {"S09", entries + "A4: Economic CR1", entries},
    {"S14", register_lines() + outcomes + stranded,
     register_lines() + outcomes + "A4: - 2 referred back for local resolution\nA5: - None were upheld"},
    {"S16",
     register_lines() + "sheet Report\nA1: The key is set out at Appendix 'A', the rest in Appendix 'B'.\n"
                        "sheet Appendix A\nA1: Key",
     register_lines() + "sheet Report\nA1: The key is set out at Appendix 'A', the rest in Appendix 'B'.\n"
                        "sheet Appendix A\nA1: Key\nsheet Appendix B\nA1: The rest"},
    {"V05", levels + "D3: Q1 (%)\nB6: Volume of overpayments", levels + "D3: Q1\nB6: Volume of overpayments"},
    {"V06", scorecard + "F7: 97", scorecard},
    {"V09", authorities + "D4: 88", authorities},
    {"V10", register_lines() + "sheet Opportunities\nE5: 22", register_lines()},
    {"V13", register_lines() + "O5: 03/04/2017", register_lines() + "O5: 23/04/2017"},
    {"V14",
     "sheet Providers\nA1: Quarter 2 2016 - (June to August)\nA2: Providers under special measures\nA3 | "
     "Period | Central | East | North | Total\nA4 | 01/04/15 - 30/06/15 | 1 | 2 | 1 | 4\nA5 | 01/07/15 - "
     "30/09/15 | 2 | 2 | 1 | 5",
     "sheet Providers\nA1: Quarter 2 2016/17 (July to September)\nA2: Providers under special measures\nA3 | "
     "Period | Central | East | North | Total\nA4 | 01/04/15 - 30/06/15 | 1 | 2 | 1 | 4\nA5 | 01/07/15 - "
     "30/09/15 | 2 | 2 | 1 | 5"},
    {"V15",
     "sheet Calls\nA2: Average call waiting and handling times, in minutes\nA4 | Accounts Payable Activity | "
     "October '14 | Year to Date\nA5 | Average Call Wait | 0.0284722222222222 | 1:24\nA6 | Average Call "
     "Handling | 4:19 | 3:29\nhours B5",
     "sheet Calls\nA2: Average call waiting and handling times, in minutes\nA4 | Accounts Payable Activity | "
     "October '14 | Year to Date\nA5 | Average Call Wait | 0.000474537037037037 | 1:24\nA6 | Average Call "
     "Handling | 4:19 | 3:29\nminutes B5"},
    {"V18", register_lines() + "B5: Reputation\\nal damage to the council\nB6: A reputational issue",
     register_lines() + "B5: Reputational damage to the council\nB6: A reputational issue"},
    {"A05", telephony + "A8 | Overall | 1133048 | 1050290 | 92.7 | | 75.5",
     telephony + "A8 | Overall | 1133048 | 1050290 | 92.7 | | 71.4"},
    {"A06", levels + "F4: 99.8", levels},
    {"A09", summary("There was a 15.9% increase in carers paid direct (4070 to 4676)."),
     summary("There was a 14.9% increase in carers paid direct (4070 to 4676).")},
    {"A10",
     summary(
         "Visitors for the full year are 673,206, down compared to last year (4,007,475 against 4,680,681)."),
     summary("Visitors for the full year are 4,007,475, down compared to last year (4,007,475 against "
             "4,680,681).")},
    {"A11", highlight("This entry has been reworded and the residual score is 16."),
     highlight("This entry has been reworded and the residual score is 12.")},
    {"A13", summary("82.4% of the applications were granted and 16.7% were not granted."),
     summary("82.4% of the applications were granted and 17.6% were not granted.")},
    {"A14",
     summary("Calls passed on reduced from 29% to 22%, meaning the team are receiving approximately 560 "
             "referrals "
             "as opposed to 680 each week."),
     summary("Calls passed on reduced from 29% to 22%, meaning the team are receiving approximately 516 "
             "referrals "
             "as opposed to 680 each week.")},
    {"X01", register_lines(), register_lines() + gone, register_lines() + gone},
    {"X02", highlight("Residual score reassessed and increased to 12."),
     highlight("Residual score remains at 12.")},
    {"X05", scorecard + "B4: Repair time of all lighting", scorecard, scorecard},
    {"X06", scorecard + "E4: 4.95\nE5: 162,384\nE6: 3.4\nE7: 97%",
     scorecard + "E4: 4.60\nE5: 162,384\nE6: 3.4\nE7: 97%", scorecard},
    {"X07", scorecard + "D4: 6", scorecard, scorecard},
    {"X08", register_lines() + "G5: The system is due to be launched in November 2015",
     register_lines() + "G5: The system was launched in November 2015"},
    {"X09", summary("E-book loans increased slightly in the quarter."),
     summary("E-book loans increased in the quarter.")},
    {"X10", scorecard + "D7: Maintain\nE7: 97.2%\nF7: 90%\nG7: Green\nH7: Worsening",
     scorecard + "D7: Maintain\nE7: 97.2%\nF7: 97%\nG7: Green\nH7: No change"},
    {"X11", summary("Satisfaction rose by 3.1% from 82.2% to 85.3%."),
     summary("Satisfaction rose by 3.1 percentage points from 82.2% to 85.3%.")},
    {"X12", papers("5 December 2016", "25 October 2016"), papers("25 October 2016", "5 December 2016")},
    {"G10", scorecard + "sheet Annex\nA1: Not for Publication: exempt, paragraph 3",
     scorecard + "sheet Annex\nA1: Notes on the measures"},
    {"G11",
     "sheet Complaints\nA3 | Type | Apr-Jun | Jul-Sept | Oct-Dec | Jan-Mar | TOTAL\nA4 | Complaints | 6 | 9 "
     "| 13 | "
     "1 | 29\nA5 | Compliments | 5 | 0 | 9 | 5 | 19\nsheet Scorebook\nA1 | Suppress_Below | 5",
     "sheet Complaints\nA3 | Type | Apr-Jun | Jul-Sept | Oct-Dec | Jan-Mar | TOTAL\nA4 | Complaints | 6 | 9 "
     "| 13 | "
     "7 | 35\nA5 | Compliments | 5 | 0 | 9 | 5 | 19\nsheet Scorebook\nA1 | Suppress_Below | 5"},
    {"G12",
     summary("Areas requiring improvement") + worse +
         "\nA2: Young people who are not in education\nA3: E-book "
         "loans, whose target is reviewed",
     summary("Areas requiring improvement") + worse +
         "\nA2: Young people who are not in education\nA3: Repair "
         "time of street lighting"},
};

}  // namespace

TEST_SUITE("checks") {
    TEST_CASE("every rule speaks of its fault and is silent without it") {
        std::set<std::string> shown = rules_shown_by_samples();
        for (const Pair& pair : pairs) {
            CAPTURE(pair.rule);
            const auto spoken = rules_of(pair.faulty, pair.previous);
            const auto silent = rules_of(pair.right, pair.previous);
            CHECK(spoken.contains(pair.rule));
            CHECK_FALSE(silent.contains(pair.rule));
            if (spoken.contains(pair.rule) && !silent.contains(pair.rule)) shown.insert(pair.rule);
        }
        std::vector<std::string> unshown;
        for (const char* rule : all_rules) {
            if (!shown.contains(rule)) unshown.emplace_back(rule);
        }
        CHECK(unshown == std::vector<std::string>{});
        CHECK(std::size(all_rules) == 72);
    }
}

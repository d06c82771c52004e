// every_calculation_test.cpp - each calculation rule of the domain model (R-01 to R-17) is silent where the
// sheet has it right, and gives the right figure where the sheet has another. The expected figures are the
// papers' or worked out by hand.
#include <doctest/doctest.h>

#include <set>

#include "scorebook/comparison.hpp"
#include "support/checks/register_text.hpp"

using namespace scorebook;
using namespace scorebook::test;

namespace {

/// Two workbooks that differ in one calculation alone, the rule that speaks of it, and what it says.
struct Calculation {
    std::string id;
    std::string name;
    std::string right;
    std::string other;
    std::string finding;  ///< "A01 error Calls!D4 Social Care ask"
    std::string says;     ///< part of its message: the figure as it should be
    std::string previous{};
};

const std::string authorities = R"(
sheet ASCOF 2D
A3 | Authority | Numerator | Denominator | Outcome
A4 | Cumbria | 600 | 1045 | 57.7
A5 | Lincolnshire | 2435 | 2805 | 86.8
A6 | Warwickshire | 325 | 500 | 64.9
)";

const std::string telephony = R"(
sheet Calls
A3 | Service | Offered | Answered | % Answered | % SLA | % Answered within 20 seconds
A4 | Social Care | 389592 | 361346 | 92.7 | 87.5 | 64.1
A5 | Customer Contact | 588252 | 542476 | 92.2 | 90 | 73.8
A6 | HR | 93951 | 89405 | 95.2 | 90 | 86.3
A7 | Pensions | 61253 | 58508 | 95.5 | 95 | 77.6
A8 | Overall | 1133048 | 1051735 | 92.8 |  | 71.7
)";

const std::string emails = R"(
sheet Email
A3 | Service | Received | Completed | % Answered
A4 | Social Care | 8409 | 8451 | 100.5¹
A5 | HR | 211625 | 212155 | 100.3¹
A7: ¹ Where performance is over 100%, this is as a result of carry-over from the previous period.
)";

const std::string reviews = R"(
sheet Reviews
A3 | Authority | Numerator | Population | Rate per 100,000
A4 | Lancashire 2014/15 | 12093 | 936101 | 1291.8
A5 | Lancashire 2015/16 | 8591 | 939980 | 914.0
)";

const std::string framework = R"(
sheet ASCOF
A3 | ASCOF Number | Measure description | Good is | 2014/15 Lancashire | 2014/15 England Average | 2014/15 Lancashire cf national average | 2015/16 Lancashire
A4 | 1R | Reviews per 100,000 | Higher | 1291.8 | 1100 | better | 1827.9
)";

const std::string budget = R"(
sheet Budget
A3 | Ref | Service Area | Approved Budget | Outturn | Variance | Variance %
A4 | "3.1" | Adult services | 317.674 | 322.015 | 4.341 | 1.37
A5 | "3.2" | Children's services | 119.421 | 132.428 | 13.007 | 10.89
A6 | "3.4" | Public health | 28.86 | 24.661 | -4.199 | -14.55
A7 |  | Total | 465.955 | 479.104 | 13.149 | 2.82
)";

const std::string levels = R"(
sheet SLA
A3 | No. | Definition of SLA | Target | Q1 2014/15 | Q2 2014/15 | Performance YTD
A4 | L1 | Letters issued in time | 95 | 97 | 98 | 97.5
A5 | L2 | Checks processed | 75 | 83.2 | 90 | 87
A6 | L3 | Overpayments | | 31 | 243 | 274
)";

const std::string scorecard = R"(
sheet Scorecard
A3 | Ref | Measure | Good is | Target | Previous | Actual | Status | Direction of Travel | Commentary
A4 | M1 | Repair time of street lighting | Lower | 5 | 4.65 | 4.60 | Green | Improving |
A5 | M2 | E-book loans | Higher | 146,595 | 105,673 | 162,384 | Green | Improving |
A6 | M3 | Young people not in education | Lower | fewer than 3.1% | 3.2% | 3.4% | Red | Worsening | Follow-up continues
A7 | M4 | Defects repaired in 20 days | Higher | 98% | 94% | 97% | Amber | Improving |
)";

const std::string trajectory = R"(
sheet Trajectory
A3 | Period | Complaints | Applications Processed | Actual | Target | Status
A4 | Q1 2014/15 | 8 | 7053 | 0.11% | Not greater than 0.25% | Green
A5 | Q2 2014/15 | 29 | 7304 | 0.40% | Not greater than 0.25% | Red
)";

const std::string calls = R"(
sheet Calls
A2: Average call waiting and handling times, in minutes
A4 | Accounts Payable Activity | October '14 | Year to Date
A5 | Average Call Wait | 0.000474537037037037 | 1:24
A6 | Average Call Handling | 4:19 | 3:29
minutes B5
)";

const std::string complaints = R"(
sheet Complaints
A3 | Type | Apr-Jun | Jul-Sept | Oct-Dec | Jan-Mar | TOTAL
A4 | Complaints | 6 | 9 | 13 | 7 | 35
A5 | Compliments | 5 | 0 | 9 | 5 | 19
sheet Scorebook
A1 | Suppress_Below | 5
)";

std::string summary(const std::string& sentence) {
    return scorecard + "sheet Summary\nA1: " + sentence;
}

std::string highlight(const std::string& sentence) {
    return register_lines() +
           "sheet Highlights\nA1: the residual risk score for the following entries remains 12 or above so "
           "the issue remains on the register:\nA2 | Risk Identification Number (RIN) | Risk "
           "Description\nA3 | CR2 | " +
           sentence;
}

const std::vector<Calculation> calculations = {
    {"R-01", "counts rounded to 5 allow Cumbria 57.7 for 57.4", authorities, authorities + "D4: 58.7",
     "A01 error ASCOF 2D!D4 Cumbria ask", "57.4"},
    {"R-01", "about 40% is 40.9%, about 25% isn't", summary("CYP referrals rose by about 40% (44 to 62)."),
     summary("CYP referrals rose by about 25% (44 to 62)."), "A09 error Summary!A1 ask", "40.9%"},
    {"R-02", "a digit that can't come of the counts", telephony, telephony + "D4: 92.4",
     "A01 error Calls!D4 Social Care ask", "92.7"},
    {"R-02", "a figure cut off, D-12's 29 of 7,304", trajectory, trajectory + "D5: 0.39%",
     "A01 warning Trajectory!D5 Q2 2014/15 ask", "0.3970%, so 0.40%"},
    {"R-02", "a tie rounded to even", telephony + "B7: 8\nC7: 1\nD7: 13\nB8:\nC8:\nD8:\nF8:",
     telephony + "B7: 8\nC7: 1\nD7: 12\nB8:\nC8:\nD8:\nF8:", "A01 info Calls!D7 Pensions none",
     "rounds up to 13"},
    {"R-02", "inputs of three decimals, D-14", budget, budget + "E6: -4.198", "A04 info Budget!E6 3.4 none",
     "-4.199; the rounding of the figures allows"},
    {"R-03", "a share of nothing is not applicable",
     telephony + "B7: 0\nC7: 0\nD7: n/a\nF7:\nB8:\nC8:\nD8:\nF8:",
     telephony + "B7: 0\nC7: 0\nD7: 100\nF7:\nB8:\nC8:\nD8:\nF8:", "A01 warning Calls!D7 Pensions ask",
     "Offered 0 leaves nothing to divide by"},
    {"R-03", "over 100% only with its reason", emails,
     emails + "D4: 100.5\nD5: 100.3\nA7:", "V08 warning Email!D4 Social Care ask", "100"},
    {"R-04", "reviews per 100,000 of the population", reviews, reviews + "D5: 941.0",
     "A08 error Reviews!D5 Lancashire 2015/16 ask", "is 914"},
    {"R-04", "half a year's rate is annualised before it is compared", framework,
     framework + "G3: 2015/16 Q2 Lancashire\nG4: 914.0", "X04 info ASCOF!G3 none", "1,828"},
    {"R-05", "underspending is negative", budget, budget + "E6: 4.199", "A04 error Budget!E6 3.4 ask",
     "-4.199"},
    {"R-05", "the total's per cent is of totals", budget, budget + "F7: -0.76",
     "A04 error Budget!F7 Total ask", "2.82"},
    {"R-06", "seven or so roundings allow a thousandth", budget, budget + "E7: 13.147",
     "A02 info Budget!E7 Total none", "13.149"},
    {"R-06", "counts allow nothing", telephony, telephony + "B8: 1133049", "A02 error Calls!B8 Overall ask",
     "1,133,048"},
    {"R-07", "D-07's mean of means", telephony, telephony + "F8: 75.5", "A05 error Calls!F8 Overall ask",
     "weighted by Answered it is 71.7%"},
    {"R-08", "D-43: 90 of 83.2 and 90", levels, levels + "F5: 90", "A06 warning SLA!F5 L2 ask",
     "less than a tenth"},
    {"R-08", "no weighting gives 99.8 of 97 and 98", levels, levels + "F4: 99.8", "A06 warning SLA!F4 L1 ask",
     "no weighting"},
    {"R-08", "D-44: outside its quarters but for rounding", levels, levels + "D4: 97\nE4: 97\nF4: 96.9",
     "A06 info SLA!F4 L1 none", "rounding"},
    {"R-08", "counts add up, or are the last of a stock", levels + "F6: 243", levels + "F6: 264",
     "A06 warning SLA!F6 L3 ask", "31 (Q1 2014/15) and 243"},
    {"R-09", "the papers' 4070 to 4676",
     summary("There was a 14.9% increase in carers paid direct (4070 to 4676)."),
     summary("There was a 15.9% increase in carers paid direct (4070 to 4676)."), "A09 error Summary!A1 ask",
     "14.9%"},
    {"R-09", "percentages move in points",
     summary("Satisfaction rose by 3.1 percentage points from 82.2% to 85.3%."),
     summary("Satisfaction rose by 3.1% from 82.2% to 85.3%."), "X11 warning Summary!A1 ask",
     "3.1 percentage points"},
    {"R-10", "lower is better", scorecard, scorecard + "H4: Worsening", "X03 warning Scorecard!H4 M1 ask",
     "an improvement"},
    {"R-10", "100% to 100% is no change, D-25", scorecard + "E7: 97%\nH7: No change", scorecard + "E7: 97%",
     "X03 warning Scorecard!H7 M4 ask", "is no change"},
    {"R-10", "half a unit of the coarser figure is no change", scorecard + "F4: 4.6\nH4: No change",
     scorecard + "F4: 4.5\nH4: No change", "X03 warning Scorecard!H4 M1 ask", "an improvement"},
    {"R-10", "with nothing before there is no direction", scorecard + "E7:\nH7: Not comparable",
     scorecard + "H7: Worsening", "X03 warning Scorecard!H7 M4 ask", "an improvement"},
    {"R-11", "equal to a target that isn't strict meets it, T28", scorecard + "F7: 98%\nG7: Green",
     scorecard + "F7: 98%", "G08 error Scorecard!G7 M4 ask", "is Green: the target is met"},
    {"R-11", "equal to a strict target misses it", scorecard + "F6: 3.1%\nG6: Amber\nH6: Improving",
     scorecard + "F6: 3.1%\nG6: Green\nH6: Improving", "G08 error Scorecard!G6 M3 ask", "is Amber"},
    {"R-11", "5% off 98% is 93.1%", scorecard + "F7: 93.1%\nH7: Worsening",
     scorecard + "F7: 93.0%\nH7: Worsening", "G08 error Scorecard!G7 M4 ask", "is Red"},
    {"R-11", "a tolerance the rounding straddles is too close to call",
     scorecard + "F7: 93%\nG7: Red\nH7: Worsening\nI7: Crews", scorecard + "F7: 93%\nH7: Worsening",
     "G08 info Scorecard!G7 M4 ask", "too close to call"},
    {"R-11", "what is too close to amber isn't therefore met",
     scorecard + "F6: 3.2%\nG6: Amber\nH6: No change", scorecard + "F6: 3.2%\nG6: Green\nH6: No change",
     "G08 error Scorecard!G6 M3 ask", "is Amber"},
    {"R-11", "with its counts the value is judged unrounded: 18 of 7,100 is 0.2535%",
     trajectory + "B4: 17\nC4: 7100\nD4: 0.24%", trajectory + "B4: 18\nC4: 7100\nD4: 0.25%",
     "G08 error Trajectory!F4 Q1 2014/15 ask", "0.2535%"},
    {"R-11", "no target, no status", scorecard + "D7: No Target\nG7: Red\nI7: Data quality",
     scorecard + "G7: Red\nI7: Why", "G08 error Scorecard!G7 M4 ask", "is Amber"},
    {"R-12", "impact times likelihood", register_lines(), register_lines() + "F4: 20",
     "V11 error Register!F4 CR1 safe", "5 x Likelihood 5 is 25"},
    {"R-12", "a product nobody can reach", register_lines() + "sheet Opportunities\nE5: 20",
     register_lines() + "sheet Opportunities\nE5: 22", "V10 error Opportunities!E5 CO2 ask", "22"},
    {"R-13", "residual risk not above the risk", register_lines() + "H5: 3\nI5: 4\nJ5: 12",
     register_lines() + "H5: 4\nI5: 5\nJ5: 20", "G02 error Register!J5 CR2 ask", "20"},
    {"R-13", "residual opportunity not below the opportunity", register_lines(),
     register_lines() + "sheet Opportunities\nC5: 20", "G02 error Opportunities!E5 CO2 ask", "20"},
    {"R-13", "a lower score without an action", register_lines(),
     register_lines() + "G5:", "G03 warning Register!G5 CR2 ask", "action"},
    {"R-14", "12 stays, 9 goes", register_lines() + "H5: 3\nI5: 4\nJ5: 12",
     register_lines() + "H5: 3\nI5: 3\nJ5: 9\nK5: Amber", "G05 error Register!J5 CR2 ask",
     "below the threshold of 12"},
    {"R-14", "what increased to 12 wasn't there before, D-21", highlight("Residual score remains at 12."),
     highlight("Residual score reassessed and increased to 12."), "X02 error Highlights!A3 CR2 ask", "12"},
    {"R-15", "3 of 4 are on track or improving", summary("75% of measures are on track and/or improving."),
     summary("68% of measures are on track and/or improving."), "A11 error Summary!A1 ask",
     "75% of the 4 with a status"},
    {"R-15", "a measure without a target isn't among them",
     scorecard +
         "A8 | M5 | Visits | Higher | No target | 80 | 70 | No target | Worsening\nsheet Summary\nA1: "
         "75% of measures are on track and/or improving.",
     scorecard +
         "A8 | M5 | Visits | Higher | No target | 80 | 70 | No target | Worsening\nsheet Summary\nA1: "
         "80% of measures are on track and/or improving.",
     "A11 error Summary!A1 ask", "75% of the 4 with a status"},
    {"R-16", "00:41 in minutes is 41 seconds", calls, calls + "B5: 0.0284722222222222\nhours B5",
     "V15 error Calls!B5 Average Call Wait ask", "60 times too long"},
    {"R-17", "a count of 1 to 4 where 5 is the limit, and not zero", complaints,
     complaints + "sheet Complaints\nE4: 1\nF4: 29", "G11 error Complaints!E4 Complaints ask", "below 5"},
};

Report report_of(const std::string& lines) {
    return check_lines(lines);
}

}  // namespace

TEST_SUITE("checks") {
    TEST_CASE("every calculation is silent where it is right and gives the figure where it isn't") {
        std::set<std::string> shown;
        for (const Calculation& each : calculations) {
            CAPTURE(each.id);
            CAPTURE(each.name);
            const std::string rule = each.finding.substr(0, 3);
            const Report right = report_of(each.right);
            const Report other = report_of(each.other);
            const std::vector<std::string> said = findings_of(other, rule);
            const std::vector<std::string> unsaid = findings_of(right, rule);
            CHECK(std::find(unsaid.begin(), unsaid.end(), each.finding) == unsaid.end());
            CHECK_MESSAGE(std::find(said.begin(), said.end(), each.finding) != said.end(),
                          doctest::StringMaker<std::vector<std::string>>::convert(said));
            bool is_told = false;
            std::string messages;
            for (const Finding& finding : other.findings) {
                if (finding.rule != rule) continue;
                messages += finding.message + " ";
                is_told = is_told || finding.message.find(each.says) != std::string::npos;
            }
            CHECK_MESSAGE(is_told, messages);
            if (is_told) shown.insert(each.id);
        }
        std::set<std::string> all;
        for (int i = 1; i <= 17; ++i) all.insert((i < 10 ? "R-0" : "R-") + std::to_string(i));
        CHECK(std::vector<std::string>(shown.begin(), shown.end()) ==
              std::vector<std::string>(all.begin(), all.end()));
    }

    TEST_CASE("calculations: the share doing well has its denominator and says who isn't in it (R-15)") {
        const std::string more =
            scorecard + "A8 | M5 | Visits | Higher | No target | 80 | 70 | No target | Worsening\n";
        const Comparison comparison =
            compare(*workbook_from(scorecard, "before.xlsx"),
                    *workbook_from(more + "G4: Red\nF4: 5.4", "now.xlsx"), templates(), {});
        REQUIRE_FALSE(comparison.narrative.empty());
        // Now M2 is green and M4 improving; before, M1 too.
        CHECK(comparison.narrative.front().heading ==
              "50% (2 of 4) of the measures with a status are on target and/or improving, compared with 75% "
              "(3 of "
              "4) the period before. Not counted: 1 with 'No target'.");
    }

    TEST_CASE("calculations: periods of different length have no direction, with the reason (R-10)") {
        const std::string quarter = scorecard + "A1: Performance Q4 2016/17\n";
        const std::string other = scorecard + "A1: Performance Q3 2016/17\nF5: 160,000\n";
        const std::string year = scorecard + "A1: Performance 2015/16\nF5: 160,000\n";
        const auto headings = [&](const std::string& before) {
            std::vector<std::string> found;
            for (const NarrativeParagraph& paragraph :
                 compare(*workbook_from(before, "before.xlsx"), *workbook_from(quarter, "now.xlsx"),
                         templates(), {})
                     .narrative)
                found.push_back(paragraph.heading);
            return found;
        };
        const std::vector<std::string> equal = headings(other), unequal = headings(year);
        CHECK(std::find(equal.begin(), equal.end(), "Areas that are showing improved performance are:") !=
              equal.end());
        CHECK(std::find(unequal.begin(), unequal.end(), "Areas that are showing improved performance are:") ==
              unequal.end());
        CHECK(std::find(
                  unequal.begin(), unequal.end(),
                  "Not held against the period before, as this workbook is about 3 months (Q4 2016/17) and "
                  "the earlier one about 12 months (2015/16):") != unequal.end());
        CheckOptions options;
        const auto before = workbook_from(year, "before.xlsx");
        options.previous = before.get();
        CHECK(
            first_of(check_lines(quarter, options), "X04").message ==
            "Counts and rates of the two workbooks can't be compared as they stand: this workbook is about 3 "
            "months (Q4 2016/17) and the earlier one about 12 months (2015/16).");
    }
}

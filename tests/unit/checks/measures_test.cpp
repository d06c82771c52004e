// measures_test.cpp - each rule of measures, budgets and volumes fires on its fault and is silent without it;
// figures are the papers'.
#include <doctest/doctest.h>

#include "support/checks/register_text.hpp"

using namespace scorebook;
using namespace scorebook::test;

namespace {

struct Fault {
    std::string name;
    std::string lines;                  ///< put into the table in order
    std::vector<std::string> findings;  ///< every error and warning that must come of it
};

void check_faults(const std::string& in_order, const std::string& kind, const std::vector<Fault>& table) {
    const Report quiet = check_lines(in_order);
    CHECK(quiet.template_name == kind);
    CHECK(faults(quiet) == std::vector<std::string>{});
    for (const Fault& fault : table) {
        CAPTURE(fault.name);
        CHECK(faults(check_lines(in_order + fault.lines)) == fault.findings);
    }
}

const std::string scorecard = R"(
sheet Scorecard
A1: Performance Q4 2016/17
A3 | Ref | Measure | Good is | Target | Previous | Actual | Status | Direction of Travel | Commentary
A4 | M1 | Repair time of street lighting | Lower | within the 5 day target | 4.65 | 4.60 | Green | Improving |
A5 | M2 | E-book loans | Higher | 146595 | 105673 | 162384 | Green | Upwards |
A6 | M3 | Young people not in education | Lower | fewer than 3.1% | 3.2 | 3.4 | Red | Worsening | Follow-up continues
A7 | M4 | Defects repaired in 20 days | Higher | 98 | 94 | 97 | Amber | Improving |
)";

const std::string telephony = R"(
sheet Calls
A1: Telephony statistics 2015/16
B3 | Offered | Answered | % Answered | % SLA | % Answered within 20 seconds
A4 | Social Care | 389592 | 361346 | 92.7 | 87.5 | 64.1
A5 | Customer Contact | 588252 | 542476 | 92.2 | 90 | 73.8
A6 | HR | 93951 | 89405 | 95.2 | 90 | 86.3
A7 | Pensions | 61253 | 58508 | 95.5 | 95 | 77.6
A8 | Overall | 1133048 | 1051735 | 92.8 |  | 71.7
)";

const std::string budget = R"(
sheet Budget
A1: Financial Summary 2016/17
A3 | Ref | Service Area | Approved Budget | Outturn | Variance | Variance %
A4 | "3.1" | Adult services | 317.674 | 322.015 | 4.341 | 1.37
A5 | "3.2" | Children's services | 119.421 | 132.428 | 13.007 | 10.89
A6 | "3.4" | Public health | 28.86 | 24.661 | -4.199 | -14.55
A7 |  | Total | 465.955 | 479.104 | 13.149 | 2.82
)";

const std::string levels = R"(
sheet SLA
A1: Service levels 2014/15
A3 | No. | Definition of SLA | Target | Q1 | Q2 | Performance YTD as at Quarter Two 2014/2015
A4 | L1 | Priority 4 | 98 | 98 | 99 | 98
A5 | L2 | Payroll errors | <0.4 | 0.1 | 0.2 | 0.2
A6 | L3 | Overpayments | n/a | 31 | 243 | 274
A7 | L4 | Forms with errors | Not greater than 3% | 1.3 | 1 | 1.1
)";

const std::string benchmark = R"(
sheet ASCOF
A3 | ASCOF Number | Measure description | Good is | 2014/15 Lancashire | 2014/15 England Average | 2014/15 Lancashire cf national average
A4 | 1A | Quality of life | Higher | 19.5 | 19.1 | better
A5 | 1C-1a | Self directed support | Higher | 68.3 | 83.7 | worse
A6 | 2A (2) | Admissions 65+ | Lower | 774.9 | 669 | worse
A7 | 2B (1) | Reablement | Higher | 79.3 | 82.1 | similar
)";

const std::string authorities = R"(
sheet ASCOF 2D
A3 | Authority | Numerator | Denominator | Outcome | Rank
A4 | Derbyshire | 2690 | 3055 | 88.1 | 3
A5 | Cumbria | 600 | 1045 | 57.7 | 4
A6 | Gloucestershire | 2400 | 2660 | 90.2 | 1
A7 | Devon | 1320 | 1495 | 88.4 | 2
)";

}  // namespace

TEST_SUITE("checks") {
    TEST_CASE("measures: status follows target, value, polarity and tolerance (G08)") {
        check_faults(
            scorecard, "kpi-scorecard",
            {
                {"met, but Red", "G5: Red\nI5: Being looked into", {"G08 error Scorecard!G5 M2 ask"}},
                {"missed by more than 5 per cent, but Amber", "G6: Amber", {"G08 error Scorecard!G6 M3 ask"}},
                {"equal to the target is met", "F7: 98\nG7: Green", {}},
                {"equal to a strict target is missed",
                 "F6: 3.1\nG6: Amber",
                 {"X03 warning Scorecard!H6 M3 ask"}},
                {"no target, no status", "D7: No Target\nG7: Red\nI7: Data quality", {}},
                {"another status, with its reason",
                 "J3: Reason for Status\nG5: Red\nI5: Audit\nJ5: Data under audit",
                 {}},
            });
        CHECK(first_of(check_lines(scorecard + "G5: Red"), "G08").message ==
              "Status is Red, but Actual 162,384 against the target 146,595 is Green: the target is met.");
    }

    TEST_CASE("measures: a scorecard by quarters is judged by the last quarter filled in (G08, X03, G07)") {
        const std::string quarters = R"(
sheet Scorecard
A1: Performance 2016/17
A3 | Ref | Measure | Target | Q1 | Q2 | Q3 | Q4 | Good is | Status | Direction of Travel | Commentary
A4 | M1 | Repair time of street lighting | 5 | 4.65 | 4.60 | | | Lower | Green | Improving |
A5 | M2 | E-book loans | 146595 | 105673 | 162384 | | | Higher | Green | Improving |
A6 | M3 | Visits | 100 | 99 | 80 | | | Higher | Red | Worsening | Closures
)";
        check_faults(
            quarters, "kpi-scorecard",
            {
                {"the first quarter met it", "D6: 101\nI6: Green", {"G08 error Scorecard!I6 M3 ask"}},
                {"up, where it went down", "J6: Improving", {"X03 warning Scorecard!J6 M3 ask"}},
                {"a third quarter decides",
                 "F4: 5.2\nF5: 170000\nF6: 100",
                 {"G08 error Scorecard!I4 M1 ask", "G08 error Scorecard!I6 M3 ask",
                  "X03 warning Scorecard!J4 M1 ask", "X03 warning Scorecard!J6 M3 ask"}},
                {"red without a word", "K6:", {"G07 warning Scorecard!I6 M3 ask"}},
            });
        // Without anything a scorecard is known by, quarters against targets are service levels.
        CHECK(check_lines("A3 | No. | Measure | Target | Q1 | Q2\nA4 | L1 | Letters | 95 | 97 | 98")
                  .template_name == "sla-monitor");
    }

    TEST_CASE("measures: a red measure has a comment (G07)") {
        check_faults(scorecard, "kpi-scorecard",
                     {{"red without a word", "I6:", {"G07 warning Scorecard!G6 M3 ask"}}});
    }

    TEST_CASE("measures: direction follows the two values (X03)") {
        check_faults(
            scorecard, "kpi-scorecard",
            {
                {"a fall of what should be low is better",
                 "H4: Worsening",
                 {"X03 warning Scorecard!H4 M1 ask"}},
                {"up is up, whatever is good", "H6: Upwards", {}},
                {"no change where there is one", "H7: No change", {"X03 warning Scorecard!H7 M4 ask"}},
                {"100 to 100 is no improvement", "E7: 97", {"X03 warning Scorecard!H7 M4 ask"}},
                {"nothing to compare with", "E7:", {}},
            });
    }

    TEST_CASE("measures: figures can be read and mean one thing (V01, V02, V03, V04, V17)") {
        check_faults(scorecard, "kpi-scorecard",
                     {
                         {"V01 a figure stored as text", "F7: \"97\"", {"V01 warning Scorecard!F7 M4 safe"}},
                         {"V02 n/a", "E7: n/a", {"V02 warning Scorecard!E7 M4 ask"}},
                         {"V03 a full stop", "F7: .", {"V03 error Scorecard!F7 M4 ask"}},
                         {"V03 words", "F7: see appendix", {"V03 error Scorecard!F7 M4 ask"}},
                         {"V04 a mark without its note", "F7: 97%*", {"V04 warning Scorecard!F7 M4 ask"}},
                         {"V04 a mark with its note", "F7: 97%*\nA9: * Provisional", {}},
                         {"V04 [p] stands for itself", "F7: 97 [p]", {}},
                         {"V17 a space for a comma", "F5: 162 384", {"V17 warning Scorecard!F5 M2 ask"}},
                     });
    }

    TEST_CASE("measures: percentages are what their counts give (A01)") {
        check_faults(
            telephony, "contact-volumes",
            {
                {"wrong", "D4: 97.2", {"A01 error Calls!D4 Social Care ask"}},
                {"cut off: 95.518 per cent", "D7: 95.51", {"A01 warning Calls!D7 Pensions ask"}},
                {"on a scale from 0 to 1", "D4: 0.927\nD5: 0.922\nD6: 0.952\nD7: 0.955\nD8: 0.928", {}},
                {"of nothing",
                 "B7: 0\nC7: 0\nB8: 1071795\nC8: 993227\nD8: 92.7\nF8: 71.4",
                 {"A01 warning Calls!D7 Pensions ask"}},
            });
    }

    TEST_CASE("measures: totals are sums and overall percentages are weighted (A02, A05)") {
        check_faults(
            telephony, "contact-volumes",
            {
                {"A02 digits swapped in the total", "B8: 1133084", {"A02 error Calls!B8 Overall ask"}},
                {"A05 the mean of percentages", "F8: 75.5", {"A05 error Calls!F8 Overall ask"}},
                {"A05 neither mean", "F8: 80.0", {"A05 error Calls!F8 Overall ask"}},
            });
        CHECK(
            first_of(check_lines(telephony + "F8: 75.5"), "A05").message ==
            "% Answered within 20 seconds for Overall is 75.5%, the plain average of the rows' percentages; "
            "weighted by Answered it is 71.7%.");
    }

    TEST_CASE("measures: all targets met is held against every row (G06)") {
        check_faults(telephony, "contact-volumes",
                     {
                         {"a true claim",
                          "A10: All the service contractual SLA targets were met or were exceeded.",
                          {}},
                         {"a false one",
                          "A10: All the service contractual SLA targets were met.\nE6: 96",
                          {"G06 error Calls!A10 ask"}},
                         {"a hedged one", "A10: Not all targets were met.\nE6: 96", {}},
                     });
    }

    TEST_CASE("measures: percentages share a scale and stay within 0 to 100 (V05, V07, V08)") {
        check_faults(telephony, "contact-volumes",
                     {
                         {"V07 one row on another scale",
                          "F5: 0.738",
                          {"V07 error Calls!F5 Customer Contact ask", "A05 error Calls!F8 Overall ask"}},
                         {"V08 over 100",
                          "F6: 186.3",
                          {"A05 error Calls!F8 Overall ask", "V08 warning Calls!F6 HR ask"}},
                         {"V05 money", "F6: £86", {"V05 error Calls!F6 HR ask"}},
                     });
    }

    TEST_CASE("measures: variances and their percentages (A04), budgets add up (A02, R-06)") {
        check_faults(budget, "budget-monitor",
                     {
                         {"the last digit, by rounding", "E6: -4.2", {}},
                         {"wrong sign",
                          "E5: -13.007",
                          {"A04 error Budget!E5 3.2 ask", "A02 error Budget!E7 Total ask"}},
                         {"per cent of the outturn", "F6: -17.03", {"A04 error Budget!F6 3.4 ask"}},
                         {"total off by a million",
                          "C7: 466.955",
                          {"A02 error Budget!C7 Total ask", "A04 error Budget!E7 Total ask",
                           "A04 error Budget!F7 Total ask"}},
                     });
        const Report rounded = check_lines(budget + "E6: -4.200\nE7: 13.147");
        CHECK(findings_of(rounded, "A02") == std::vector<std::string>{"A02 info Budget!E7 Total none"});
    }

    TEST_CASE("measures: a budget without what its total names is as told (A02, A11)") {
        // T16's total and the gains its text names: -19.542 + 23.425 = 3.883.
        const std::string named = R"(
sheet Budget
A3 | Ref | Service Area | Approved Budget £m | Outturn £m | Variance £m
A4 | "3.6" | Commissioning | 46.649 | 42.470 | -4.179
A5 | "3.7" | Chief Executive | 666.371 | 651.008 | -15.363
A6 |  | TOTAL | 713.020 | 693.478 | -19.542
B7 | of which: Treasury Management gains | | | -23.425
B8 | Without these gains | | | 3.883
A10: Without these gains the County Council would be forecasting an overspend of £3.883m across service budgets.
)";
        check_faults(
            named, "budget-monitor",
            {
                {"the position is off", "E8: 3.983", {"A02 error Budget!E8 Without these gains ask"}},
                {"the sentence has another amount",
                 "A10: Without these gains there would be an overspend of £3.388m.",
                 {"A11 error Budget!A10 ask"}},
                {"over for under",
                 "A10: Without these gains there would be an underspend of £3.883m.",
                 {"A11 error Budget!A10 ask"}},
                {"by rounding", "A10: Without these gains there would be an overspend of £3.9m.", {}},
            });
        const Report open = check_lines(named + "B7:\nE7:\nB8:\nE8:");
        CHECK(faults(open) == std::vector<std::string>{});
        CHECK(std::any_of(open.not_checked.begin(), open.not_checked.end(),
                          [](const NotChecked& entry) { return entry.what == "Budget!A10"; }));
    }

    TEST_CASE("measures: of complaints fewer are better, where nothing says otherwise (G08)") {
        const std::string badge = R"(
sheet Blue Badge
A3 | Quarter | Complaints Received | Applications | Complaint Rate | Target | RAG Status
A4 | Q1 2014/15 | 8 | 7053 | 0.11% | 0.25% | Green
A5 | Q2 2014/15 | 29 | 7304 | 0.40% | 0.25% | Red
)";
        check_faults(
            badge, "recovery-plan",
            {{"missed, called Green", "F5: Green", {"G08 error Blue Badge!F5 Q2 2014/15 ask"}},
             {"its own word comes first",
              "G3: Good is\nG4: Higher\nG5: Higher",
              {"G08 error Blue Badge!F4 Q1 2014/15 ask", "G08 error Blue Badge!F5 Q2 2014/15 ask"}}});
    }

    TEST_CASE("measures: days lost beside other authorities', ranked from the lowest (A11)") {
        check_faults(R"(
sheet Sickness absence
A3 | Authority | Days per FTE | Rank
A4 | Cumbria | 9.1 | 2
A5 | Cheshire East | 8.7 | 1
A6 | Derbyshire | 9.9 | 3
)",
                     "workforce",
                     {{"from the highest", "C5: 3", {"A11 error Sickness absence!C5 Cheshire East ask"}}});
    }

    TEST_CASE("measures: a year to date is that of its periods (A06)") {
        check_faults(levels, "sla-monitor",
                     {
                         {"above both quarters", "F4: 99.8", {"A06 warning SLA!F4 L1 ask"}},
                         {"not the sum of counts", "F6: 284", {"A06 warning SLA!F6 L3 ask"}},
                         {"possible only without the first quarter",
                          "D5: 83.2\nE5: 90\nF5: 90\nC5: 75",
                          {"A06 warning SLA!F5 L2 ask"}},
                     });
        const Report outside = check_lines(levels + "C4: 90%\nD4: 97%\nE4: 97%\nF4: 96.9%");
        CHECK(findings_of(outside, "A06") == std::vector<std::string>{"A06 info SLA!F4 L1 none"});
    }

    TEST_CASE("measures: a count doesn't stand under per cent (V05)") {
        check_faults(
            levels, "sla-monitor",
            {{"a volume under (%)", "D3: Q1 (%)\nB6: Volume of overpayments", {"V05 error SLA!D6 L3 ask"}}});
    }

    TEST_CASE("measures: better, similar and worse follow one rule (G09)") {
        check_faults(benchmark, "benchmarking",
                     {
                         {"18 per cent worse is similar, 16 is worse",
                          "A8 | 2A (1) | Admissions 18-64 | Lower | 16.8 | 14.2 | similar",
                          {"G09 warning ASCOF!F8 2A (1) ask"}},
                         {"behind, called better", "F5: better", {"G09 warning ASCOF!F5 1C-1a ask"}},
                         {"any authority, any year",
                          "D3: 2021/22 Kent\nE3: 2021/22 England Average\nF3: 2021/22 Kent cf national "
                          "average\nF5: better",
                          {"G09 warning ASCOF!F5 1C-1a ask"}},
                         {"a later year beside it",
                          "D3: 2021/22 Kent\nE3: 2021/22 England Average\nF3: Compared with England\nG3: "
                          "2022/23 Kent\nG4: 10\nG5: 90\nG6: 100\nG7: 99",
                          {}},
                     });
    }

    TEST_CASE("measures: counts rounded to 5 explain outcomes, places follow them (A01, A11)") {
        check_faults(authorities, "benchmarking",
                     {
                         {"no rounding gives it", "D5: 75.7\nE5: 4", {"A01 error ASCOF 2D!D5 Cumbria ask"}},
                         {"a wrong place",
                          "E4: 2\nE7: 3",
                          {"A11 error ASCOF 2D!E4 Derbyshire ask", "A11 error ASCOF 2D!E7 Devon ask"}},
                         {"a tie shares its place", "D4: 88.2\nD7: 88.2\nE4: 2\nE7: 2", {}},
                     });
    }

    TEST_CASE("measures: figures held against each other are in one unit, and say which (V06)") {
        check_faults(
            scorecard, "kpi-scorecard",
            {
                {"a percentage against pounds",
                 "D7: £5.0m\nF7: 97%\nG7: No target\nE7:",
                 {"V06 warning Scorecard!F7 M4 ask"}},
                {"one figure of three without its unit",
                 "D7: 98%\nE7: 94%\nF7: 97",
                 {"V06 warning Scorecard!F7 M4 ask"}},
                {"days against a target in days", "E4: 4.65 days\nF4: 4.60 days", {}},
                {"a target with a unit over bare figures", "D7: 98%", {}},
                {"another unit than the row's own column says",
                 "J3: Unit\nJ7: Days\nD7: 98%\nE7: 94%\nF7: 97%",
                 {"V06 warning Scorecard!D7 M4 ask"}},
                {"the row's own column says the unit", "J3: Unit\nJ7: %\nD7: 98%\nE7: 94%\nF7: 97%", {}},
            });
        CHECK(first_of(check_lines(scorecard + "D7: 98%\nE7: 94%\nF7: 97"), "V06").message ==
              "Actual is 97 without a unit, where Target is 98% and Previous is 94%.");
    }

    TEST_CASE("measures: what is to be maintained is held against its baseline (X10)") {
        const std::string framework = benchmark + R"(
H3 | Aiming to achieve | 2015/16 Q2 Lancashire
H4 | Maintain | 19.4
)";
        check_faults(framework, "benchmarking",
                     {
                         {"a tenth of a point lower is the same", "D4: 99.2\nE4: 77.4\nI4: 99.1", {}},
                         {"lower, where high is good",
                          "D4: 99.2\nE4: 77.4\nI4: 95.0",
                          {"X10 warning ASCOF!I4 1A ask"}},
                         {"higher, where high is good", "D4: 95.0\nE4: 77.4\nI4: 99.2", {}},
                         {"higher, where low is good",
                          "C4: Lower\nD4: 21\nE4: 28\nI4: 24",
                          {"X10 warning ASCOF!I4 1A ask"}},
                     });
        check_faults(scorecard, "kpi-scorecard",
                     {
                         {"kept, and green", "D7: Maintain\nE7: 97.2\nF7: 97\nG7: Green\nH7: Worsening", {}},
                         {"lost, and green",
                          "D7: Maintain\nE7: 97.2\nF7: 90\nG7: Green\nH7: Worsening",
                          {"X10 warning Scorecard!G7 M4 ask"}},
                         {"lost, and red",
                          "D7: Maintain\nE7: 97.2\nF7: 90\nG7: Red\nH7: Worsening\nI7: Fewer crews",
                          {}},
                         {"its own tolerance",
                          "J3: Tolerance\nJ7: 8%\nD7: Maintain\nE7: 97.2\nF7: 90\nG7: Green\nH7: Worsening",
                          {}},
                     });
        const Report unknown = check_lines(scorecard + "D7: Maintain\nE7:\nH7:");
        REQUIRE(unknown.not_checked.size() >= 1);
        CHECK(unknown.not_checked[0].what == "target 'Maintain' of M4");
    }

    TEST_CASE("measures: shares of one whole make 100 per cent (A13)") {
        check_faults(R"(
sheet Priorities
A3 | Priority | Meaning | Cases | % of cases
A4 | Red | Urgent | 120 | 12.6%
A5 | Amber | Soon | 410 | 43.0%
A6 | Green | Routine | 424 | 44.4%
)",
                     "priority-backlog",
                     {{"digits swapped", "D6: 44.0%", {"A13 error Priorities!D6 ask"}},
                      {"by rounding", "D4: 13%\nD5: 43%\nD6: 45%", {}},
                      {"a share is missing", "D6:", {}}});
    }

    TEST_CASE("measures: one precision a column is usual (V09)") {
        CHECK(findings_of(check_lines(authorities), "V09").empty());
        CHECK(findings_of(check_lines(authorities + "D4: 88"), "V09") ==
              std::vector<std::string>{"V09 info ASCOF 2D!D4 none"});
    }

    TEST_CASE("measures: minutes aren't kept as hours (V15)") {
        const std::string calls = R"(
sheet Calls
A2: Average call waiting and handling times, in minutes
A4 | Accounts Payable Activity | October '14 | Year to Date
A5 | Average Call Wait | 0:41 | 1:24
A6 | Average Call Handling | 4:19 | 3:29
)";
        CHECK(check_lines(calls).template_name == "procurement-dashboard");
        CHECK(faults(check_lines(calls)) == std::vector<std::string>{});
        // 41 minutes as Excel keeps what was typed as 0:41, and 41 seconds as it keeps 0:00:41.
        CHECK(faults(check_lines(calls + "B5: 0.0284722222222222\nhours B5")) ==
              std::vector<std::string>{"V15 error Calls!B5 Average Call Wait ask"});
        CHECK(faults(check_lines(calls + "B5: 0.000474537037037037\nminutes B5")) ==
              std::vector<std::string>{});
    }
}

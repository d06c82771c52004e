// performance_paragraphs_test.cpp - measures, plans and budgets of two periods in a covering report's words.
#include <doctest/doctest.h>

#include "scorebook/comparison.hpp"
#include "support/checks/register_text.hpp"

using namespace scorebook;
using namespace scorebook::test;

namespace {

/// Each paragraph in a line: its heading, then the records beneath it.
std::vector<std::string> told(const std::string& before, const std::string& now) {
    std::vector<std::string> lines;
    const Comparison comparison =
        compare(*workbook_from(before, "before.xlsx"), *workbook_from(now, "now.xlsx"), templates(), {});
    for (const NarrativeParagraph& paragraph : comparison.narrative) {
        std::string line = paragraph.heading;
        for (const auto& item : paragraph.items) line += " | " + item.record + ": " + item.text;
        lines.push_back(std::move(line));
    }
    return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_SUITE("checks") {
    TEST_CASE("performance paragraphs: measures stand under what they require") {
        const std::string scorecard = R"(
A3 | Ref | Measure | Good is | Target | Actual | Status
A4 | M1 | Complaints upheld | Lower | 0.25% | 0.11% | Green
A5 | M2 | Health checks | Higher | 60% | 58% | Amber
A6 | M3 | Carers paid direct | Higher | 4,500 | 4,070 | Red
A7 | M4 | Library visits | Higher | 9,000 | 9,421 | Green
)";
        CHECK(
            told(scorecard, scorecard + "E4: 0.39%\nF4: Red\nE6: 4,676\nF6: Green\n") ==
            Lines{"50% (2 of 4) of the measures with a status are on target, compared with 50% (2 of 4) the "
                  "period before.",
                  "Areas requiring improvement are: | M1: Complaints upheld. Increased from 0.11% to 0.39% "
                  "(target 0.25%). | M2: Health checks. Unchanged at 58% (target 60%).",
                  "Areas that are showing improved performance are: | M3: Carers paid direct. Increased from "
                  "4,070 to 4,676, up 14.9% (target 4,500).",
                  "Also to note: | M4: Library visits. Unchanged at 9,421 (target 9,000)."});
    }

    TEST_CASE(
        "performance paragraphs: targets of service levels, met and not met, with their own comparator") {
        const std::string levels = R"(
sheet Payroll
A3 | No. | Definition of SLA | Target | Quarter 1 | Quarter 2
A4 | C1 | Payroll errors | <0.4 | 0.2 | 0.1
A5 | C2 | Grades changed in time | 99 | 100 | 100
)";
        CHECK(told(levels, levels).front() == "All 2 targets on Payroll were met or exceeded.");
        const std::string by_contract =
            levels + "A6 | N1 | Letters issued | 100 | 80 | 97\nG3: Contractual\nG4: Yes\nG5: Yes\nG6: No\n";
        const Lines both = told(by_contract, by_contract);
        CHECK(both[0] == "All 2 contractual targets on Payroll were met or exceeded.");
        CHECK(both[1].starts_with("The non-contractual target on Payroll was not met: "));
        const Lines worse = told(levels, levels + "E4: 0.4\nE5: 98\n");
        CHECK(
            worse.front() ==
            "0 of the 2 targets on Payroll were met or exceeded. Not met: C1 (0.4, target <0.4, Payroll!E4) "
            "and C2 (98, target 99, Payroll!E5).");
        CHECK(
            worse[1] ==
            "Areas requiring improvement are: | C1: Payroll errors. Increased from 0.1 to 0.4 (target <0.4). "
            "| C2: Grades changed in time. Decreased from 100 to 98, down 2.0% (target 99).");
        CHECK(told(levels + "E4: 0.3", levels)[1] ==
              "Areas that are showing improved performance are: | C1: Payroll errors. Decreased from 0.3 to "
              "0.1 (target <0.4).");
    }

    TEST_CASE("performance paragraphs: a new quarter is held against the last one there was") {
        const std::string levels = R"(
sheet Payroll
A3 | No. | Definition of SLA | Target | Quarter 1 | Quarter 2
A4 | C1 | Payroll errors | <0.4 | 0.2 |
A5 | C2 | Grades changed in time | 99 | 99 |
)";
        const Comparison comparison =
            compare(*workbook_from(levels, "before.xlsx"),
                    *workbook_from(levels + "E4: 0.1\nE5: 100", "now.xlsx"), templates(), {});
        REQUIRE(comparison.narrative.size() == 2);
        const NarrativeParagraph& better = comparison.narrative[1];
        CHECK(better.heading == "Areas that are showing improved performance are:");
        REQUIRE(better.items.size() == 2);
        CHECK(better.items[0].text == "Payroll errors. Decreased from 0.2 to 0.1 (target <0.4).");
        CHECK(better.items[0].cells == "Payroll!D4 before, Payroll!E4 now");
    }

    TEST_CASE("performance paragraphs: progress and slippage of a plan") {
        const std::string plan = R"(
sheet Plan
A3 | No. | Action | Timescale | Progress | Status
A4 | 1.1 | Publish the pipeline | September 2016 | Drafted | Green
A5 | 1.2 | Train the buyers | 30 June 2016 | Half are done | Amber
A6 | 1.3 | Let the contract | Ongoing | In procurement | Green
)";
        CHECK(
            told(plan, plan + "E4: Complete\nE6: Red\n") ==
            Lines{"1 of the 3 actions is on track or complete, compared with 2 of 3 the period before. 1 "
                  "action has been completed since. There is slippage on 1.2 (Amber, Plan!E5) and 1.3 (Red, "
                  "Plan!E6)."});
    }

    TEST_CASE("performance paragraphs: a budget's total, over and under") {
        const std::string budget = R"(
sheet Budget
A3 | Ref | Service Area | Approved Budget | Outturn | Variance | Variance %
A4 |  |  | £m | £m | £m | %
A5 | 3.1 | Adult Services | 317.679 | 322.020 | 4.341 | 1
A6 | 3.2 | Children's Services | 119.424 | 132.431 | 13.007 | 11
A7 | 3.3 | Community Services | 134.239 | 136.389 | 2.150 | 2
A8 | 3.4 | Public Health | 28.860 | 24.661 | -4.199 | -15
A9 | TOTAL |  | 600.202 | 615.501 | 15.299 | 3
)";
        CHECK(told(budget, budget + "D8: 4.661\nE8: -24.199\nF8: -84\nD9: 595.501\nE9: -4.701\nF9: -1\n")
                  .front() ==
              "There is an underspend of £4.701m in all, compared with an overspend of £15.299m the period "
              "before [Budget!E9 before, Budget!E9 now].");
    }

    TEST_CASE("performance paragraphs: a budget's total without the gains a row below it names") {
        // The paper's words: "without these gains the County Council would be forecasting an overspend of
        // £3.883m".
        const std::string budget = R"(
sheet Budget
A3 | Ref | Service Area | Approved Budget | Outturn | Variance | Variance %
A4 |  |  | £m | £m | £m | %
A5 | "3.6" | Commissioning | 46.649 | 42.470 | -4.179 | -9
A6 | "3.7" | Chief Executive | 666.371 | 651.009 | -15.362 | -2
A7 |  | TOTAL | 713.020 | 693.479 | -19.541 | -3
)";
        const std::string gains = "B8 | of which: Treasury Management gains | | | -23.425\n";
        CHECK(told(budget + "E7: -10.541" + "\n" + gains + "E8: -12.425", budget + gains).front() ==
              "There is an underspend of £19.541m in all, compared with an underspend of £10.541m the period "
              "before "
              "[Budget!E7 before, Budget!E7 now]. Without Treasury Management gains there would be an "
              "overspend of "
              "£3.884m, compared with an overspend of £1.884m without Treasury Management gains the period "
              "before "
              "[Budget!E7, Budget!E8 before, Budget!E7, Budget!E8 now].");
        // A gain typed without its sign is one all the same; the period before may name none.
        CHECK(told(budget, budget + gains + "E8: 23.425").front() ==
              "There is an underspend of £19.541m in all, compared with an underspend of £19.541m the period "
              "before "
              "[Budget!E7 before, Budget!E7 now]. Without Treasury Management gains there would be an "
              "overspend of "
              "£3.884m [Budget!E7, Budget!E8 now; Budget!E7 before, with no adjustment named].");
    }

    TEST_CASE("performance paragraphs: a new row of a series of periods beside the last one before") {
        const std::string trajectory = R"(
sheet Plan
A3 | Month | Assessments on time | Assessments due | Performance | Target
A4 | Sep '14 | 72 | 110 | 65.5% | 100%
A5 | Oct '14 | 90 | 115 | 78.3% | 100%
)";
        CHECK(
            told(trajectory, trajectory + "A6 | Nov '14 | 100 | 110 | 90.9% | 100%") ==
            Lines{"Since the last period of the paper before: | Nov '14: Assessments on time increased from "
                  "90 to "
                  "100; Assessments due decreased from 115 to 110; Performance increased from 78.3% to 90.9% "
                  "(target 100%)."});
        const std::string providers = R"(
sheet CQC
A1: Provider monitoring
A4 | Total | North Lancashire | Central Lancashire | East Lancashire | Reporting Period
A5: Special measures
A6 | 4 | 1 | 3 | 0 | 01/04/15 - 30/06/15
A7 | 5 | 2 | 3 | 0 | 01/07/15 - 30/09/15
)";
        CHECK(
            told(providers, providers + "A8 | 5 | 1 | 3 | 1 | 01/10/15 - 30/11/15") ==
            Lines{
                "Since the last period of the paper before: | 01/10/15 - 30/11/15: Special measures: Central "
                "Lancashire unchanged at 3; East Lancashire increased from 0 to 1; North Lancashire "
                "decreased "
                "from 2 to 1; Total unchanged at 5. It is held against 01/07/15 - 30/09/15, a period of "
                "another "
                "length."});
    }

    TEST_CASE("performance paragraphs: ratings of a self-assessment that changed") {
        const std::string tool = R"(
sheet Tool
A4 | RISK DOMAIN | AREAS TO CONSIDER | WHAT INDICATORS COULD BE USED? | Self-assessment | Level of risk
A5 | Leadership | Are members engaged? | Attendance | Yes | Low risk
A6 | Leadership | Turnover of managers? | Vacancies | Two posts | Medium risk
)";
        CHECK(told(tool, tool + "E6: High risk") == Lines{"Ratings that changed since the period before: | "
                                                          "Turnover of managers?: Medium risk before, High "
                                                          "risk now."});
    }

    TEST_CASE("performance paragraphs: over 100% only where the sheet's own note gives the reason") {
        const std::string emails = R"(
sheet Email
A3 | Service | Received | Completed | % Answered
A4 | Social Care | 1000 | 1009 | 100.9%
A5 | Customer Contact | 2000 | 1974 | 98.7%
A6 | HR | 500 | 502 | 100.4%
)";
        const std::string note =
            "A8: Where performance is over 100%, this is as a result of carry-over from the previous period.";
        CHECK(told(emails, emails).empty());
        CHECK(told(emails, emails + note) ==
              Lines{"Where performance is over 100%, this is as a result of carry-over from the previous "
                    "period: Social Care 100.9% (Email!D4) and HR 100.4% (Email!D6)."});
    }

    TEST_CASE("performance paragraphs: tables without a result tell the figures that changed") {
        const std::string complaints = R"(
sheet Complaints
A3 | Service | Type | Apr-Jun | Jul-Sept | Oct-Dec | Jan-Mar | TOTAL
A4 | Social Care | Complaints | 6 | 9 | 13 | 1 | 29
A5 | Social Care | Compliments | 5 | 0 | 9 | 5 | 19
A6 | HR | Complaints | 1 | 3 | 3 | 3 | 10
A7 | HR | Compliments | 12 | 5 | 2 | 1 | 20
)";
        CHECK(told(complaints, complaints).empty());
        CHECK(
            told(complaints + "C4: 1242\nG4: 1265", complaints + "C4: 2242\nG4: 2265") ==
            Lines{
                "Figures that changed since the period before: | Complaints: 1,242 before, 2,242 now; 1,265 "
                "before, 2,265 now."});
        CHECK(told(complaints, complaints + "E6: 4\nG6: 11") ==
              Lines{"Figures that changed since the period before: | Complaints: 3 before, 4 now; 10 before, "
                    "11 now."});
    }
}

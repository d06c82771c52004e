// table_claims_test.cpp - sentences that speak of the workbook's own tables: wrong ones are told, right ones
// and those about other things are silent, and what can't be decided is said to be unchecked.
#include <doctest/doctest.h>

#include <algorithm>

#include "support/checks/register_text.hpp"

using namespace scorebook;
using namespace scorebook::test;

namespace {

const std::string scorecard = R"(
sheet Scorecard
A1: Performance Q4 2016/17
A3 | Ref | Measure | Good is | Target | Previous | Actual | Status | Direction of Travel | Commentary
A4: Start Well
A5 | SW1 | Repair time of street lighting | Lower | 5 days | 4.65 days | 4.60 days | Green | Improving |
A6 | SW2 | E-book loans | Higher | 146595 | 105673 | 162384 | Green | Improving |
A7: Live Well
A8 | LW1 | Young people not in education | Lower | fewer than 3.1% | 3.2% | 3.4% | Red | Worsening | Follow-up continues
A9 | LW2 | Defects repaired in 20 days | Higher | 98% | 94% | 97% | Amber | Improving |
A10 | LW3 | Blue Badge complaints | Lower | 0.25% | 0.11% | 0.39% | Red | Worsening | Wording reviewed
sheet Summary
)";

const std::string dashboard = R"(
sheet Payments
A1: Procurement dashboard
B3 | Q1 | Q2 | Target | Trend
A4 | ...within 10 days | 21.53% | 33.85% | No Target | Positive
A5 | ...within 30 days | 74.16% | 77.59% | 100% | Positive
A6 | ...after 90 days | 3.69% | 5.1% | 0% |
)";

struct Case {
    std::string sentence;
    std::string rule;  ///< empty: nothing to say; "open": said to be unchecked
    std::string message{};
};

void check_sentences(const std::string& book, const std::string& sheet, const std::string& place,
                     const std::vector<Case>& cases) {
    const std::size_t before = check_lines(book).not_checked.size();
    for (const Case& c : cases) {
        CAPTURE(c.sentence);
        const Report report = check_lines(book + "sheet " + sheet + "\n" + place + ": " + c.sentence);
        std::string found;
        for (const Finding& finding : report.findings) {
            const bool is_here =
                finding.cell && place == to_a1(*finding.cell) && finding.message.starts_with("The text says");
            if (is_here) found = finding.rule;
            if (is_here && !c.message.empty())
                CHECK(finding.message.substr(finding.message.find("', but ") + 7) == c.message);
        }
        const std::size_t open = report.not_checked.size() - before;
        if (c.rule == "open") {
            CHECK(found == "");
            CHECK(open == 1);
            CHECK(std::any_of(report.not_checked.begin(), report.not_checked.end(),
                              [&](const NotChecked& line) { return line.what.ends_with("!" + place); }));
        } else {
            CHECK(found == c.rule);
            CHECK(open == 0);
        }
    }
}

}  // namespace

TEST_SUITE("checks") {
    TEST_CASE("table claims: the books are in order without a claim") {
        CHECK(check_lines(scorecard).template_name == "kpi-scorecard");
        CHECK(faults(check_lines(scorecard)) == std::vector<std::string>{});
        CHECK(check_lines(dashboard).template_name == "procurement-dashboard");
        CHECK(faults(check_lines(dashboard)) == std::vector<std::string>{});
    }

    TEST_CASE("table claims: how many entries are in a state (A11)") {
        check_sentences(
            scorecard, "Summary", "A2",
            {
                {"2 measures are red.", ""},
                {"Three measures are red.", "A11", "2 measures of 5 on 'Scorecard' are Red: LW1 and LW3."},
                {"Of these, 2 of the 5 measures (40%) are red.", ""},
                {"2 of the 6 measures are red.", "A11"},
                {"There are 3 red measures this quarter.", "A11"},
                {"No measures are red.", "A11"},
                {"2 Live Well measures are red.", ""},
                {"In Start Well 2 measures are green.", ""},
                {"In Live Well 2 measures are green.", "A11", "0 measures of 3 on 'Scorecard' are Green."},
                {"All measures are green.", "A11"},
                {"Not all measures are green.", ""},
                {"40% of measures are on target.", ""},
                {"68% of measures are on target.", "A11"},
                {"60% of the measures are on target and/or improving.", ""},
                {"81% of the measures are on target and/or improving.", "A11"},
                {"More than 1 measure is red.", ""},
                {"3 measures improved and 2 worsened.", ""},
                {"4 measures improved since last quarter.", "open"},
                {"There are 5 measures on the scorecard.", ""},
                {"There are 6 measures on the scorecard.", "A11", "'Scorecard' has 5 measures."},
                {"There are 3 measures in the pipeline.", ""},
                {"3 new measures were agreed.", ""},
                {"In 2015/16 4 measures were red.", "open"},
            });
    }

    TEST_CASE("table claims: figures of an entry the sentence names (A11)") {
        check_sentences(
            scorecard, "Summary", "A2",
            {
                {"Defects repaired in 20 days stood at 97%.", ""},
                {"Defects repaired in 20 days stood at 96%.", "A11",
                 "LW2 on 'Scorecard' has Target 98%, Previous 94% and Actual 97%."},
                {"LW2 is 97% against a target of 98%.", ""},
                {"LW2 is 97% against a target of 95%.", "A11", "the target of LW2 on 'Scorecard' is 98%."},
                {"Blue Badge complaints increased from 0.11% to 0.39% (target 0.25%).", ""},
                {"Blue Badge complaints increased from 0.11% to 0.93%.", "A11",
                 "LW3 on 'Scorecard' has Target 0.25%, Previous 0.11% and Actual 0.39%, and no 0.93%."},
                {"Blue Badge complaints rose from 3% to 4%.", "open"},
                {"E-book loans were 162,384.", ""},
                {"E-book loans were 126,384.", "A11"},
                {"E-book loans were 28,522 in 2015/16.", "open"},
                {"E-book loans rose while 12 libraries closed.", ""},
                {"Repair time of street lighting was 4.6 days.", ""},
                {"Repair time of street lighting (4.9 days) is good.", "A11"},
                {"Young people not in education will be 3% by March.", ""},
                {"Street lighting was mended in 12 villages.", ""},
            });
    }

    TEST_CASE("table claims: words for how an entry moved (A09, X09)") {
        check_sentences(scorecard, "Summary", "A2",
                        {
                            {"E-book loans have increased.", ""},
                            {"E-book loans fell again in this quarter.", "A09",
                             "SW2 went from 105,673 (Previous) to 162,384 (Actual), a rise."},
                            {"E-book loans increased slightly in the quarter.", "X09",
                             "SW2 went from 105,673 (Previous) to 162,384 (Actual), a change of 53.7%."},
                            {"Blue Badge complaints have improved.", "X09",
                             "LW3 went from 0.11% (Previous) to 0.39% (Actual): a worsening."},
                            {"Blue Badge complaints remain unchanged.", "X09"},
                            {"Repair time of street lighting has improved.", ""},
                            {"E-book loans should fall next year.", ""},
                            {"Blue Badge complaints rose as calls fell.", ""},
                        });
    }

    TEST_CASE("table claims: a comment speaks of its own row") {
        check_sentences(scorecard, "Scorecard", "I9",
                        {
                            {"Performance has improved from 94% to 97%.", ""},
                            {"This rose from 94% to 98.5% after two crews were hired.", "A11"},
                            {"Complaints rose from 12.5% to 14%.", "open"},
                            {"Performance has worsened this quarter.", "X09",
                             "LW2 went from 94% (Previous) to 97% (Actual): an improvement."},
                            {"5.2% were unknown in March.", ""},
                        });
    }

    TEST_CASE("table claims: overall performance isn't improving while a third got worse (X09)") {
        check_sentences(dashboard, "Payments", "A9",
                        {
                            {"Overall payment performance is improving.", "X09"},
                            {"Overall payment performance is improving, except after 90 days.", ""},
                            {"Overall payment performance will be improving.", ""},
                        });
        CHECK(findings_of(check_lines(dashboard + "C6: 2.9%\nA9: Overall performance is improving."), "X09")
                  .empty());
    }

    TEST_CASE("table claims: one unchecked line a cell, and none for words without a claim") {
        const Report report = check_lines(
            scorecard + "A2: In 2015/16 4 measures were red. Blue Badge complaints rose from 3% to 4%.");
        const auto is_of_cell = [](const NotChecked& line) { return line.what == "Summary!A2"; };
        CHECK(std::count_if(report.not_checked.begin(), report.not_checked.end(), is_of_cell) == 1);
        CHECK(check_lines(scorecard + "A2: The report was discussed on 3 May by 12 members.")
                  .not_checked.size() == check_lines(scorecard).not_checked.size());
    }

    TEST_CASE("table claims: a register's entries are counted too") {
        const auto found = [](const std::string& sentence) {
            return findings_of(check_register_with("sheet Report\nA1: " + sentence), "A11");
        };
        CHECK(found("There are 5 risks on the register.").empty());
        CHECK(found("There are 15 risks on the register.") ==
              std::vector<std::string>{"A11 error Report!A1 ask"});
    }

    TEST_CASE("table claims: a measure is known without the words that say how it is measured (A11)") {
        const std::string recycling =
            "sheet KPIs\nA3 | Measure | Good is | Target | Q1 | Q2\n"
            "A4 | % household waste recycled | Higher | 45% | 44.0% | 41.2%\n"
            "A5 | Number of library visits | Higher | 9,000 | 9,100 | 9,421\n";
        const auto found = [&](const std::string& said) {
            return findings_of(check_lines(recycling + "A8: " + said), "A11");
        };
        CHECK(found("Household waste recycled fell from 44.0% to 41.2%.").empty());
        CHECK(found("Household waste recycled fell from 44.0% to 42.1%.").size() == 1);
        CHECK(found("Library visits rose to 9,421.").empty());
        CHECK(found("Library visits rose to 9,241.").size() == 1);
    }

    TEST_CASE("table claims: all targets met is held against the tables it speaks of (G06)") {
        const std::string levels = R"(
sheet SLA
A1: Contractual Targets:
A3 | No. | Definition of SLA | Target | Q1 | Q2
A4 | P1 | Major disruption | 98 | 100 | 99
A5 | P2 | Minor disruption | 97 | 98 | 98
A8: Non-Contractual Targets:
A9 | No. | Definition of SLA | Target | Q1 | Q2
A10 | N1 | Letters issued | 100 | 80 | 97
)";
        const auto found = [&](const std::string& lines) {
            return findings_of(check_lines(levels + lines), "G06");
        };
        CHECK(found("A13: All targets were met.") == std::vector<std::string>{"G06 error SLA!A13 ask"});
        CHECK(found("A13: All contractual targets were met.").empty());
        CHECK(found("A13: All contractual and non-contractual targets were met.") ==
              std::vector<std::string>{"G06 error SLA!A13 ask"});
        CHECK(found("A13: All contractual targets were met.\nE4: 97") ==
              std::vector<std::string>{"G06 error SLA!A13 ask"});
        const Report unknown =
            check_lines(levels + "A8: Other Targets:\nA13: All contractual targets were met.");
        CHECK(findings_of(unknown, "G06").empty());
        CHECK(unknown.not_checked.size() ==
              check_lines(levels + "A8: Other Targets:").not_checked.size() + 1);
        const auto by_column = [&](const std::string& said) {
            return findings_of(
                check_lines("sheet SLA\nA3 | No. | Definition of SLA | Contractual | Target | Q1\n"
                            "A4 | P1 | Major disruption | Yes | 98 | 100\n"
                            "A5 | N1 | Letters issued | No | 100 | 80\nA8: " +
                            said),
                "G06");
        };
        CHECK(by_column("All contractual targets were met.").empty());
        CHECK(by_column("All contractual targets were met.\nC5: Yes").size() == 1);
        CHECK(by_column("All targets were met.").size() == 1);
        CHECK(findings_of(check_lines(scorecard + "A2: All targets were met."), "G06") ==
              std::vector<std::string>{"G06 error Summary!A2 ask"});
        const Report none = check_register_with("sheet Report\nA1: All targets were met.");
        CHECK(std::any_of(none.not_checked.begin(), none.not_checked.end(),
                          [](const NotChecked& line) { return line.what == "Report!A1"; }));
    }

    TEST_CASE("table claims: a figure of the column beside (A11, D-06)") {
        const std::string locations = R"(
sheet Locations
A3 | Contractor Location | Contracts | Contractors | Annual Value
A4 | Lancashire | 31 | 104 | £56.9m
A5 | North West | 11 | 35 | £13.9m
A6 | Elsewhere | 24 | 28 | £11m
)";
        CHECK(check_lines(locations).template_name == "procurement-dashboard");
        check_sentences(
            locations, "Locations", "A9",
            {
                {"Further, 104 contractors from Lancashire were engaged.", ""},
                {"A further 11 contractors within the North West have been engaged.", "A11",
                 "North West on 'Locations' has 35 under Contractors; 11 stands under Contracts."},
                {"3 contracts in Lancashire were late.", ""},
            });
    }

    TEST_CASE("table claims: a total quoted beside the table's own count is the table's total (A11, D-05)") {
        const std::string locations = R"(
sheet Locations
A3 | Contractor Location | Contracts | Contractors | Annual Value
A4 | Lancashire | 31 | 104 | £56.9m
A5 | North West | 11 | 35 | £13.9m
A6 | Other | 24 | 28 | £11m
)";
        const auto found = [&](const std::string& sentence) {
            return findings_of(check_lines(locations + "A9: " + sentence), "A11");
        };
        const std::string claim =
            "Up to the end of October the number of contracts let is 66 with a value of ";
        const std::vector<std::string> told{"A11 error Locations!A9 ask"};
        CHECK(found(claim + "£72m.") == told);
        CHECK(first_of(check_lines(locations + "A9: " + claim + "£72m."), "A11").message ==
              "The text says 'Up to the end of October the number of contracts let is 66 with a value of "
              "£72m'. "
              "Contracts on 'Locations' adds up to 66, but Annual Value beside it to £81,800,000 (from D4), "
              "not "
              "£72,000,000.");
        // By the rounding of the sentence, and of the table.
        CHECK(found(claim + "£82m.").empty());
        CHECK(found(claim + "£81.8m.").empty());
        CHECK(found(claim + "in excess of £80m.").empty());
        // No total, two amounts, and a count no column adds up to.
        CHECK(found("In the first two quarters 48 contracts have been let with a value of £46m.").empty());
        CHECK(found(claim + "£72m, or £1.1m each.").empty());
        CHECK(found("The 31 contracts in Lancashire are worth £50m.").empty());
    }

    TEST_CASE("table claims: one measure has one figure for one period (A11)") {
        const std::string two = R"(
sheet Corporate
A3 | No. | Definition of SLA | Target | Quarter 1 2014/15 | Quarter 2 2014/15
A4 | L1 | Letters issued | 90 | 95 | 97
sheet Service
A3 | No. | Definition of SLA | Target | Quarter 1 2014/15 | Quarter 2 2014/15
A4 | L1 | Letters issued | 90 | 95 | 97
)";
        CHECK(faults(check_lines(two)) == std::vector<std::string>{});
        CHECK(faults(check_lines(two + "E4: 79")).size() == 1);
        CHECK(findings_of(check_lines(two + "E4: 99"), "A11") ==
              std::vector<std::string>{"A11 error Service!E4 L1 ask"});
        // Another measure, or quarters of no year.
        CHECK(faults(check_lines(two + "E4: 99\nB4: Letters issued in time")).empty());
        CHECK(faults(check_lines(two + "E4: 99\nE3: Q2")).empty());
    }

    TEST_CASE(
        "table claims: a figure that no row has is said to be unchecked, one that a row or total has isn't") {
        check_sentences(R"(
sheet Complaints
A1: Complaints and compliments 2015/16
A3 | Service | Quarter 1 | Quarter 2 | Quarter 3 | Quarter 4 | Total
A4 | Blue Badge | 20 | 25 | 18 | 22 | 85
A5 | Highways | 30 | 25 | 28 | 27 | 110
A6 | Total | 50 | 50 | 46 | 49 | 195
sheet Summary
)",
                        "Summary", "A3",
                        {{"There were 195 complaints in the year.", ""},
                         {"There were 196 complaints in the year.", "open"},
                         {"Highways had 110 complaints in total.", ""},
                         {"Highways had 112 complaints in total.", "open"},
                         {"We answered 196 letters in the year.", ""},
                         {"There were 3 complaints about buses.", ""}});
        check_sentences(R"(
sheet Budget
A1: Budget monitoring 2016/17
A3 | Ref | Service Area | Approved Budget £m | Outturn £m | Variance £m
A4 | 3.1 | Adult Services | 317.674 | 322.015 | 4.341
A5 | 3.2 | Children's Services | 119.421 | 132.428 | 13.007
A6 | 3.3 | Community Services | 134.239 | 136.389 | 2.150
sheet Summary
)",
                        "Summary", "A3",
                        {{"The pressures are in Children's Services (£13.007m) and Adult Services "
                          "(£4.341m).",
                          ""},
                         {"The pressures are in Children's Services (£13.007m) and Adult Services "
                          "(£2.750m).",
                          "open"},
                         {"The overspend of Adult Services is £4.3m.", ""},
                         {"The overspend of Adult Services is £4.5m.", "A11"}});
    }

    TEST_CASE("table claims: beyond the texts that are read it says so") {
        std::string texts = "sheet Notes\n";
        for (int row = 1; row <= 5001; ++row)
            texts += "A" + std::to_string(row) + ": This is a comment of some length\n";
        const auto said = [](const std::string& book) {
            for (const NotChecked& unchecked : check_lines(book).not_checked) {
                if (unchecked.what.starts_with("sentences after")) return unchecked.what;
            }
            return std::string();
        };
        // The scorecard has eight texts of 15 signs and more.
        CHECK(said(scorecard + texts) == "sentences after Notes!A4992");
        CHECK(said(scorecard) == "");
    }
}

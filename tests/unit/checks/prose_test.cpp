// prose_test.cpp - rules of the words round the tables: words cut by a line end, lists of papers, list items
// gone astray, references, lists of exceptions.
#include <doctest/doctest.h>

#include <algorithm>

#include "support/checks/register_text.hpp"

using namespace scorebook;
using namespace scorebook::test;

TEST_SUITE("checks") {
    TEST_CASE("prose: a word cut by a line end is told (V18)") {
        const auto found = [](const std::string& lines) {
            return findings_of(check_register_with(lines), "V18");
        };
        CHECK(found("B5: Reputation\\nal damage to the council\nB6: A reputational issue") ==
              std::vector<std::string>{"V18 info Register!B5 ask"});
        CHECK(found("B5: Poor govern-\\nance of the trust\nB6: Governance reviewed") ==
              std::vector<std::string>{"V18 info Register!B5 ask"});
        // "Home" stands by itself elsewhere, and nobody writes "carehome" here.
        CHECK(found("B5: Failure of a care\\nhome provider\nB6: The home closed").empty());
        CHECK(found("B5: Reputation\\nall of it\nB6: A reputational issue").empty());
    }

    TEST_CASE("prose: papers are dated in the order of their periods (X12)") {
        const std::string papers = R"(
sheet Background
A1: List of Background Papers
A2 | Paper | Date | Contact
A3 | Quarterly Corporate Performance - Quarter 1 2016/17 Report | 25 October 2016 | Business Intelligence
A4 | Quarterly Corporate Performance - Quarter 2 2016/17 Report | 5 December 2016 | Business Intelligence
A5 | Quarterly Corporate Performance - Quarter 3 2016/17 Report | 7 March 2017 | Business Intelligence
)";
        const auto found = [&](const std::string& lines) {
            return findings_of(check_register_with(papers + lines), "X12");
        };
        CHECK(found("").empty());
        const std::string swapped = "B3: 5 December 2016\nB4: 25 October 2016";
        CHECK(found(swapped) == std::vector<std::string>{"X12 warning Background!B3 ask"});
        CHECK(first_of(check_register_with(papers + swapped), "X12").message ==
              "The paper on Q1 2016/17 is dated 5 December 2016, after the one on Q2 2016/17 of 25 October "
              "2016.");
        // The latest paper may stand first.
        CHECK(found("A3: Quarter 3 2013/14 Report\nB3: 4 March 2014\nA4: Quarter 2 2013/14 Report\nB4: 28 "
                    "November 2013\nA5: x\nB5: y")
                  .empty());
    }

    TEST_CASE("prose: a list makes the number it announces (A03), or the rest of it lies astray (S14)") {
        const std::string outcomes = R"(
sheet Report
A1: Of the 20 LGO Corporate enquiries, the outcomes were as follows in 14/15:
A2: - 4 not upheld
A3: - 14 not progressed by the LGO
A4: - 2 referred back for local resolution
A5: - None were upheld
A7: We have a number of data quality investigations ongoing.
)";
        const auto found = [&](const std::string& lines, const char* rule) {
            return findings_of(check_register_with(outcomes + lines), rule);
        };
        CHECK(found("", "A03").empty());
        CHECK(found("", "S14").empty());
        const std::string stranded =
            "A4:\nA5:\nA9: - 2 referred back for local resolution\nA10: - None were upheld";
        CHECK(found(stranded, "A03").empty());
        CHECK(found(stranded, "S14") == std::vector<std::string>{"S14 warning Report!A9 ask"});
        CHECK(first_of(check_register_with(outcomes + stranded), "S14").message ==
              "'- 2 referred back for local resolution' seems to belong to the list under 'Of the 20 LGO "
              "Corporate enquiries, the outcomes were as...' (A1): only with it do the items make 20.");
        CHECK(found("A4:", "A03") == std::vector<std::string>{"A03 error Report!A1 ask"});
        CHECK(found("A4:\nA8: One complaint may have multiple outcomes.", "A03").empty());
        CHECK(found("A4: - some referred back", "A03").empty());
        // The same list as the lines of one cell.
        const auto in_one = [](const std::string& items) {
            return findings_of(
                check_register_with("sheet Report\nA1: Of the 27 enquiries the outcomes were:\\n"
                                    "5 not upheld\\n9 not progressed\\n8 referred back\\n" +
                                    items),
                "A03");
        };
        CHECK(in_one("5 upheld").empty());
        CHECK(in_one("6 upheld") == std::vector<std::string>{"A03 error Report!A1 ask"});
    }

    TEST_CASE("prose: what the text refers to is there (S16)") {
        const auto found = [](const std::string& lines) {
            return findings_of(check_register_with("sheet Report\n" + lines), "S16");
        };
        const std::string both = "A1: The key is set out at Appendix 'A', the highlights in Appendix 'B'.\n";
        CHECK(found(both + "sheet Appendix A\nA1: Key\nsheet Notes\nA1: Appendix B: highlights").empty());
        CHECK(found(both + "sheet Appendix A\nA1: Key") ==
              std::vector<std::string>{"S16 warning Report!A1 ask"});
        CHECK(found("A1: See Table 3.\nA3: Table 1: LGO enquiries\nA9: Table 2: outcomes") ==
              std::vector<std::string>{"S16 warning Report!A1 ask"});
        CHECK(found("A1: as set out in Appendix C of the Constitution\nsheet Appendix A\nA1: Key").empty());
        const Report elsewhere = check_register_with("sheet Report\nA1: The plan is at Appendix 'A'.");
        CHECK(findings_of(elsewhere, "S16").empty());
        CHECK(std::any_of(elsewhere.not_checked.begin(), elsewhere.not_checked.end(),
                          [](const NotChecked& line) { return line.what == "references to Appendix A"; }));
    }

    TEST_CASE("prose: the list of exceptions names every measure that is red or got worse (G12)") {
        const std::string scorecard = R"(
sheet Scorecard
A3 | Ref | Measure | Good is | Target | Previous | Actual | Status | Direction of Travel | Commentary
A4 | M1 | Repair time of street lighting | Lower | 5 | 4.65 | 4.60 | Green | Improving |
A5 | M2 | Young people not in education | Lower | 3.1 | 3.2 | 3.4 | Red | Worsening | Follow-up continues
A6 | M3 | Blue Badge application complaints | Lower | 0.25 | 0.11 | 0.39 | Red | Worsening | Wording reviewed
A7 | M4 | Calls answered | Higher | 90 | 97 | 94 | Green | Worsening |
A8 | M5 | Museum visits | Higher |  | 46802 | 40675 | No target | Worsening |
sheet Summary
A1: Areas requiring improvement
A2: Complaints about Blue Badge applications rose to 0.39%.
A3: Young people who are not in education, employment or training
A4: M5 fell while two museums were closed.
A6: Also to note
A7: A new team starts in June.
)";
        CHECK(findings_of(check_lines(scorecard), "G12").empty());
        CHECK(findings_of(check_lines(scorecard + "A2:"), "G12") ==
              std::vector<std::string>{"G12 warning Scorecard!G6 M3 ask"});
        CHECK(findings_of(check_lines(scorecard + "A4:"), "G12") ==
              std::vector<std::string>{"G12 warning Scorecard!F8 M5 ask"});
        // A list of other things than these measures, and no list at all.
        CHECK(findings_of(check_lines(scorecard + "A2: Roads\nA3: Bridges\nA4: Ferries"), "G12").empty());
        CHECK(findings_of(check_lines(scorecard + "A1: Highlights"), "G12").empty());
        CHECK(first_of(check_lines(scorecard + "A2:"), "G12").message ==
              "Blue Badge application complaints is Red, but the list 'Areas requiring improvement' "
              "(Summary!A1) doesn't name it.");
    }
}

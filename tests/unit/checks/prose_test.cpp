// prose_test.cpp - rules of the words round the tables: words cut by a line end, lists of papers, list items
// gone astray, references, lists of exceptions.
#include <doctest/doctest.h>

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
}

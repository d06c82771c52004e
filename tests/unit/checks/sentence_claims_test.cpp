// sentence_claims_test.cpp - sentences of the papers: those whose figures agree are silent, those that don't
// are told.
#include "checks/sentence_claims.hpp"

#include <doctest/doctest.h>

#include "support/checks/register_text.hpp"

using namespace scorebook;
using namespace scorebook::test;

namespace {

struct Case {
    std::string sentence;
    std::string rule;  ///< empty: nothing to say
    std::string message{};
};

}  // namespace

TEST_SUITE("checks") {
    TEST_CASE("claims: each sentence of the papers") {
        const std::vector<Case> cases{
            {"a total of 78 had investigations or formal enquiries with only 11 of those upheld (9%)", "A01",
             "11 of 78 is 14.1%."},
            {"Visitors for the full year 2016/17 are 673,206, down compared to last year (4,007,475 against "
             "4,680,681)",
             "A10", "673,206 is the difference between 4,680,681 and 4,007,475, not the level."},
            {"with a 14.9% increase in the number of carers receiving a direct payment (4070 to 4676)", ""},
            {"with a 15.9% increase in the number of carers receiving a direct payment (4070 to 4676)", "A09",
             "from 4,070 to 4,676 is 14.9%."},
            {"increased from 0.11% to 0.39% (target 0.25%) from quarter 1 to quarter 2", ""},
            {"Complaints increased from 0.39% to 0.11% in the quarter", "A09",
             "from 0.39% to 0.11% is a fall."},
            {"85.3% of users were satisfied, an increase of 3.1% (82.2% to 85.3%)", ""},
            {"Satisfaction rose by 3.1% from 82.2% to 85.3%", "X11",
             "the change from 82.2% to 85.3% is 3.1 percentage points, not per cent."},
            {"Satisfaction rose by 3.1 percentage points from 82.2% to 85.3%", ""},
            {"processed applications declined slightly from 426 to 350", "X09",
             "from 426 to 350 is a change of 17.8%."},
            {"The average caseload has increased slightly from 75.1 to 75.3", ""},
            {"97% of defects fixed (74,784 of 76,767)", ""},
            {"It is taking less time for children to be matched (193 days in Q4 compared to 397 in Q3)", ""},
            {"4 not upheld; 14 not progressed by the LGO", ""},
            {"The rate is forecast to be 49% diversion with landfill of 51%", ""},
            {"The rate is forecast to be 49% diversion with landfill of 53%", "A13",
             "49% and 53% make 102%, and the two should be all there is: 100%."},
            {"82.4% of the applications were granted and 17.6% were not granted", ""},
            {"82.4% of the applications were granted and 16.7% were not granted", "A13",
             "82.4% and 16.7% make 99.1%, and the two should be all there is: 100%."},
            {"60% of users were satisfied and 20% dissatisfied", ""},
            {"Applications processed 2013/14 = 277 (141 granted; 131 not granted)", "A03",
             "141 and 131 make 272, not 277."},
            {"Applications processed 2014/15 = 852 (480 granted; 372 not granted)", ""},
            {"277 applications (141 granted; 131 withdrawn)", ""},
            {"Calls passed on reduced from 29% to 22%, meaning the team are receiving approximately 560 "
             "referrals as opposed to 680 each week",
             "A14",
             "680 is 29% of about 2,345 and 560 is 22% of about 2,545: the two shares are not of the same "
             "whole."},
            {"Calls passed on reduced from 29% to 22%, meaning the team are receiving approximately 516 "
             "referrals as opposed to 680 each week",
             ""},
            {"Vacancies rose from 3% to 4% while posts fell from 120 to 100", ""},
            {"Q1 has 53 payments of £641,355", ""},
        };
        for (const Case& c : cases) {
            CAPTURE(c.sentence);
            const auto fault = find_sentence_fault(c.sentence);
            CHECK((fault ? fault->rule : std::string()) == c.rule);
            if (fault) CHECK(fault->message == c.message);
        }
    }

    TEST_CASE("claims: a workbook's own sentences are checked where they stand") {
        const std::string scorecard = R"(
A1: Visitors for the full year are 673,206, down compared to last year (4,007,475 against 4,680,681).
A3 | Measure | Target | Actual
A4 | Visitors to libraries | No Target | 4007475
A5 | E-book loans | 146595 | 162384
)";
        CHECK(faults(check_lines(scorecard)) == std::vector<std::string>{"A10 error Sheet1!A1 ask"});
    }
}

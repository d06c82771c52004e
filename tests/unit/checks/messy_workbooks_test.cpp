// messy_workbooks_test.cpp - workbooks as a new officer keeps them: what their disorder must not set off.
#include <doctest/doctest.h>

#include "support/checks/register_text.hpp"

using namespace scorebook;
using namespace scorebook::test;

namespace {

using Lines = std::vector<std::string>;

/// A return with its total on top and subtotals between, one column in from the edge, notes beneath.
const std::string contacts = R"(
sheet Contact Centre
A1: CONTACT CENTRE MONTHLY RETURN
F1: September 2023
merge A1:E1
B3 | Service | Calls Offered | Calls Answered | % Answered | Calls Abandoned | Average wait (mm:ss)
B4 | All services | 18510 | 17189 | 92.9% | 1321 | 02:10
B5 | Council Tax | 6120 | 5590 | 91.3% | 530 | 02:41
B6 | Benefits | 3990 | 3752 | 94.0% | 238 | 01:58
B7 | Sub-total Revenues | 10110 | 9342 | 92.4% | 768 |
B8 | Housing | 5200 | 4821 | 92.7% | 379 | 02:12
B9 | Bins & Streets | 3200 | 3026 | 94.6% | 174 | 01:20
B10 | Sub-total Environment | 8400 | 7847 | 93.4% | 553 |
B12: Note: Council Tax includes annual billing calls (1st - 15th only).
B13: Source: telephony system, run 03.10.23
)";

/// Service levels with last year's quarters beside this year's, under merged years, and sections between.
const std::string levels = R"(
sheet Levels
A1: Housing - service levels, Quarter 2 2023/24 (July - Sept 2023)
A3 | Ref | Definition of SLA | Target | 2022/23 | | 2023/24 | | Comments
merge D3:E3
merge F3:G3
D4: Q1
E4: Q2
F4: Q1
G4: Q2
A5: Repairs
A6 | H1 | Emergency repairs completed in 24 hours | 98% | 97.2% | 97.9% | 98.4% | 98.1% | Storms*
A7 | H2 | Routine repairs completed in time | 95% | 90.1% | 91.0% | 95.2% | 96.0% |
A8: Rents
A9 | H3 | Rent collected of rent due | 97.5% | 96.8% | 97.1% | 97.5% | 97.6% |
A11: * August storms: 412 extra jobs were raised.
A12: All targets were met in the quarter.
)";

/// Actions with every manner of date, numbered by numbers, the header again after a blank row.
const std::string plan = R"(
sheet Action plan
A1: Ofsted Improvement Plan - update for Scrutiny 5th October 2023
A3 | No | Action | Lead | By when | Update | BRAG
A4: Theme 1: Leadership
A5 | 1.1 | Publish the improvement plan | Director of Children's Services | 31/7/23 | Published 28 July. | Blue
A6 | 1.2 | Appoint an independent chair | Chief Executive | end of Sept 2023 | Interviews took place in September. | Amber
A7 | 1.3 | Refresh the scheme of delegation | Monitoring Officer | Ongoing | | Green
A8: Theme 2: Practice
A10 | No | Action | Lead | By when | Update | BRAG
A11 | 2.1 | Audit 60 cases a quarter | Head of Quality | Quarterly | 42 audits in Q2. | Amber
A12 | 2.2 | Train all team managers | Principal Social Worker | Dec-23 | 31 of 45 trained. | Green
A14: Key: Blue = complete, Green = on track, Amber = some slippage, Red = off track
)";

}  // namespace

TEST_SUITE("checks") {
    TEST_CASE("messy: a total on top and subtotals between are no services and add up") {
        const Report report = check_lines(contacts);
        CHECK(report.template_name == "contact-volumes");
        REQUIRE(report.tables.size() == 1);
        CHECK(report.tables[0].rows == 4);
        CHECK(findings_of(report, "A02") == Lines{});
        CHECK(report.count(Severity::error) == 0);
        CHECK(findings_of(check_lines(contacts + "C7: 10210"), "A02") ==
              Lines{"A02 error Contact Centre!C7 Sub-total Revenues ask"});
    }

    TEST_CASE("messy: this year's quarters are judged, not last year's beside them") {
        const Report report = check_lines(levels);
        CHECK(report.template_name == "sla-monitor");
        CHECK(report.count(Severity::error) == 0);
        CHECK(findings_of(report, "G06") == Lines{});
        CHECK(findings_of(check_lines(levels + "G7: 94%"), "G06") == Lines{"G06 error Levels!A12 ask"});
    }

    TEST_CASE("messy: references kept as numbers are told once, until one is there twice (S11)") {
        CheckOptions options;
        options.as_at = CalendarDate{2023, 10, 5};
        const Report report = check_lines(plan, options);
        CHECK(report.template_name == "improvement-plan");
        CHECK(report.count(Severity::error) == 0);
        CHECK(findings_of(report, "S11") ==
              Lines{"S11 warning Action plan!A5 1.1 ask", "S11 warning Action plan!A11 2.1 ask"});
        CHECK(findings_of(check_lines(plan + "A7: 1.1", options), "S11") ==
              Lines{"S11 error Action plan!A5 1.1 ask", "S11 error Action plan!A7 1.1 ask",
                    "S11 warning Action plan!A11 2.1 ask"});
    }
}

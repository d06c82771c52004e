// periods_and_changes_test.cpp - periods side by side, times, values of one item, and what changed since last
// period.
#include <doctest/doctest.h>

#include "support/checks/register_text.hpp"

using namespace scorebook;
using namespace scorebook::test;

namespace {

const std::string providers = R"(
sheet Providers
B3 | Central | East | North | Total
A4 | 01/04/15 - 30/06/15 | 3 | 0 | 1 | 4
A5 | 01/07/15 - 30/09/15 | 3 | 0 | 2 | 5
A6 | 01/10/15 - 31/12/15 | 3 | 0 | 2 | 5
)";

const std::string backlog = R"(
sheet DOLS
A3 | Period | Outstanding at start | Received | Processed | Granted | Not granted | Outstanding
A4 | 2013/14 | 0 | 277 | 277 | 141 | 136 | 0
A5 | 2014/15 | 0 | 2388 | 852 | 480 | 372 | 1536
)";

const std::string duplicates = R"(
sheet Duplicates
A3 | Period | No. of Payments | Value of Payments
A4 | Q1 2014/15 | 53 | 641355
A5 | Q2 2014/15 | 67 | 902071
A6 | Q3 2014/15 | 29 | 401490
)";

const std::string scorecard = R"(
sheet Scorecard
A3 | Ref | Measure | Good is | Target | Previous | Actual | Status
A4 | M1 | Health checks taken up | Higher | 60 | 60.1 | 60.8 | Green
A5 | M2 | Days lost to sickness | Lower | 8 | 8.4 | 7.9 | Green
)";

Report since(const std::string& before, const std::string& now) {
    const auto previous = workbook_from(before, "last.xlsx");
    CheckOptions options;
    options.previous = previous.get();
    options.previous_name = "last.xlsx";
    return check_lines(now, options);
}

}  // namespace

TEST_SUITE("checks") {
    TEST_CASE("changes: a period's figure is what the paper before reported, or is marked [r] (X06, D-35)") {
        const auto told = [](const std::string& before, const std::string& now) {
            const auto previous = workbook_from(before, "october.xlsx");
            CheckOptions options;
            options.previous = previous.get();
            options.previous_name = "october.xlsx";
            return findings_of(check_lines(now, options), "X06");
        };
        using Lines = std::vector<std::string>;
        const std::string trajectory = R"(
sheet Plan
A3 | Period | Performance | Target
A4 | Q1 2014/15 | 61.0% | 100%
A5 | Q2 2014/15 | 63.7% | 100%
)";
        CHECK(told(trajectory, trajectory) == Lines{});
        CHECK(told(trajectory, trajectory + "B5: 65.5%") == Lines{"X06 warning Plan!B5 Q2 2014/15 ask"});
        CHECK(told(trajectory, trajectory + "B5: 65.5% [r]") == Lines{});
        // The same period under two labels is two rows; named alike without a label, nobody can tell.
        const std::string providers = R"(
sheet CQC
A1: Provider monitoring
A4 | Reporting Period | Central | East | North | Total
A5: Special measures
A6 | 01/04/15 - 30/06/15 | 3 | 0 | 1 | 4
A7: Suspended
A8 | 01/04/15 - 30/06/15 | 0 | 2 | 0 | 2
)";
        CHECK(told(providers, providers) == Lines{});
        CHECK(told(providers, providers + "C8: 3\nE8: 3") ==
              Lines{"X06 warning CQC!C8 01/04/15 - 30/06/15 ask",
                    "X06 warning CQC!E8 01/04/15 - 30/06/15 ask"});
        CHECK(told(providers + "A7:", providers + "A7:\nC8: 3\nE8: 3") == Lines{});
        // A quarter's column: of the year it names, else of workbooks of one financial year.
        const std::string levels =
            "sheet SLA\nA1: Service levels, Quarter 2 2014/15\n"
            "A3 | No. | Definition of SLA | Target | Q1 | Q2\n"
            "A4 | L1 | Letters | 95 | 97 | 98\n";
        CHECK(told(levels, levels + "D4: 96") == Lines{"X06 warning SLA!D4 L1 ask"});
        CHECK(told(levels, levels + "D4: 96\nA1: Service levels, Quarter 2 2015/16") == Lines{});
        CHECK(told(levels, levels + "D3: Q1 2015/16\nD4: 96") == Lines{});
    }

    TEST_CASE("periods: a series has periods of one length (X04)") {
        CHECK(faults(check_lines(providers)) == std::vector<std::string>{});
        const Report report = check_lines(providers + "A5: 01/07/15 - 31/08/15\nA6: 01/09/15 - 31/10/15");
        CHECK(faults(report) == std::vector<std::string>{"X04 warning Providers!A5 01/07/15 - 31/08/15 ask"});
    }

    TEST_CASE("periods: a quarter whose months are another quarter's is told (V14)") {
        CHECK(faults(check_lines(providers + "A1: Quarter 2 2016 - (June to August)")) ==
              std::vector<std::string>{"V14 warning Providers!A1 ask"});
        CHECK(faults(check_lines(providers + "A1: Quarter 2 2016/17 (July to September)")) ==
              std::vector<std::string>{});
    }

    TEST_CASE("periods: parts make the whole, and what came in and out the balance (A03, A07)") {
        CHECK(check_lines(backlog).template_name == "priority-backlog");
        CHECK(faults(check_lines(backlog)) == std::vector<std::string>{});
        CHECK(faults(check_lines(backlog + "F4: 131")) ==
              std::vector<std::string>{"A03 error DOLS!D4 2013/14 ask"});
        CHECK(faults(check_lines(backlog + "G5: 1535")) ==
              std::vector<std::string>{"A07 error DOLS!G5 2014/15 ask"});
    }

    TEST_CASE("periods: a tenth of the usual value an item is told (A12)") {
        CHECK(faults(check_lines(duplicates)) == std::vector<std::string>{});
        CHECK(faults(check_lines(duplicates + "C6: 40149")) ==
              std::vector<std::string>{"A12 warning Duplicates!C6 Q3 2014/15 ask"});
    }

    TEST_CASE("periods: rates are counts over their base (A08)") {
        const std::string sickness = R"(
A3 | Directorate | FTE | Days lost | Days lost per FTE | Target | Status
A4 | Environment | 1480 | 13468 | 9.1 | 8.00 | Red
A5 | Chief Executive | 960 | 5184 | 5.4 | 8.00 | Green
)";
        CHECK(check_lines(sickness).template_name == "workforce");
        CHECK(faults(check_lines(sickness)) == std::vector<std::string>{});
        CHECK(faults(check_lines(sickness + "D5: 4.5")) ==
              std::vector<std::string>{"A08 error Sheet1!D5 Chief Executive ask"});
    }

    TEST_CASE(
        "changes: targets, definitions and published figures are held against last period's (X05, X06, "
        "X07)") {
        CHECK(since(scorecard, scorecard + "E4: 60.8\nE5: 7.9").findings.empty());
        const Report target = since(scorecard, scorecard + "E4: 60.8\nE5: 7.9\nD5: 1.84 days\nG5: Red");
        CHECK(findings_of(target, "X07") == std::vector<std::string>{"X07 info Scorecard!D5 M2 none"});
        const Report renamed = since(scorecard, scorecard + "E4: 60.8\nE5: 7.9\nB4: Health checks offered");
        CHECK(findings_of(renamed, "X05") == std::vector<std::string>{"X05 warning Scorecard!B4 M1 ask"});
        const Report revised = since(scorecard, scorecard + "E4: 63.7\nE5: 7.9");
        CHECK(findings_of(revised, "X06") == std::vector<std::string>{"X06 warning Scorecard!E4 M1 ask"});
        CHECK(findings_of(since(scorecard, scorecard + "E4: 63.7 [r]\nE5: 7.9"), "X06").empty());
    }

    TEST_CASE("publication: an exempt sheet beside open ones (G10), small counts once a limit is set (G11)") {
        CHECK(faults(check_lines(scorecard + "sheet Annex\nA1: Not for Publication: exempt, paragraph 3")) ==
              std::vector<std::string>{"G10 error Annex!A1 ask"});
        const std::string complaints = R"(
sheet Complaints
A3 | Type | Apr-Jun | Jul-Sept | Oct-Dec | Jan-Mar | TOTAL
A4 | Complaints | 6 | 9 | 13 | 1 | 29
A5 | Compliments | 5 | 0 | 9 | 5 | 19
)";
        CHECK(faults(check_lines(complaints)) == std::vector<std::string>{});
        CHECK(faults(check_lines(complaints + "sheet Scorebook\nA1 | Suppress_Below | 5")) ==
              std::vector<std::string>{"G11 error Complaints!E4 Complaints ask"});
        CHECK(faults(check_lines(complaints + "F4: 39")) ==
              std::vector<std::string>{"A02 error Complaints!F4 Complaints ask"});
    }
}

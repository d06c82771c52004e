// cross_period_test.cpp - two quarters side by side, and the covering report's lists beside the register.
#include <doctest/doctest.h>

#include "checks/match_entries.hpp"
#include "checks/narrative.hpp"
#include "support/checks/register_text.hpp"

using namespace scorebook;
using namespace scorebook::test;

namespace {

struct Quarters {
    std::shared_ptr<const Workbook> previous;
    Report report;
};

Quarters compare(std::string_view now, std::string_view before) {
    Quarters quarters;
    quarters.previous = register_with(before, "march.xlsx");
    CheckOptions options;
    options.previous = quarters.previous.get();
    options.previous_name = "march.xlsx";
    quarters.report = check_register_with(now, options);
    return quarters;
}

const std::string removed_cr6 =
    "A9 | CR6 | Care market fails | Social | 4 | 4 | 16 | Framework | 3 | 4 | 12 | Red | Head of Care | "
    "Level | Open | 31 March 2017";

/// The list of the paper (Lancashire, 8 June 2016) as a sheet of its own.
std::string highlights(const std::string& rows) {
    return "sheet Highlights\nA1: allowing for mitigating actions, the residual risk score for the following "
           "entries remains 12 or "
           "above so the issue remains on the register:\nA2 | Risk Identification Number (RIN) | Risk "
           "Description\n" +
           rows;
}

}  // namespace

TEST_SUITE("checks") {
    TEST_CASE("two quarters: the same register twice says nothing but the directions that claim a move") {
        const Quarters same = compare(
            "M5: Level\nM8: Level\nsheet Opportunities\nG4: Level\nG5: Level\nG6: Level\nG7: Level", "");
        CHECK(faults(same.report) == std::vector<std::string>{});
    }

    TEST_CASE("two quarters: an entry at the threshold that is gone without a reason") {
        const std::string level =
            "M5: Level\nM8: Level\nsheet Opportunities\nG4: Level\nG5: Level\nG6: Level\nG7: Level\n";
        const Quarters lost = compare(level, removed_cr6);
        CHECK(faults(lost.report) == std::vector<std::string>{"X01 error Register!A3:O8 CR6 ask"});
        CHECK(
            first_of(lost.report, "X01").message ==
            "CR6 was in march.xlsx with a residual score of 12 and is missing here, and no reason is given.");
        const Quarters closed = compare(level, removed_cr6 + "\nN9: Closed");
        CHECK(faults(closed.report) == std::vector<std::string>{});
        const Quarters below = compare(level, removed_cr6 + "\nH9: 3\nI9: 3\nJ9: 9\nK9: Amber");
        CHECK(faults(below.report) == std::vector<std::string>{});
        const Quarters told =
            compare(level +
                        "sheet Highlights\nA1: The following entries have been removed from the register\n"
                        "A2 | Risk Identification Number (RIN) | Risk Description\nA3 | CR6 | Care market",
                    removed_cr6);
        CHECK(findings_of(told.report, "X01") == std::vector<std::string>{});
    }

    TEST_CASE("two quarters: the direction typed is the direction the score moved") {
        const std::string level =
            "M5: Level\nM8: Level\nsheet Opportunities\nG4: Level\nG5: Level\nG6: Level\nG7: Level\nsheet "
            "Register\n";
        const Quarters against = compare(level + "M4: Level", "H4: 5\nI4: 5\nJ4: 25\nG4: Other actions");
        CHECK(faults(against.report) == std::vector<std::string>{"X03 warning Register!M4 CR1 ask"});
        CHECK(first_of(against.report, "X03").message ==
              "Direction of Travel says 'Level', but the residual score fell, from 25 to 16.");
        CHECK(faults(compare(level + "M4: Improving", "H4: 5\nI4: 5\nJ4: 25\nG4: Other actions").report) ==
              std::vector<std::string>{});
        CHECK(findings_of(compare(level + "M4: Worsening", "H4: 5\nI4: 5\nJ4: 25\nG4: Other actions").report,
                          "X03") == std::vector<std::string>{"X03 warning Register!M4 CR1 ask"});
    }

    TEST_CASE("two quarters: an opportunity that rises improves") {
        const std::string level =
            "M5: Level\nM8: Level\nsheet Opportunities\nG4: Improving\nG5: Level\nG6: Level\nG7: Level\n";
        CHECK(faults(compare(level, "sheet Opportunities\nE4: 12\nD4: Other actions").report) ==
              std::vector<std::string>{});
    }

    TEST_CASE("two quarters: actions word for word the same although the score moved") {
        const std::string level =
            "M5: Level\nM8: Level\nsheet Opportunities\nG4: Level\nG5: Level\nG6: Level\nG7: Level\nsheet "
            "Register\n";
        const Quarters stale = compare(level + "M4: Downwards", "H4: 5\nI4: 5\nJ4: 25");
        CHECK(faults(stale.report) == std::vector<std::string>{"X08 warning Register!G4 CR1 ask"});
    }

    TEST_CASE("covering report: 'increased to 12' can't be in the list of what remains 12 or above") {
        const Report report = check_register_with(highlights(
            "A3 | CR2 | Delivering Organisational Transformation. Residual score reassessed and increased to "
            "12.\n"
            "A4 | CR5 | Transforming care. Residual score remains at 12.\n"
            "A5 | CR3 | Further mitigating actions added but residual risk score remains unchanged.\n"));
        CHECK(faults(report) == std::vector<std::string>{"X02 error Highlights!A3 CR2 ask"});
    }

    TEST_CASE("covering report: a figure in the text is the figure in the register") {
        const Report report =
            check_register_with(highlights("A3 | CR2 | This entry has been reworded, mitigating actions "
                                           "added and the residual score increased to 16.\n"));
        CHECK(faults(report) == std::vector<std::string>{"A11 error Highlights!A3 CR2 ask"});
        CHECK(first_of(report, "A11").evidence ==
              std::vector<std::pair<std::string, std::string>>{{"text", "16"}, {"register", "12"}});
    }

    TEST_CASE("covering report: 'remains' is wrong when last period's score was another") {
        const std::string rows = highlights("A3 | CR2 | Staff. Residual score remains at 12.\n");
        const Quarters quarters = compare(rows, "H5: 3\nI5: 3\nJ5: 9\nK5: Amber\nG5: Other actions");
        CHECK(findings_of(quarters.report, "X02") ==
              std::vector<std::string>{"X02 error Highlights!A3 CR2 ask"});
    }

    TEST_CASE("covering report: listed as removed but on the register at the threshold") {
        const Report report = check_register_with(
            "sheet Highlights\nA1: The following entries have been removed from the register\n"
            "A2 | Risk Identification Number (RIN) | Risk Description\nA3 | CR2 | Staff leave");
        CHECK(faults(report) == std::vector<std::string>{"G05 error Highlights!A3 CR2 ask"});
    }

    TEST_CASE("score claims: what a sentence says of a score") {
        struct Case {
            const char* text;
            bool is_residual;
            ScoreClaim::Verb verb;
            double to;
        };
        const Case cases[] = {
            {"Residual score reassessed and increased to 12.", true, ScoreClaim::Verb::increased, 12},
            {"Residual score remains at 12.", true, ScoreClaim::Verb::remains, 12},
            {"mitigating actions added and the residual score increased to 16.", true,
             ScoreClaim::Verb::increased, 16},
            {"The score is now 9", false, ScoreClaim::Verb::moved, 9},
        };
        for (const Case& c : cases) {
            CAPTURE(c.text);
            const auto claims = score_claims(c.text);
            REQUIRE(claims.size() == 1);
            CHECK(claims[0].is_residual == c.is_residual);
            CHECK(claims[0].verb == c.verb);
            CHECK(claims[0].to == c.to);
        }
        CHECK(score_claims("Further mitigating actions added.").empty());
        const auto unchanged =
            score_claims("Further mitigating actions added but residual risk score remains unchanged.");
        REQUIRE(unchanged.size() == 1);
        CHECK(!unchanged[0].to);
        CHECK(remaining_score("the residual risk score for the following entries remains 12 or above") ==
              12.0);
        CHECK(!remaining_score("there have been 3 new entries onto the register"));
    }

    TEST_CASE("matching: titles of the paper that were reworded are alike, others are not") {
        CHECK(title_similarity("Inability to adequately protect and safeguard children",
                               "Failure to adequately protect and safeguard children") > 0.6);
        CHECK(title_similarity("Proposed museums closures", "The provision of a Coroners Service") < 0.3);
    }
}

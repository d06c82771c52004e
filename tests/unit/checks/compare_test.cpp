// compare_test.cpp - two periods told in the committee's own words, and the entry that must never be called
// removed.
#include <doctest/doctest.h>

#include <algorithm>

#include "scorebook/comparison.hpp"
#include "scorebook/error.hpp"
#include "support/checks/register_text.hpp"

using namespace scorebook;
using namespace scorebook::test;

namespace {

Comparison since(const std::string& before, const std::string& now) {
    return compare(*workbook_from(before, "before.xlsx"), *workbook_from(now, "now.xlsx"), templates(), {});
}

Comparison register_since(const std::string& before, const std::string& now) {
    return since(register_lines() + before, register_lines() + now);
}

/// The sentence about an entry, without its title.
std::string sentence_of(const Comparison& comparison, std::string_view record) {
    for (const NarrativeParagraph& paragraph : comparison.narrative) {
        for (const auto& item : paragraph.items) {
            if (item.record == record) return item.text;
        }
    }
    return "nothing";
}

std::vector<std::string> classes_of(const Comparison& comparison, std::string_view record) {
    std::vector<std::string> classes;
    for (const Difference& difference : comparison.differences) {
        if (difference.record == record) classes.push_back(difference.change);
    }
    return classes;
}

std::string joined_classes(const Comparison& comparison, std::string_view record) {
    std::string text;
    for (const std::string& change : classes_of(comparison, record)) text += change + ", ";
    return text;
}

}  // namespace

TEST_SUITE("checks") {
    TEST_CASE("compare: each change of a risk has the committee's sentence") {
        struct Case {
            std::string before, now, sentence;
        };
        const std::vector<Case> cases{
            {"", "", "Staff leave faster than they join. Residual score remains at 12."},
            {"", "G5: Recruitment strategy\\nExit interviews",
             "Staff leave faster than they join. Further mitigating actions added but residual risk score "
             "remains "
             "unchanged."},
            {"H5:\nI5:\nJ5:", "G5: Recruitment strategy\\nExit interviews",
             "Staff leave faster than they join. Further mitigating actions added."},
            {"H5: 3\nI5: 3\nJ5: 9", "",
             "Staff leave faster than they join. Residual score reassessed and increased to 12."},
            {"H5: 4\nI5: 4\nJ5: 16", "",
             "Staff leave faster than they join. Residual score reassessed and reduced to 12."},
            {"H5: 3\nI5: 3\nJ5: 9", "G5: Recruitment strategy\\nExit interviews",
             "Staff leave faster than they join. Further mitigating actions added but residual score "
             "reassessed and "
             "increased to 12."},
            {"D5: 5\nF5: 20\nH5: 3\nI5: 5\nJ5: 15", "G5: Recruitment strategy\\nExit interviews",
             "Staff leave faster than they join. Further mitigating actions added and risk scores "
             "reassessed."},
            {"B5: Turnover\nH5: 3\nI5: 3\nJ5: 9", "G5: Recruitment strategy\\nExit interviews",
             "Staff leave faster than they join. This entry has been reworded, mitigating actions added and "
             "the residual "
             "score increased to 12."},
        };
        for (const Case& c : cases) {
            CAPTURE(c.sentence);
            CHECK(sentence_of(register_since(c.before, c.now), "CR2") == c.sentence);
        }
    }

    TEST_CASE("compare: an opportunity's scores are corrected to increase") {
        const std::string before = "sheet Opportunities\nE7: 9\nsheet Register\n";
        const std::string equal = "sheet Opportunities\nE7: 12\nsheet Register\n";
        CHECK(sentence_of(register_since(equal, ""), "CO4") ==
              "Health and care join up. Scores reassessed to increase after maximising actions.");
        CHECK(sentence_of(register_since(before, ""), "CO4") ==
              "Health and care join up. Scores corrected to increase after maximising actions.");
        CHECK(sentence_of(register_since(before, "sheet Opportunities\nD7: Lead the agenda\\nPool budgets"),
                          "CO4") ==
              "Health and care join up. Further maximising actions added and scores corrected to increase "
              "after "
              "maximising actions.");
    }

    TEST_CASE("compare: classes say what changed, and where") {
        const Comparison comparison = register_since("H5: 3\nI5: 3\nJ5: 9\nL5: MT\nM5: Level", "");
        CHECK(classes_of(comparison, "CR2") == std::vector<std::string>{"re-entered", "rescored residual up",
                                                                        "owner changed", "direction changed",
                                                                        "direction contradicts score"});
        CHECK(comparison.differences[2].cell_before == "Register!J5");
        CHECK(comparison.differences[2].before == "9");
        CHECK(comparison.differences[2].after == "12");
        CHECK(classes_of(comparison, "CR3") == std::vector<std::string>{"remains, unchanged"});
    }

    TEST_CASE("compare: each difference has one sentence in the committee's words") {
        const auto first = [](const Comparison& comparison, std::string_view record) {
            for (const Difference& difference : comparison.differences) {
                if (difference.record == record) return difference.sentence;
            }
            return std::string("nothing");
        };
        CHECK(first(register_since("H5: 3\nI5: 3\nJ5: 9\nL5: MT", ""), "CR2") ==
              "Re-entered the register: it was 9 and is now 12.");
        CHECK(first(register_since("H5: 4\nI5: 4\nJ5: 16\nL5: MT", ""), "CR2") ==
              "Residual score reassessed and reduced from 16 to 12.");
        CHECK(first(register_since("L5: MT", "L5: Head of HR"), "CR2") ==
              "Owner changed from MT to Head of HR.");
        CHECK(first(register_since("", ""), "CR2") == "Residual score remains at 12.");
        CHECK(first(register_since("", "G5: Recruitment strategy\\nExit interviews"), "CR2") ==
              "1 action added.");
    }

    TEST_CASE("compare: every class of change of the model is given where it happened, with its sentence") {
        struct Case {
            std::string book, before, now, record, change, sentence;
        };
        const std::string risks = register_lines();
        const std::string plan = R"(
sheet Plan
A3 | No. | Action | Timescale | Progress | Status
A4 | 1.1 | Publish the pipeline | September 2016 | Drafted | Green
A5 | 1.2 | Train the buyers | 30 June 2016 | Half are done | Amber
A6 | 1.3 | Let the contract | Ongoing | In procurement | Green
)";
        const std::string scorecard = R"(
A3 | Measure | Good is | Unit | Target | Tolerance | Previous | Actual | Status | Comments
A4 | Complaints upheld | Lower | % | 5% | 1% | 4% | 3% | Green | Steady since spring
A5 | Health checks | Higher | % | 60% | 1% | 59% | 60.8% | Green | More invitations sent
)";
        const std::string below =
            "A9 | CR9 | A civil emergency | Social | 3 | 3 | 9 | Plans | 3 | 3 | 9 | Amber | Head of "
            "Emergency Planning | Level | Open | 31 March 2017\n";
        const std::string above =
            "A9 | CR9 | A civil emergency | Social | 3 | 4 | 12 | Plans | 3 | 4 | 12 | Red | Head of "
            "Emergency Planning | Level | Open | 31 March 2017\n";
        const std::vector<Case> cases{
            {risks, "", below, "CR9", "new", "New entry, with a score of 9."},
            {risks, "H5: 3\nI5: 3\nJ5: 9", "", "CR2", "re-entered",
             "Re-entered the register: it was 9 and is now 12."},
            {risks, "N5: Closed", "", "CR2", "re-entered",
             "Re-entered the register: it was Closed and is now Open."},
            {risks, below, "", "CR9", "removed: below threshold",
             "Removed because its score of 9 is below the threshold."},
            {risks, above + "N9: Closed", "", "CR9", "removed: closed with reason",
             "Closed with a reason recorded; the score was 12."},
            {risks, "P3: Closure Reason\n" + above + "P9: Merged into CR4 in May", "", "CR9",
             "removed: merged into CR4", "Merged into CR4."},
            {risks, above, "", "CR9", "omitted without reason",
             "Missing without a recorded reason, although its score was 12."},
            {risks, "sheet Opportunities\nA4: C01", "", "CO1", "id respelled",
             "Its reference was C01 and is now CO1."},
            {risks, "D5: 5\nF5: 20", "", "CR2", "rescored initial down",
             "Risk score reassessed and reduced from 20 to 16."},
            {risks, "D5: 3\nF5: 12", "", "CR2", "rescored initial up",
             "Risk score reassessed and increased from 12 to 16."},
            {risks, "I5: 5\nJ5: 15", "", "CR2", "rescored residual down",
             "Residual score reassessed and reduced from 15 to 12."},
            {risks, "H5: 3\nI5: 3\nJ5: 9", "", "CR2", "rescored residual up",
             "Residual score reassessed and increased from 9 to 12."},
            {risks, "J3: Current Risk Score\nI5: 5\nJ5: 15", "J3: Current Risk Score", "CR2",
             "rescored current down", "Current score reassessed and reduced from 15 to 12."},
            {risks, "", "", "CR2", "remains, unchanged", "Residual score remains at 12."},
            {risks, "", "B5: Turnover", "CR2", "reworded", "This entry has been reworded."},
            {risks, "", "G5: Recruitment strategy\\nExit interviews\\nBonuses", "CR2", "actions added",
             "2 actions added."},
            {risks, "G5: Recruitment strategy\\nExit interviews",
             "G5: Recruitment strategy (completed May 2016)\\nExit interviews - done", "CR2",
             "actions completed", "2 actions completed."},
            {risks, "G5: Recruitment strategy\\nExit interviews", "", "CR2", "actions dropped",
             "1 action no longer listed."},
            {plan, "", "E5: Complete", "1.2", "actions completed", "1 action completed."},
            {risks, "P3: Current Controls\nP5: Exit interviews", "P3: Current Controls\nP5: Exit surveys",
             "CR2", "controls changed", "The controls have been reworded."},
            {risks, "", "L5: Head of HR", "CR2", "owner changed",
             "Owner changed from Director of Resources to Head of HR."},
            {risks, "", "C5: Economic", "CR2", "category changed",
             "Category changed from Organisational to Economic."},
            {risks, "", "M5: Level", "CR2", "direction changed",
             "Direction of travel changed from Downwards to Level."},
            {scorecard, "", "D5: 62%", "Health checks", "target changed", "Target changed from 60% to 62%."},
            {scorecard, "", "E5: 2%", "Health checks", "tolerance changed",
             "Tolerance changed from 1% to 2%."},
            {scorecard, "J3: Definition\nJ5: Of all invited", "J3: Definition\nJ5: Of all eligible",
             "Health checks", "definition changed",
             "Definition changed from Of all invited to Of all eligible."},
            {scorecard, "", "F5: 52%\nG5: 61%", "Health checks", "history restated",
             "The result reported for the period before is restated from 60.8% to 52%."},
            {scorecard, "", "C5: per 100", "Health checks", "unit changed",
             "Unit changed from % to per 100."},
            {scorecard, "", "H5: Amber", "Health checks", "status changed without value change",
             "The result is the same, but the status changed from Green to Amber."},
            {scorecard, "", "G5: 61%", "Health checks", "value changed but commentary identical",
             "The result moved from 60.8% to 61%, but the commentary is word for word last period's."},
            {plan, "", "C5: 30 September 2016", "1.2", "due date moved",
             "Due date moved from 30 June 2016 to 30 September 2016."},
            {plan, "C5: 30 June 2016 (was 31 March 2016)",
             "C5: 30 September 2016 (was 31 March 2016, then 30 June 2016)", "1.2", "due date moved",
             "Due date moved from 30 June 2016 (was 31 March 2016) to 30 September 2016 (was 31 March 2016, "
             "then 30 June 2016); it has now moved 2 times."},
            {scorecard, "", "G5:", "Health checks", "newly missing", "No result now; it was 60.8%."},
            {scorecard, "G5:", "", "Health checks", "newly supplied", "Result now supplied: 60.8%."},
        };
        for (const Case& c : cases) {
            CAPTURE(c.change);
            CAPTURE(c.sentence);
            const Comparison comparison = since(c.book + c.before, c.book + c.now);
            const auto found =
                std::find_if(comparison.differences.begin(), comparison.differences.end(),
                             [&](const Difference& difference) {
                                 return difference.record == c.record && difference.change == c.change;
                             });
            const bool is_told = found != comparison.differences.end();
            CHECK((is_told ? found->sentence : joined_classes(comparison, c.record)) == c.sentence);
        }
    }

    TEST_CASE("compare: an action that speaks of what was completed isn't marked as done") {
        const Comparison comparison =
            register_since("", "G5: Recruitment strategy\\nReview when the training is completed in May");
        CHECK(joined_classes(comparison, "CR2") == "actions added, direction contradicts score, ");
    }

    TEST_CASE("compare: results that come, go, stand still under a new status or move without a word") {
        const std::string scorecard = R"(
A3 | Measure | Good is | Target | Previous | Actual | Status | Comments
A4 | Complaints of applications | Lower | 0.25% | 0.14% | 0.11% | Green | Steady since spring
A5 | Health checks | Higher | 60% | 59% | 60.8% | Green | More invitations sent
)";
        const auto classes = [&](const std::string& lines) {
            return classes_of(since(scorecard, scorecard + lines), "Complaints of applications");
        };
        using List = std::vector<std::string>;
        CHECK(classes("D4: 0.11%") == List{"remains, unchanged"});
        CHECK(classes("D4: 0.11%\nE4: ") == List{"newly missing"});
        CHECK(classes("D4: 0.11%\nF4: Red") == List{"status changed without value change"});
        CHECK(classes("D4: 0.11%\nE4: 0.12%") ==
              List{"value changed", "value changed but commentary identical"});
        CHECK(classes("D4: 0.11%\nE4: 0.12%\nG4: Rising") == List{"value changed"});
        CHECK(classes("D4: 0.19%") == List{"history restated"});
        CHECK(classes_of(since(scorecard + "E4: ", scorecard), "Complaints of applications") ==
              List{"newly supplied"});
    }

    TEST_CASE("compare: new, and removed below the threshold") {
        const std::string below =
            "A9 | CR9 | A civil emergency | Social | 3 | 3 | 9 | Plans | 3 | 3 | 9 | Amber | Head of "
            "Emergency Planning | Level | Open | 31 March 2017";
        const Comparison removed = register_since(below, "");
        CHECK(classes_of(removed, "CR9") == std::vector<std::string>{"removed: below threshold"});
        CHECK(removed.omitted == 0);
        const Comparison fresh = register_since("", below);
        CHECK(classes_of(fresh, "CR9") == std::vector<std::string>{"new"});
        REQUIRE_FALSE(fresh.narrative.empty());
        CHECK(fresh.narrative.back().heading ==
              "There has been 1 new entry onto the register that focuses on:");
        CHECK(fresh.narrative.back().items[0].text == "A civil emergency.");
    }

    TEST_CASE(
        "compare: an entry at the threshold that vanished is never called removed (CO1, December 2017)") {
        const std::string gone =
            "A9 | CR9 | A civil emergency | Social | 3 | 4 | 12 | Plans | 3 | 4 | 12 | Red | Head of "
            "Emergency Planning | Level | Open | 31 March 2017";
        const Comparison comparison = register_since(gone, "");
        CHECK(comparison.omitted == 1);
        CHECK(classes_of(comparison, "CR9") == std::vector<std::string>{"omitted without reason"});
        CHECK(comparison.narrative.front().heading.starts_with("NOT FOR PUBLICATION AS IT STANDS"));
        const bool says_removed = std::any_of(
            comparison.narrative.begin(), comparison.narrative.end(), [](const NarrativeParagraph& p) {
                return p.heading.find("have been removed") != std::string::npos;
            });
        CHECK_FALSE(says_removed);
        const Comparison opportunity = register_since(
            "sheet Opportunities\nA8 | CO5 | A museum trust | 8 | Ask | 16 | Head of Museums | Upwards", "");
        CHECK(opportunity.omitted == 1);
        CHECK(register_since(gone + "\nN9: Closed", "").omitted == 0);
    }

    TEST_CASE("compare: measures tell figures, targets and the share on target") {
        const std::string scorecard = R"(
A3 | Measure | Good is | Target | Actual | Status
A4 | Complaints of applications | Lower | 0.25% | 0.11% | Green
A5 | Health checks | Higher | 60% | 60.8% | Green
)";
        const Comparison comparison = since(scorecard, scorecard + "D4: 0.39%\nE4: Red");
        CHECK(sentence_of(comparison, "Complaints of applications") ==
              "Increased from 0.11% to 0.39% (target 0.25%).");
        CHECK(comparison.narrative.front().heading ==
              "50% (1 of 2) of the measures with a status are on target, compared with 100% (2 of 2) the "
              "period before.");
    }

    TEST_CASE("compare: two kinds aren't compared") {
        CHECK_THROWS_AS(since("A1: nothing", register_lines()), const Error&);
    }

    TEST_CASE("compare: any figure that changed is told, and rows of one name keep their places") {
        const std::string complaints = R"(
sheet Complaints
A3 | Service | Type | Apr-Jun | Jul-Sept | Oct-Dec | Jan-Mar | TOTAL
A4 | Social Care | Complaints | 6 | 9 | 13 | 1 | 29
A5 | Social Care | Compliments | 5 | 0 | 9 | 5 | 19
A6 | HR | Complaints | 1 | 3 | 3 | 3 | 10
A7 | HR | Compliments | 12 | 5 | 2 | 1 | 20
)";
        const auto told = [&](const std::string& before, const std::string& now) {
            std::vector<std::string> lines;
            for (const Difference& difference : since(complaints + before, complaints + now).differences) {
                if (difference.change != "remains, unchanged")
                    lines.push_back(difference.change + " " + difference.cell_after + " " +
                                    difference.before + " -> " + difference.after);
            }
            return lines;
        };
        CHECK(told("", "").empty());
        CHECK(told("", "E6: 4\nG6: 11") == std::vector<std::string>{"value changed Complaints!E6 3 -> 4",
                                                                    "value changed Complaints!G6 10 -> 11"});
        CHECK(told("F6:", "") == std::vector<std::string>{"newly supplied Complaints!F6  -> 3"});
    }
}

// computed_columns_test.cpp - what a refresh would write: typed cells are corrected, formulas never
// overwritten, colours follow their words.
#include <doctest/doctest.h>

#include <algorithm>

#include "support/checks/register_text.hpp"

using namespace scorebook;
using namespace scorebook::test;

namespace {

/// Scores as formulas in every row, with the stored results Excel would have kept.
const std::string formula_scores =
    "F4: =D4*E4 -> 25\nF5: =D5*E5 -> 16\nF6: =D6*E6 -> 20\nF7: =D7*E7 -> 20\nF8: =D8*E8 -> 15\n";

/// A register of scores whose only sign of a band is the colour of the score.
const std::string coloured_scores = R"(
sheet Register
A1: Risk Register May 2016
A3 | Ref | Risk Description | Risk Score | Risk Owner
A4 | CR1 | Fire | 25 | Head of Property
A5 | CR2 | Flood | 8 | Head of Highways
A6 | CR3 | Theft | 3 | Head of Finance
A7 | CR4 | Strike | 16 | Head of Personnel
fill C4 C00000
fill C5 FFC000
fill C6 00B050
)";

bool says(const Report& report, std::string_view what) {
    return std::any_of(report.not_checked.begin(), report.not_checked.end(),
                       [&](const NotChecked& note) { return note.what == what; });
}

}  // namespace

TEST_SUITE("checks") {
    TEST_CASE("computed columns: a typed score is corrected and the RAG follows the corrected score") {
        const Report report = check_register_with("H5: 2\nJ5: 12\nI5: 4");
        CHECK(changes(report) ==
              std::vector<std::string>{"Register!J5 value 12 -> 8", "Register!K5 value Red -> Amber"});
        CHECK(report.changes[0].because == "Residual Impact 2 x Residual Likelihood 4");
        CHECK(report.changes[0].record == "CR2");
        CHECK(report.changes[0].rule == "V11");
        CHECK(report.changes[1].because == "Residual Score 8 is in the Amber band");
    }

    TEST_CASE("computed columns: a blank score and a blank RAG are filled in") {
        const Report report = check_register_with("F5:\nK6:");
        CHECK(changes(report) ==
              std::vector<std::string>{"Register!F5 value  -> 16", "Register!K6 value  -> Red"});
        CHECK(faults(report) == std::vector<std::string>{"V11 warning Register!F5 CR2 safe",
                                                         "G08 warning Register!K6 CR3 safe"});
    }

    TEST_CASE("computed columns: words and sums in cells mean their numbers") {
        const Report report = check_register_with("D4: 5 - Catastrophic\nE4: Certain\nF5: 16 (4x4)");
        CHECK(faults(report) == std::vector<std::string>{});
        CHECK(changes(report) == std::vector<std::string>{});
    }

    TEST_CASE("computed columns: a formula that is right is left alone") {
        const Report report = check_register_with(formula_scores);
        CHECK(faults(report) == std::vector<std::string>{});
        CHECK(changes(report) == std::vector<std::string>{});
    }

    TEST_CASE("computed columns: only the stored result of a right formula is stored anew") {
        const Report report = check_register_with(formula_scores + "F5: =D5*E5 -> 99");
        CHECK(changes(report) == std::vector<std::string>{"Register!F5 cached 99 -> 16"});
        CHECK(report.changes[0].was_formula);
        CHECK(faults(report) == std::vector<std::string>{"V11 warning Register!F5 CR2 safe"});
    }

    TEST_CASE("computed columns: a wrong formula is a finding and never overwritten") {
        const Report report = check_register_with(formula_scores + "F5: =D5*5 -> 20");
        CHECK(changes(report) == std::vector<std::string>{});
        CHECK(faults(report) == std::vector<std::string>{"V11 error Register!F5 CR2 ask"});
    }

    TEST_CASE("computed columns: a number typed over a column formula is a finding, right or wrong") {
        const Report wrong = check_register_with(formula_scores + "F5: 20");
        CHECK(changes(wrong) == std::vector<std::string>{});
        CHECK(faults(wrong) == std::vector<std::string>{"V11 error Register!F5 CR2 ask"});
        const Report right = check_register_with(formula_scores + "F5: 16");
        CHECK(changes(right) == std::vector<std::string>{});
        CHECK(faults(right) == std::vector<std::string>{"V11 warning Register!F5 CR2 ask"});
    }

    TEST_CASE("computed columns: formulas that read a changed cell get their new result") {
        const Report report = check_register_with(
            "F4: 20\nQ4: =F4*2 -> 40\nsheet Summary\nA1: Total\nB1: =SUM(Register!F4:F8) -> 91");
        CHECK(changes(report) == std::vector<std::string>{"Register!F4 value 20 -> 25",
                                                          "Register!Q4 cached 40 -> 50",
                                                          "Summary!B1 cached 91 -> 96"});
        CHECK(!report.recalculate_on_open);
    }

    TEST_CASE("computed columns: a formula without stored result is counted, not touched") {
        const Report report = check_register_with("Q4: =F4*2");
        CHECK(changes(report) == std::vector<std::string>{});
        CHECK(says(report, "1 formula of Register from Q4"));
    }

    TEST_CASE(
        "computed columns: a register without impact and likelihood says so once and is otherwise checked") {
        const Report report = check_lines(coloured_scores);
        CHECK(findings_of(report, "V11") == std::vector<std::string>{"V11 info Register!C3 none"});
        CHECK(says(report, "Risk Score from Impact and Likelihood"));
    }

    TEST_CASE("computed columns: the colour goes with the word where the column is coloured by hand") {
        const Report report = check_register_with("fill K4:K8 C00000\nH5: 2\nJ5: 8");
        CHECK(changes(report) == std::vector<std::string>{"Register!K5 value Red -> Amber FFC000"});
        const Report conditional =
            check_register_with("fill K4:K8 C00000\nconditional K4:K8 C00000 FFC000\nH5: 2\nJ5: 8");
        CHECK(changes(conditional) == std::vector<std::string>{"Register!K5 value Red -> Amber"});
    }

    TEST_CASE("rag colours: scores told apart by colour alone are reported and their colour corrected") {
        const Report right = check_lines(coloured_scores + "fill C7 FF0000");
        CHECK(findings_of(right, "G08") == std::vector<std::string>{"G08 warning Register!C4:C7 ask"});
        CHECK(changes(right) == std::vector<std::string>{});
        const Report wrong = check_lines(coloured_scores + "fill C7 92D050");
        CHECK(changes(wrong) == std::vector<std::string>{"Register!C7 fill 16 -> 16 C00000"});
        CHECK(wrong.changes[0].fill_before == Rgb{0x92D050});
        CHECK(findings_of(wrong, "G08") ==
              std::vector<std::string>{"G08 error Register!C7 CR4 safe", "G08 warning Register!C4:C7 ask"});
    }

    TEST_CASE("rag colours: a row coloured as a whole is no RAG") {
        const Report report = check_register_with("fill A5:O5 FFFF00\nfill A7:O7 FFFF00\nfill A4:O4 FFFF00");
        CHECK(faults(report) == std::vector<std::string>{});
        CHECK(changes(report) == std::vector<std::string>{});
    }

    TEST_CASE("rag colours: a RAG column of colours without words is an error") {
        const Report report = check_register_with("K4:\nK5:\nK6:\nK7:\nK8:\nfill K4:K8 C00000");
        CHECK(faults(report) == std::vector<std::string>{"G08 error Register!K4:K8 ask"});
        CHECK(changes(report) == std::vector<std::string>{});
    }

    TEST_CASE("acceptances: an accepted finding is information and nothing is changed for it") {
        const std::string accepted = R"(
F4: 20
sheet Scorebook
A1 | Accepted findings | Record | Reason | Name | Until
A2 | V11 | CR1 | Score agreed by the board | Jane Smith | 31 March 2017
)";
        const Report report = check_register_with(accepted);
        CHECK(changes(report) == std::vector<std::string>{});
        CHECK(faults(report) == std::vector<std::string>{});
        CHECK(first_of(report, "V11").fix == Fix::none);
        CHECK(first_of(report, "V11").message ==
              "Risk Score is 20, but Impact 5 x Likelihood 5 is 25. Accepted by Jane Smith until 31 March "
              "2017: Score agreed by the board.");
        CheckOptions later;
        later.as_at = CalendarDate{2017, 4, 1};
        CHECK(changes(check_register_with(accepted, later)) ==
              std::vector<std::string>{"Register!F4 value 20 -> 25"});
    }

    TEST_CASE("check: a workbook of no known kind names the nearest and what it lacks") {
        const Report report =
            check_lines("A1 | Ref | Risk Description | Risk Owner\nA2 | CR1 | Fire | Head of Property");
        CHECK(report.template_name.empty());
        REQUIRE(report.findings.size() == 1);
        CHECK(report.findings[0].rule == "S01");
        CHECK(report.findings[0].severity == Severity::error);
        CHECK(report.changes.empty());
    }
}

// rules_test.cpp - each rule fires on its fault and on nothing else; the register without the fault is
// silent.
#include <doctest/doctest.h>

#include "support/checks/register_text.hpp"

using namespace scorebook;
using namespace scorebook::test;

namespace {

struct Fault {
    std::string name;
    std::string lines;                  ///< put into the register in order
    std::vector<std::string> findings;  ///< every error and warning that must come of it
};

void check_faults(const std::vector<Fault>& table) {
    for (const Fault& fault : table) {
        CAPTURE(fault.name);
        const Report report = check_register_with(fault.lines);
        CHECK(faults(report) == fault.findings);
    }
}

}  // namespace

TEST_SUITE("checks") {
    TEST_CASE("rules: a register in order has no error, no warning and no change") {
        const Report report = check_register_with("");
        CHECK(report.template_name == "risk-register");
        CHECK(report.period == "May 2016");
        CHECK(faults(report) == std::vector<std::string>{});
        CHECK(changes(report) == std::vector<std::string>{});
        REQUIRE(report.tables.size() == 2);
        CHECK(report.tables[0].name == "risks");
        CHECK(report.tables[0].rows == 5);
        CHECK(report.tables[1].name == "opportunities");
        CHECK(report.tables[1].rows == 4);
    }

    TEST_CASE("rules: structure") {
        check_faults({
            {"S06 an entry goes on in a row without id",
             "A9 |  |  |  |  |  |  | Tests twice a year",
             {"S06 warning Register!A9:O9 CR5 ask"}},
            {"S10 one id twice", "A8: CR4", {"S10 error Register!A8 CR4 ask"}},
            {"S10 ids that differ by a zero and an O",
             "sheet Opportunities\nA7: C01",
             {"S10 error Opportunities!A7 C01 ask", "V16 warning Opportunities!A7 C01 ask"}},
            {"S11 a reference stored as a number", "A8: 5.1", {"S11 error Register!A8 5.1 ask"}},
            {"S11 1.10 became 1.1 and collides",
             "A7: \"1.1\"\nA8: 1.1",
             {"S10 error Register!A8 1.1 ask", "S11 error Register!A8 1.1 ask"}},
            {"S12 references jump from 5.1 to 5.3",
             "A7: \"5.1\"\nA8: \"5.3\"",
             {"S12 warning Register!A8 5.3 ask"}},
            {"S12 references in order", "A6: \"5.1\"\nA7: \"5.2\"\nA8: \"5.3\"", {}},
            {"S12 plain ids may miss removed ones", "A7: CR9\nA8: CR14", {}},
            {"S13 a hidden row inside the table", "hidden row 6", {"S13 warning Register!A6:O6 CR3 ask"}},
            {"S13 a hidden column with values", "hidden column N", {"S13 warning Register!N3:N8 ask"}},
        });
    }

    TEST_CASE("rules: values") {
        check_faults({
            {"V01 a score stored as text", "J5: \"12\"", {"V01 warning Register!J5 CR2 safe"}},
            {"V02 n/a could mean two things",
             "sheet Opportunities\nC5: n/a",
             {"V02 warning Opportunities!C5 CO2 ask"}},
            {"V03 a full stop where a number has to be",
             "sheet Opportunities\nE5: .",
             {"V03 error Opportunities!E5 CO2 ask"}},
            {"V03 a blank score", "sheet Opportunities\nE5:", {"V03 error Opportunities!E5 CO2 ask"}},
            {"V10 22 is no product", "sheet Opportunities\nE5: 22", {"V10 error Opportunities!E5 CO2 ask"}},
            {"V11 5 x 5 is 25", "F4: 20", {"V11 error Register!F4 CR1 safe"}},
            {"V12 a slip in a direction", "M5: Downards", {"V12 warning Register!M5 CR2 ask"}},
            {"V13 a date that reads two ways", "O5: 03/04/2017", {"V13 warning Register!O5 CR2 ask"}},
            {"V16 a zero for an O", "sheet Opportunities\nA6: C03", {"V16 warning Opportunities!A6 C03 ask"}},
        });
    }

    TEST_CASE("rules: governance") {
        check_faults({
            {"G01 a management team", "L5: MT", {"G01 warning Register!L5 CR2 ask"}},
            {"G01 two posts",
             "L5: Head of Asset Management/ Head of Facilities Management",
             {"G01 warning Register!L5 CR2 ask"}},
            {"G01 nobody", "L5:", {"G01 warning Register!L5 CR2 ask"}},
            {"G01 one post with a long name", "L5: Head of Libraries, Museums, Culture and Registrars", {}},
            {"G01 one post with an and", "L5: Head of Wellbeing, Prevention and Early Help", {}},
            {"G02 a residual risk above the risk", "H5: 4\nI5: 5\nJ5: 20", {"G02 error Register!J5 CR2 ask"}},
            {"G02 a residual opportunity below the opportunity",
             "sheet Opportunities\nC5: 20",
             {"G02 error Opportunities!E5 CO2 ask"}},
            {"G03 a reduced score without any action", "G5:", {"G03 warning Register!G5 CR2 ask"}},
            {"G03 an action listed twice",
             "G5: Enhanced recruiting\\nIncreased focus on retention\\nEnhanced recruiting",
             {"G03 warning Register!G5 CR2 ask"}},
            {"G04 a due date that has passed", "O5: 31 March 2016", {"G04 warning Register!O5 CR2 ask"}},
            {"G04 the work is done", "O5: 31 March 2016\nN5: Closed", {}},
            {"G04 a date that has passed, still Green",
             "O5: 30 September 2015\nN5: Green",
             {"G04 warning Register!O5 CR2 ask"}},
            {"G04 shown as late", "O5: 30 September 2015\nN5: Late", {}},
            {"G04 ongoing work needs no date", "O5: Ongoing", {}},
            {"G04 no due date at all", "O5:", {"G04 warning Register!O5 CR2 ask"}},
            {"G05 a residual score below the threshold",
             "H5: 3\nI5: 3\nJ5: 9\nK5: Amber",
             {"G05 error Register!J5 CR2 ask"}},
            {"G05 the threshold itself stays", "H5: 3\nI5: 4\nJ5: 12", {}},
            {"G08 the wrong word", "K5: Amber", {"G08 error Register!K5 CR2 safe"}},
            {"G08 the wrong word with a reason", "K5: Amber - contract signed last week", {}},
        });
    }

    TEST_CASE("rules: text within one period") {
        check_faults({
            {"X03 two directions in one cell",
             "M5: Level - however the direction of travel is increased as demand grows",
             {"X03 warning Register!M5 CR2 ask"}},
            {"X03 what could happen is no direction",
             "M5: Level but the risk could increase if funding is cut",
             {}},
            {"X03 an opportunity that rises like the others but says Level",
             "sheet Opportunities\nG7: Level",
             {"X03 warning Opportunities!G7 CO4 ask"}},
            {"X08 a month that is past is still awaited",
             "G5: The anticipated Go-Live is set for November 2015",
             {"X08 warning Register!G5 CR2 ask"}},
            {"X08 a month that is past and told as past", "G5: The system was launched in November 2015", {}},
            {"X08 a month to come", "G5: The anticipated Go-Live is set for November 2016", {}},
        });
    }

    TEST_CASE("rules: messages name both numbers and evidence") {
        const Report report = check_register_with("F4: 20\nH5: 3\nI5: 3\nJ5: 9\nK5: Amber");
        const Finding& product = first_of(report, "V11");
        CHECK(product.message == "Risk Score is 20, but Impact 5 x Likelihood 5 is 25.");
        CHECK(product.evidence ==
              std::vector<std::pair<std::string, std::string>>{{"found", "20"}, {"computed", "25"}});
        const Finding& retention = first_of(report, "G05");
        CHECK(retention.message ==
              "Residual Score 9 is below the threshold of 12 at which an entry stays on the corporate "
              "register.");
        CHECK(retention.evidence ==
              std::vector<std::pair<std::string, std::string>>{{"residual", "9"}, {"threshold", "12"}});
    }

    TEST_CASE("rules: the same remark on more than twenty entries becomes one finding with its range") {
        std::string lines =
            "sheet Long\nA1 | Ref | Risk Description | Risk Score | Residual Score | Risk Owner\n";
        for (int i = 1; i <= 30; ++i) {
            const std::string row = std::to_string(i + 1);
            lines += "A" + row + " | CR" + std::to_string(i) + " | Risk number " + std::to_string(i) +
                     " | 16 | 12 | MT\n";
        }
        const Report report = check_lines(lines);
        CHECK(findings_of(report, "G01") == std::vector<std::string>{"G01 warning Long!E2:E31 ask"});
        CHECK(first_of(report, "G01").message.substr(0, 46) ==
              "30 entries have this fault; the first is CR1: ");
    }

    TEST_CASE("rules: findings stand by sheet, severity, row and column") {
        const Report report =
            check_register_with("F4: 20\nL4: MT\nL5: MT\nK6: Green\nsheet Opportunities\nF4: MT");
        CHECK(faults(report) ==
              std::vector<std::string>{"V11 error Register!F4 CR1 safe", "G08 error Register!K6 CR3 safe",
                                       "G01 warning Register!L4 CR1 ask", "G01 warning Register!L5 CR2 ask",
                                       "G01 warning Opportunities!F4 CO1 ask"});
    }

    TEST_CASE("rules: the run says for each sheet which rules had nothing to look at") {
        const auto line_of = [](const Report& report, const std::string& what) {
            for (const NotChecked& line : report.not_checked) {
                if (line.what == what) return line.why;
            }
            return std::string("nothing");
        };
        const Report alone = check_register_with("");
        CHECK(
            line_of(alone, "some rules on Opportunities") ==
            "no column of dates for V13; no columns of impact and likelihood for V11; no column of due dates "
            "for G04; no column of RAG words for G08; no list of what changed for X02; no earlier workbook "
            "(--previous) for X01, X02 and part of X08");
        CHECK(
            line_of(alone, "some rules on Register") ==
            "no list of what changed for X02; no earlier workbook (--previous) for X01, X02 and part of X08");
        const auto previous = register_with("");
        CheckOptions options;
        options.previous = previous.get();
        CHECK(line_of(check_register_with("", options), "some rules on Register") ==
              "no list of what changed for X02");
        CHECK(line_of(check_register_with("sheet Notes\nA1: The committee met in May."), "sheet Notes") ==
              "no header row of a risk table");
    }
}

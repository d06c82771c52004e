// acceptances_test.cpp - what an officer accepted last quarter stays accepted: rows of the new workbook's own
// Scorebook sheet.
#include <doctest/doctest.h>

#include "support/checks/register_text.hpp"

using namespace scorebook;
using namespace scorebook::test;

namespace {

const std::string wrong_owner = "L5: MT\n";
const std::string accepted_owner =
    "sheet Scorebook\nA1 | Accepted | Record | Reason | Name | Until\n"
    "A2 | G01 | CR2 | A team until the post is filled | J Smith | 31 March 2017\n";

const std::string level =
    "M5: Level\nM8: Level\nsheet Opportunities\nG4: Level\nG5: Level\nG6: Level\nG7: Level\nsheet Register\n";

CheckOptions with_previous(const Workbook& previous, const char* name = "march.xlsx") {
    CheckOptions options;
    options.previous = &previous;
    options.previous_name = name;
    return options;
}

/// The register with `now` (no direction of travel in it claims a move), last quarter's with `before` beside
/// it.
Report checked_after(const std::string& now, const std::string& before) {
    const auto previous = register_with(before, "march.xlsx");
    return check_register_with(level + now, with_previous(*previous));
}

/// The register with `now` as a refresh leaves it.
std::shared_ptr<const Workbook> refreshed(const std::string& now, const Report& report) {
    std::string lines = level + now;
    for (const Change& change : report.changes)
        lines += "\n" + change.sheet + "!" + to_a1(change.cell) + ": " + to_text(change.after);
    return register_with(lines, "june.xlsx");
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_SUITE("checks") {
    TEST_CASE("acceptances: a refresh takes last quarter's over, on a sheet of its own") {
        const Report now = checked_after(wrong_owner, wrong_owner + accepted_owner);
        CHECK(faults(now) == Lines{});
        CHECK(changes(now) ==
              Lines{"Scorebook!A1 value  -> Accepted", "Scorebook!B1 value  -> Record",
                    "Scorebook!C1 value  -> Reason", "Scorebook!D1 value  -> Name",
                    "Scorebook!E1 value  -> Until", "Scorebook!A2 value  -> G01",
                    "Scorebook!B2 value  -> CR2",
                    "Scorebook!C2 value  -> A team until the post is filled (accepted in march.xlsx)",
                    "Scorebook!D2 value  -> J Smith", "Scorebook!E2 value  -> 31 March 2017"});
        CHECK(now.changes.back().because == "Accepted by J Smith in march.xlsx until 31 March 2017");
        CHECK(now.changes.back().record == "CR2");

        // From now on the workbook speaks for itself, and with last quarter's beside it nothing is added.
        const auto june = refreshed(wrong_owner, now);
        CHECK(faults(check(*june, templates(), {})) == Lines{});
        CHECK(findings_of(check(*june, templates(), {}), "G01") == Lines{"G01 info Register!L5 CR2 none"});
        const auto march = register_with(wrong_owner + accepted_owner);
        CHECK(changes(check(*june, templates(), with_previous(*march))) == Lines{});
        // A third quarter keeps where it was accepted first.
        const Report later = check_register_with(wrong_owner, with_previous(*june, "june.xlsx"));
        CHECK(changes(later)[7] ==
              "Scorebook!C2 value  -> A team until the post is filled (accepted in march.xlsx)");
    }

    TEST_CASE("acceptances: they go below what the Scorebook sheet holds") {
        struct Case {
            std::string name, sheet;
            Lines cells;
        };
        const std::array cases = {
            Case{"a list of its own grows",
                 "sheet Scorebook\nA1 | Accepted | Record | Reason | Name | Until\nA2 | G03 | CR5 | Agreed | "
                 "A "
                 "Jones\n",
                 {"A3", "B3", "C3", "D3", "E3"}},
            Case{"below settings a list begins",
                 "sheet scorebook\nA1 | Threshold | 12\n",
                 {"A3", "B3", "C3", "D3", "E3", "A4", "B4", "C4", "D4", "E4"}},
            Case{"what stands further right is not written over",
                 "sheet Scorebook\nA1 | Accepted | Record\nG9: a note\n",
                 {"A10", "B10", "C10", "D10", "E10"}},
            Case{"an empty sheet begins at the top",
                 "sheet Scorebook\nA1:\n",
                 {"A1", "B1", "C1", "D1", "E1", "A2", "B2", "C2", "D2", "E2"}},
            Case{"what it says itself stands",
                 "sheet Scorebook\nA1 | Accepted\nA2 | g01 | cr2 | Now a group for good | A Jones\n",
                 {}},
        };
        for (const Case& c : cases) {
            CAPTURE(c.name);
            const Report now = checked_after(wrong_owner + c.sheet, wrong_owner + accepted_owner);
            Lines cells;
            for (const Change& change : now.changes) cells.push_back(to_a1(change.cell));
            CHECK(cells == c.cells);
            CHECK(faults(now) == Lines{});
            CHECK(faults(check(*refreshed(wrong_owner + c.sheet, now), templates(), {})) == Lines{});
        }
    }

    TEST_CASE("acceptances: what has ended, or is about an entry that is gone, is not taken over") {
        const std::string ended =
            "sheet Scorebook\nA1 | Accepted\nA2 | G01 | CR2 | A team | J Smith | 31 March 2016\n";
        const Report after_end = checked_after(wrong_owner, wrong_owner + ended);
        CHECK(changes(after_end) == Lines{});
        CHECK(faults(after_end) == Lines{"G01 warning Register!L5 CR2 ask"});
        const std::string& message = first_of(after_end, "G01").message;
        CHECK(message.ends_with(" J Smith had accepted this until 31 March 2016."));

        const std::string gone =
            "sheet Scorebook\nA1 | Accepted\nA2 | G01 | CR77 | A team | J Smith\nA3 | V02 | Register!Z9 | "
            "Not "
            "ours | J Smith\nA4 | S13 | | Hidden on purpose | J Smith\n";
        const Report after_gone = checked_after("", gone);
        // What holds for the whole workbook needs no record.
        CHECK(changes(after_gone)[5] == "Scorebook!A2 value  -> S13");
        CHECK(after_gone.changes.size() == 8);
    }

    TEST_CASE("acceptances: a respelt id is the same record, and one row is enough") {
        const std::string twice =
            "sheet Scorebook\nA1 | Accepted\nA2 | G01 | CR 2 | A team | J Smith\nA3 | G01 | cr2 | Again | A "
            "Jones\n";
        const Report now = checked_after(wrong_owner, wrong_owner + twice);
        CHECK(now.changes.size() == 9);
        CHECK(faults(now) == Lines{});
    }

    TEST_CASE("acceptances: a workbook of no kind takes them over too") {
        const std::string table =
            "A1 | Site | Visits\nA2 | A | 5\nA3 | B | 7\nA4 | C | 4\nA5 | D | 3\nA6 | E | 2\nA7 | Total\n"
            "B7: =SUM(B2:B5) -> 19\n";
        const auto previous = workbook_from(
            table + "sheet Scorebook\nA1 | Accepted\nA2 | A02 | Sheet1!B7 | B is counted later | J Smith");
        const Report report = check(*workbook_from(table), templates(), with_previous(*previous));
        CHECK(report.changes.size() == 9);
        CHECK(findings_of(report, "A02") == Lines{"A02 info Sheet1!B7 none"});
    }
}

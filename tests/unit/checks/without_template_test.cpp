// without_template_test.cpp - tables no kind describes: what most rows have in common is told where it
// breaks, and nothing is made up from less.
#include <doctest/doctest.h>

#include "support/checks/register_text.hpp"

using namespace scorebook;
using namespace scorebook::test;

namespace {

/// The 0300 complaints table with other words, so that no kind knows it.
const std::string visits = R"(
sheet Visits
A1 | Museum | Spring | Summer | Autumn | Winter | Sum
A2 | Helmshore | 6 | 9 | 13 | 1 | 29
A3 | Queen Street | 5 | 0 | 9 | 5 | 19
A4 | Judges' Lodgings | 8 | 12 | 13 | 10 | 43
A5 | Gawthorpe | 4 | 5 | 4 | 6 | 19
A6 | Fleetwood | 1 | 3 | 3 | 3 | 10
A7 | Lancaster | 12 | 5 | 2 | 1 | 20
)";

const std::string loans = R"(
sheet Loans
A1 | Library | Stock | Lent | Lent of stock
A2 | Accrington | 1045 | 600 | 57.4
A3 | Burnley | 705 | 610 | 86.5
A4 | Chorley | 1135 | 1115 | 98.2
A5 | Colne | 2295 | 1760 | 76.7
A6 | Leyland | 900 | 585 | 65.0
A7 | Nelson | 570 | 460 | 80.7
)";

/// Without the finding that no kind is recognised.
std::vector<std::string> others(const std::string& lines) {
    std::vector<std::string> found = faults(check_lines(lines));
    std::erase_if(found, [](const std::string& line) { return line.starts_with("S01"); });
    return found;
}

}  // namespace

TEST_SUITE("checks") {
    TEST_CASE("without template: tables in order are silent") {
        CHECK(check_lines(visits).template_name.empty());
        CHECK(others(visits) == std::vector<std::string>{});
        CHECK(others(loans) == std::vector<std::string>{});
    }

    TEST_CASE("without template: one sum that isn't one is told with how many rows say so") {
        const Report report = check_lines(visits + "F4: 44");
        CHECK(findings_of(report, "A02") == std::vector<std::string>{"A02 warning Visits!F4 ask"});
        CHECK(first_of(report, "A02").message ==
              "'Sum' is 44 here, but in 5 of 6 rows it is the sum of 'Spring', 'Summer', 'Autumn' and "
              "'Winter', "
              "which would be 43.");
    }

    TEST_CASE("without template: a share of two columns") {
        CHECK(others(loans + "D3: 68.5") == std::vector<std::string>{"A01 warning Loans!D3 ask"});
    }

    TEST_CASE("without template: too few rows, or too many breaks, and nothing is said") {
        CHECK(others(visits + "F4: 44\nF5: 20\nF6: 12") == std::vector<std::string>{});
        CHECK(others("A1 | Museum | Spring | Summer | Sum\nA2 | Helmshore | 6 | 9 | 15\nA3 | Fleetwood | 5 | "
                     "1 | 6\n"
                     "A4 | Lancaster | 5 | 2 | 9") == std::vector<std::string>{});
    }

    TEST_CASE("without template: a number typed over a column of formulas (F01)") {
        std::string lines = "A1 | Library | Stock | Doubled\n";
        for (int row = 2; row <= 14; ++row) {
            const std::string n = std::to_string(row);
            lines += "A" + n + " | Library " + n + " | " + n + "\nC" + n + ": =B" + n + "*2 -> " +
                     std::to_string(2 * row) + "\n";
        }
        CHECK(others(lines) == std::vector<std::string>{});
        CHECK(others(lines + "C7: 15") == std::vector<std::string>{"F01 warning Sheet1!C7 ask"});
    }

    TEST_CASE("without template: a sum one row short (F02), an average of percentages (F03)") {
        CHECK(others(visits + "F9: =SUM(F2:F7) -> 140") == std::vector<std::string>{});
        CHECK(others(visits + "F9: =SUM(F2:F6) -> 120") ==
              std::vector<std::string>{"F02 warning Visits!F9 ask"});
        CHECK(others(visits + "F9: =SUM(F3:F7) -> 111") ==
              std::vector<std::string>{"F02 warning Visits!F9 ask"});
        CHECK(others(loans + "D9: =AVERAGE(D2:D7) -> 77.4") == std::vector<std::string>{});
    }

    TEST_CASE("acceptances: last period's hold until they expire and say where they come from") {
        const std::string wrong = "F4: 20\n";
        const auto accepted = [&](const std::string& until) {
            return register_with(
                wrong + "sheet Scorebook\nA1: Accepted\nA2 | V11 | CR1 | Rescored in June | J Smith | " +
                    until,
                "march.xlsx");
        };
        CheckOptions options;
        options.previous_name = "march.xlsx";
        options.as_at = CalendarDate{2016, 6, 8};
        const auto before = accepted("31/12/2016");
        options.previous = before.get();
        const Report held = check_register_with(wrong, options);
        CHECK(first_of(held, "V11").severity == Severity::info);
        CHECK(first_of(held, "V11")
                  .message.ends_with("Accepted by J Smith until 31 December 2016: Rescored in June (accepted "
                                     "in march.xlsx)."));
        const auto expired = accepted("31/03/2016");
        options.previous = expired.get();
        CHECK(first_of(check_register_with(wrong, options), "V11").severity == Severity::error);
    }
}

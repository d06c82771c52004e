// without_template_test.cpp - tables no kind describes: what most rows have in common is told where it
// breaks, and nothing is made up from less.
#include <doctest/doctest.h>

#include <algorithm>

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

    TEST_CASE("without template: columns mostly alike, or a column of one formula, break no relation") {
        // PF_Round_2 of the corpus: column G sums F alone, so F less G is nought in every row, like H.
        std::string lines = "A1 | Output | Actual | Subtotal | Forecast\n";
        for (int row = 2; row <= 13; ++row) {
            const std::string n = std::to_string(row), value = std::to_string(100 + 7 * row);
            lines += "A" + n + " | Output " + n + " | " + value + " | " + value + " | 0\n";
        }
        CHECK(others(lines + "D9: 10") == std::vector<std::string>{});
        // The total takes in a column that is empty but in one row.
        std::string totals = "A1 | Output | Spring | Summer | Other | Sum\n";
        for (int row = 2; row <= 9; ++row) {
            const std::string n = std::to_string(row), sum = std::to_string(11 * row);
            totals += "A" + n + " | Output " + n + " | " + std::to_string(5 * row) + " | " +
                      std::to_string(6 * row) + " | \nE" + n + ": =SUM(B" + n + ":D" + n + ") -> " + sum +
                      "\n";
        }
        CHECK(others(totals) == std::vector<std::string>{});
        CHECK(others(totals + "D7: 40\nE7: =SUM(B7:D7) -> 117") == std::vector<std::string>{});
    }

    TEST_CASE("without template: the total row is the sum of the rows in most columns (A02)") {
        const std::string depots =
            "A1 | Depot | Bins | Tonnes | Visits | Per visit\nA2 | Ambleside | 12 | 30 | 44 | 0.7\n"
            "A3 | Burnley | 45 | 81 | 120 | 0.7\nA4 | Chorley | 33 | 60 | 71 | 0.8\n"
            "A5 | Darwen | 21 | 44 | 52 | 0.8\nA6 | Earby | 9 | 17 | 20 | 0.9\n";
        const std::string total = "A7 | All depots | 120 | 232 | 307 | 0.8\n";
        CHECK(others(depots + total) == std::vector<std::string>{});
        CHECK(others(depots + total + "C7: 242") == std::vector<std::string>{"A02 warning Sheet1!C7 ask"});
        CHECK(first_of(check_lines(depots + total + "C7: 242"), "A02").message ==
              "'Tonnes' is 242 in row 7, which is the sum of the rows in 2 of 3 columns; here they add up to "
              "232.");
        // Two of three don't hold, a rate, half of the sum, a word among the figures, a formula: nothing is
        // known of those.
        CHECK(others(depots + total + "B7: 130\nC7: 242") == std::vector<std::string>{});
        CHECK(others(depots + total + "E7: 0.9") == std::vector<std::string>{});
        CHECK(others(depots + total + "C7: 100") == std::vector<std::string>{});
        CHECK(others(depots + total + "C7: 242\nC3: none") == std::vector<std::string>{});
        CHECK(others(depots + total + "C7: =242 -> 242") == std::vector<std::string>{});
    }

    TEST_CASE("without template: percentages typed as text are figures, and totals keep to what rows show") {
        const std::string baths =
            "A1 | Centre | Members | Casual | Visits | % members\nA2 | All centres | 1000 | 1000 | 2000 | "
            "50.0%\n"
            "A3 | North | 120 | 280 | 400 | 30.0%\nA4 | South | 90 | 110 | 200 | 45.0%\n"
            "A5 | East | 350 | 150 | 500 | 70.0%\nA6 | West | 160 | 240 | 400 | 40.0%\n"
            "A7 | City | 280 | 220 | 500 | 56.0%\n";
        CHECK(others(baths) == std::vector<std::string>{});
        CHECK(others(baths + "E2: 48.2%") == std::vector<std::string>{"A01 warning Sheet1!E2 ask"});
        CHECK(others(baths + "D2: 2100\nE2: 47.6%") == std::vector<std::string>{"A02 warning Sheet1!D2 ask"});
    }

    TEST_CASE("without template: a sentence is held against its own figures, or said to be unchecked") {
        const std::string pools =
            "A1 | Pool | Visits\nA2 | North | 12\nA3 | South | 9\nA4 | West | 7\nA5 | East | 5\n";
        CHECK(others(pools + "A7: Visits rose from 31 to 28 in the year.") ==
              std::vector<std::string>{"A09 error Sheet1!A7 ask"});
        const Report open = check_lines(pools + "A7: The North pool had 14 visits in the year.");
        CHECK(std::any_of(open.not_checked.begin(), open.not_checked.end(),
                          [](const NotChecked& line) { return line.what == "the text in Sheet1!A7"; }));
        const Report label = check_lines(pools + "A7: Visits in 2023/24");
        CHECK(std::none_of(label.not_checked.begin(), label.not_checked.end(),
                           [](const NotChecked& line) { return line.what.starts_with("the text"); }));
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
        CHECK(first_of(check_lines(lines + "C7: 15"), "F01").message ==
              "A number is typed here (15), where 12 of 13 rows of 'Doubled' have the same formula, which "
              "would "
              "give 14.");
        CHECK(first_of(check_lines(lines + "C7: 15"), "F01").advice ==
              "Put the formula back: =B7*2. Or say beside it why this row differs.");
        // The same figure misleads nobody yet.
        CHECK(others(lines + "C7: 14") == std::vector<std::string>{});
        CHECK(first_of(check_lines(lines + "C7: 14"), "F01").severity == Severity::info);
        // Where the others' formula has nothing to read, it says nothing.
        CHECK(others(lines + "B7:\nC7: =7*3 -> 21") == std::vector<std::string>{});
        CHECK(others(lines + "B7:\nC7: 15") == std::vector<std::string>{});
        CHECK(others(lines + "C7: =B7*3 -> 21") == std::vector<std::string>{"F01 warning Sheet1!C7 ask"});
        CHECK(first_of(check_lines(lines + "C7: =B7*3 -> 21"), "F01").message ==
              "The formula =B7*3 gives 21, but 12 of 13 rows of 'Doubled' have the same formula, and theirs "
              "would "
              "give 14.");
        CHECK(others(lines + "C7: =B7+B7 -> 14") == std::vector<std::string>{});
    }

    TEST_CASE(
        "without template: in a short table a number typed over is told where it is nearly right (F01)") {
        std::string lines = "A1 | Library | Stock | Doubled\n";
        for (int row = 2; row <= 7; ++row) {
            const std::string n = std::to_string(row);
            lines += "A" + n + " | Library " + n + " | " + n + "0\nC" + n + ": =B" + n + "*2 -> " +
                     std::to_string(20 * row) + "\n";
        }
        CHECK(others(lines + "C5: 101") == std::vector<std::string>{"F01 warning Sheet1!C5 ask"});
        // Another quantity, or one of several: the row's own way.
        CHECK(others(lines + "C5: 400") == std::vector<std::string>{});
        CHECK(others(lines + "C5: 101\nC6: 121") == std::vector<std::string>{});
        CHECK(others(lines + "C5: 100") == std::vector<std::string>{});
    }

    TEST_CASE("without template: formulas of many kinds, and series begun again, aren't typed over") {
        std::string many = "A1 | Function | Argument | Result\n";
        std::string series = "A1 | Step | Factor | Time\nA2 | first | 2 | 1\n";
        for (int row = 2; row <= 14; ++row) {
            const std::string n = std::to_string(row);
            many += "A" + n + " | Case " + n + " | " + n + "\nC" + n + ": =B" + n + "*" + n + " -> " +
                    std::to_string(row * row) + "\n";
            if (row > 2)
                series += "A" + n + " | Step " + n + " | 2\nC" + n + ": =C" + std::to_string(row - 1) +
                          "+1 -> " + std::to_string(row - 1) + "\n";
        }
        CHECK(others(many + "C7: 15") == std::vector<std::string>{});
        CHECK(others(series) == std::vector<std::string>{});
        CHECK(others(series + "C14: 1") == std::vector<std::string>{});
        CHECK(others(series + "C14: 99") == std::vector<std::string>{"F01 warning Sheet1!C14 ask"});
    }

    TEST_CASE("without template: a sum one row short (A02), an average of percentages (A05)") {
        CHECK(others(visits + "F9: =SUM(F2:F7) -> 140") == std::vector<std::string>{});
        CHECK(others(visits + "F9: =SUM(F2:F6) -> 120") ==
              std::vector<std::string>{"A02 warning Visits!F9 ask"});
        CHECK(others(visits + "F9: =SUM(F3:F7) -> 111") ==
              std::vector<std::string>{"A02 warning Visits!F9 ask"});
        CHECK(others(loans + "D9: =AVERAGE(D2:D7) -> 77.4166666666667") == std::vector<std::string>{});
        CHECK(others(loans + "percent E2:E3\nE2: 0.5\nE3: 0.75\nE9: =AVERAGE(E2:E3) -> 0.625") ==
              std::vector<std::string>{"A05 warning Loans!E9 ask"});
        // Whatever its cells look like, a column says by its header that it holds percentages.
        for (const char* header : {"% answered", "Percentage met"})
            CHECK(others(loans + "E1: " + header + "\nE2: 50\nE3: 75\nE9: =AVERAGE(E2:E3) -> 62.5") ==
                  std::vector<std::string>{"A05 warning Loans!E9 ask"});
        CHECK(others(loans + "E1: Visits\nE2: 50\nE3: 75\nE9: =AVERAGE(E2:E3) -> 62.5") ==
              std::vector<std::string>{});
        // A sum over the last three rows, in every row.
        std::string rolling = visits + "G1: Three rows\n";
        for (int row = 4; row <= 7; ++row) {
            const std::string n = std::to_string(row);
            rolling += "B" + n + ": 5\nC" + n + ": 6\nD" + n + ": 7\nE" + n + ": 2\nF" + n + ": 20\n";
        }
        for (int row = 5; row <= 7; ++row) {
            const std::string n = std::to_string(row);
            rolling += "F" + std::to_string(row + 4) + ": =SUM(F" + std::to_string(row - 2) + ":F" + n +
                       ") -> " + std::string(row == 5 ? "59" : "60") + "\n";
        }
        CHECK(others(rolling) == std::vector<std::string>{});
    }

    TEST_CASE("without template: what is hidden is listed (S13)") {
        CHECK(others(visits + "hidden row 4") == std::vector<std::string>{"S13 warning Visits!B4 ask"});
        CHECK(others(visits + "hidden row 4\nactive filter A1:F7") ==
              std::vector<std::string>{"S13 warning Visits!B4 ask"});
        CHECK(others(visits + "hidden column D") == std::vector<std::string>{"S13 warning Visits!B1:F7 ask"});
        CHECK(others(visits + "hidden row 12\nhidden column J") == std::vector<std::string>{});
        const Report report = check_lines(visits + "sheet Old hidden\nA1: Last year");
        CHECK(findings_of(report, "S13") == std::vector<std::string>{"S13 info Old none"});
    }

    TEST_CASE("without template: results that are out of date (C02), and circles (C01)") {
        CHECK(others(visits + "F9: =SUM(F2:F7) -> 120") ==
              std::vector<std::string>{"C02 warning Visits!F9 ask"});
        CHECK(first_of(check_lines(visits + "F9: =SUM(F2:F7) -> 120\nE9: =SUM(E2:E7) -> 1"), "C02").message ==
              "The file shows 1 here, but the formula gives 26; 1 other result of this sheet is out of date "
              "too.");
        CHECK(others(visits + "F9: =SUM(F2:F7) -> 140.00000001") == std::vector<std::string>{});
        CHECK(others(visits + "F9: =TODAY() -> 42000") == std::vector<std::string>{});
        CHECK(others(visits + "F9: =SUM(F2:F7)") == std::vector<std::string>{});
        CHECK(others(visits + "G9: =IF(F2>20,\"Green\",\"Red\") -> Red") ==
              std::vector<std::string>{"C02 warning Visits!G9 ask"});
        // What no edit can have caused: nothing read, the machine's code page, an array's shape, a circle.
        CHECK(others(visits + "F9: =1+1 -> 3") == std::vector<std::string>{});
        CHECK(others(visits + "H9: 128\nF9: =CHAR(H9) -> x\nG9: =UNICODE(F9) -> 196") ==
              std::vector<std::string>{});
        CHECK(others(visits + "F9: {=F2:F3*2} F9:F10 -> 1") == std::vector<std::string>{});
        CHECK(others(visits + "F9: =MATCH(F2,{1,2,3}) -> 9") == std::vector<std::string>{});
        CHECK(others(visits + "H9: #VALUE!\nF9: =ERROR.TYPE(H9) -> 14\nG9: =F9+1 -> 15") ==
              std::vector<std::string>{});
        CHECK(others(visits + "F9: =F10+1 -> 1\nF10: =F9 -> 1\nH9: =SUM(F2:F7) -> 120") ==
              std::vector<std::string>{"C01 warning Visits!F9 ask"});
        // A result that reads a stale one is stale itself; one that reads a doubtful one is not told.
        CHECK(first_of(check_lines(visits + "F9: =SUM(F2:F7) -> 120\nF10: =F9+1 -> 121"), "C02")
                  .evidence[2]
                  .second == "2");
        CHECK(others(visits + "F9: =F10+1 -> 1\nF10: =F9 -> 1") ==
              std::vector<std::string>{"C01 warning Visits!F9 ask"});
    }

    TEST_CASE("without template: what was inferred is said, with the rows that support it, a line a table") {
        const Report report = check_lines(visits);
        const auto told =
            std::find_if(report.not_checked.begin(), report.not_checked.end(),
                         [](const NotChecked& line) { return line.what == "table B1:F7 of Visits"; });
        REQUIRE(told != report.not_checked.end());
        CHECK(told->why ==
              "no kind describes it; its rows were held against what most of them show: 'Sum' is the sum of "
              "'Spring', 'Summer', 'Autumn' and 'Winter' in 6 of 6 rows");
        CHECK(check_lines("A1: A note").not_checked.size() == 1);  // the sheet, and no table
    }

    // One workbook an officer of another service keeps, in three layouts: a list with its total on top, a
    // table with its label columns in the middle and units beneath the headings, and the same transposed into
    // blocks.
    TEST_CASE("without template: every inference works in three layouts") {
        struct Layout {
            std::string name, book, fault, finding;
        };
        const std::string total_first = R"(
sheet Garages
A1: Garage lettings 2015/16
A3 | Estate | Total | Let | Void | Share let
A4 | Brookfield | 96 | 84 | 12 | 0.875
A5 | Callon | 61 | 43 | 18 | 0.7049
A6 | Deepdale | 120 | 111 | 9 | 0.925
A7 | Farringdon | 74 | 51 | 23 | 0.6892
A8 | Grange | 88 | 80 | 8 | 0.9091
A9 | Larches | 53 | 40 | 13 | 0.7547
percent E4:E9
)";
        const std::string units_beneath = R"(
sheet Fees
C2 | Year before | Fee | This year | Rise
C3 | £ | | £ | £
C4 | 120400 | Cemeteries | 131150 | 10750
C5 | 88250 | Markets | 79900 | -8350
C6 | 240000 | Parking | 262310 | 22310
C7 | 45600 | Licensing | 47005 | 1405
C8 | 31075 | Pest control | 30015 | -1060
C9 | 66900 | Room hire | 58220 | -8680
C11: Source: ledger at 31 March
)";
        const std::string blocks = R"(
sheet Returns
A1: North
A2 | Month | Paper | Glass | Cans | All
A3 | April | 210 | 98 | 40 | 348
A4 | May | 225 | 91 | 44 | 360
A5 | June | 231 | 87 | 39 | 357
A6 | July | 219 | 102 | 47 | 368
A7 | August | 208 | 99 | 51 | 358
A8 | September | 217 | 95 | 43 | 355
A10: South
A11 | Month | Paper | Glass | Cans | All
A12 | April | 180 | 77 | 31 | 288
A13 | May | 191 | 82 | 35 | 308
A14 | June | 187 | 80 | 37 | 304
A15 | July | 194 | 75 | 33 | 302
A16 | August | 189 | 79 | 30 | 298
A17 | September | 178 | 81 | 36 | 295
)";
        const std::vector<Layout> layouts{
            {"a total left of its parts", total_first, "B7: 84", "A02 warning Garages!B7 ask"},
            {"a share of a total", total_first, "E6: 0.825", "A01 warning Garages!E6 ask"},
            {"a difference, with a label column between", units_beneath, "F6: 32310",
             "A04 warning Fees!F6 ask"},
            {"a difference with its sign lost", units_beneath, "F9: 8680", "A04 warning Fees!F9 ask"},
            {"the second of two tables", blocks, "E14: 340", "A02 warning Returns!E14 ask"},
            {"a sum one row short", blocks, "E18: =SUM(E12:E16) -> 1500", "A02 warning Returns!E18 ask"},
            {"a stale total", blocks, "E9: =SUM(E3:E8) -> 2000", "C02 warning Returns!E9 ask"},
        };
        for (const std::string& book : {total_first, units_beneath, blocks})
            CHECK(others(book) == std::vector<std::string>{});
        for (const Layout& layout : layouts) {
            CAPTURE(layout.name);
            CHECK(others(layout.book + layout.fault) == std::vector<std::string>{layout.finding});
        }
    }

    TEST_CASE(
        "acceptances: one without a record holds for the whole workbook, one with a cell for that cell") {
        const std::string stale =
            visits + "F9: =SUM(F2:F7) -> 120\nsheet Scorebook\nA1: Accepted\nA2 | C02 | ";
        CHECK(others(stale + "Visits!F9 | Copied from the ledger | J Smith") == std::vector<std::string>{});
        CHECK(others(stale + " | Copied from the ledger | J Smith") == std::vector<std::string>{});
        CHECK(others(stale + "Visits!F8 | Copied from the ledger | J Smith") ==
              std::vector<std::string>{"C02 warning Visits!F9 ask"});
        const std::string two = "F4: 20\nF5: 25\nsheet Scorebook\nA1: Accepted\nA2 | V11 | ";
        CHECK(faults(check_register_with(two + " | Rescored in June | J Smith")) ==
              std::vector<std::string>{});
        CHECK(faults(check_register_with(two + "CR1 | Rescored in June | J Smith")) ==
              std::vector<std::string>{"V11 error Register!F5 CR2 safe"});
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

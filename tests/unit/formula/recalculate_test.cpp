// recalculate_test.cpp - new results in the right order, for what an edit reaches and nothing else.
#include "formula/recalculate.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "bytes/number_text.hpp"
#include "support/workbook_text.hpp"

using namespace scorebook;

namespace {

const EvaluationClock clock_of_tests{42675.5, 1};

CellEdit edit(std::string_view cell, CellValue value, SheetIndex sheet = 0) {
    return {sheet, parse_cell(cell).value(), std::move(value)};
}

/// "D7 20 -> 25; ..." and "D8 not: why".
std::string told(const Workbook& workbook, const Recalculation& result) {
    std::string text;
    auto place = [&](SheetIndex sheet, CellRef cell) {
        return (sheet == 0 ? std::string() : workbook.sheets()[sheet].name + '!') + to_a1(cell);
    };
    for (const RecalculatedCell& cell : result.changed) {
        text +=
            place(cell.sheet, cell.cell) + ' ' + to_text(cell.before) + " -> " + to_text(cell.after) + "; ";
    }
    for (const NotComputed& cell : result.not_computed)
        text += place(cell.sheet, cell.cell) + " not: " + cell.why + "; ";
    return text;
}

std::string after(const Workbook& workbook, std::vector<CellEdit> edits,
                  RecalculationScope scope = RecalculationScope::dirty) {
    return told(workbook, recalculate(workbook, edits, scope, clock_of_tests));
}

}  // namespace

TEST_SUITE("formula") {
    TEST_CASE("recalculate: an edit reaches its dependents through cells, ranges, names and sheets") {
        const auto workbook = test::workbook_from(R"(
            sheet Risks
            A1: 4
            A2: 5
            B1: =A1*A2 -> 20
            B2: =IF(B1>=15,"Red","Green") -> Red
            C1: =SUM(A1:A2) -> 9
            C2: =A2*2 -> 10
            sheet Summary
            A1: =COUNTIF(Risks!B:B,"Red") -> 1
            A2: =Score+1 -> 21
            name Score = Risks!$B$1
        )");
        CHECK(after(*workbook, {edit("A1", 2.0)}) ==
              "B1 20 -> 10; C1 9 -> 7; B2 Red -> Green; Summary!A1 1 -> 0; Summary!A2 21 -> 11; ");
        CHECK(after(*workbook, {edit("A1", 4.0)}).empty());
        CHECK(after(*workbook, {}).empty());
    }

    TEST_CASE("recalculate: a stale result nobody edits is left alone, unless all are asked for") {
        const auto workbook = test::workbook_from(R"(
            A1: 1
            B1: =A1+1 -> 99
            C1: =D1 -> 5
            D1: 5
        )");
        CHECK(after(*workbook, {edit("D1", 6.0)}) == "C1 5 -> 6; ");
        CHECK(after(*workbook, {}, RecalculationScope::all) == "B1 99 -> 2; ");
    }

    TEST_CASE("recalculate: order of cells and edits never matters") {
        const auto workbook = test::workbook_from(R"(
            A1: =B1+1 -> 4
            B1: =C1+1 -> 3
            C1: =D1+D2 -> 2
            D1: 1
            D2: 1
        )");
        const std::string expected = "A1 4 -> 32; B1 3 -> 31; C1 2 -> 30; ";
        CHECK(after(*workbook, {edit("D1", 10.0), edit("D2", 20.0)}) == expected);
        CHECK(after(*workbook, {edit("D2", 20.0), edit("D1", 10.0)}) == expected);
    }

    TEST_CASE("recalculate: differences below Excel's own tolerance are none") {
        const auto workbook = test::workbook_from(R"(
            A1: 0.1
            B1: =A1*3 -> 0.3
            C1: =1/3 -> 0.333333333333333
        )");
        CHECK(after(*workbook, {}, RecalculationScope::all).empty());
    }

    TEST_CASE("recalculate: a #CALC! that is stored as #VALUE! is the same result") {
        const auto workbook = test::workbook_from(R"(
            A1: 1
            B1: =_xlfn._xlws.FILTER(A1,A1>5) -> #VALUE!
            C1: =A1+1 -> 7
        )");
        CHECK(after(*workbook, {}, RecalculationScope::all) == "C1 7 -> 2; ");
    }

    TEST_CASE("recalculate: a formula cell may be given its result, and its readers follow") {
        const auto workbook = test::workbook_from(R"(
            A1: =1+1 -> 2
            B1: =A1*10 -> 20
        )");
        CHECK(after(*workbook, {edit("A1", 3.0)}) == "B1 20 -> 30; ");
    }

    TEST_CASE("recalculate: a circle is named and keeps its results, as do its readers") {
        const auto workbook = test::workbook_from(R"(
            A1: =B1+1 -> 0
            B1: =A1+C1 -> 0
            C1: 1
            D1: =A1*2 -> 0
            E1: =C1+1 -> 2
        )");
        CHECK(
            after(*workbook, {edit("C1", 5.0)}) ==
            "E1 2 -> 6; A1 not: goes round in a circle: Sheet1!A1 -> Sheet1!B1 -> Sheet1!A1; "
            "B1 not: goes round in a circle: Sheet1!A1 -> Sheet1!B1 -> Sheet1!A1; D1 not: reads a cell that "
            "goes round in a circle; ");
    }

    TEST_CASE("recalculate: a circle names its cells in the order they read each other") {
        const auto workbook = test::workbook_from(R"(
            A1: =C1 -> 0
            B1: =A1 -> 0
            C1: =SUM(B1:B2) -> 0
            B2: 7
            D1: =D1+1 -> 0
        )");
        const Recalculation result = recalculate(*workbook, {}, RecalculationScope::all, clock_of_tests);
        std::string circles;
        for (const auto& circle : result.circles) {
            for (const CellPlace& place : circle) circles += to_a1(place.cell) + ' ';
            circles += "; ";
        }
        CHECK(circles == "A1 C1 B1 ; D1 ; ");
    }

    TEST_CASE("recalculate: what a formula names but doesn't read makes no circle") {
        const auto workbook = test::workbook_from(R"(
            A1: =IF(C1,B1,1) -> 0
            B1: =IF(C1,2,A1+1) -> 0
            C1: FALSE
            D1: =CHOOSE(2,D1,5) -> 0
            E1: =B1+D1 -> 0
        )");
        CHECK(after(*workbook, {}, RecalculationScope::all) ==
              "A1 0 -> 1; B1 0 -> 2; D1 0 -> 5; E1 0 -> 7; ");
    }

    TEST_CASE("recalculate: circles are iterated as the workbook's settings say") {
        // Excel's documentation of iterative calculation: x = (x + 2 / x) / 2 finds the square root of 2.
        const auto many = test::workbook_from(R"(
            calculation iterate="1" iterateCount="100" iterateDelta="0.000000000001"
            A1: =(B1+2/B1)/2 -> 1
            B1: =A1 -> 1
        )");
        const Recalculation result = recalculate(*many, {}, RecalculationScope::all, clock_of_tests);
        REQUIRE(result.changed.size() == 2);
        CHECK(std::get<double>(result.changed[0].after) ==
              doctest::Approx(1.4142135623730951).epsilon(1e-12));
        CHECK(result.circles.empty());
        const auto three = test::workbook_from(R"(
            calculation iterate="1" iterateCount="3"
            A1: =A1+1 -> 10
        )");
        CHECK(after(*three, {}, RecalculationScope::all) == "A1 10 -> 13; ");
        const auto settled = test::workbook_from(R"(
            calculation iterate="1" iterateDelta="5"
            A1: =A1+1 -> 10
        )");
        CHECK(after(*settled, {}, RecalculationScope::all) == "A1 10 -> 11; ");
    }

    TEST_CASE("recalculate: a spill that keeps its size gives every cell its part") {
        const auto workbook = test::workbook_from(R"(
            A1: 1
            A2: 2
            B1: {=A1:A2*10} spills B1:B2 -> 10
            B2: 20
            C1: =SUM(B1:B2) -> 30
            C2: =SUM(ANCHORARRAY(B1)) -> 30
        )");
        const Recalculation result =
            recalculate(*workbook, std::vector{edit("A2", 5.0)}, RecalculationScope::dirty, clock_of_tests);
        CHECK(told(*workbook, result) == "C1 30 -> 60; B2 20 -> 50; C2 30 -> 60; ");
        CHECK(result.resized.empty());
    }

    TEST_CASE("recalculate: a spill that grows or shrinks fills and clears cells, and its readers follow") {
        const auto workbook = test::workbook_from(R"(
            A1: 2
            B1: {=SEQUENCE(A1)} spills B1:B2 -> 1
            B2: 2
            C1: =COUNT(B1:B9) -> 2
            C2: =SUM(ANCHORARRAY(B1)) -> 3
            D1: {=ANCHORARRAY(B1)*10} spills D1:D2 -> 10
            D2: 20
            E1: =D4 -> 0
        )");
        const Recalculation grown =
            recalculate(*workbook, std::vector{edit("A1", 4.0)}, RecalculationScope::dirty, clock_of_tests);
        CHECK(told(*workbook, grown) ==
              "B1 1 -> 1; C1 2 -> 4; D1 10 -> 10; E1 0 -> 40; C2 3 -> 10; B3  -> 3; D3  -> 30; B4  -> 4; D4  "
              "-> 40; ");
        REQUIRE(grown.resized.size() == 2);
        CHECK(to_a1(grown.resized[0].after) == "B1:B4");
        CHECK(to_a1(grown.resized[1].after) == "D1:D4");
        const Recalculation shrunk =
            recalculate(*workbook, std::vector{edit("A1", 1.0)}, RecalculationScope::dirty, clock_of_tests);
        CHECK(told(*workbook, shrunk) ==
              "B1 1 -> 1; C1 2 -> 1; D1 10 -> 10; B2 2 -> ; C2 3 -> 1; D2 20 -> ; ");
        REQUIRE(shrunk.resized.size() == 2);
        CHECK(to_a1(shrunk.resized[0].after) == "B1");
    }

    TEST_CASE("recalculate: a spill that something blocks keeps its results and says what is in the way") {
        const auto workbook = test::workbook_from(R"(
            A1: 2
            B1: {=SEQUENCE(A1)} spills B1:B2 -> 1
            B2: 2
            B4: note
        )");
        CHECK(after(*workbook, {edit("A1", 4.0)}) ==
              "B1 not: its result now needs cells that hold something else (Sheet1!B4), where Excel shows "
              "#SPILL!; ");
        CHECK(after(*workbook, {edit("A1", 3.0)}) == "B1 1 -> 1; B3  -> 3; ");
    }

    TEST_CASE("recalculate: an array formula of Ctrl+Shift+Enter keeps its cells") {
        const auto workbook = test::workbook_from(R"(
            A1: 1
            A2: 2
            B1: {=A1:A2*10} B1:B3 -> 10
            B2: 20
            B3: #N/A
        )");
        CHECK(after(*workbook, {edit("A1", 3.0)}) == "B1 10 -> 30; ");
    }

    TEST_CASE("recalculate: what hangs on the date or on chance is told apart") {
        const auto workbook = test::workbook_from(R"(
            A1: =TODAY() -> 42675
            A2: =A1+1 -> 42676
            A3: =RAND() -> 0.5
            A4: =1+1 -> 2
            A5: =SUM(A1:A2) -> 85351
        )");
        const Recalculation result = recalculate(*workbook, {}, RecalculationScope::all, clock_of_tests);
        std::string changing;
        for (const CellPlace& place : result.changing) changing += to_a1(place.cell) + ' ';
        CHECK(changing == "A1 A2 A3 A5 ");
        CHECK(told(*workbook, result) ==
              told(*workbook, recalculate(*workbook, {}, RecalculationScope::all, clock_of_tests)));
        CHECK(told(*workbook, result) !=
              told(*workbook, recalculate(*workbook, {}, RecalculationScope::all, {42675.5, 2})));
    }

    TEST_CASE("recalculate: the newer errors are stored as Excel stores them") {
        const auto workbook = test::workbook_from(R"(
            A1: 0
            B1: {=SEQUENCE(A1)} spills B1:B1 -> #VALUE!
            C1: =ISERROR(B1) -> TRUE
        )");
        CHECK(after(*workbook, {}, RecalculationScope::all).empty());
    }

    TEST_CASE("recalculate: precision as displayed is left to Excel") {
        const auto workbook = test::workbook_from(R"(
            calculation fullPrecision="0"
            A1: 1
            B1: =A1/3 -> 0.33
        )");
        CHECK(after(*workbook, {edit("A1", 2.0)}) ==
              "B1 not: the workbook calculates with the precision it shows; ");
    }

    TEST_CASE("recalculate: asking for a place is no circle") {
        const auto workbook = test::workbook_from(R"(
            A1: =ROWS(A$1:A1)+ROW(A1)+COLUMNS($A1:A1) -> 0
        )");
        CHECK(after(*workbook, {}, RecalculationScope::all) == "A1 0 -> 3; ");
    }

    TEST_CASE("recalculate: what needs a server keeps its result, and its readers use that") {
        const auto workbook = test::workbook_from(R"(
            A1: 1
            B1: =CUBEVALUE("x",A1) -> 7
            C1: =B1+A1 -> 8
        )");
        CHECK(after(*workbook, {edit("A1", 2.0)}) ==
              "C1 8 -> 9; B1 not: uses CUBEVALUE, which needs a server; ");
    }

    TEST_CASE("recalculate: OFFSET and INDIRECT read what is ready, wherever it stands") {
        const auto workbook = test::workbook_from(R"(
            A1: =SUM(OFFSET(C1,0,0,2,1)) -> 3
            A2: =INDIRECT("C"&2)*10 -> 20
            B1: 1
            C1: =B1 -> 1
            C2: =INDIRECT("B1")+1 -> 2
            D1: =A1+A2 -> 23
        )");
        CHECK(after(*workbook, {edit("B1", 5.0)}) ==
              "A1 3 -> 11; C1 1 -> 5; D1 23 -> 71; A2 20 -> 60; C2 2 -> 6; ");
    }

    TEST_CASE("recalculate: volatile functions see one instant") {
        const auto workbook = test::workbook_from(R"(
            A1: =TODAY() -> 1
            A2: =NOW()-TODAY() -> 1
        )");
        CHECK(after(*workbook, {}, RecalculationScope::all) == "A1 1 -> 42675; A2 1 -> 0.5; ");
    }

    TEST_CASE("recalculate: results that were never stored are worked out when something near them changes") {
        const auto workbook = test::workbook_from(R"(
            A1: 1
            B1: =A1+C1 -> 3
            C1: =D1*2
            D1: 1
        )");
        CHECK(after(*workbook, {edit("A1", 2.0)}) == "B1 3 -> 4; C1  -> 2; ");
    }

    TEST_CASE("recalculate: a chain of a hundred thousand cells needs no deep stack") {
        std::string lines = "A1: 1\n";
        constexpr int length = 100000;
        for (int row = 2; row <= length; ++row) {
            lines += 'A' + std::to_string(row) + ": =A" + std::to_string(row - 1) + "+1 -> " +
                     std::to_string(row) + '\n';
        }
        const auto workbook = test::workbook_from(lines);
        const std::vector<CellEdit> edits = {edit("A1", 2.0)};
        const Recalculation result = recalculate(*workbook, edits, RecalculationScope::dirty, clock_of_tests);
        CHECK(result.formulas == length - 1);
        REQUIRE(result.changed.size() == length - 1);
        CHECK(result.changed.back().after == CellValue(length + 1.0));
    }

    TEST_CASE("recalculate: the dirty part after any edit gives what recalculating all would") {
        std::mt19937 random(7);
        auto pick = [&](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
        for (int round = 0; round < 30; ++round) {
            CAPTURE(round);
            // Random sheet: constants in A, formulas in B:D that read anything above them.
            constexpr int rows = 90;
            std::string lines;
            for (int row = 1; row <= rows; ++row) {
                const std::string r = std::to_string(row);
                lines += "A" + r + ": " + std::to_string(pick(5)) + "\n";
                if (row == 1) continue;
                const std::string above = std::to_string(1 + pick(row - 1));
                const std::string formulas[] = {"=A" + r + "+A" + above,
                                                "=SUM(A1:D" + std::to_string(row - 1) + ")/100",
                                                "=COUNTIF(A$1:A" + above + ",A" + r + ")",
                                                "=IF(A" + above + ">2,A" + r + ",B" + above + ")",
                                                "=SUM(INDIRECT(\"A\"&" + above + "))",
                                                "=IFERROR(MATCH(A" + r + ",A1:A" + above + ",0),0)"};
                for (const char* column : {"B", "C", "D"})
                    lines += column + r + ": " + formulas[pick(6)] + "\n";
            }
            const auto workbook = test::workbook_from(lines);
            const Recalculation first = recalculate(*workbook, {}, RecalculationScope::all, clock_of_tests);
            CHECK(first.not_computed.empty());
            // The same sheet with those results stored.
            std::string stored;
            std::size_t next = 0;
            for (std::size_t at = 0; at < lines.size();) {
                const std::size_t end = lines.find('\n', at);
                std::string line = lines.substr(at, end - at);
                if (line.find(": =") != std::string::npos) {
                    const CellRef cell = parse_cell(line.substr(0, line.find(':'))).value();
                    while (first.changed[next].cell < cell) ++next;
                    REQUIRE(first.changed[next].cell == cell);
                    const CellValue& result = first.changed[next].after;
                    const auto* number = std::get_if<double>(&result);
                    line += " -> " + (number != nullptr ? number_to_text(*number) : to_text(result));
                }
                stored += line + '\n';
                at = end + 1;
            }
            const auto saved = test::workbook_from(stored);
            const std::vector<CellEdit> edits = {edit("A" + std::to_string(1 + pick(rows)), 1.0 + pick(9)),
                                                 edit("A" + std::to_string(1 + pick(rows)), 1.0 + pick(9))};
            const auto dirty = recalculate(*saved, edits, RecalculationScope::dirty, clock_of_tests);
            const auto all = recalculate(*saved, edits, RecalculationScope::all, clock_of_tests);
            CHECK(told(*saved, dirty) == told(*saved, all));
            CHECK(dirty.formulas <= all.formulas);
        }
    }
}

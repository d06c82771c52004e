// live_calculation_test.cpp - edit after edit gives what calculating everything anew gives.
#include "formula/live_calculation.hpp"

#include <doctest/doctest.h>

#include <map>
#include <random>

#include "support/workbook_text.hpp"

using namespace scorebook;

namespace {

const EvaluationClock clock_of_tests{42675.5, 1};

CellEdit edit(std::string_view cell, CellValue value) {
    return {0, parse_cell(cell).value(), std::move(value)};
}

std::string told(const std::vector<RecalculatedCell>& changed) {
    std::string text;
    for (const RecalculatedCell& cell : changed)
        text += to_a1(cell.cell) + ' ' + to_text(cell.before) + " -> " + to_text(cell.after) + "; ";
    return text;
}

/// Every formula of the sheet with its value.
template <class ValueOf>
std::string all_values(const Workbook& workbook, ValueOf value_of) {
    std::string text;
    for (const SheetRow& row : workbook.sheets()[0].cells.rows) {
        for (std::uint32_t i = 0; i < row.cell_count; ++i) {
            const SheetCell& cell = workbook.sheets()[0].cells.cells[row.first_cell + i];
            const CellRef place{row.row_index, cell.column_index};
            if (cell.has_formula) text += to_a1(place) + '=' + to_text(value_of(place)) + ' ';
        }
    }
    return text;
}

}  // namespace

TEST_SUITE("formula") {
    TEST_CASE("live: an edit tells what changed, and the next one goes on from there") {
        const auto workbook = test::workbook_from(R"(
            A1: 4
            A2: 5
            B1: =A1*A2 -> 20
            B2: =IF(B1>=15,"Red","Green") -> Red
            B3: =COUNTIF(B1:B2,"Red") -> 1
        )");
        LiveCalculation live(*workbook, clock_of_tests);
        CHECK(told(live.edit(std::vector{edit("A1", 2.0)})) == "B1 20 -> 10; B2 Red -> Green; B3 1 -> 0; ");
        CHECK(told(live.edit(std::vector{edit("A2", 6.0)})) == "B1 10 -> 12; ");
        CHECK(told(live.edit(std::vector{edit("A2", 6.0)})).empty());
        CHECK(live.value(0, {0, 1}) == CellValue(12.0));
        CHECK(told(live.edit(std::vector{edit("A1", 4.0), edit("A2", 5.0)})) ==
              "B1 12 -> 20; B2 Green -> Red; B3 0 -> 1; ");
    }

    TEST_CASE("live: workbooks out of the ordinary are calculated whole, with the same answers") {
        const auto workbook = test::workbook_from(R"(
            A1: 2
            B1: =INDIRECT("A1")*10 -> 20
            C1: =B1+1 -> 21
            D1: {=SEQUENCE(A1)} spills D1:D2 -> 1
            D2: 2
        )");
        LiveCalculation live(*workbook, clock_of_tests);
        CHECK(told(live.edit(std::vector{edit("A1", 3.0)})) == "B1 20 -> 30; C1 21 -> 31; D3  -> 3; ");
        CHECK(told(live.edit(std::vector{edit("A1", 2.0)})) == "B1 30 -> 20; C1 31 -> 21; D3 3 -> ; ");
    }

    TEST_CASE("live: any chain of edits gives what calculating everything gives") {
        std::mt19937 random(11);
        auto pick = [&](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
        constexpr int rows = 150;
        const char* const words[] = {"Red", "amber", "GREEN", "5", ""};
        for (int round = 0; round < 6; ++round) {
            CAPTURE(round);
            // Columns long enough for the indexes: numbers in A, words in B, formulas in C to F.
            std::string lines;
            for (int row = 1; row <= rows; ++row) {
                const std::string r = std::to_string(row);
                lines +=
                    "A" + r + ": " + std::to_string(pick(6)) + "\nB" + r + ": \"" + words[pick(5)] + "\"\n";
                lines += "C" + r + ": =A" + r + "*2-IF(B" + r + "=\"Red\",1,0)\n";
                if (row % 10 == 0) {
                    const std::string last = std::to_string(rows);
                    lines += "D" + r + ": =COUNTIF(A$1:A$" + last + "," + std::to_string(pick(6)) + ")\n";
                    lines += "E" + r + ": =SUMIFS(C$1:C$" + last + ",B$1:B$" + last + ",\"" + words[pick(4)] +
                             "\",A$1:A$" + last + ",\"" + std::to_string(pick(6)) + "\")\n";
                    lines += "F" + r + ": =COUNTIFS(B$1:B$" + last + ",\"red\",B$1:B$" + last + ",\"" +
                             words[pick(3)] + "\")+IFERROR(MATCH(" + std::to_string(pick(9)) + ",C$1:C$" +
                             last + ",0),0)+SUMPRODUCT((B$1:B$" + last + "=\"Amber\")*C$1:C$" + last + ")\n";
                }
            }
            const auto workbook = test::workbook_from(lines);
            LiveCalculation live(*workbook, clock_of_tests);
            std::map<std::string, CellEdit> so_far;
            for (int step = 0; step < 25; ++step) {
                CAPTURE(step);
                const std::string r = std::to_string(1 + pick(rows + 1));
                CellValue value = double(pick(7));
                if (pick(3) == 0) value = std::string(words[pick(5)]);
                if (pick(9) == 0) value = Blank{};
                if (pick(9) == 0) value = pick(2) == 0;
                const CellEdit one = edit((pick(2) == 0 ? "A" : "B") + r, std::move(value));
                so_far[to_a1(one.cell)] = one;
                live.edit(std::span(&one, 1));
                std::vector<CellEdit> edits;
                for (const auto& [place, each] : so_far) edits.push_back(each);
                std::map<CellRef, CellValue> expected;
                for (RecalculatedCell& cell :
                     recalculate(*workbook, edits, RecalculationScope::all, clock_of_tests).changed)
                    expected[cell.cell] = std::move(cell.after);
                CHECK(all_values(*workbook, [&](CellRef place) { return live.value(0, place); }) ==
                      all_values(*workbook, [&](CellRef place) {
                          const auto found = expected.find(place);
                          return found == expected.end() ? workbook->value(0, place) : found->second;
                      }));
            }
        }
    }
}

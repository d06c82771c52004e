// cell_writes_test.cpp - one write a cell, and what is refused.
#include "refresh/cell_writes.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <vector>

#include "scorebook/error.hpp"
#include "support/refresh/sheet_text.hpp"
#include "support/workbook_text.hpp"

namespace scorebook {

using namespace test;

TEST_SUITE("refresh") {
    TEST_CASE("cell writes: one a cell, by row and column, whatever the order of the changes") {
        const auto workbook = workbook_from("Register!A1: 1");
        const std::vector<Change> changes = {value_change("B2", 2.0), fill_change("A1", 0xFF0000),
                                             value_change("B1", 1.0), value_change("A1", "Red"),
                                             value_change("B2", 2.0)};
        const auto by_sheet = plan_cell_writes(*workbook, changes);
        REQUIRE(by_sheet.size() == 1);
        const auto& writes = by_sheet.at(0);
        REQUIRE(writes.size() == 3);
        CHECK(to_a1(writes[0].cell) == "A1");
        CHECK(*writes[0].value == CellValue("Red"));
        CHECK(writes[0].sets_fill);
        CHECK(writes[0].fill == Rgb{0xFF0000});
        CHECK(to_a1(writes[1].cell) == "B1");
        CHECK(to_a1(writes[2].cell) == "B2");
        CHECK_FALSE(writes[2].sets_fill);
    }

    TEST_CASE("cell writes: sheets are found without case, as Excel does") {
        const auto workbook = workbook_from("REGISTER!A1: 1");
        const std::vector<Change> changes = {value_change("A1", 2.0)};
        CHECK(plan_cell_writes(*workbook, changes).size() == 1);
    }

    TEST_CASE("cell writes: what no cell can hold is refused by name") {
        const auto workbook = workbook_from("Register!A1: 1");
        Change elsewhere = value_change("A1", 2.0);
        elsewhere.sheet = "Totals";
        Change below = value_change("A1", 2.0);
        below.cell.row_index = max_rows;
        struct Case {
            std::string name;
            std::vector<Change> changes;
            std::string message;
        };
        const std::vector<Case> cases = {
            {"two values",
             {value_change("A1", 2.0), value_change("A1", 3.0)},
             "Register!A1: two changes ask for different things in this cell, so nothing was changed"},
            {"two colours",
             {fill_change("A1", 1), fill_change("A1", std::nullopt)},
             "Register!A1: two changes ask for different things in this cell, so nothing was changed"},
            {"no such sheet", {elsewhere}, "Totals: a change names a sheet that has no cells"},
            {"beyond the last row",
             {below},
             "Register: a change names a cell beyond the last row or column of a sheet"},
            {"infinite",
             {value_change("A1", std::numeric_limits<double>::infinity())},
             "Register!A1: the new value is not a number a cell can hold"},
            {"too long",
             {value_change("A1", std::string(32'768, 'x'))},
             "Register!A1: the new text is longer than the 32,767 characters a cell can hold"},
        };
        for (const Case& c : cases) {
            CAPTURE(c.name);
            try {
                plan_cell_writes(*workbook, c.changes);
                FAIL_CHECK("not refused");
            } catch (const Error& error) {
                CHECK(error.code() == ErrorCode::damaged_workbook);
                CHECK(std::string(error.what()) == c.message);
            }
        }
    }

    TEST_CASE("cell writes: 32,767 characters fit, however many bytes they take") {
        const auto workbook = workbook_from("Register!A1: 1");
        std::string text;
        for (int i = 0; i != 32'767; ++i) text += "\xE2\x82\xAC";
        const std::vector<Change> changes = {value_change("A1", text)};
        CHECK(plan_cell_writes(*workbook, changes).at(0).size() == 1);
    }
}

}  // namespace scorebook

// cell_ref_test.cpp - references as Excel writes them.
#include "scorebook/cell_ref.hpp"

#include <doctest/doctest.h>

using namespace scorebook;

TEST_SUITE("vocabulary") {
    TEST_CASE("cell_ref: columns count A to Z, then AA to XFD") {
        const struct {
            std::uint32_t index;
            const char* letters;
        } cases[] = {{0, "A"},   {25, "Z"},   {26, "AA"},   {51, "AZ"},
                     {52, "BA"}, {701, "ZZ"}, {702, "AAA"}, {16383, "XFD"}};
        for (const auto& c : cases) {
            CAPTURE(c.letters);
            CHECK(column_letters(c.index) == c.letters);
            CHECK(parse_cell(std::string(c.letters) + "1") == CellRef{0, c.index});
        }
    }

    TEST_CASE("cell_ref: a cell is read with dollars and in any case") {
        for (const char* text : {"D7", "$D$7", "d7", "$D7", "D$7"}) {
            CAPTURE(text);
            CHECK(parse_cell(text) == CellRef{6, 3});
        }
        CHECK(parse_cell("XFD1048576") == CellRef{1'048'575, 16'383});
        CHECK(to_a1(CellRef{6, 3}) == "D7");
    }

    TEST_CASE("cell_ref: what is no cell within Excel's limits is refused") {
        for (const char* text :
             {"", "D", "7", "D0", "D07", "XFE1", "A1048577", "$", "$D$", "D$", "D7$", "A 1", "A1:B2",
              "AAAAAAAAAAAAA1", "A99999999999999999999", "-A1", "R1C1", "$$A1"}) {
            CAPTURE(text);
            CHECK_FALSE(parse_cell(text).has_value());
        }
    }

    TEST_CASE("cell_ref: ranges put their corners in order") {
        const CellRange range{{4, 0}, {23, 13}};
        for (const char* text : {"A5:N24", "N24:A5", "A24:N5", "$N$5:$A$24"}) {
            CAPTURE(text);
            CHECK(parse_range(text) == range);
        }
        CHECK(to_a1(range) == "A5:N24");
        CHECK(range.row_count() == 20);
        CHECK(range.column_count() == 14);
        CHECK(parse_range("A5") == CellRange{{4, 0}, {4, 0}});
        CHECK(to_a1(CellRange{{4, 0}, {4, 0}}) == "A5");
    }

    TEST_CASE("cell_ref: whole columns and rows have the full extent") {
        CHECK(parse_range("A:C") == CellRange{{0, 0}, {1'048'575, 2}});
        CHECK(parse_range("$C:$A") == CellRange{{0, 0}, {1'048'575, 2}});
        CHECK(parse_range("3:5") == CellRange{{2, 0}, {4, 16'383}});
        CHECK(parse_range("$5:3") == CellRange{{2, 0}, {4, 16'383}});
    }

    TEST_CASE("cell_ref: what is no range is refused") {
        for (const char* text : {"", ":", "A1:", ":A1", "A1:C", "A:5", "A1:B2:C3", "A1:#REF!", "3"}) {
            CAPTURE(text);
            CHECK_FALSE(parse_range(text).has_value());
        }
    }
}

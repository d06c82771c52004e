// cell_value_test.cpp - values in messages, and Excel's error values.
#include "scorebook/cell_value.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace scorebook;

TEST_SUITE("vocabulary") {
    TEST_CASE("cell_value: errors are spelt as Excel spells them") {
        const struct {
            CellError error;
            const char* text;
        } cases[] = {{CellError::null, "#NULL!"},        {CellError::div0, "#DIV/0!"},
                     {CellError::value, "#VALUE!"},      {CellError::ref, "#REF!"},
                     {CellError::name, "#NAME?"},        {CellError::num, "#NUM!"},
                     {CellError::not_available, "#N/A"}, {CellError::getting_data, "#GETTING_DATA"},
                     {CellError::spill, "#SPILL!"},      {CellError::connect, "#CONNECT!"},
                     {CellError::blocked, "#BLOCKED!"},  {CellError::unknown, "#UNKNOWN!"},
                     {CellError::field, "#FIELD!"},      {CellError::calc, "#CALC!"}};
        for (const auto& c : cases) {
            CAPTURE(c.text);
            CHECK(to_text(c.error) == c.text);
            CHECK(parse_cell_error(c.text) == c.error);
        }
        CHECK(parse_cell_error("#div/0!") == CellError::div0);
        CHECK(parse_cell_error("#PYTHON!") == CellError::unknown);
    }

    TEST_CASE("cell_value: errors Excel learnt later are stored as #VALUE!") {
        CHECK(stored_error(CellError::calc) == CellError::value);
        CHECK(stored_error(CellError::spill) == CellError::value);
        CHECK(stored_error(CellError::not_available) == CellError::not_available);
        CHECK(stored_error(CellError::getting_data) == CellError::getting_data);
    }

    TEST_CASE("cell_value: numbers read as a person would write them") {
        const struct {
            double number;
            const char* text;
        } cases[] = {{0, "0"},
                     {-0.0, "0"},
                     {25, "25"},
                     {0.1 + 0.2, "0.3"},
                     {-1.5, "-1.5"},
                     {1e14, "100000000000000"},
                     {1e15, "1E+15"},
                     {1.0 / 3, "0.333333333333333"},
                     {71.7, "71.7"},
                     {0.00001, "0.00001"},
                     {1e-10, "1E-10"},
                     {4 * 1.1, "4.4"},
                     {99.99999999999999999, "100"}};
        for (const auto& c : cases) {
            CAPTURE(c.text);
            CHECK(to_text(CellValue(c.number)) == c.text);
        }
    }

    TEST_CASE("cell_value: every kind of value has a text") {
        CHECK(to_text(CellValue()) == "");
        CHECK(to_text(CellValue(std::string("Amber"))) == "Amber");
        CHECK(to_text(CellValue(true)) == "TRUE");
        CHECK(to_text(CellValue(false)) == "FALSE");
        CHECK(to_text(CellValue(CellError::not_available)) == "#N/A");
        CHECK(to_text(CellValue(std::numeric_limits<double>::infinity())) == "#NUM!");
    }
}

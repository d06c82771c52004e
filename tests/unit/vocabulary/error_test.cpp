// error_test.cpp - what an Error says.
#include "scorebook/error.hpp"

#include <doctest/doctest.h>

using namespace scorebook;

TEST_SUITE("vocabulary") {
    TEST_CASE("error: the text names the place when there is one") {
        try {
            fail(ErrorCode::damaged_workbook, "the sheet is cut short", "Risks!D7");
        } catch (const Error& error) {
            CHECK(error.code() == ErrorCode::damaged_workbook);
            CHECK(error.place() == "Risks!D7");
            CHECK(error.file().empty());
            CHECK(std::string(error.what()) == "Risks!D7: the sheet is cut short");
            return;
        }
        FAIL("fail() came back");
    }

    TEST_CASE("error: with_file adds the file and keeps the rest") {
        const Error error =
            Error(ErrorCode::locked, "", "", "it is open in Excel").with_file("register.xlsx");
        CHECK(std::string(error.what()) == "register.xlsx: it is open in Excel");
        CHECK(error.file() == "register.xlsx");
        CHECK(error.code() == ErrorCode::locked);
        const Error other =
            Error(ErrorCode::damaged_workbook, "a.xlsx", "Risks!A1", "broken").with_file("b.xlsx");
        CHECK(std::string(other.what()) == "b.xlsx: Risks!A1: broken");
    }
}

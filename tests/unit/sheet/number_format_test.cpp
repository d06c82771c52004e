// number_format_test.cpp - dates and percentages by their codes.
#include "sheet/number_format.hpp"

#include <doctest/doctest.h>

using namespace scorebook;

TEST_SUITE("sheet") {
    TEST_CASE("number_format: a code that shows a day, month or year is a date") {
        const char* const dates[] = {
            "dd/mm/yyyy",
            "d-mmm-yy",
            "mmm-yy",
            "mmmm yyyy",
            "yyyy",
            "ddd",
            "m/d/yy h:mm",
            "dd/mm/yyyy;@",
            "[$-809]dd mmmm yyyy;@",
            "[$-F800]dddd, mmmm dd, yyyy",
            "[Red]dd/mm/yy",
            "yyyy\\-mm\\-dd",
            "dd\"th\" mmm",
            "yyyy-mm-ddThh:mm:ss",
            "[$-411]ge.m.d",
            "D/M/YYYY",
            "mm",
            "\"Q\"m yyyy",
            "h:mm d",
            "[<1]h:mm;dd/mm/yyyy",
        };
        for (const char* code : dates) {
            CAPTURE(code);
            CHECK(read_number_format(code).is_date);
            CHECK_FALSE(read_number_format(code).is_percentage);
        }
    }

    TEST_CASE("number_format: times, amounts, literals and colours are no dates") {
        const char* const others[] = {
            "General",
            "GENERAL",
            "0",
            "#,##0.00",
            "@",
            "h:mm",
            "hh:mm:ss",
            "[h]:mm",
            "[hh]:mm:ss",
            "[mm]:ss",
            "mm:ss",
            "mm:ss.0",
            "h:mm AM/PM",
            "h:mm:ss a/p",
            "[$-F400]h:mm:ss AM/PM",
            "[Red]0;[Black]-0",
            "[Magenta]0",
            "0.00E+00",
            "0 \"days\"",
            "0\" months\"",
            "0\\d",
            "0_d",
            "*d0",
            "[$USD] #,##0",
            "[$£-809]#,##0",
            "\"dd/mm/yyyy\"",
            "# ?/?",
            ";;;",
            "",
            "[Yellow][>=10]0",
            "\"y",
            "[d",
            "\\",
        };
        for (const char* code : others) {
            CAPTURE(code);
            CHECK_FALSE(read_number_format(code).is_date);
        }
    }

    TEST_CASE("number_format: a percent sign counts unless it is a literal") {
        for (const char* code : {"0%", "0.00%", "0%;[Red]-0%", "#,##0.0 %"}) {
            CAPTURE(code);
            CHECK(read_number_format(code).is_percentage);
        }
        for (const char* code : {"0\"%\"", "0\\%", "General", "0_%", "[$%-409]0"}) {
            CAPTURE(code);
            CHECK_FALSE(read_number_format(code).is_percentage);
        }
    }

    TEST_CASE("number_format: built-in ids mean what Excel in Britain shows") {
        CHECK(built_in_format(0) == "General");
        CHECK(built_in_format(9) == "0%");
        CHECK(built_in_format(14) == "dd/mm/yyyy");
        CHECK(built_in_format(46) == "[h]:mm:ss");
        CHECK(built_in_format(49) == "@");
        CHECK(built_in_format(163) == "General");
        for (const std::uint32_t date : {14U, 15U, 16U, 17U, 22U, 27U, 36U, 50U, 57U, 58U}) {
            CAPTURE(date);
            CHECK(read_number_format(built_in_format(date)).is_date);
        }
        for (const std::uint32_t other :
             {0U, 1U, 4U, 8U, 18U, 19U, 20U, 21U, 32U, 37U, 44U, 45U, 46U, 47U, 48U, 49U, 55U}) {
            CAPTURE(other);
            CHECK_FALSE(read_number_format(built_in_format(other)).is_date);
        }
    }
}

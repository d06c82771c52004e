// period_key_test.cpp - headings that name a period have a key, and the quick look passes over none of them.
#include "tables/period_key.hpp"

#include <doctest/doctest.h>

#include "tables/period_shape.hpp"

using namespace scorebook;

TEST_SUITE("tables") {
    TEST_CASE("period key: periods in words, with and without digits, and headings that name none") {
        struct Case {
            const char* label;
            const char* key;
        };
        const Case cases[] = {
            {"Quarter Two", "period quarter 2"},
            {"Performance Quarter Two 2014/2015 (%)", "period quarter 2"},
            {"Second quarter", "period quarter 2"},
            {"Qtr One figures", "period quarter 1"},
            {"Q2", "period quarter 2"},
            {"Year to date", "period year to date"},
            {"Cumulative total", "period year to date"},
            {"YTD", "period year to date"},
            {"First half", "period half 1"},
            {"second Half of year", "period half 2"},
            {"H one", "period half 1"},
            {"in July", "period month"},
            {"Sept actual", "period month"},
            {"Jul-Sept", "period quarter 2"},
            {"Risk owner", ""},
            {"Direction of travel", ""},
            {"Second officer", ""},
            {"CR1", ""},
            {"", ""},
        };
        for (const Case& c : cases) {
            CAPTURE(c.label);
            CHECK(period_key(c.label) == c.key);
            if (*c.key != '\0') CHECK(may_be_period(c.label));
        }
        for (const char* const label : {"Risk owner", "Direction of travel", "Second officer"}) {
            CAPTURE(label);
            CHECK_FALSE(may_be_period(label));
            CHECK_FALSE(read_period_shape(label).has_value());
        }
    }
}

// date_text_test.cpp - days in words and figures.
#include "tables/date_text.hpp"

#include <doctest/doctest.h>

using namespace scorebook;

TEST_SUITE("tables") {
    TEST_CASE("date text: one day however it is typed") {
        const struct {
            const char* text;
            CalendarDate date;
            bool two_ways;
            bool wrong_weekday;
        } cases[] = {
            {"31/03/2016", {2016, 3, 31}, false, false},
            {"31.3.16", {2016, 3, 31}, false, false},
            {"2016-03-31", {2016, 3, 31}, false, false},
            {"03/04/2016", {2016, 4, 3}, true, false},
            {"04/04/2016", {2016, 4, 4}, false, false},
            {"03/31/2016", {2016, 3, 31}, false, false},
            {"31st March 2016", {2016, 3, 31}, false, false},
            {"March 31, 2016", {2016, 3, 31}, false, false},
            {"Monday, 6 June 2016 at 2.00 p.m.", {2016, 6, 6}, false, false},
            {"Monday 8 June 2016", {2016, 6, 8}, false, true},
            {"29 Feb 2016", {2016, 2, 29}, false, false},
            {"May 2016", {2016, 5, 31}, false, false},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            const DateText read = read_date_text(c.text);
            REQUIRE(read.date.has_value());
            CHECK(to_text(*read.date) == to_text(c.date));
            CHECK(read.reads_two_ways == c.two_ways);
            CHECK(read.weekday_disagrees == c.wrong_weekday);
        }
        for (const char* text : {"Ongoing", "31/02/2016", "when the budget is agreed", "29 February 2015"}) {
            CAPTURE(text);
            CHECK_FALSE(read_date_text(text).date.has_value());
        }
        CHECK(is_open_ended("Ongoing"));
        CHECK(is_open_ended("on-going"));
        CHECK_FALSE(is_open_ended("May 2016"));
    }
}

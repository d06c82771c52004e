// calendar_date_test.cpp - days against serials that Excel shows.
#include "scorebook/calendar_date.hpp"

#include <doctest/doctest.h>

using namespace scorebook;

TEST_SUITE("vocabulary") {
    TEST_CASE("calendar_date: serials are the days Excel shows") {
        const struct {
            DateSystem system;
            double serial;
            CalendarDate date;
        } cases[] = {
            {DateSystem::from_1900, 1, {1900, 1, 1}},         {DateSystem::from_1900, 31, {1900, 1, 31}},
            {DateSystem::from_1900, 59, {1900, 2, 28}},       {DateSystem::from_1900, 61, {1900, 3, 1}},
            {DateSystem::from_1900, 36526, {2000, 1, 1}},     {DateSystem::from_1900, 36585, {2000, 2, 29}},
            {DateSystem::from_1900, 42460, {2016, 3, 31}},    {DateSystem::from_1900, 43831, {2020, 1, 1}},
            {DateSystem::from_1900, 2958465, {9999, 12, 31}}, {DateSystem::from_1904, 0, {1904, 1, 1}},
            {DateSystem::from_1904, 1, {1904, 1, 2}},         {DateSystem::from_1904, 40998, {2016, 3, 31}},
            {DateSystem::from_1904, 2957003, {9999, 12, 31}},
        };
        for (const auto& c : cases) {
            CAPTURE(c.serial);
            CHECK(date_from_serial(c.serial, c.system) == c.date);
            CHECK(serial_from_date(c.date, c.system) == c.serial);
        }
        CHECK(date_from_serial(42460.999, DateSystem::from_1900) == CalendarDate{2016, 3, 31});
    }

    TEST_CASE("calendar_date: serials that are no day are refused") {
        for (const double serial : {0.0, 0.5, 60.0, 60.75, -1.0, 2958466.0, 1e300}) {
            CAPTURE(serial);
            CHECK_FALSE(date_from_serial(serial, DateSystem::from_1900).has_value());
        }
        CHECK_FALSE(date_from_serial(2957004, DateSystem::from_1904).has_value());
        CHECK_FALSE(serial_from_date({1899, 12, 31}, DateSystem::from_1900).has_value());
        CHECK_FALSE(serial_from_date({1903, 12, 31}, DateSystem::from_1904).has_value());
        CHECK_FALSE(serial_from_date({1900, 2, 29}, DateSystem::from_1900).has_value());
    }

    TEST_CASE("calendar_date: the ways papers write a date are read") {
        for (const char* text :
             {"2016-03-31", "31/03/2016", "31/3/2016", "31 March 2016", "31 march 2016", "31 Mar 2016"}) {
            CAPTURE(text);
            CHECK(parse_date(text) == CalendarDate{2016, 3, 31});
        }
        CHECK(parse_date("1 May 2016") == CalendarDate{2016, 5, 1});
        CHECK(parse_date("29 February 2016") == CalendarDate{2016, 2, 29});
        CHECK(to_text(CalendarDate{2016, 3, 31}) == "31 March 2016");
    }

    TEST_CASE("calendar_date: anything else is refused") {
        for (const char* text : {"", "2016", "March 2016", "31/03/16", "30/02/2016", "29 February 2015",
                                 "2016-13-01", "31/04/2016", "00/01/2016", "31 Marc 2016", "31 March 2016 ",
                                 "2016-03-31T00:00:00", "31-03-2016", "99999-01-01"}) {
            CAPTURE(text);
            CHECK_FALSE(parse_date(text).has_value());
        }
    }

    TEST_CASE("calendar_date: days between and weekdays follow the Gregorian calendar") {
        CHECK(days_between({2016, 2, 28}, {2016, 3, 1}) == 2);
        CHECK(days_between({1900, 2, 28}, {1900, 3, 1}) == 1);
        CHECK(days_between({2016, 3, 31}, {2016, 1, 1}) == -90);
        CHECK(days_between({2000, 1, 1}, {2400, 1, 1}) == 146097);
        CHECK(weekday({2016, 3, 31}) == 3);
        CHECK(weekday({1969, 12, 28}) == 6);
        CHECK(weekday({1900, 1, 1}) == 0);
    }
}

// fraction_test.cpp - exact arithmetic where doubles would decide wrongly.
#include "vocabulary/fraction.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace scorebook;

namespace {

Fraction number(std::string_view text) {
    const auto value = Fraction::parse(text);
    REQUIRE(value);
    return *value;
}

}  // namespace

TEST_SUITE("vocabulary") {
    TEST_CASE("fraction: budget figures subtract exactly") {
        CHECK(number("24.661") - number("28.860") == number("-4.199"));
        CHECK(number("0.1") + number("0.2") == number("0.3"));
        CHECK(number("1e-05") == Fraction::ratio(1, 100000));
    }

    TEST_CASE("fraction: text that is no plain number has no value") {
        for (const char* text : {"", "-", "1,000", "1.2.3", "12a", "1e", "1e999"}) {
            CAPTURE(text);
            CHECK_FALSE(Fraction::parse(text).has_value());
        }
    }

    TEST_CASE("fraction: ties round as asked, on both sides of zero") {
        struct Case {
            const char* value;
            const char* step;
            const char* half_up;
            const char* half_even;
            const char* cut;
        };
        for (const Case& c : {Case{"212.5", "1", "213", "212", "212"},
                              {"-212.5", "1", "-213", "-212", "-212"},
                              {"75.45", "0.1", "75.5", "75.4", "75.4"},
                              {"0.35", "0.1", "0.4", "0.4", "0.3"},
                              {"92.74985", "0.1", "92.7", "92.7", "92.7"},
                              {"2387.667", "1", "2388", "2388", "2387"},
                              {"1234", "5", "1235", "1235", "1230"}}) {
            CAPTURE(c.value);
            CHECK(number(c.value).rounded(number(c.step)) == number(c.half_up));
            CHECK(number(c.value).rounded_half_even(number(c.step)) == number(c.half_even));
            CHECK(number(c.value).cut(number(c.step)) == number(c.cut));
        }
    }

    TEST_CASE("fraction: what doesn't fit and division by zero are unknown, and unknown never compares") {
        Fraction large = Fraction::power_of_ten(30);
        large = large * large;
        CHECK_FALSE(large.is_known());
        CHECK_FALSE((Fraction(1) / Fraction(0)).is_known());
        CHECK_FALSE(large == large);
        CHECK_FALSE(large < Fraction(1));
    }

    TEST_CASE("fraction: text has the wanted decimals and thousands by comma") {
        CHECK(to_text(Fraction(1133048), 0) == "1,133,048");
        CHECK(to_text(Fraction::ratio(29 * 100, 7304), 2) == "0.40");
        CHECK(to_text(number("-0.884"), 3) == "-0.884");
        CHECK(to_text(number("-0.04"), 1) == "0.0");
        CHECK(to_text(Fraction::ratio(1, 0), 1) == "unknown");
    }
}

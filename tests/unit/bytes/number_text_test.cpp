// number_text_test.cpp - numbers in the notation of <v> elements in files saved by Excel,
// which often spends 17 digits where fewer would do.
#include "bytes/number_text.hpp"

#include <doctest/doctest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>

using namespace scorebook;

TEST_SUITE("bytes") {
    TEST_CASE("number_text: numbers are spelt as in files saved by Excel") {
        const struct {
            double value;
            const char* text;
        } cases[] = {
            {0, "0"},
            {-0.0, "0"},
            {25, "25"},
            {-3, "-3"},
            {0.1, "0.1"},
            {0.25, "0.25"},
            {0.01, "0.01"},
            {-0.05, "-0.05"},
            {0.012, "1.2E-2"},
            {0.002, "2E-3"},
            {1e-4, "1E-4"},
            {1e-10, "1E-10"},
            {0.000010000000000000003, "1.0000000000000003E-5"},
            {-0.048801025416081778, "-4.880102541608178E-2"},
            {1.1, "1.1"},
            {1.0 / 3, "0.3333333333333333"},
            {0.1 + 0.2, "0.30000000000000004"},
            {42460.5, "42460.5"},
            {100000000000000, "100000000000000"},
            {1609344000000000, "1609344000000000"},
            {1e16, "1E+16"},
            {1.609344e21, "1.609344E+21"},
            {9.9999999999999999e306, "1E+307"},
            {-1.6906593639043508e-142, "-1.690659363904351E-142"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            CHECK(number_to_text(c.value) == c.text);
        }
    }

    TEST_CASE("number_text: every double reads back as itself, in at most 17 digits") {
        std::mt19937_64 random(20160331);
        int different = 0;
        std::size_t longest = 0;
        for (int i = 0; i != 300'000; ++i) {
            double value = std::bit_cast<double>(random());
            if (i % 3 == 0)
                value = static_cast<double>(random() % 100'000'000) / 1000;  // what registers hold
            if (!std::isfinite(value) || value == 0) continue;
            const std::string text = number_to_text(value);
            std::size_t digits = 0;
            for (const char c : text.substr(0, text.find('E'))) digits += c >= '0' && c <= '9' ? 1 : 0;
            longest = std::max(longest, digits);
            if (parse_number(text) != value) ++different;
        }
        CHECK(different == 0);
        CHECK(longest <= 18);  // 17, and the zero before the point
        for (const double value : {std::numeric_limits<double>::max(), std::numeric_limits<double>::min(),
                                   std::numeric_limits<double>::denorm_min(), std::nextafter(1.0, 2.0)}) {
            CHECK(parse_number(number_to_text(value)) == value);
        }
    }

    TEST_CASE("number_text: xsd:double is read") {
        const struct {
            const char* text;
            double value;
        } cases[] = {{"1", 1},        {"-.5", -0.5},
                     {"1E-3", 0.001}, {"1e-3", 0.001},
                     {"+2.5", 2.5},   {"007", 7},
                     {"1.", 1},       {"2.50E+11", 2.5e11},
                     {"-0", 0},       {"123456789012345678901234567890", 1.2345678901234568e29}};
        for (const auto& c : cases) {
            CAPTURE(c.text);
            CHECK(parse_number(c.text) == c.value);
        }
    }

    TEST_CASE("number_text: what is no number is refused") {
        for (const char* text :
             {"",   " 1", "1 ", "nan", "NaN", "inf", "-inf", "INF",   "infinity", "1,5",  "0x10",
              "1E", "E5", ".",  "-",   "+",   "+-1", "--1",  "1.2.3", "1e999",    "12abc"}) {
            CAPTURE(text);
            CHECK_FALSE(parse_number(text).has_value());
        }
    }

    TEST_CASE("take_number: cuts off the number a text begins with, and nothing else") {
        struct Case {
            const char* text;
            std::optional<double> number;
            const char* rest;
        };
        const Case cases[] = {
            {"2.5i", 2.5, "i"},
            {".5", 0.5, ""},
            {"3e2+i", 300, "+i"},
            {"7", 7, ""},
            {"-1", std::nullopt, "-1"},
            {"", std::nullopt, ""},
            {"nan", std::nullopt, "nan"},
            {"i", std::nullopt, "i"},
            {"1E999", std::nullopt, "1E999"},
        };
        for (const Case& c : cases) {
            CAPTURE(c.text);
            std::string_view text = c.text;
            CHECK(take_number(text) == c.number);
            CHECK(text == c.rest);
        }
    }
}

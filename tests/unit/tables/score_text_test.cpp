// score_text_test.cpp - scores and amounts typed as text.
#include "tables/score_text.hpp"

#include <doctest/doctest.h>

using namespace scorebook;

TEST_SUITE("tables") {
    TEST_CASE("score text: numbers, products and what stands beside them") {
        const struct {
            const char* text;
            double score;
            int impact;  ///< 0: not said
            int likelihood;
            bool disagrees;
        } cases[] = {
            {"12", 12, 0, 0, false},           {" 12* ", 12, 0, 0, false},
            {"12 (3x4)", 12, 3, 4, false},     {"5x4=20", 20, 5, 4, false},
            {"5 x 4", 20, 5, 4, false},        {"5 \xC3\x97 4 = 20", 20, 5, 4, false},
            {"5x4=25", 25, 5, 4, true},        {"I4 x L3 = 12", 12, 4, 3, false},
            {"L3 x I4", 12, 4, 3, false},      {"12 (I3, L4)", 12, 3, 4, false},
            {"20 - Red", 20, 0, 0, false},     {"Red (20)", 20, 0, 0, false},
            {"12 out of 25", 12, 0, 0, false}, {"12/25", 12, 0, 0, false},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            const ScoreText read = read_score_text(c.text);
            REQUIRE(read.score.has_value());
            CHECK(*read.score == c.score);
            CHECK(read.impact.value_or(0) == c.impact);
            CHECK(read.likelihood.value_or(0) == c.likelihood);
            CHECK(read.product_disagrees == c.disagrees);
        }
        for (const char* text : {"High", "12 now, 9 before", "", "to be scored"}) {
            CAPTURE(text);
            CHECK_FALSE(read_score_text(text).score.has_value());
        }
        CHECK(read_score_text("12").is_plain_number);
        CHECK_FALSE(read_score_text("12 (3x4)").is_plain_number);
    }

    TEST_CASE("score text: amounts with separators, signs and units") {
        CHECK(read_amount("1,133,048") == 1133048);
        CHECK(read_amount("\xC2\xA3"
                          "45 100") == 45100);
        CHECK(read_amount("78.4%") == 78.4);
        CHECK(read_amount("(4.2)") == -4.2);
        CHECK(read_amount("\xC2\xA3"
                          "37M") == 37e6);
        CHECK_FALSE(read_amount("within 3% target").has_value());
    }
}

// verdict_test.cpp - each rung of the ladder with the papers' own figures.
#include "vocabulary/verdict.hpp"

#include <doctest/doctest.h>

using namespace scorebook;

namespace {

Fraction number(std::string_view text) {
    const auto value = Fraction::parse(text);
    REQUIRE(value);
    return *value;
}

PrintedNumber as_printed(std::string_view text, Comparator comparator = Comparator::equal) {
    const std::size_t point = text.find('.');
    PrintedNumber result =
        printed(number(text), point == text.npos ? 0 : static_cast<int>(text.size() - point - 1));
    result.comparator = comparator;
    return result;
}

Interval rounded_to_five(std::int64_t count) {
    return Interval::around(count, Fraction::ratio(5, 2));
}

}  // namespace

TEST_SUITE("vocabulary") {
    TEST_CASE("verdict: counts are exact, so a percentage agrees, was cut off, or is wrong") {
        struct Case {
            const char* printed;
            std::int64_t part, whole;
            Verdict verdict;
        };
        for (const Case& c : {Case{"14", 11, 78, Verdict::agrees},
                              {"9", 11, 78, Verdict::wrong},
                              {"0.39", 29, 7304, Verdict::truncated},
                              {"0.11", 8, 7053, Verdict::agrees},
                              {"100.5", 8451, 8409, Verdict::agrees},
                              {"92.7", 361346, 389592, Verdict::agrees}}) {
            CAPTURE(c.printed);
            const Fraction share = Fraction::ratio(100 * c.part, c.whole);
            CHECK(judge(as_printed(c.printed), share) == c.verdict);
        }
    }

    TEST_CASE("verdict: a tie may go either way, and only one of them is worth a word") {
        const Fraction monthly = Fraction::ratio(1275, 6);
        CHECK(judge(as_printed("213"), monthly) == Verdict::agrees);
        CHECK(judge(as_printed("212"), monthly) == Verdict::half_even);
    }

    TEST_CASE("verdict: counts rounded to 5 explain what their quotient doesn't") {
        const auto range = rounded_to_five(2435) / rounded_to_five(2805);
        REQUIRE(range);
        const auto percent = *range * Interval::point(100);
        REQUIRE(percent);
        CHECK(judge(as_printed("86.7"), Fraction::ratio(243500, 2805), *percent) <= Verdict::within_rounding);
        // Warwickshire: exactly 65.0 printed 64.9.
        const auto half = rounded_to_five(325) / rounded_to_five(500);
        REQUIRE(half);
        const auto half_percent = *half * Interval::point(100);
        REQUIRE(half_percent);
        CHECK(judge(as_printed("64.9"), 65, *half_percent) == Verdict::within_rounding);
        CHECK(judge(as_printed("60.0"), 65, *half_percent) == Verdict::wrong);
    }

    TEST_CASE("verdict: inputs of three decimals allow the last digit to differ") {
        const auto range = as_printed("24.661").interval() - as_printed("28.860").interval();
        REQUIRE(range);
        CHECK(judge(as_printed("-4.199"), number("-4.199"), *range) == Verdict::agrees);
        CHECK(judge(as_printed("-4.200"), number("-4.199"), *range) == Verdict::within_rounding);
        CHECK(judge(as_printed("-4.210"), number("-4.199"), *range) == Verdict::wrong);
        CHECK(judge(as_printed("4.199"), number("-4.199"), *range) == Verdict::wrong);
    }

    TEST_CASE("verdict: hedged figures allow what their words allow") {
        CHECK(judge(as_printed("40", Comparator::about), number("40.909091")) == Verdict::agrees);
        CHECK(judge(as_printed("23", Comparator::about), number("23.425")) == Verdict::agrees);
        CHECK(judge(as_printed("46", Comparator::greater), number("46.436")) == Verdict::agrees);
        CHECK(judge(as_printed("46", Comparator::greater), number("45.9")) == Verdict::wrong);
        CHECK(judge(as_printed("25", Comparator::about), number("40")) == Verdict::wrong);
    }

    TEST_CASE("verdict: intervals divide only where nothing is divided by zero") {
        CHECK_FALSE((Interval::point(1) / Interval::around(0, 1)).has_value());
        CHECK_FALSE((Interval{std::nullopt, Fraction(1)} + Interval::point(1)).has_value());
    }
}

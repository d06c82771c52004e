// target_text_test.cpp - every form of a target in the papers (papers-audit.md 1.4).
#include "tables/target_text.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace scorebook;

namespace {

struct Form {
    std::string text;
    Target::Kind kind = Target::Kind::value;
    std::string value{};
    Comparator comparator = Comparator::equal;
    FigureUnit unit = FigureUnit::none;
};

}  // namespace

TEST_SUITE("tables") {
    TEST_CASE("target: each form of the papers is understood") {
        using K = Target::Kind;
        using C = Comparator;
        using U = FigureUnit;
        const std::vector<Form> forms{
            {"<0.4", K::value, "0.4", C::less},
            {"Not greater than 3%", K::value, "3", C::at_most, U::percent},
            {"within 3% target", K::value, "3", C::at_most, U::percent},
            {"75", K::value, "75"},
            {"99%", K::value, "99", C::equal, U::percent},
            {"100%", K::value, "100", C::equal, U::percent},
            {"0%", K::value, "0", C::equal, U::percent},
            {"No Target", K::none},
            {"n/a", K::none},
            {"", K::none},
            {"TBC", K::none},
            {"Maintain", K::maintain},
            {"84%", K::value, "84", C::equal, U::percent},
            {"30%", K::value, "30", C::equal, U::percent},
            {"678", K::value, "678"},
            {"15.7", K::value, "15.7"},
            {"fewer than 3.1%", K::value, "3.1", C::less, U::percent},
            {"fewer than 5%", K::value, "5", C::less, U::percent},
            {"approximately 25%", K::value, "25", C::about, U::percent},
            {"good being less than 10%", K::value, "10", C::less, U::percent},
            {"within the 5 day target (average repair time)", K::value, "5", C::at_most, U::days},
            {"within 20 working days", K::value, "20", C::at_most, U::working_days},
            {"£1.6m", K::value, "1600000", C::equal, U::pounds},
            {"£5.0m and £3.46m respectively", K::several, "5000000", C::equal, U::pounds},
            {"146,595", K::value, "146595"},
            {"8.00", K::value, "8"},
            {"1.84 days", K::value, "1.84", C::equal, U::days},
            {"target of one contact per worker per month", K::value, "1"},
            {"aim to achieve a 10% increase in employee satisfaction and engagement by 31 March 2015",
             K::increase, "10", C::equal, U::percent},
            {"target of one ... per worker per month", K::value, "1"},
            {"10 working days", K::value, "10", C::equal, U::working_days},
            {"within 48 hours", K::value, "172800", C::at_most, U::seconds},
            {"proposed reduction target of 3.1%", K::value, "3.1", C::equal, U::percent},
            {"80% or above", K::value, "80", C::at_least, U::percent},
            {"10-15%", K::range, "10", C::equal, U::percent},
            {"between 10 and 15", K::range, "10"},
            {"1 week to 3 weeks", K::range, "7", C::equal, U::days},
            {"as agreed with the service", K::unreadable},
        };
        for (const Form& form : forms) {
            CAPTURE(form.text);
            const Target target = read_target(form.text);
            CHECK(static_cast<int>(target.kind) == static_cast<int>(form.kind));
            REQUIRE(target.values.empty() == form.value.empty());
            if (form.value.empty()) continue;
            CHECK(target.values[0].number.value == *Fraction::parse(form.value));
            CHECK(target.values[0].number.comparator == form.comparator);
            CHECK(to_text(target.values[0].unit) == to_text(form.unit));
        }
    }

    TEST_CASE("target: a range keeps both ends, several targets keep all, a deadline is a day") {
        const Target range = read_target("10\u201315%");
        REQUIRE(range.values.size() == 2);
        CHECK(range.values[1].number.value == Fraction(15));
        CHECK(range.values[0].unit == FigureUnit::percent);
        CHECK(read_target("£5.0m and £3.46m respectively").values.size() == 2);
        const auto by = read_target("a 10% increase in satisfaction by 31 March 2015").by;
        REQUIRE(by);
        CHECK(*by == CalendarDate{2015, 3, 31});
    }

    TEST_CASE("target: why there is none is kept") {
        CHECK(read_target("").state == ValueState::blank);
        CHECK(read_target("n/a").state == ValueState::ambiguous);
        CHECK(read_target("No Target").state == ValueState::not_applicable);
        CHECK(read_target("TBC").state == ValueState::not_available);
    }
}

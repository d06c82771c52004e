// figure_test.cpp - every spelling of a value in the papers (papers-audit.md 1.5), with its unit and printed
// precision.
#include "tables/figure.hpp"

#include <doctest/doctest.h>

#include <string>

#include "tables/figure_text.hpp"

using namespace scorebook;

namespace {

Fraction number(std::string_view text) {
    const auto value = Fraction::parse(text);
    REQUIRE(value);
    return *value;
}

struct Spelling {
    std::string text;
    std::string value;
    FigureUnit unit = FigureUnit::none;
    std::string step = "1";
    Comparator comparator = Comparator::equal;
    std::string note{};
};

}  // namespace

TEST_SUITE("tables") {
    TEST_CASE("figure: each spelling of the papers has its value, unit, precision and hedge") {
        using U = FigureUnit;
        using C = Comparator;
        const std::vector<Spelling> spellings{
            {"1,133,048", "1133048"},
            {"22380", "22380"},
            {"£45 100", "45100", U::pounds},
            {"£1.61m", "1610000", U::pounds, "10000"},
            {"£202,000", "202000", U::pounds},
            {"£35.586m", "35586000", U::pounds, "1000"},
            {"£37M", "37000000", U::pounds, "1000000"},
            {"c. £23m", "23000000", U::pounds, "1000000", C::about},
            {"c£19m", "19000000", U::pounds, "1000000", C::about},
            {"just above £11.9m", "11900000", U::pounds, "100000", C::greater},
            {"£500k", "500000", U::pounds, "1000"},
            {"£65m", "65000000", U::pounds, "1000000"},
            {"> £500M", "500000000", U::pounds, "1000000", C::greater},
            {"in excess of £46m", "46000000", U::pounds, "1000000", C::greater},
            {"-4.200", "-4.2", U::none, "0.001"},
            {"\u221219.542", "-19.542", U::none, "0.001"},
            {"(4.2)", "-4.2", U::none, "0.1"},
            {"(£4.2m)", "-4200000", U::pounds, "100000"},
            {"£(4.2)m", "-4200000", U::pounds, "100000"},
            {"-£0.884m", "-884000", U::pounds, "1000"},
            {"£-0.884m", "-884000", U::pounds, "1000"},
            {"£1.2 million", "1200000", U::pounds, "100000"},
            {"£1.2bn", "1200000000", U::pounds, "100000000"},
            {"41.17%", "41.17", U::percent, "0.01"},
            {"5.1%", "5.1", U::percent, "0.1"},
            {"55.8%", "55.8", U::percent, "0.1"},
            {"68.30%", "68.3", U::percent, "0.01"},
            {"55.8 %", "55.8", U::percent, "0.1"},
            {"87.6", "87.6", U::none, "0.1"},
            {"approx.93.5%", "93.5", U::percent, "0.1", C::about},
            {"approximately 25%", "25", U::percent, "1", C::about},
            {"about 40%", "40", U::percent, "1", C::about},
            {"12 per cent", "12", U::percent},
            {"3.1 percentage points", "3.1", U::points, "0.1"},
            {"2pp", "2", U::points},
            {"00:41", "41", U::seconds},
            {"1:02:03", "3723", U::seconds},
            {"128 seconds", "128", U::seconds},
            {"914.0 per 100,000", "914", U::none, "0.1"},
            {"57 per 10,000", "57"},
            {"57 per 10,000 population", "57"},
            {"3 mins", "180", U::seconds, "60"},
            {"48 hours", "172800", U::seconds, "3600"},
            {"4.60 days", "4.6", U::days, "0.01"},
            {"10 working days", "10", U::working_days},
            {"1 week", "7", U::days, "7"},
            {"6 months", "6", U::months},
            {"97%*", "97", U::percent, "1", C::equal, "*"},
            {"100.3 \u00B9", "100.3", U::none, "0.1", C::equal, "\u00B9"},
            {"65.5 [r]", "65.5", U::none, "0.1", C::equal, "[r]"},
            {"12 (note 2)", "12", U::none, "1", C::equal, "(note 2)"},
            {"12 or above", "12", U::none, "1", C::at_least},
            {"80%+", "80", U::percent, "1", C::at_least},
            {"\u22643%", "3", U::percent, "1", C::at_most},
            {".5", "0.5", U::none, "0.1"},
        };
        for (const Spelling& s : spellings) {
            CAPTURE(s.text);
            const auto figure = read_figure(s.text);
            REQUIRE(figure);
            CHECK(figure->number.value == number(s.value));
            CHECK(to_text(figure->unit) == to_text(s.unit));
            CHECK(figure->number.step == number(s.step));
            CHECK(figure->number.comparator == s.comparator);
            CHECK(figure->note == s.note);
        }
    }

    TEST_CASE("figure: what isn't one figure isn't read as one") {
        for (const char* text :
             {"", "Maintain", "2014/15", "01/04/2015", "12 (3x4)", "4 - Major", "10 to 15", "Q2", "1.2.3",
              "00:99", "12 apples", "CR4", "1,13", "£m", "(4.2", "5x4=20"}) {
            CAPTURE(text);
            CHECK_FALSE(read_figure(text).has_value());
        }
    }

    TEST_CASE("figure: odd typing is remembered") {
        CHECK(read_figure("£45 100")->has_spaced_thousands);
        CHECK_FALSE(read_figure("£45,100")->has_spaced_thousands);
        CHECK(read_figure("00:41")->is_clock);
        CHECK(read_figure("68.30%")->places == 2);
    }

    TEST_CASE("figure: figures are found in sentences, dates and references are not") {
        struct Case {
            std::string text;
            std::vector<std::string> values;
        };
        for (const Case& c : std::vector<Case>{
                 {"a total of 78 had investigations or formal enquiries with only 11 of those upheld (9%)",
                  {"78", "11", "9"}},
                 {"increased from 0.11% to 0.39% (target 0.25%) from quarter 1 to quarter 2",
                  {"0.11", "0.39", "0.25", "1", "2"}},
                 {"the number of contracts let is 66 with a value of £72m.", {"66", "72000000"}},
                 {"the > £500M gap of 2016/17", {"500000000"}},
                 {"up 8.2% to 9,421", {"8.2", "9421"}},
                 {"by 31/03/2016, action 1.10.2 in 2014/15", {}},
                 {"-17.8% against 5.1%", {"-17.8", "5.1"}},
                 {"reduced from 29% to 22%, receiving approximately 560 referrals as opposed to 680 each "
                  "week",
                  {"29", "22", "560", "680"}}}) {
            CAPTURE(c.text);
            std::vector<std::string> found;
            const auto figures = find_figures(c.text);
            REQUIRE(figures.size() == c.values.size());
            for (std::size_t i = 0; i < figures.size(); ++i)
                CHECK(figures[i].figure.number.value == number(c.values[i]));
        }
    }

    TEST_CASE("figure: the words before a figure say how to take it") {
        const auto figures = find_figures("fewer than 5% and more than 46 of approximately 560");
        REQUIRE(figures.size() == 3);
        CHECK(figures[0].figure.number.comparator == Comparator::less);
        CHECK(figures[1].figure.number.comparator == Comparator::greater);
        CHECK(figures[2].figure.number.comparator == Comparator::about);
    }
}

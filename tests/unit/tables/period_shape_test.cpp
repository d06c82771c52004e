// period_shape_test.cpp - every period label of the papers (papers-audit.md 1.5): its sort, length and
// months.
#include "tables/period_shape.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace scorebook;

namespace {

struct Label {
    std::string text;
    PeriodKind kind;
    int months;
    int first_month;
    QuarterSense sense = QuarterSense::stated;
};

PeriodShape shape_of(std::string_view text) {
    const auto shape = read_period_shape(text);
    REQUIRE(shape);
    return *shape;
}

}  // namespace

TEST_SUITE("tables") {
    TEST_CASE("period shape: each label of the papers has its sort, length and first month") {
        using K = PeriodKind;
        constexpr auto custom = QuarterSense::financial_by_custom;
        const std::vector<Label> labels{
            {"Q1", K::quarter, 3, 4, custom},
            {"Q2 15/16", K::quarter, 3, 7, custom},
            {"quarter 2 2014/15 (July - September 2014)", K::quarter, 3, 7},
            {"2015/16 Q2", K::quarter, 3, 7, custom},
            {"Q4 of 2015/16", K::quarter, 3, 1, custom},
            {"Quarter One 2014/2015", K::quarter, 3, 4, custom},
            {"Performance Quarter Two 2014/2015 (%)", K::quarter, 3, 7, custom},
            {"third quarter", K::quarter, 3, 10, custom},
            {"2nd quarter", K::quarter, 3, 7, custom},
            {"calendar Q2 2016", K::quarter, 3, 4},
            {"Quarter 2 2016 - (June to August)", K::quarter, 3, 7, QuarterSense::contradicted},
            {"Apr-Jun", K::quarter, 3, 4},
            {"Jul-Sept", K::quarter, 3, 7},
            {"Jan-Mar", K::quarter, 3, 1},
            {"Oct '14", K::month, 1, 10},
            {"October '14", K::month, 1, 10},
            {"May 2016", K::month, 1, 5},
            {"March", K::month, 1, 3},
            {"2013/4", K::year, 12, 4},
            {"2014/15", K::year, 12, 4},
            {"2014/5", K::year, 12, 4},
            {"2008/9", K::year, 12, 4},
            {"13/14", K::year, 12, 4},
            {"Q1 16/17", K::quarter, 3, 4, custom},
            {"Q1 2016", K::quarter, 3, 4, custom},
            {"2016/18", K::several_months, 24, 4},
            {"Sept 15-Mar 19", K::several_months, 43, 9},
            {"Year to end of February 17", K::year_to_day, 12, 3},
            {"12 month period to 31 March 2015", K::year, 12, 4},
            {"12 months to", K::year_to_day, 12, 0},
            {"Year to Date", K::year_to_date, 0, 4},
            {"Performance YTD as at Quarter Two 2014/2015", K::year_to_date, 0, 4},
            {"first 6 months of this year", K::half, 6, 4},
            {"H2", K::half, 6, 10},
            {"first half of 2015/16", K::half, 6, 4},
            {"01/04/15 – 30/06/15", K::quarter, 3, 4},
            {"01/07/15 – 31/08/15", K::several_months, 2, 7},
            {"09/11/2014", K::day, 0, 0},
            {"mid 2013 estimates", K::day, 0, 0},
        };
        for (const Label& label : labels) {
            CAPTURE(label.text);
            const PeriodShape shape = shape_of(label.text);
            CHECK(static_cast<int>(shape.kind) == static_cast<int>(label.kind));
            CHECK(shape.months == label.months);
            CHECK(shape.first_month == label.first_month);
            CHECK(static_cast<int>(shape.sense) == static_cast<int>(label.sense));
        }
    }

    TEST_CASE("period shape: other headings are no periods") {
        for (const char* text :
             {"", "Target", "Measure", "Marketing", "Total", "Number of months overdue by risk"}) {
            CAPTURE(text);
            CHECK_FALSE(read_period_shape(text).has_value());
        }
    }

    TEST_CASE("period shape: only like periods compare") {
        CHECK(are_comparable(shape_of("Q4 2015/16"), shape_of("Q4 2016/17")));
        CHECK_FALSE(are_comparable(shape_of("Q1 2016/17"), shape_of("Q4 2016/17")));
        CHECK_FALSE(are_comparable(shape_of("2014/15"), shape_of("2015/16 Q2")));
        CHECK_FALSE(are_comparable(shape_of("01/04/15 – 30/06/15"), shape_of("01/07/15 – 31/08/15")));
        CHECK(are_comparable(shape_of("2013/14"), shape_of("2014/15")));
    }
}

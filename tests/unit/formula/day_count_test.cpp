// day_count_test.cpp - days between dates by each basis, counted by hand.
#include "formula/day_count.hpp"

#include <doctest/doctest.h>

namespace {

using namespace scorebook;
using namespace scorebook::formula;

constexpr DateSystem dates = DateSystem::from_1900;

double serial(int year, int month, int day) {
    return serial_of_day(year, month, day, dates).value();
}

TEST_SUITE_BEGIN("formula");

TEST_CASE("day count: each basis counts in its own way") {
    struct {
        const char* name;
        double from;
        double to;
        DayBasis basis;
        double days;
    } const cases[] = {
        {"31 January to 31 March, US", serial(2023, 1, 31), serial(2023, 3, 31), DayBasis::us_30_360, 60},
        {"15 January to 31 March, US", serial(2023, 1, 15), serial(2023, 3, 31), DayBasis::us_30_360, 76},
        {"15 January to 31 March, European", serial(2023, 1, 15), serial(2023, 3, 31),
         DayBasis::european_30_360, 75},
        {"end of February to its end, US", serial(2023, 2, 28), serial(2024, 2, 29), DayBasis::us_30_360,
         360},
        {"end of February, European", serial(2023, 2, 28), serial(2023, 3, 31), DayBasis::european_30_360,
         32},
        {"actual", serial(2024, 2, 1), serial(2024, 3, 1), DayBasis::actual_360, 29},
    };
    for (const auto& c : cases) {
        CAPTURE(c.name);
        CHECK(days_between(c.from, c.to, c.basis, dates) == c.days);
    }
}

TEST_CASE("day count: a year of actual/actual is 366 days where a 29 February lies in it") {
    CHECK(days_in_year(serial(2023, 3, 1), serial(2024, 2, 28), DayBasis::actual_actual, dates) == 365);
    CHECK(days_in_year(serial(2023, 3, 1), serial(2024, 2, 29), DayBasis::actual_actual, dates) == 366);
    CHECK(days_in_year(serial(2024, 1, 1), serial(2024, 1, 2), DayBasis::actual_actual, dates) == 366);
    CHECK(days_in_year(serial(2021, 1, 1), serial(2024, 1, 2), DayBasis::actual_actual, dates) == 365.25);
    CHECK(days_in_year(serial(2024, 1, 1), serial(2024, 1, 2), DayBasis::actual_365, dates) == 365);
}

TEST_CASE("day count: months on, the last day of a month stays the last") {
    CHECK(add_months(serial(2023, 1, 31), 1, false, dates) == serial(2023, 2, 28));
    CHECK(add_months(serial(2023, 2, 28), 1, false, dates) == serial(2023, 3, 28));
    CHECK(add_months(serial(2023, 2, 28), 1, true, dates) == serial(2023, 3, 31));
    CHECK(add_months(serial(2024, 3, 15), -3, false, dates) == serial(2023, 12, 15));
    CHECK(is_month_end(serial(2024, 2, 29), dates));
    CHECK_FALSE(is_month_end(serial(2024, 2, 28), dates));
}

TEST_SUITE_END();

}  // namespace

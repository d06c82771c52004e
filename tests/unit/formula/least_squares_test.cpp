// least_squares_test.cpp - fits whose answers are known exactly.
#include "formula/least_squares.hpp"

#include <doctest/doctest.h>

namespace {

using namespace scorebook::formula;

TEST_SUITE_BEGIN("formula");

TEST_CASE("least squares: points on a plane give the plane, with nothing left over") {
    // y = 2 a - 3 b + 7
    const FitPoints points{2, {1, 1, 2, 5, 3, 2, 4, 4, 5, 1}, {6, -4, 7, 3, 14}};
    const LinearFit fit = fit_line(points, true);
    CHECK(fit.slopes[0] == doctest::Approx(2));
    CHECK(fit.slopes[1] == doctest::Approx(-3));
    CHECK(fit.intercept == doctest::Approx(7));
    CHECK(fit.residual == doctest::Approx(0));
    CHECK(fit.freedom == 2);
}

TEST_CASE("least squares: a variable the others give is left out with slope 0") {
    const FitPoints points{2, {1, 2, 2, 4, 3, 6, 4, 8}, {3, 5, 7, 9}};
    const LinearFit fit = fit_line(points, true);
    CHECK(fit.slopes[0] == doctest::Approx(2));
    CHECK(fit.slopes[1] == 0);
    CHECK(fit.variables == 1);
    CHECK(fit.freedom == 2);
}

TEST_CASE("least squares: errors of slope and intercept by the textbook formula") {
    // Sxx = 5, Sxy = 7, Syy = 10: slope 1.4, residual 10 - 49/5 = 0.2, s^2 = 0.1; errors sqrt(s^2/5),
    // sqrt(s^2 (1/4 + 2.5^2/5)).
    const LinearFit fit = fit_line({1, {1, 2, 3, 4}, {1, 2, 4, 5}}, true);
    CHECK(fit.slopes[0] == doctest::Approx(1.4));
    CHECK(fit.intercept == doctest::Approx(-0.5));
    CHECK(fit.residual == doctest::Approx(0.2));
    CHECK(fit.slope_errors[0] == doctest::Approx(0.1414213562));
    CHECK(fit.intercept_error == doctest::Approx(0.3872983346));
}

TEST_SUITE_END();

}  // namespace

// least_squares.hpp - the linear fit behind LINEST, TREND and their exponential twins.
#pragma once

#include <cstddef>
#include <vector>

namespace scorebook::formula {

/// Points of a fit: `x[i * variables + v]` is variable v of point i.
struct FitPoints {
    std::size_t variables = 1;
    std::vector<double> x;
    std::vector<double> y;
};

struct LinearFit {
    std::vector<double> slopes;        ///< 0 for a variable the others already give
    std::vector<double> slope_errors;  ///< standard errors; 0 where the slope was left out
    double intercept = 0;
    double intercept_error = 0;
    double explained = 0;  ///< regression sum of squares
    double residual = 0;   ///< residual sum of squares
    double variables = 0;  ///< those not left out
    double freedom = 0;    ///< degrees of freedom left
    double value_at(const double* x) const;
};

/// Householder's QR on centred columns; without an intercept on the columns as they are.
LinearFit fit_line(const FitPoints& points, bool with_intercept);

}  // namespace scorebook::formula

// student_t.cpp - the t distribution by the incomplete beta function (Abramowitz & Stegun 26.7.1).
#include "formula/student_t.hpp"

#include <cmath>

#include "formula/special_functions.hpp"

namespace scorebook::formula {
namespace {

/// The share between 0 and t: exact for small t.
double t_from_mean(double t, double freedom) {
    const double total = freedom + t * t;
    return beta_below(t * t / total, freedom / total, 0.5, freedom / 2) / 2;
}

}  // namespace

double t_above(double t, double freedom) {
    const double total = freedom + t * t;
    return beta_below(freedom / total, t * t / total, freedom / 2, 0.5) / 2;
}

double t_quantile_above(double share, double freedom) {
    if (share == 0.5) return 0;
    return positive_quantile([&](double t) { return 2 * t_from_mean(t, freedom); },
                             [&](double t) { return 2 * t_above(t, freedom); }, 1 - 2 * share, 2 * share, 1);
}

}  // namespace scorebook::formula

// functions_distributions_continuous.cpp - gamma, beta, chi squared, F, t, Weibull, exponential: densities,
// shares and quantiles.
#include <cmath>

#include "formula/function_families.hpp"
#include "formula/numeric_call.hpp"
#include "formula/special_functions.hpp"

namespace scorebook::formula {
namespace {

double expon_dist(double x, double rate, bool cumulative) {
    if (x < 0 || rate <= 0) return not_a_number;
    return cumulative ? -std::expm1(-rate * x) : rate * std::exp(-rate * x);
}

double weibull_dist(double x, double shape, double scale, bool cumulative) {
    if (x < 0 || shape <= 0 || scale <= 0) return not_a_number;
    const double power = std::pow(x / scale, shape);
    if (cumulative) return -std::expm1(-power);
    return shape / scale * std::pow(x / scale, shape - 1) * std::exp(-power);
}

double gamma_dist(double x, double shape, double scale, bool cumulative) {
    if (x < 0 || shape <= 0 || scale <= 0) return not_a_number;
    if (cumulative) return gamma_below(shape, x / scale);
    if (x == 0) return shape > 1 ? 0 : shape == 1 ? 1 / scale : not_a_number;
    return std::exp((shape - 1) * std::log(x / scale) - x / scale - log_gamma(shape)) / scale;
}

double gamma_inv(double share, double shape, double scale) {
    if (share < 0 || share >= 1 || shape <= 0 || scale <= 0) return not_a_number;
    if (share == 0) return 0;
    return scale * positive_quantile([&](double x) { return gamma_below(shape, x); },
                                     [&](double x) { return gamma_above(shape, x); }, share, 1 - share,
                                     shape);
}

/// BETA.DIST, and the old BETADIST, which is always cumulative: its bounds come one place earlier.
template <bool always_cumulative>
Value beta_dist(Call& call) {
    constexpr std::size_t bounds = always_cumulative ? 3 : 4;
    const double x = call.number(0);
    const double a = call.number(1);
    const double b = call.number(2);
    const bool cumulative = always_cumulative || call.boolean(3);
    const double low = call.number_or(bounds, 0);
    const double high = call.number_or(bounds + 1, 1);
    if (call.failed()) return 0.0;
    if (a <= 0 || b <= 0 || x < low || x > high || low == high) return CellError::num;
    const double width = high - low;
    const double below = (x - low) / width;
    const double above = (high - x) / width;
    if (cumulative) return checked_number(beta_below(below, above, a, b));
    if ((below == 0 && a < 1) || (above == 0 && b < 1)) return CellError::num;
    return checked_number(std::pow(below, a - 1) * std::pow(above, b - 1) * std::exp(-log_beta(a, b)) /
                          width);
}

Value beta_inv(Call& call) {
    const double share = call.number(0);
    const double a = call.number(1);
    const double b = call.number(2);
    const double low = call.number_or(3, 0);
    const double high = call.number_or(4, 1);
    if (call.failed()) return 0.0;
    if (share <= 0 || share >= 1 || a <= 0 || b <= 0 || low >= high) return CellError::num;
    // On the side of 0 the root is found to its last digit; near 1 the other side is the exact one.
    const double half = beta_below(0.5, 0.5, a, b);
    double x = 0;
    if (half >= share) {
        x = positive_quantile([&](double at) { return beta_below(at, 1 - at, a, b); },
                              [&](double at) { return beta_below(1 - at, at, b, a); }, share, 1 - share, 0.5);
    } else {
        x = 1 - positive_quantile([&](double at) { return beta_below(at, 1 - at, b, a); },
                                  [&](double at) { return beta_below(1 - at, at, a, b); }, 1 - share, share,
                                  0.5);
    }
    return checked_number(low + x * (high - low));
}

constexpr double largest_freedom = 1e10;

bool bad_freedom(double freedom) {
    return freedom < 1 || freedom > largest_freedom;
}

double chisq_density(double x, double freedom) {
    const double half = freedom / 2;
    if (x == 0) return freedom > 2 ? 0 : freedom == 2 ? 0.5 : not_a_number;
    return std::exp((half - 1) * std::log(x / 2) - x / 2 - log_gamma(half)) / 2;
}

double chisq_dist(double x, double freedom, bool cumulative) {
    freedom = std::trunc(freedom);
    if (x < 0 || bad_freedom(freedom)) return not_a_number;
    return cumulative ? gamma_below(freedom / 2, x / 2) : chisq_density(x, freedom);
}

double chisq_dist_rt(double x, double freedom) {
    freedom = std::trunc(freedom);
    if (x < 0 || bad_freedom(freedom)) return not_a_number;
    return gamma_above(freedom / 2, x / 2);
}

double chisq_quantile(double below, double above, double freedom) {
    const double half = freedom / 2;
    return 2 * positive_quantile([&](double x) { return gamma_below(half, x); },
                                 [&](double x) { return gamma_above(half, x); }, below, above, half);
}

double chisq_inv(double share, double freedom) {
    freedom = std::trunc(freedom);
    if (share < 0 || share >= 1 || bad_freedom(freedom)) return not_a_number;
    return share == 0 ? 0 : chisq_quantile(share, 1 - share, freedom);
}

double chisq_inv_rt(double share, double freedom) {
    freedom = std::trunc(freedom);
    if (share <= 0 || share > 1 || bad_freedom(freedom)) return not_a_number;
    return share == 1 ? 0 : chisq_quantile(1 - share, share, freedom);
}

double f_below(double x, double n, double m) {
    const double total = n * x + m;
    return beta_below(n * x / total, m / total, n / 2, m / 2);
}
double f_above(double x, double n, double m) {
    const double total = n * x + m;
    return beta_below(m / total, n * x / total, m / 2, n / 2);
}

double f_dist(double x, double n, double m, bool cumulative) {
    n = std::trunc(n);
    m = std::trunc(m);
    if (x < 0 || bad_freedom(n) || bad_freedom(m)) return not_a_number;
    if (cumulative) return f_below(x, n, m);
    if (x == 0) return n > 2 ? 0 : n == 2 ? 1 : not_a_number;
    return std::exp(n / 2 * std::log(n) + m / 2 * std::log(m) + (n / 2 - 1) * std::log(x) -
                    (n + m) / 2 * std::log(m + n * x) - log_beta(n / 2, m / 2));
}

double f_dist_rt(double x, double n, double m) {
    n = std::trunc(n);
    m = std::trunc(m);
    if (x < 0 || bad_freedom(n) || bad_freedom(m)) return not_a_number;
    return f_above(x, n, m);
}

double f_quantile(double below, double above, double n, double m) {
    return positive_quantile([&](double x) { return f_below(x, n, m); },
                             [&](double x) { return f_above(x, n, m); }, below, above, 1);
}

double f_inv(double share, double n, double m) {
    n = std::trunc(n);
    m = std::trunc(m);
    if (share < 0 || share >= 1 || bad_freedom(n) || bad_freedom(m)) return not_a_number;
    return share == 0 ? 0 : f_quantile(share, 1 - share, n, m);
}

double f_inv_rt(double share, double n, double m) {
    n = std::trunc(n);
    m = std::trunc(m);
    if (share <= 0 || share > 1 || bad_freedom(n) || bad_freedom(m)) return not_a_number;
    return share == 1 ? 0 : f_quantile(1 - share, share, n, m);
}

constexpr FunctionRow distributions_continuous_rows[] = {
    {"BETA.DIST", 4, 6, "vvvvvv", beta_dist<false>},
    {"BETA.INV", 3, 5, "vvvvv", beta_inv},
    {"BETADIST", 3, 5, "vvvvv", beta_dist<true>},
    {"BETAINV", 3, 5, "vvvvv", beta_inv},
    {"CHIDIST", 2, 2, "vv", of_numbers<chisq_dist_rt>},
    {"CHIINV", 2, 2, "vv", of_numbers<chisq_inv_rt>},
    {"CHISQ.DIST", 3, 3, "vvv", of_numbers<chisq_dist>},
    {"CHISQ.DIST.RT", 2, 2, "vv", of_numbers<chisq_dist_rt>},
    {"CHISQ.INV", 2, 2, "vv", of_numbers<chisq_inv>},
    {"CHISQ.INV.RT", 2, 2, "vv", of_numbers<chisq_inv_rt>},
    {"EXPON.DIST", 3, 3, "vvv", of_numbers<expon_dist>},
    {"EXPONDIST", 3, 3, "vvv", of_numbers<expon_dist>},
    {"F.DIST", 4, 4, "vvvv", of_numbers<f_dist>},
    {"F.DIST.RT", 3, 3, "vvv", of_numbers<f_dist_rt>},
    {"F.INV", 3, 3, "vvv", of_numbers<f_inv>},
    {"F.INV.RT", 3, 3, "vvv", of_numbers<f_inv_rt>},
    {"FDIST", 3, 3, "vvv", of_numbers<f_dist_rt>},
    {"FINV", 3, 3, "vvv", of_numbers<f_inv_rt>},
    {"GAMMA.DIST", 4, 4, "vvvv", of_numbers<gamma_dist>},
    {"GAMMA.INV", 3, 3, "vvv", of_numbers<gamma_inv>},
    {"GAMMADIST", 4, 4, "vvvv", of_numbers<gamma_dist>},
    {"GAMMAINV", 3, 3, "vvv", of_numbers<gamma_inv>},
    {"WEIBULL", 4, 4, "vvvv", of_numbers<weibull_dist>},
    {"WEIBULL.DIST", 4, 4, "vvvv", of_numbers<weibull_dist>},
};

}  // namespace

std::span<const FunctionRow> functions_distributions_continuous() {
    return distributions_continuous_rows;
}

}  // namespace scorebook::formula

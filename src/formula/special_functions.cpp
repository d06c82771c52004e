// special_functions.cpp - series and continued fractions (Abramowitz & Stegun 6.5, 26.5), roots by
// bracketing.
#include "formula/special_functions.hpp"

#include <cmath>
#include <limits>

namespace scorebook::formula {
namespace {

constexpr double tiny = 1e-300;
constexpr double precise = std::numeric_limits<double>::epsilon() / 4;
constexpr int most_terms = 100000;
constexpr double sqrt_2 = 1.4142135623730951;
constexpr double sqrt_2_pi = 2.5066282746310002;

/// x^a e^-x / gamma(a), the factor before series and fraction.
double gamma_factor(double shape, double x) {
    if (shape < 100) return std::exp(shape * std::log(x) - x - log_gamma(shape));
    // For large shapes the three terms nearly cancel; Stirling's series takes the cancellation apart
    // (A&S 6.1.41).
    const double deviation = (x - shape) / shape;
    const double exponent = -shape * (deviation - std::log1p(deviation));
    const double square = shape * shape;
    const double correction = (1.0 / 12 - (1.0 / 360 - 1.0 / (1260 * square)) / square) / shape;
    return std::exp(exponent - correction) * std::sqrt(shape) / sqrt_2_pi;
}

double gamma_series(double shape, double x) {
    double term = 1 / shape;
    double sum = term;
    for (int i = 1; i < most_terms; ++i) {
        term *= x / (shape + i);
        sum += term;
        if (term < sum * precise) break;
    }
    return sum * gamma_factor(shape, x);
}

double gamma_fraction(double shape, double x) {
    double b = x + 1 - shape;
    double c = 1 / tiny;
    double d = 1 / b;
    double h = d;
    for (int i = 1; i < most_terms; ++i) {
        const double a = -i * (i - shape);
        b += 2;
        d = a * d + b;
        if (std::abs(d) < tiny) d = tiny;
        c = b + a / c;
        if (std::abs(c) < tiny) c = tiny;
        d = 1 / d;
        const double factor = d * c;
        h *= factor;
        if (std::abs(factor - 1) < 1e-16) break;
    }
    return h * gamma_factor(shape, x);
}

double beta_fraction(double x, double a, double b) {
    double c = 1;
    double d = 1 - (a + b) * x / (a + 1);
    if (std::abs(d) < tiny) d = tiny;
    d = 1 / d;
    double h = d;
    for (int m = 1; m < most_terms; ++m) {
        const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 + even * d;
        if (std::abs(d) < tiny) d = tiny;
        c = 1 + even / c;
        if (std::abs(c) < tiny) c = tiny;
        d = 1 / d;
        h *= d * c;
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 + odd * d;
        if (std::abs(d) < tiny) d = tiny;
        c = 1 + odd / c;
        if (std::abs(c) < tiny) c = tiny;
        d = 1 / d;
        const double factor = d * c;
        h *= factor;
        if (std::abs(factor - 1) < 3e-16) break;
    }
    return h;
}

/// The remainder of Stirling's formula for ln gamma.
double stirling_rest(double x) {
    const double square = x * x;
    return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - 1.0 / (1680 * square)) / square) / square) / x;
}

}  // namespace

double log_gamma(double x) {
    return std::lgamma(x);
}

double log_beta(double a, double b) {
    const double large = std::max(a, b);
    const double small = std::min(a, b);
    if (large < 20) return std::lgamma(a) + std::lgamma(b) - std::lgamma(a + b);
    // gamma(large) / gamma(large + small) without taking large numbers from each other.
    const double ratio = -(large - 0.5) * std::log1p(small / large) - small * std::log(large + small) +
                         small + stirling_rest(large) - stirling_rest(large + small);
    return std::lgamma(small) + ratio;
}

double log_choices(double n, double k) {
    return -std::log1p(n) - log_beta(n - k + 1, k + 1);
}

double gamma_below(double shape, double x) {
    if (x <= 0) return 0;
    return x < shape + 1 ? gamma_series(shape, x) : 1 - gamma_fraction(shape, x);
}

double gamma_above(double shape, double x) {
    if (x <= 0) return 1;
    return x < shape + 1 ? 1 - gamma_series(shape, x) : gamma_fraction(shape, x);
}

double beta_below(double x, double complement, double a, double b) {
    if (x <= 0) return 0;
    if (complement <= 0) return 1;
    const double factor = std::exp(a * std::log(x) + b * std::log(complement) - log_beta(a, b));
    if (x < (a + 1) / (a + b + 2)) return factor * beta_fraction(x, a, b) / a;
    return 1 - factor * beta_fraction(complement, b, a) / b;
}

double normal_density(double z) {
    return std::exp(-z * z / 2) / sqrt_2_pi;
}

double normal_below(double z) {
    return std::erfc(-z / sqrt_2) / 2;
}

double normal_from_mean(double z) {
    return std::erf(z / sqrt_2) / 2;
}

double normal_quantile(double share) {
    // Acklam's rational approximation (1e-9), made exact by two of Halley's steps.
    constexpr double a[] = {-3.969683028665376e+01, 2.209460984245205e+02,  -2.759285104469687e+02,
                            1.383577518672690e+02,  -3.066479806614716e+01, 2.506628277459239e+00};
    constexpr double b[] = {-5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02,
                            6.680131188771972e+01, -1.328068155288572e+01};
    constexpr double c[] = {-7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
                            -2.549732539343734e+00, 4.374664141464968e+00,  2.938163982698783e+00};
    constexpr double d[] = {7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00,
                            3.754408661907416e+00};
    if (share == 0.5) return 0;
    if (share > 0.5) return -normal_quantile(1 - share);
    double z = 0;
    if (share < 0.02425) {
        const double q = std::sqrt(-2 * std::log(share));
        z = (((((c[0] * q + c[1]) * q + c[2]) * q + c[3]) * q + c[4]) * q + c[5]) /
            ((((d[0] * q + d[1]) * q + d[2]) * q + d[3]) * q + 1);
    } else {
        const double q = share - 0.5;
        const double r = q * q;
        z = (((((a[0] * r + a[1]) * r + a[2]) * r + a[3]) * r + a[4]) * r + a[5]) * q /
            (((((b[0] * r + b[1]) * r + b[2]) * r + b[3]) * r + b[4]) * r + 1);
    }
    for (int step = 0; step < 2; ++step) {
        // Near the middle the distance from it is the exact side to compare.
        const double error = share > 0.25 ? normal_from_mean(z) - (share - 0.5) : normal_below(z) - share;
        const double u = error / normal_density(z);
        z -= u / (1 + z * u / 2);
    }
    return z;
}

double find_zero(const std::function<double(double)>& f, double low, double high) {
    double f_low = f(low);
    double f_high = f(high);
    for (int i = 0; i < 400 && low < high; ++i) {
        // The secant when it halves the bracket in step with bisection, else the middle.
        double x = low + (high - low) / 2;
        if (i % 3 != 2 && f_high > f_low) {
            const double secant = low - f_low * (high - low) / (f_high - f_low);
            if (secant > low && secant < high) x = secant;
        }
        if (x <= low || x >= high) break;
        const double value = f(x);
        if (value == 0) return x;
        if (value < 0) {
            low = x;
            f_low = value;
        } else {
            high = x;
            f_high = value;
        }
    }
    return std::abs(f_low) < std::abs(f_high) ? low : high;
}

double positive_quantile(const std::function<double(double)>& below,
                         const std::function<double(double)>& above, double share, double rest,
                         double typical) {
    const auto excess = [&](double x) { return share <= 0.5 ? below(x) - share : rest - above(x); };
    double low = typical;
    double high = typical;
    for (int i = 0; i < 1100 && excess(low) > 0; ++i) low /= 2;
    for (int i = 0; i < 1100 && excess(high) < 0; ++i) high *= 2;
    return find_zero(excess, low, high);
}

}  // namespace scorebook::formula

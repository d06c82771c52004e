// functions_engineering_bessel.cpp - BESSELJ, -Y, -I and -K by the polynomials of Abramowitz & Stegun 9.4
// and 9.8.
//
// Their error of 1e-8 is part of Excel's results (BESSELJ(0,0) is 1.00000000283141), so nothing better is
// used.
#include <cmath>
#include <initializer_list>

#include "formula/function_families.hpp"
#include "formula/numeric_call.hpp"

namespace scorebook::formula {
namespace {

constexpr double two_by_pi = 0.636619772;

/// Coefficients from the constant on.
double polynomial(double y, std::initializer_list<double> coefficients) {
    double value = 0;
    for (const double* c = coefficients.end(); c != coefficients.begin();) value = value * y + *--c;
    return value;
}

constexpr std::initializer_list<double> one_of_second_kind = {1.0, 0.183105e-2, -0.3516396496e-4,
                                                              0.2457520174e-5, -0.240337019e-6};
/// Excel's BESSELJ(10,1) is 0.04347225, not 0.04347275: it has the third coefficient twice.
constexpr std::initializer_list<double> one_of_first_kind = {
    1.0, 0.183105e-2, -0.3516396496e-4, -0.3516396496e-4, 0.2457520174e-5, -0.240337019e-6};

/// Beyond 8: an amplitude and a phase, the same polynomials for J and Y.
double wave(double x, bool order_one, bool second_kind) {
    const double z = 8 / x;
    const double y = z * z;
    const double phase = x - (order_one ? 2.356194491 : 0.785398164);
    const double p =
        order_one
            ? polynomial(y, second_kind ? one_of_second_kind : one_of_first_kind)
            : polynomial(y, {1.0, -0.1098628627e-2, 0.2734510407e-4, -0.2073370639e-5, 0.2093887211e-6});
    const double q = order_one ? polynomial(y, {0.04687499995, -0.2002690873e-3, 0.8449199096e-5,
                                                -0.88228987e-6, 0.105787412e-6})
                               : polynomial(y, {-0.1562499995e-1, 0.1430488765e-3, -0.6911147651e-5,
                                                0.7621095161e-6, -0.934945152e-7});
    const double amplitude = std::sqrt(two_by_pi / x);
    if (second_kind) return amplitude * (std::sin(phase) * p + z * std::cos(phase) * q);
    return amplitude * (std::cos(phase) * p - z * std::sin(phase) * q);
}

double j0(double x) {
    if (std::abs(x) >= 8) return wave(std::abs(x), false, false);
    const double y = x * x;
    return polynomial(y,
                      {57568490574.0, -13362590354.0, 651619640.7, -11214424.18, 77392.33017, -184.9052456}) /
           polynomial(y, {57568490411.0, 1029532985.0, 9494680.718, 59272.64853, 267.8532712, 1.0});
}

double j1(double x) {
    if (std::abs(x) >= 8) return std::copysign(1.0, x) * wave(std::abs(x), true, false);
    const double y = x * x;
    return x *
           polynomial(y,
                      {72362614232.0, -7895059235.0, 242396853.1, -2972611.439, 15704.48260, -30.16036606}) /
           polynomial(y, {144725228442.0, 2300535178.0, 18583304.74, 99447.43394, 376.9991397, 1.0});
}

double y0(double x) {
    if (x >= 8) return wave(x, false, true);
    const double y = x * x;
    return polynomial(y,
                      {-2957821389.0, 7062834065.0, -512359803.6, 10879881.29, -86327.92757, 228.4622733}) /
               polynomial(y, {40076544269.0, 745249964.8, 7189466.438, 47447.26470, 226.1030244, 1.0}) +
           two_by_pi * j0(x) * std::log(x);
}

double y1(double x) {
    if (x >= 8) return wave(x, true, true);
    const double y = x * x;
    return x *
               polynomial(y, {-0.4900604943e13, 0.1275274390e13, -0.5153438139e11, 0.7349264551e9,
                              -0.4237922726e7, 0.8511937935e4}) /
               polynomial(y, {0.2499580570e14, 0.4244419664e12, 0.3733650367e10, 0.2245904002e8,
                              0.1020426050e6, 0.3549632885e3, 1.0}) +
           two_by_pi * (j1(x) * std::log(x) - 1 / x);
}

double i0(double x) {
    x = std::abs(x);
    if (x < 3.75) {
        const double y = (x / 3.75) * (x / 3.75);
        return polynomial(y, {1.0, 3.5156229, 3.0899424, 1.2067492, 0.2659732, 0.360768e-1, 0.45813e-2});
    }
    return std::exp(x) / std::sqrt(x) *
           polynomial(3.75 / x, {0.39894228, 0.1328592e-1, 0.225319e-2, -0.157565e-2, 0.916281e-2,
                                 -0.2057706e-1, 0.2635537e-1, -0.1647633e-1, 0.392377e-2});
}

double i1(double signed_x) {
    const double x = std::abs(signed_x);
    double value = 0;
    if (x < 3.75) {
        const double y = (x / 3.75) * (x / 3.75);
        value = x * polynomial(
                        y, {0.5, 0.87890594, 0.51498869, 0.15084934, 0.2658733e-1, 0.301532e-2, 0.32411e-3});
    } else {
        value = std::exp(x) / std::sqrt(x) *
                polynomial(3.75 / x, {0.39894228, -0.3988024e-1, -0.362018e-2, 0.163801e-2, -0.1031555e-1,
                                      0.2282967e-1, -0.2895312e-1, 0.1787654e-1, -0.420059e-2});
    }
    return std::copysign(value, signed_x);
}

double k0(double x) {
    if (x <= 2) {
        return -std::log(x / 2) * i0(x) +
               polynomial(x * x / 4, {-0.57721566, 0.42278420, 0.23069756, 0.3488590e-1, 0.262698e-2,
                                      0.10750e-3, 0.74e-5});
    }
    return std::exp(-x) / std::sqrt(x) *
           polynomial(2 / x, {1.25331414, -0.7832358e-1, 0.2189568e-1, -0.1062446e-1, 0.587872e-2,
                              -0.251540e-2, 0.53208e-3});
}

double k1(double x) {
    if (x <= 2) {
        return std::log(x / 2) * i1(x) + polynomial(x * x / 4, {1.0, 0.15443144, -0.67278579, -0.18156897,
                                                                -0.1919402e-1, -0.110404e-2, -0.4686e-4}) /
                                             x;
    }
    return std::exp(-x) / std::sqrt(x) *
           polynomial(2 / x, {1.25331414, 0.23498619, -0.3655620e-1, 0.1504268e-1, -0.780353e-2, 0.325614e-2,
                              -0.68245e-3});
}

/// Downward recurrence begins this much above the order wanted, and rescales here.
constexpr double accuracy = 40;
constexpr double too_large = 1e10;

double jn(double signed_x, int n) {
    if (n == 0) return j0(signed_x);
    if (n == 1) return j1(signed_x);
    const double x = std::abs(signed_x);
    if (x == 0) return 0;
    double result = 0;
    if (x > n) {
        double before = j0(x);
        result = j1(x);
        for (int k = 1; k < n; ++k) {
            const double next = k * 2 / x * result - before;
            before = result;
            result = next;
        }
    } else {
        double after = 0;
        double current = 1;
        double sum = 0;
        bool even = false;
        for (int k = 2 * ((n + static_cast<int>(std::sqrt(accuracy * n))) / 2); k > 0; --k) {
            const double before = k * 2 / x * current - after;
            after = current;
            current = before;
            if (std::abs(current) > too_large) {
                for (double* value : {&current, &after, &result, &sum}) *value /= too_large;
            }
            if (even) sum += current;
            even = !even;
            if (k == n) result = after;
        }
        result /= 2 * sum - current;
    }
    return signed_x < 0 && n % 2 == 1 ? -result : result;
}

double in(double signed_x, int n) {
    if (n == 0) return i0(signed_x);
    if (n == 1) return i1(signed_x);
    const double x = std::abs(signed_x);
    if (x == 0) return 0;
    double after = 0;
    double current = 1;
    double result = 0;
    for (int k = 2 * (n + static_cast<int>(std::sqrt(accuracy * n))); k > 0; --k) {
        const double before = after + k * 2 / x * current;
        after = current;
        current = before;
        if (std::abs(current) > too_large) {
            for (double* value : {&current, &after, &result}) *value /= too_large;
        }
        if (k == n) result = after;
    }
    result *= i0(x) / current;
    return signed_x < 0 && n % 2 == 1 ? -result : result;
}

/// Upward from orders 0 and 1; `sign` is -1 for Y, +1 for K.
double upward(double x, int n, double first, double second, double sign) {
    if (n == 0) return first;
    for (int k = 1; k < n && std::isfinite(second); ++k) {
        const double next = sign * first + k * 2 / x * second;
        first = second;
        second = next;
    }
    return second;
}

double yn(double x, int n) {
    return x > 0 ? upward(x, n, y0(x), n > 0 ? y1(x) : 0, -1) : not_a_number;
}
double kn(double x, int n) {
    return x > 0 ? upward(x, n, k0(x), n > 0 ? k1(x) : 0, 1) : not_a_number;
}

template <double (*code)(double x, int order)>
Value bessel(Call& call) {
    const double x = strict_number(call, 0);
    const double order = std::trunc(strict_number(call, 1));
    if (call.failed()) return 0.0;
    if (order < 0 || order > 100000) return CellError::num;
    return checked_number(code(x, static_cast<int>(order)));
}

constexpr FunctionRow engineering_bessel_rows[] = {
    {"BESSELI", 2, 2, "vv", bessel<in>},
    {"BESSELJ", 2, 2, "vv", bessel<jn>},
    {"BESSELK", 2, 2, "vv", bessel<kn>},
    {"BESSELY", 2, 2, "vv", bessel<yn>},
};

}  // namespace

std::span<const FunctionRow> functions_engineering_bessel() {
    return engineering_bessel_rows;
}

}  // namespace scorebook::formula

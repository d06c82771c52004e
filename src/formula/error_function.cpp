// error_function.cpp - by pairs of doubles, which leave one rounding at the end: the C libraries of two
// machines round std::erf differently, and the same workbook must give the same bytes in WebAssembly.
//
// Pairs as T. J. Dekker has them (Numerische Mathematik 18, 1971); the series and the continued fraction
// are 7.6.2 and 7.9.4 of NIST's Digital Library of Mathematical Functions.
#include "formula/error_function.hpp"

#include <cmath>

namespace scorebook::formula {
namespace {

/// high + low, where low is less than half of high's last place.
struct Pair {
    double high;
    double low;
};

Pair normalised(double high, double low) {
    const double sum = high + low;
    return {sum, low - (sum - high)};
}

Pair exact_sum(double a, double b) {
    const double sum = a + b;
    const double of_b = sum - a;
    return {sum, (a - (sum - of_b)) + (b - of_b)};
}

/// Two halves of 26 bits whose products are exact.
Pair halves(double number) {
    const double scaled = 134217729.0 * number;  // 2^27 + 1
    const double high = scaled - (scaled - number);
    return {high, number - high};
}

Pair exact_product(double a, double b) {
    const double product = a * b;
    const Pair x = halves(a);
    const Pair y = halves(b);
    return {product, ((x.high * y.high - product) + x.high * y.low + x.low * y.high) + x.low * y.low};
}

Pair operator+(Pair a, Pair b) {
    const Pair sum = exact_sum(a.high, b.high);
    return normalised(sum.high, sum.low + (a.low + b.low));
}

Pair operator-(Pair a) {
    return {-a.high, -a.low};
}

Pair operator*(Pair a, Pair b) {
    const Pair product = exact_product(a.high, b.high);
    return normalised(product.high, product.low + (a.high * b.low + a.low * b.high));
}

Pair operator/(Pair a, Pair b) {
    const double first = a.high / b.high;
    const Pair rest = a + -(b * Pair{first, 0});
    const double second = rest.high / b.high;
    const Pair last = rest + -(b * Pair{second, 0});
    return normalised(first, second) + Pair{last.high / b.high, 0};
}

constexpr Pair one = {1, 0};
constexpr Pair two_by_root_pi = {1.1283791670955126, 1.533545961316588e-17};
constexpr Pair half_root_pi_inverse = {0.5641895835477563, 7.66772980658294e-18};
constexpr double rounds_to_one = 6;    // erf(6) is 1 - 2e-17
constexpr double rounds_to_zero = 28;  // erfc(28) is below the smallest double

Pair exp_of_minus(Pair x) {
    constexpr int halvings = 16;
    const double scale = std::ldexp(1.0, -halvings);
    const Pair small = {-x.high * scale, -x.low * scale};  // at most 0.012
    Pair sum = one;
    for (int term = 12; term > 0; --term) sum = one + small * sum / Pair{static_cast<double>(term), 0};
    for (int i = 0; i < halvings; ++i) sum = sum * sum;
    return sum;
}

/// All terms of the same sign, so that none takes digits from another.
Pair error_series(double x) {
    const Pair square = exact_product(x, x);
    Pair term = {x, 0};
    Pair sum = term;
    for (int odd = 3; std::fabs(term.high) > 1e-34 * std::fabs(sum.high); odd += 2) {
        term = term * square * Pair{2, 0} / Pair{static_cast<double>(odd), 0};
        sum = sum + term;
    }
    return sum * exp_of_minus(square) * two_by_root_pi;
}

/// For x from 3, where 60 steps are more than enough.
Pair complement_fraction(double x) {
    Pair below = {x, 0};
    for (int step = 60; step > 0; --step) below = Pair{x, 0} + Pair{step / 2.0, 0} / below;
    return exp_of_minus(exact_product(x, x)) * half_root_pi_inverse / below;
}

}  // namespace

double error_function(double x) {
    if (std::isnan(x) || x == 0) return x;
    if (std::fabs(x) >= rounds_to_one) return x < 0 ? -1 : 1;
    return error_series(x).high;
}

double complementary_error_function(double x) {
    if (std::isnan(x)) return x;
    if (x >= rounds_to_zero) return 0;
    if (x <= -rounds_to_one) return 2;
    return x < 3 ? (one + -error_series(x)).high : complement_fraction(x).high;
}

}  // namespace scorebook::formula

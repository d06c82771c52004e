// functions_statistics_pairs.cpp - two lists side by side: correlation, the straight line through points.
#include <cmath>

#include "formula/function_families.hpp"
#include "formula/numeric_call.hpp"

namespace scorebook::formula {
namespace {

/// Means, and sums of the products of distances from them.
struct Moments {
    double count = 0;
    double mean_x = 0;
    double mean_y = 0;
    double xx = 0;
    double yy = 0;
    double xy = 0;
};

/// Of arguments `x` and `y`, the numbers both have.
Moments moments(Call& call, std::size_t x, std::size_t y) {
    const Call::Pairs pairs = call.pairs(std::min(x, y), std::max(x, y));
    const std::vector<double>& xs = x < y ? pairs.first : pairs.second;
    const std::vector<double>& ys = x < y ? pairs.second : pairs.first;
    Moments result;
    result.count = static_cast<double>(xs.size());
    if (xs.empty()) return result;
    for (std::size_t i = 0; i < xs.size(); ++i) {
        result.mean_x += xs[i];
        result.mean_y += ys[i];
    }
    result.mean_x /= result.count;
    result.mean_y /= result.count;
    for (std::size_t i = 0; i < xs.size(); ++i) {
        const double dx = xs[i] - result.mean_x;
        const double dy = ys[i] - result.mean_y;
        result.xx += dx * dx;
        result.yy += dy * dy;
        result.xy += dx * dy;
    }
    return result;
}

Value correl(Call& call) {
    const Moments m = moments(call, 0, 1);
    if (m.xx == 0 || m.yy == 0) return CellError::div0;
    return checked_number(m.xy / std::sqrt(m.xx * m.yy));
}

Value rsq(Call& call) {
    const Moments m = moments(call, 1, 0);
    if (m.xx == 0 || m.yy == 0) return CellError::div0;
    return checked_number(m.xy * m.xy / (m.xx * m.yy));
}

Value covariance_p(Call& call) {
    const Moments m = moments(call, 0, 1);
    if (m.count == 0) return CellError::div0;
    return checked_number(m.xy / m.count);
}
Value covariance_s(Call& call) {
    const Moments m = moments(call, 0, 1);
    if (m.count < 2) return CellError::div0;
    return checked_number(m.xy / (m.count - 1));
}

Value slope(Call& call) {
    const Moments m = moments(call, 1, 0);
    if (m.xx == 0) return CellError::div0;
    return checked_number(m.xy / m.xx);
}
Value intercept(Call& call) {
    const Moments m = moments(call, 1, 0);
    if (m.xx == 0) return CellError::div0;
    return checked_number(m.mean_y - m.xy / m.xx * m.mean_x);
}
Value steyx(Call& call) {
    const Moments m = moments(call, 1, 0);
    if (m.count < 3 || m.xx == 0) return CellError::div0;
    return checked_number(std::sqrt(std::max(0.0, m.yy - m.xy * m.xy / m.xx) / (m.count - 2)));
}
Value forecast(Call& call) {
    const double x = call.number(0);
    const Moments m = moments(call, 2, 1);
    if (m.xx == 0) return CellError::div0;
    return checked_number(m.mean_y + m.xy / m.xx * (x - m.mean_x));
}

constexpr FunctionRow statistics_pairs_rows[] = {
    {"CORREL", 2, 2, "aa", correl},
    {"COVAR", 2, 2, "aa", covariance_p},
    {"COVARIANCE.P", 2, 2, "aa", covariance_p},
    {"COVARIANCE.S", 2, 2, "aa", covariance_s},
    {"FORECAST", 3, 3, "vaa", forecast},
    {"FORECAST.LINEAR", 3, 3, "vaa", forecast},
    {"INTERCEPT", 2, 2, "aa", intercept},
    {"PEARSON", 2, 2, "aa", correl},
    {"RSQ", 2, 2, "aa", rsq},
    {"SLOPE", 2, 2, "aa", slope},
    {"STEYX", 2, 2, "aa", steyx},
};

}  // namespace

std::span<const FunctionRow> functions_statistics_pairs() {
    return statistics_pairs_rows;
}

}  // namespace scorebook::formula

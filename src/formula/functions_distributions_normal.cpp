// functions_distributions_normal.cpp - the normal curve and its kin: log-normal, Student's t, confidence,
// Fisher, the gamma function.
#include <cmath>

#include "formula/function_families.hpp"
#include "formula/numeric_call.hpp"
#include "formula/special_functions.hpp"
#include "formula/student_t.hpp"

namespace scorebook::formula {
namespace {

double norm_dist(double x, double mean, double deviation, bool cumulative) {
    if (deviation <= 0) return not_a_number;
    const double z = (x - mean) / deviation;
    return cumulative ? normal_below(z) : normal_density(z) / deviation;
}

double norm_s_dist(double z, bool cumulative) {
    return cumulative ? normal_below(z) : normal_density(z);
}

double norm_s_inv(double share) {
    return share > 0 && share < 1 ? normal_quantile(share) : not_a_number;
}

double norm_inv(double share, double mean, double deviation) {
    if (deviation <= 0) return not_a_number;
    const double distance = deviation * norm_s_inv(share);
    return snap_to_zero(mean + distance, mean, distance);
}

double lognorm_dist(double x, double mean, double deviation, bool cumulative) {
    if (x <= 0 || deviation <= 0) return not_a_number;
    const double z = (std::log(x) - mean) / deviation;
    return cumulative ? normal_below(z) : normal_density(z) / (deviation * x);
}
double lognormdist(double x, double mean, double deviation) {
    return lognorm_dist(x, mean, deviation, true);
}
double lognorm_inv(double share, double mean, double deviation) {
    return std::exp(norm_inv(share, mean, deviation));
}

double gauss(double z) {
    return normal_from_mean(z);
}
double fisher(double x) {
    // Not atanh: FISHER(1E-10) is 1.00000008264037E-10 in Excel.
    return std::abs(x) < 1 ? std::log((1 + x) / (1 - x)) / 2 : not_a_number;
}
double gamma(double x) {
    if (x == 0 || (x < 0 && x == std::floor(x))) return not_a_number;
    return std::tgamma(x);
}
double gammaln(double x) {
    return x > 0 ? log_gamma(x) : not_a_number;
}

double t_density(double t, double freedom) {
    return std::exp(-(freedom + 1) / 2 * std::log1p(t * t / freedom) - log_beta(freedom / 2, 0.5)) /
           std::sqrt(freedom);
}

double t_dist(double t, double freedom, bool cumulative) {
    freedom = std::trunc(freedom);
    if (freedom < 1) return not_a_number;
    if (!cumulative) return t_density(t, freedom);
    return t < 0 ? t_above(-t, freedom) : 1 - t_above(t, freedom);
}
double t_dist_2t(double t, double freedom) {
    freedom = std::trunc(freedom);
    return t >= 0 && freedom >= 1 ? 2 * t_above(t, freedom) : not_a_number;
}
double t_dist_rt(double t, double freedom) {
    freedom = std::trunc(freedom);
    if (freedom < 1) return not_a_number;
    return t >= 0 ? t_above(t, freedom) : 1 - t_above(-t, freedom);
}
double tdist(double t, double freedom, double tails) {
    tails = std::trunc(tails);
    if (t < 0 || (tails != 1 && tails != 2)) return not_a_number;
    return tails * t_dist_rt(t, freedom);
}

double t_inv(double share, double freedom) {
    freedom = std::trunc(freedom);
    if (share <= 0 || share >= 1 || freedom < 1) return not_a_number;
    return share < 0.5 ? -t_quantile_above(share, freedom) : t_quantile_above(1 - share, freedom);
}
double t_inv_2t(double share, double freedom) {
    freedom = std::trunc(freedom);
    if (share <= 0 || share > 1 || freedom < 1) return not_a_number;
    return t_quantile_above(share / 2, freedom);
}

double confidence_norm(double alpha, double deviation, double size) {
    size = std::trunc(size);
    if (alpha <= 0 || alpha >= 1 || deviation <= 0 || size < 1) return not_a_number;
    return -normal_quantile(alpha / 2) * deviation / std::sqrt(size);
}
Value confidence_t(double alpha, double deviation, double size) {
    size = std::trunc(size);
    if (alpha <= 0 || alpha >= 1 || deviation <= 0 || size < 1) return CellError::num;
    if (size == 1) return CellError::div0;
    return checked_number(t_quantile_above(alpha / 2, size - 1) * deviation / std::sqrt(size));
}

double standardize(double x, double mean, double deviation) {
    return deviation > 0 ? (x - mean) / deviation : not_a_number;
}

constexpr FunctionRow distributions_normal_rows[] = {
    {"CONFIDENCE", 3, 3, "vvv", of_numbers<confidence_norm>},
    {"CONFIDENCE.NORM", 3, 3, "vvv", of_numbers<confidence_norm>},
    {"CONFIDENCE.T", 3, 3, "vvv", of_numbers<confidence_t>},
    {"FISHER", 1, 1, "v", of_numbers<fisher>},
    {"FISHERINV", 1, 1, "v", of_numbers<static_cast<double (*)(double)>(std::tanh)>},
    {"GAMMA", 1, 1, "v", of_numbers<gamma>},
    {"GAMMALN", 1, 1, "v", of_numbers<gammaln>},
    {"GAMMALN.PRECISE", 1, 1, "v", of_numbers<gammaln>},
    {"GAUSS", 1, 1, "v", of_numbers<gauss>},
    {"LOGINV", 3, 3, "vvv", of_numbers<lognorm_inv>},
    {"LOGNORM.DIST", 4, 4, "vvvv", of_numbers<lognorm_dist>},
    {"LOGNORM.INV", 3, 3, "vvv", of_numbers<lognorm_inv>},
    {"LOGNORMDIST", 3, 3, "vvv", of_numbers<lognormdist>},
    {"NORM.DIST", 4, 4, "vvvv", of_numbers<norm_dist>},
    {"NORM.INV", 3, 3, "vvv", of_numbers<norm_inv>},
    {"NORM.S.DIST", 2, 2, "vv", of_numbers<norm_s_dist>},
    {"NORM.S.INV", 1, 1, "v", of_numbers<norm_s_inv>},
    {"NORMDIST", 4, 4, "vvvv", of_numbers<norm_dist>},
    {"NORMINV", 3, 3, "vvv", of_numbers<norm_inv>},
    {"NORMSDIST", 1, 1, "v", of_numbers<normal_below>},
    {"NORMSINV", 1, 1, "v", of_numbers<norm_s_inv>},
    {"PHI", 1, 1, "v", of_numbers<normal_density>},
    {"STANDARDIZE", 3, 3, "vvv", of_numbers<standardize>},
    {"T.DIST", 3, 3, "vvv", of_numbers<t_dist>},
    {"T.DIST.2T", 2, 2, "vv", of_numbers<t_dist_2t>},
    {"T.DIST.RT", 2, 2, "vv", of_numbers<t_dist_rt>},
    {"T.INV", 2, 2, "vv", of_numbers<t_inv>},
    {"T.INV.2T", 2, 2, "vv", of_numbers<t_inv_2t>},
    {"TDIST", 3, 3, "vvv", of_numbers<tdist>},
    {"TINV", 2, 2, "vv", of_numbers<t_inv_2t>},
};

}  // namespace

std::span<const FunctionRow> functions_distributions_normal() {
    return distributions_normal_rows;
}

}  // namespace scorebook::formula

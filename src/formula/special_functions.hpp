// special_functions.hpp - the integrals distributions are made of: gamma, beta, the normal curve. No Excel
// rules here.
#pragma once

#include <functional>

namespace scorebook::formula {

/// ln of the gamma function for x > 0.
double log_gamma(double x);
/// ln of the beta function.
double log_beta(double a, double b);
/// ln of n over k.
double log_choices(double n, double k);

/// The regularised incomplete gamma functions: the share of the area below and above x.
double gamma_below(double shape, double x);
double gamma_above(double shape, double x);

/// The regularised incomplete beta function, the share below x; `complement` is 1 - x, exact where x is
/// near 1.
double beta_below(double x, double complement, double a, double b);

double normal_density(double z);
double normal_below(double z);
/// Between 0 and z.
double normal_from_mean(double z);
/// The z with `share` below it; 0 < share < 1.
double normal_quantile(double share);

/// Where the rising function `f` reaches 0 between `low` and `high`, to the last digits. f(low) <= 0 <=
/// f(high).
double find_zero(const std::function<double(double)>& f, double low, double high);
/// The x > 0 with `below(x)` = share, for a distribution on positive numbers; `above` is its complement, used
/// where `share` is more than half. `typical` only says where to begin.
double positive_quantile(const std::function<double(double)>& below,
                         const std::function<double(double)>& above, double share, double rest,
                         double typical);

}  // namespace scorebook::formula

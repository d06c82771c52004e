// functions_distributions_discrete.cpp - binomial, negative binomial, hypergeometric, Poisson: chances of
// counts.
#include <cmath>

#include "formula/function_families.hpp"
#include "formula/numeric_call.hpp"
#include "formula/special_functions.hpp"

namespace scorebook::formula {
namespace {

bool is_share(double p) {
    return p >= 0 && p <= 1;
}

/// Exactly k hits in n; k and n whole, 0 <= k <= n.
double binomial_density(double k, double n, double p) {
    if (p == 0) return k == 0 ? 1 : 0;
    if (p == 1) return k == n ? 1 : 0;
    return std::exp(log_choices(n, k) + k * std::log(p) + (n - k) * std::log1p(-p));
}

/// At most k hits.
double binomial_below(double k, double n, double p) {
    if (k >= n) return 1;
    return k < 0 ? 0 : beta_below(1 - p, p, n - k, k + 1);
}

double binom_dist(double k, double n, double p, bool cumulative) {
    k = std::trunc(k);
    n = std::trunc(n);
    if (k < 0 || k > n || n > 2147483647 || !is_share(p)) return not_a_number;
    return cumulative ? binomial_below(k, n, p) : binomial_density(k, n, p);
}

Value binom_dist_range(Call& call) {
    const double n = call.whole_number(0);
    const double p = call.number(1);
    const double from = call.whole_number(2);
    const double to = call.whole_number_or(3, from);
    if (call.failed()) return 0.0;
    if (n < 0 || !is_share(p) || from < 0 || from > n || to < from || to > n) return CellError::num;
    if (to - from > 1000) return checked_number(binomial_below(to, n, p) - binomial_below(from - 1, n, p));
    double total = 0;
    for (double k = from; k <= to; ++k) total += binomial_density(k, n, p);
    return checked_number(total);
}

double binom_inv(double n, double p, double share) {
    n = std::trunc(n);
    if (n < 0 || p <= 0 || p >= 1 || share <= 0 || share >= 1) return not_a_number;
    double low = -1;  // below the answer
    double high = n;
    while (high - low > 1) {
        const double middle = std::floor((low + high) / 2);
        // A chance that equals the share up to rounding is enough.
        (binomial_below(middle, n, p) >= share * (1 - 1e-14) ? high : low) = middle;
    }
    return high;
}

double negbinom_dist(double failures, double successes, double p, bool cumulative) {
    failures = std::trunc(failures);
    successes = std::trunc(successes);
    if (failures < 0 || successes < 1 || !is_share(p)) return not_a_number;
    if (cumulative && (p == 0 || p == 1)) return not_a_number;
    if (p == 0) return 0;
    if (cumulative) return beta_below(p, 1 - p, successes, failures + 1);
    if (p == 1) return failures == 0 ? 1 : 0;
    return std::exp(log_choices(failures + successes - 1, failures) + successes * std::log(p) +
                    failures * std::log1p(-p));
}
double negbinomdist(double failures, double successes, double p) {
    return negbinom_dist(failures, successes, p, false);
}

double hypergeometric_density(double hits, double drawn, double marked, double all) {
    if (hits < 0 || hits > drawn || hits > marked || drawn - hits > all - marked) return 0;
    return std::exp(log_choices(marked, hits) + log_choices(all - marked, drawn - hits) -
                    log_choices(all, drawn));
}

double hypgeom_dist(double hits, double drawn, double marked, double all, bool cumulative) {
    hits = std::trunc(hits);
    drawn = std::trunc(drawn);
    marked = std::trunc(marked);
    all = std::trunc(all);
    if (hits < 0 || hits > std::min(drawn, marked) || hits < drawn - all + marked || drawn <= 0 ||
        drawn > all || marked <= 0 || marked > all || all <= 0 || all > 1e9) {
        return not_a_number;
    }
    if (!cumulative) return hypergeometric_density(hits, drawn, marked, all);
    // Away from the mean, so that the terms shrink and soon end.
    const bool upwards = hits > drawn * marked / all;
    const double step = upwards ? 1 : -1;
    double total = 0;
    for (double k = upwards ? hits + 1 : hits; k >= 0 && k <= drawn; k += step) {
        const double chance = hypergeometric_density(k, drawn, marked, all);
        total += chance;
        if (chance <= total * 1e-18) break;
    }
    return upwards ? 1 - total : total;
}
double hypgeomdist(double hits, double drawn, double marked, double all) {
    return hypgeom_dist(hits, drawn, marked, all, false);
}

double poisson_dist(double count, double mean, bool cumulative) {
    if (count < 0 || mean < 0) return not_a_number;
    count = std::trunc(count);
    if (mean == 0) return cumulative || count == 0 ? 1 : 0;
    if (cumulative) return gamma_above(count + 1, mean);
    return std::exp(count * std::log(mean) - mean - log_gamma(count + 1));
}

constexpr FunctionRow distributions_discrete_rows[] = {
    {"BINOM.DIST", 4, 4, "vvvv", of_numbers<binom_dist>},
    {"BINOM.DIST.RANGE", 3, 4, "vvvv", binom_dist_range},
    {"BINOM.INV", 3, 3, "vvv", of_numbers<binom_inv>},
    {"BINOMDIST", 4, 4, "vvvv", of_numbers<binom_dist>},
    {"CRITBINOM", 3, 3, "vvv", of_numbers<binom_inv>},
    {"HYPGEOM.DIST", 5, 5, "vvvvv", of_numbers<hypgeom_dist>},
    {"HYPGEOMDIST", 4, 4, "vvvv", of_numbers<hypgeomdist>},
    {"NEGBINOM.DIST", 4, 4, "vvvv", of_numbers<negbinom_dist>},
    {"NEGBINOMDIST", 3, 3, "vvv", of_numbers<negbinomdist>},
    {"POISSON", 3, 3, "vvv", of_numbers<poisson_dist>},
    {"POISSON.DIST", 3, 3, "vvv", of_numbers<poisson_dist>},
};

}  // namespace

std::span<const FunctionRow> functions_distributions_discrete() {
    return distributions_discrete_rows;
}

}  // namespace scorebook::formula

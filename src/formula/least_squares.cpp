// least_squares.cpp - QR keeps the digits that normal equations would lose.
#include "formula/least_squares.hpp"

#include <cmath>

namespace scorebook::formula {
namespace {

/// What rounding leaves of a column that depends on those before it.
constexpr double negligible = 1e-11;

double mean_of_column(const FitPoints& points, std::size_t variable) {
    double total = 0;
    for (std::size_t i = 0; i < points.y.size(); ++i) total += points.x[i * points.variables + variable];
    return total / static_cast<double>(points.y.size());
}

}  // namespace

double LinearFit::value_at(const double* x) const {
    double value = intercept;
    for (std::size_t v = 0; v < slopes.size(); ++v) value += slopes[v] * x[v];
    return value;
}

LinearFit fit_line(const FitPoints& points, bool with_intercept) {
    const std::size_t n = points.y.size();
    const std::size_t k = points.variables;
    std::vector<double> means(k);
    double mean_y = 0;
    if (with_intercept) {
        for (std::size_t v = 0; v < k; ++v) means[v] = mean_of_column(points, v);
        for (const double y : points.y) mean_y += y;
        mean_y /= static_cast<double>(n);
    }
    std::vector<std::vector<double>> columns(k, std::vector<double>(n));
    std::vector<double> y(n);
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t v = 0; v < k; ++v) columns[v][i] = points.x[i * k + v] - means[v];
        y[i] = points.y[i] - mean_y;
    }

    // Columns taken in turn; `rank` rows of R are done, `pivot[v]` says which one holds variable v.
    LinearFit fit;
    fit.slopes.resize(k);
    fit.slope_errors.resize(k);
    std::vector<std::size_t> used;
    for (std::size_t v = 0; v < k && used.size() < n; ++v) {
        const std::size_t rank = used.size();
        double whole = 0;
        double below = 0;
        for (std::size_t i = 0; i < n; ++i) {
            whole += columns[v][i] * columns[v][i];
            if (i >= rank) below += columns[v][i] * columns[v][i];
        }
        if (below <= whole * negligible * negligible) continue;
        const double diagonal = columns[v][rank] > 0 ? -std::sqrt(below) : std::sqrt(below);
        std::vector<double> reflector(columns[v].begin() + static_cast<std::ptrdiff_t>(rank),
                                      columns[v].end());
        reflector[0] -= diagonal;
        double length = 0;
        for (const double part : reflector) length += part * part;
        const auto reflect = [&](std::vector<double>& column) {
            double product = 0;
            for (std::size_t i = 0; i < reflector.size(); ++i) product += reflector[i] * column[rank + i];
            const double factor = 2 * product / length;
            for (std::size_t i = 0; i < reflector.size(); ++i) column[rank + i] -= factor * reflector[i];
        };
        for (std::size_t w = v; w < k; ++w) reflect(columns[w]);
        reflect(y);
        used.push_back(v);
    }
    const std::size_t rank = used.size();
    fit.variables = static_cast<double>(rank);
    fit.freedom = static_cast<double>(n) - fit.variables - (with_intercept ? 1 : 0);
    for (std::size_t i = 0; i < n; ++i) (i < rank ? fit.explained : fit.residual) += y[i] * y[i];

    // R^-1, column by column: it gives the slopes and their errors.
    const double variance = fit.freedom > 0 ? fit.residual / fit.freedom : 0;
    std::vector<double> mean_part(rank);  // R^-T times the means
    std::vector<double> norms(rank);
    for (std::size_t c = 0; c < rank; ++c) {
        std::vector<double> inverse(c + 1);
        for (std::size_t r = c + 1; r-- > 0;) {
            double value = r == c ? 1 : 0;
            for (std::size_t j = r + 1; j <= c; ++j) value -= columns[used[j]][r] * inverse[j];
            inverse[r] = value / columns[used[r]][r];
            norms[r] += inverse[r] * inverse[r];
            fit.slopes[used[r]] += inverse[r] * y[c];
            mean_part[c] += inverse[r] * means[used[r]];
        }
    }
    for (std::size_t r = 0; r < rank; ++r) fit.slope_errors[used[r]] = std::sqrt(variance * norms[r]);
    if (with_intercept) {
        fit.intercept = mean_y;
        double spread = 1 / static_cast<double>(n);
        for (std::size_t v = 0; v < k; ++v) fit.intercept -= fit.slopes[v] * means[v];
        for (const double part : mean_part) spread += part * part;
        fit.intercept_error = std::sqrt(variance * spread);
    }
    return fit;
}

}  // namespace scorebook::formula

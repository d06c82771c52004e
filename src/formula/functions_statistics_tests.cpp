// functions_statistics_tests.cpp - hypothesis tests and PROB.
#include <cmath>
#include <numeric>

#include "formula/function_families.hpp"
#include "formula/numeric_call.hpp"
#include "formula/special_functions.hpp"
#include "formula/student_t.hpp"

namespace scorebook::formula {
namespace {

struct Sample {
    double count = 0;
    double mean = 0;
    double variance = 0;
};

Sample sample_of(const std::vector<double>& numbers) {
    Sample sample;
    sample.count = static_cast<double>(numbers.size());
    if (numbers.empty()) return sample;
    sample.mean = std::accumulate(numbers.begin(), numbers.end(), 0.0) / sample.count;
    for (const double number : numbers) sample.variance += (number - sample.mean) * (number - sample.mean);
    sample.variance /= sample.count - 1;
    return sample;
}

Value t_test(Call& call) {
    const double tails = call.whole_number(2);
    const double kind = call.whole_number(3);
    if (call.failed()) return 0.0;
    if ((tails != 1 && tails != 2) || kind < 1 || kind > 3) return CellError::num;
    double t = 0;
    double freedom = 0;
    if (kind == 1) {
        const Call::Pairs pairs = call.pairs(0, 1);
        std::vector<double> differences;
        for (std::size_t i = 0; i < pairs.first.size(); ++i) {
            differences.push_back(pairs.first[i] - pairs.second[i]);
        }
        const Sample sample = sample_of(differences);
        if (sample.count < 2 || sample.variance == 0) return CellError::div0;
        t = sample.mean / std::sqrt(sample.variance / sample.count);
        freedom = sample.count - 1;
    } else {
        const Sample a = sample_of(call.numbers_of(0));
        const Sample b = sample_of(call.numbers_of(1));
        if (a.count < 2 || b.count < 2) return CellError::div0;
        const double share_a = a.variance / a.count;
        const double share_b = b.variance / b.count;
        if (kind == 2) {
            freedom = a.count + b.count - 2;
            const double pooled = ((a.count - 1) * a.variance + (b.count - 1) * b.variance) / freedom;
            t = (a.mean - b.mean) / std::sqrt(pooled * (1 / a.count + 1 / b.count));
        } else {
            const double total = share_a + share_b;
            freedom = total * total / (share_a * share_a / (a.count - 1) + share_b * share_b / (b.count - 1));
            t = (a.mean - b.mean) / std::sqrt(total);
        }
        if (!std::isfinite(t) || !std::isfinite(freedom)) return CellError::div0;
    }
    return checked_number(tails * t_above(std::abs(t), freedom));
}

Value f_test(Call& call) {
    const Sample a = sample_of(call.numbers_of(0));
    const Sample b = sample_of(call.numbers_of(1));
    if (a.count < 2 || b.count < 2 || a.variance == 0 || b.variance == 0) return CellError::div0;
    const double n = (a.count - 1) * a.variance;
    const double m = (b.count - 1) * b.variance;
    const double below = beta_below(n / (n + m), m / (n + m), (a.count - 1) / 2, (b.count - 1) / 2);
    const double above = beta_below(m / (n + m), n / (n + m), (b.count - 1) / 2, (a.count - 1) / 2);
    return checked_number(2 * std::min(below, above));
}

Value z_test(Call& call) {
    const std::vector<double> numbers = call.numbers_of(0);
    const double mean = call.number(1);
    if (call.failed()) return 0.0;
    if (numbers.empty()) return CellError::not_available;
    const Sample sample = sample_of(numbers);
    const double sigma = call.has(2) ? call.number(2) : std::sqrt(sample.variance);
    if (call.has(2) && sigma <= 0) return CellError::num;
    if (!(sigma > 0)) return CellError::div0;
    return checked_number(normal_below(-(sample.mean - mean) / (sigma / std::sqrt(sample.count))));
}

Value chisq_test(Call& call) {
    const Array& actual = call.array(0);
    const Array& expected = call.array(1);
    if (actual.rows != expected.rows || actual.columns != expected.columns) return CellError::not_available;
    if (actual.cells.size() == 1) return CellError::not_available;
    double statistic = 0;
    for (std::size_t i = 0; i < actual.cells.size(); ++i) {
        for (const CellValue* cell : {&actual.cells[i], &expected.cells[i]}) {
            if (const auto* error = std::get_if<CellError>(cell)) return *error;
        }
        const auto* a = std::get_if<double>(&actual.cells[i]);
        const auto* e = std::get_if<double>(&expected.cells[i]);
        if (a == nullptr || e == nullptr) continue;
        if (*e == 0) return CellError::div0;
        if (*a < 0 || *e < 0) return CellError::num;
        statistic += (*a - *e) * (*a - *e) / *e;
    }
    const auto rows = static_cast<double>(actual.rows);
    const auto columns = static_cast<double>(actual.columns);
    const double freedom = rows > 1 && columns > 1 ? (rows - 1) * (columns - 1) : rows * columns - 1;
    return checked_number(gamma_above(freedom / 2, statistic / 2));
}

Value prob(Call& call) {
    const double low = call.number(2);
    const double high = call.number_or(3, low);
    const Call::Pairs pairs = call.pairs(0, 1);
    if (call.failed()) return 0.0;
    if (pairs.first.empty()) return CellError::div0;
    double all = 0;
    double inside = 0;
    for (std::size_t i = 0; i < pairs.first.size(); ++i) {
        const double chance = pairs.second[i];
        if (chance < 0 || chance > 1) return CellError::num;
        all += chance;
        if (pairs.first[i] >= low && pairs.first[i] <= high) inside += chance;
    }
    if (std::abs(all - 1) > 1e-7) return CellError::num;
    return checked_number(inside);
}

constexpr FunctionRow statistics_tests_rows[] = {
    {"CHISQ.TEST", 2, 2, "aa", chisq_test}, {"CHITEST", 2, 2, "aa", chisq_test},
    {"F.TEST", 2, 2, "aa", f_test},         {"FTEST", 2, 2, "aa", f_test},
    {"PROB", 3, 4, "aavv", prob},           {"T.TEST", 4, 4, "aavv", t_test},
    {"TTEST", 4, 4, "aavv", t_test},        {"Z.TEST", 2, 3, "avv", z_test},
    {"ZTEST", 2, 3, "avv", z_test},
};

}  // namespace

std::span<const FunctionRow> functions_statistics_tests() {
    return statistics_tests_rows;
}

}  // namespace scorebook::formula

// suppression.cpp - a suppressed count is given away when the sums, as linear equations, have only one
// solution for it. That is asked of all equations together, because two tables of totals can give away what
// neither does alone.
#include "report/suppression.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace scorebook {

namespace {

/// Arithmetic modulo a prime is exact and never overflows; that a determinant of a table's sums is a multiple
/// of this one won't happen.
constexpr std::int64_t prime = 2'147'483'647;

std::int64_t inverse(std::int64_t value) {
    std::int64_t result = 1;
    for (std::int64_t power = prime - 2; power > 0; power >>= 1) {
        if (power & 1) result = result * value % prime;
        value = value * value % prime;
    }
    return result;
}

/// Coefficients by unknown; no zeros.
using Row = std::map<std::size_t, std::int64_t>;

void subtract(Row& row, const Row& other, std::int64_t factor) {
    for (const auto& [unknown, coefficient] : other) {
        std::int64_t& value = row[unknown];
        value = ((value - factor * coefficient) % prime + prime) % prime;
        if (value == 0) row.erase(unknown);
    }
}

/// The unknowns that the equations leave one value for.
std::vector<std::size_t> determined(std::vector<Row> equations) {
    std::vector<Row> reduced;
    for (Row& row : equations) {
        for (const Row& known : reduced) {
            const auto pivot = row.find(known.begin()->first);
            if (pivot != row.end()) subtract(row, known, pivot->second);
        }
        if (row.empty()) continue;
        const std::int64_t factor = inverse(row.begin()->second);
        for (auto& [unknown, coefficient] : row) coefficient = coefficient * factor % prime;
        for (Row& known : reduced) {
            const auto pivot = known.find(row.begin()->first);
            if (pivot != known.end()) subtract(known, row, pivot->second);
        }
        // A row's first unknown is its pivot and stands in no other row.
        reduced.push_back(std::move(row));
    }
    std::vector<std::size_t> alone;
    for (const Row& row : reduced) {
        if (row.size() == 1) alone.push_back(row.begin()->first);
    }
    return alone;
}

class Suppression {
  public:
    Suppression(const std::vector<std::optional<std::int64_t>>& counts, const std::vector<SumOfCounts>& sums)
        : counts_(counts), sums_(sums), hidden_(counts.size()) {}

    std::vector<bool> run(std::int64_t limit) {
        for (std::size_t i = 0; i < counts_.size(); ++i)
            hidden_[i] = counts_[i] && *counts_[i] > 0 && *counts_[i] < limit;
        while (hide_one_more()) {
        }
        return hidden_;
    }

  private:
    const std::vector<std::optional<std::int64_t>>& counts_;
    const std::vector<SumOfCounts>& sums_;
    std::vector<bool> hidden_;

    std::vector<Row> equations() const {
        std::vector<Row> rows;
        for (const SumOfCounts& sum : sums_) {
            Row row;
            for (const std::size_t part : sum.parts) {
                if (hidden_[part]) row[part] = 1;
            }
            if (hidden_[sum.total]) row[sum.total] = prime - 1;
            if (!row.empty()) rows.push_back(std::move(row));
        }
        return rows;
    }

    /// Hidden parts that add up to their number: each of them is 1.
    std::optional<std::size_t> all_ones() const {
        for (const SumOfCounts& sum : sums_) {
            if (hidden_[sum.total]) continue;
            std::int64_t number = 0, together = 0;
            std::size_t first = 0;
            for (const std::size_t part : sum.parts) {
                if (!hidden_[part]) continue;
                if (number++ == 0) first = part;
                together += *counts_[part];
            }
            if (number > 0 && together == number) return first;
        }
        return std::nullopt;
    }

    struct Partner {
        std::size_t cell = 0;
        std::pair<int, std::int64_t>
            cost;  ///< a part before a total, one above zero before zero; then the smallest
    };

    /// The shown count in a sum with `cell` that costs a reader least.
    std::optional<Partner> partner_of(std::size_t cell) const {
        std::optional<Partner> best;
        const auto consider = [&](std::size_t other, bool is_total) {
            if (hidden_[other] || !counts_[other]) return;
            const int rank = (is_total ? 2 : 0) + (*counts_[other] == 0 ? 1 : 0);
            const Partner partner{other, {rank, *counts_[other]}};
            if (!best || partner.cost < best->cost) best = partner;
        };
        for (const SumOfCounts& sum : sums_) {
            const bool is_part = std::find(sum.parts.begin(), sum.parts.end(), cell) != sum.parts.end();
            if (!is_part && sum.total != cell) continue;
            for (const std::size_t part : sum.parts) consider(part, false);
            consider(sum.total, true);
        }
        return best;
    }

    bool hide_one_more() {
        std::vector<std::size_t> exposed = determined(equations());
        if (const auto ones = all_ones()) exposed.push_back(*ones);
        std::optional<Partner> best;
        for (const std::size_t cell : exposed) {
            const auto partner = partner_of(cell);
            if (partner && (!best || partner->cost < best->cost)) best = partner;
        }
        if (best) hidden_[best->cell] = true;
        return best.has_value();
    }
};

}  // namespace

std::vector<bool> suppressed_counts(const std::vector<std::optional<std::int64_t>>& counts,
                                    const std::vector<SumOfCounts>& sums, std::int64_t limit) {
    return Suppression(counts, sums).run(limit);
}

}  // namespace scorebook

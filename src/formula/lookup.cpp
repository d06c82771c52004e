// lookup.cpp - searching lines of values as Excel does, types apart.
#include "formula/lookup.hpp"

#include "formula/comparison.hpp"
#include "formula/criteria.hpp"
#include "formula/text_case.hpp"

namespace scorebook::formula {
namespace {

bool same_type(const CellValue& a, const CellValue& b) {
    return a.index() == b.index();
}

/// Binary search among values of the wanted type; `before` says whether a value belongs to the part that is
/// kept.
template <class Before>
std::optional<std::size_t> last_kept(const Line& line, const CellValue& wanted, Before before) {
    std::size_t low = 0;
    std::size_t high = line.size();
    std::optional<std::size_t> found;
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        // A value of another type says nothing: look along to the next that does, then before.
        std::size_t probe = middle;
        while (probe < high && !same_type(line.at(probe), wanted)) ++probe;
        if (probe == high) {
            high = middle;
            continue;
        }
        if (before(line.at(probe))) {
            found = probe;
            low = probe + 1;
        } else {
            high = middle;
        }
    }
    return found;
}

}  // namespace

std::optional<std::size_t> find_exact(const Line& line, const CellValue& wanted, Wildcards wildcards,
                                      bool backwards) {
    const auto* text = std::get_if<std::string>(&wanted);
    const bool by_pattern = text != nullptr && wildcards == Wildcards::on && has_wildcards(*text);
    const std::string folded = text != nullptr ? fold_case(*text) : std::string();
    for (std::size_t step = 0; step < line.size(); ++step) {
        const std::size_t i = backwards ? line.size() - 1 - step : step;
        const CellValue& cell = line.at(i);
        if (!same_type(cell, wanted)) continue;
        if (text != nullptr) {
            const auto& other = std::get<std::string>(cell);
            if (by_pattern ? matches_wildcards(folded, fold_case(other)) : equal_fold(folded, other))
                return i;
        } else if (compare_values(cell, wanted) == 0) {
            return i;
        }
    }
    return std::nullopt;
}

std::optional<std::size_t> find_not_above(const Line& line, const CellValue& wanted) {
    return last_kept(line, wanted, [&](const CellValue& cell) { return compare_values(cell, wanted) <= 0; });
}

std::optional<std::size_t> find_not_below(const Line& line, const CellValue& wanted) {
    return last_kept(line, wanted, [&](const CellValue& cell) { return compare_values(cell, wanted) >= 0; });
}

std::optional<std::size_t> find_nearest(const Line& line, const CellValue& wanted, bool above,
                                        bool backwards) {
    std::optional<std::size_t> best;
    for (std::size_t step = 0; step < line.size(); ++step) {
        const std::size_t i = backwards ? line.size() - 1 - step : step;
        const CellValue& cell = line.at(i);
        if (!same_type(cell, wanted)) continue;
        const int order = compare_values(cell, wanted);
        if (above ? order < 0 : order > 0) continue;
        if (best) {
            const int better = compare_values(cell, line.at(*best));
            if (above ? better >= 0 : better <= 0) continue;
        }
        best = i;
    }
    return best;
}

}  // namespace scorebook::formula

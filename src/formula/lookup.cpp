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

/// Excel's binary search: `order` is the wanted value against the one given. A value of another type in the
/// middle is stepped over towards the end. Of a run of equal values the last one in reach is taken.
template <class Order>
std::optional<std::size_t> search_halves(const Line& line, const CellValue& wanted, Order order) {
    std::ptrdiff_t low = -1;
    auto high = static_cast<std::ptrdiff_t>(line.size());
    auto at = [&](std::ptrdiff_t i) -> const CellValue& { return line.at(static_cast<std::size_t>(i)); };
    while (high - low > 1) {
        const std::ptrdiff_t middle = low + (high - low) / 2;
        std::ptrdiff_t probe = middle;
        while (probe < high && !same_type(at(probe), wanted)) ++probe;
        if (probe == high) {
            high = middle;
            continue;
        }
        const int compared = order(at(probe));
        if (compared == 0) {
            while (probe + 1 < high && same_type(at(probe + 1), wanted) && order(at(probe + 1)) == 0) ++probe;
            return static_cast<std::size_t>(probe);
        }
        if (compared < 0)
            high = probe == middle ? probe : middle;
        else
            low = probe;
    }
    if (low < 0 || !same_type(at(low), wanted)) return std::nullopt;
    return static_cast<std::size_t>(low);
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
    return search_halves(line, wanted, [&](const CellValue& cell) { return compare_values(wanted, cell); });
}

std::optional<std::size_t> find_not_below(const Line& line, const CellValue& wanted) {
    return search_halves(line, wanted, [&](const CellValue& cell) { return compare_values(cell, wanted); });
}

std::optional<std::size_t> find_sorted(const Line& line, const CellValue& wanted, int match,
                                       bool descending) {
    // Blanks lie behind the list, whichever way it runs: a whole column may be searched.
    auto order = [&](std::size_t i) {
        const CellValue& cell = line.at(i);
        if (is_blank(cell)) return is_blank(wanted) ? 0 : 1;
        if (is_blank(wanted)) return -1;
        const int compared = compare_values(cell, wanted);
        return descending ? -compared : compared;
    };
    std::size_t low = 0;
    std::size_t high = line.size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        const int compared = order(middle);
        if (compared < 0 || (descending && compared == 0))
            low = middle + 1;
        else
            high = middle;
    }
    // Of equal values the topmost answers to an ascending search, the last to a descending one.
    const std::size_t equal = descending ? low - 1 : low;
    if (equal < line.size() && order(equal) == 0) return equal;
    if (match == 0) return std::nullopt;
    const bool before = (match < 0) != descending;
    if (before) return low > 0 ? std::optional(low - 1) : std::nullopt;
    return low < line.size() && !is_blank(line.at(low)) ? std::optional(low) : std::nullopt;
}

std::optional<std::size_t> find_nearest(const Line& line, const CellValue& wanted, bool above,
                                        bool backwards) {
    std::optional<std::size_t> best;
    for (std::size_t step = 0; step < line.size(); ++step) {
        const std::size_t i = backwards ? line.size() - 1 - step : step;
        const CellValue& cell = line.at(i);
        if (is_blank(cell) || std::holds_alternative<CellError>(cell)) continue;
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

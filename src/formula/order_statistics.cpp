// order_statistics.cpp - places between two values are read off the straight line between them.
#include "formula/order_statistics.hpp"

#include <algorithm>
#include <map>

#include "formula/comparison.hpp"

namespace scorebook::formula {
namespace {

/// Between two neighbours of a sorted list; `place` counts from 0.
double at_place(const std::vector<double>& sorted, double place) {
    place = decimal_view(place);
    const auto below = static_cast<std::size_t>(place);
    if (below + 1 >= sorted.size()) return sorted.back();
    const double part = place - static_cast<double>(below);
    return sorted[below] + part * (sorted[below + 1] - sorted[below]);
}

}  // namespace

Value percentile_inclusive(const std::vector<double>& sorted, double share) {
    if (sorted.empty() || share < 0 || share > 1) return CellError::num;
    return at_place(sorted, share * static_cast<double>(sorted.size() - 1));
}

Value percentile_exclusive(const std::vector<double>& sorted, double share) {
    const auto n = static_cast<double>(sorted.size());
    const double place = decimal_view(share * (n + 1));
    if (sorted.empty() || share <= 0 || share >= 1 || place < 1 || place > n) return CellError::num;
    return at_place(sorted, place - 1);
}

std::vector<double> most_frequent(const std::vector<double>& numbers) {
    std::map<double, std::size_t> counts;
    std::size_t most = 1;
    for (const double number : numbers) most = std::max(most, ++counts[number]);
    std::vector<double> result;
    if (most == 1) return result;
    for (const double number : numbers) {
        std::size_t& count = counts[number];
        if (count == most) result.push_back(number);
        if (count == most) count = 0;
    }
    return result;
}

}  // namespace scorebook::formula

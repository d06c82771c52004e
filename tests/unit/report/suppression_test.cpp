// suppression_test.cpp - which counts have to go, worked out by hand.
#include "report/suppression.hpp"

#include <doctest/doctest.h>

#include <string>

namespace scorebook {

namespace {

using Counts = std::vector<std::optional<std::int64_t>>;

/// "..x." : x where a count is suppressed.
std::string shown(const Counts& counts, const std::vector<SumOfCounts>& sums, std::int64_t limit) {
    std::string marks;
    for (const bool hidden : suppressed_counts(counts, sums, limit)) marks += hidden ? 'x' : '.';
    return marks;
}

}  // namespace

TEST_SUITE("report") {
    TEST_CASE("suppression: small counts go, zero and the limit itself stay, nothing isn't a count") {
        CHECK(shown({0, 1, 4, 5, std::nullopt, 100}, {}, 5) == ".xx...");
    }

    TEST_CASE("suppression: a count that its total would give away takes the smallest other part with it") {
        // 3 + 8 + 20 = 31: with 3 hidden alone, 31 - 8 - 20 gives it away.
        CHECK(shown({3, 8, 20, 31}, {{{0, 1, 2}, 3}}, 5) == "xx..");
    }

    TEST_CASE("suppression: two small counts protect each other") {
        CHECK(shown({3, 4, 20, 27}, {{{0, 1, 2}, 3}}, 5) == "xx..");
    }

    TEST_CASE("suppression: counts of one each are known although two are hidden, so another one goes") {
        // The shown 20 and 22 leave 2 for two counts that aren't zero.
        CHECK(shown({1, 1, 20, 22}, {{{0, 1, 2}, 3}}, 5) == "xxx.");
    }

    TEST_CASE("suppression: rows and columns together give nothing away") {
        //   2  9 | 11     rows: 0+1=2, 3+4=5     columns: 0+3=6, 1+4=7, 2+5=8
        //   7  8 | 15
        //   9 17 | 26
        const Counts counts = {2, 9, 11, 7, 8, 15, 9, 17, 26};
        const std::vector<SumOfCounts> sums = {{{0, 1}, 2}, {{3, 4}, 5}, {{6, 7}, 8},
                                               {{0, 3}, 6}, {{1, 4}, 7}, {{2, 5}, 8}};
        CHECK(shown(counts, sums, 5) == "xx.xx....");
    }

    TEST_CASE("suppression: a count is safe when zero is all there is to hide it behind") {
        CHECK(shown({3, 0, 3}, {{{0, 1}, 2}}, 5) == "x.x");
    }
}

}  // namespace scorebook

// recalculation_time.cpp - how long calculating takes once a workbook is open: everything, and one edited
// cell.
//
//   recalculation_time FILE     "open 0.812 all 0.140 first 0.139 edit 0.0004" in CPU seconds, medians of
//                               five
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "formula/recalculate.hpp"
#include "scorebook/error.hpp"
#include "workbook/workbook_model.hpp"

namespace {

using namespace scorebook;

template <class Work>
double seconds(Work work) {
    const std::clock_t began = std::clock();
    work();
    return static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
}

double median(std::vector<double> times) {
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    try {
        std::ifstream file(argv[1], std::ios::binary);
        std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
        std::shared_ptr<const Workbook> workbook;
        const double open = seconds([&] { workbook = open_workbook(std::move(bytes), argv[1]); });
        const EvaluationClock clock{42675.5, 1};
        std::size_t formulas = 0;
        std::vector<double> all;
        for (int run = 0; run < 5; ++run) {
            all.push_back(seconds(
                [&] { formulas = recalculate(*workbook, {}, RecalculationScope::all, clock).formulas; }));
        }
        std::printf("%zu formulas: open %.3f s, all %.3f s\n", formulas, open, median(all));
    } catch (const Error& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}

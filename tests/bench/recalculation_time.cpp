// recalculation_time.cpp - how long calculating takes once a workbook is open: everything, and after one
// edited cell.
//
//   recalculation_time FILE     prints JSON: formulas, open, all, all_cpu, edit: seconds, medians of five
//   runs
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "formula/live_calculation.hpp"
#include "formula/recalculate.hpp"
#include "scorebook/error.hpp"
#include "workbook/workbook_model.hpp"

namespace {

using namespace scorebook;

struct Times {
    double wall = 0;
    double cpu = 0;
};

template <class Work>
Times timed(Work work) {
    const auto began = std::chrono::steady_clock::now();
    const std::clock_t cpu = std::clock();
    work();
    return {std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count(),
            static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC};
}

/// Median of `runs` runs, each column for itself.
template <class Work>
Times median(int runs, Work work) {
    std::vector<double> wall;
    std::vector<double> cpu;
    for (int run = 0; run < runs; ++run) {
        const Times times = timed(work);
        wall.push_back(times.wall);
        cpu.push_back(times.cpu);
    }
    std::sort(wall.begin(), wall.end());
    std::sort(cpu.begin(), cpu.end());
    return {wall[wall.size() / 2], cpu[cpu.size() / 2]};
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    try {
        std::ifstream file(argv[1], std::ios::binary);
        std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
        std::shared_ptr<const Workbook> workbook;
        const Times open = timed([&] { workbook = open_workbook(std::move(bytes), argv[1]); });
        const EvaluationClock clock{42675.5, 1};
        std::size_t formulas = 0;
        const Times all = median(
            5, [&] { formulas = recalculate(*workbook, {}, RecalculationScope::all, clock).formulas; });
        // One row's likelihood, up and down: its score, band and exposure, every count and the whole
        // dashboard. One wanted id: two lookups.
        LiveCalculation live(*workbook, clock);
        double next = 1;
        const Times score = median(5, [&] {
            next = next == 1 ? 5 : 1;
            live.edit(std::vector{CellEdit{0, {7, 3}, next}});
        });
        const Times lookup = median(41, [&] {
            next = next == 1 ? 5 : 1;
            live.edit(std::vector{CellEdit{2, {3, 6}, "CR" + std::to_string(static_cast<int>(next) * 100)}});
        });
        std::printf(
            "{\"formulas\": %zu, \"open\": %.4f, \"all\": %.4f, \"all_cpu\": %.4f, "
            "\"edit_score\": %.6f, \"edit_lookup\": %.6f}\n",
            formulas, open.wall, all.wall, all.cpu, score.cpu, lookup.cpu);
    } catch (const Error& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}

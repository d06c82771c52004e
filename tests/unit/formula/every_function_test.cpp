// every_function_test.cpp - whatever arguments a function is given, it answers with something a cell can
// hold. Arguments are made up at random from a fixed seed.
#include <doctest/doctest.h>

#include <cmath>
#include <random>
#include <string>

#include "formula/function_table.hpp"
#include "support/formula/memory_cells.hpp"

using namespace scorebook;
using namespace scorebook::testing;

namespace {

/// A1:B3 holds a value of every kind.
MemoryCells mixed_cells() {
    MemoryCells cells;
    cells.sheet("Sheet1");
    cells.set(0, "A1", 1.0);
    cells.set(0, "A2", std::string("text"));
    cells.set(0, "A3", true);
    cells.set(0, "B1", -2.5);
    cells.set(0, "B2", CellError::not_available);
    cells.set_formula(0, "A1", "1");
    return cells;
}

std::string made_up_argument(std::mt19937& random) {
    constexpr const char* choices[] = {"0",
                                       "1",
                                       "2",
                                       "-1",
                                       "0.5",
                                       "3.7",
                                       "7",
                                       "45000",
                                       "-1E+300",
                                       "1E+300",
                                       "1E-300",
                                       "\"\"",
                                       "\"text\"",
                                       "\"3\"",
                                       "\"1/2/2020\"",
                                       "\"md\"",
                                       "\"i\"",
                                       "TRUE",
                                       "FALSE",
                                       "#N/A",
                                       "#CALC!",
                                       "A1",
                                       "A2",
                                       "B2",
                                       "B3",
                                       "A1:B3",
                                       "A:A",
                                       "A1:A3",
                                       "A1:B1",
                                       "(A1,B1)",
                                       "{1,2,3}",
                                       "{1;2;3}",
                                       "{4,\"x\";TRUE,#REF!}",
                                       "{0.2,0.8}",
                                       "",
                                       "LAMBDA(x,x)",
                                       "LAMBDA(x,y,x&y)",
                                       "_xleta.SUM",
                                       "SEQUENCE(3)"};
    return choices[random() % std::size(choices)];
}

bool is_fit_for_a_cell(const CellValue& value) {
    const auto* number = std::get_if<double>(&value);
    return number == nullptr || (std::isfinite(*number) && !(*number == 0 && std::signbit(*number)));
}

}  // namespace

TEST_SUITE("formula") {
    TEST_CASE("every function: no arguments lead to a number a cell can't hold") {
        constexpr std::uint32_t seed = 42460;
        CAPTURE(seed);
        std::mt19937 random(seed);
        const MemoryCells cells = mixed_cells();
        for (const formula::FunctionRow* row : formula::all_functions()) {
            const std::size_t most = std::min<std::size_t>(row->max_arguments, row->min_arguments + 4U);
            for (int i = 0; i < 60; ++i) {
                std::string text = std::string(row->name) + '(';
                const std::size_t count = row->min_arguments + random() % (most - row->min_arguments + 1);
                for (std::size_t k = 0; k < count; ++k) {
                    if (k > 0) text += ',';
                    text += made_up_argument(random);
                }
                text += ')';
                CAPTURE(text);
                const auto kind = i % 2 == 0 ? FormulaKind::array : FormulaKind::legacy;
                const CellValue result = evaluate_text(cells, text, "C2", kind);
                CHECK(is_fit_for_a_cell(result));
            }
        }
    }
}

// formula_cases.hpp - a table of formulas and the values Excel gives them, checked one by one.
#pragma once

#include <doctest/doctest.h>

#include <cmath>
#include <span>
#include <string>

#include "support/formula/memory_cells.hpp"

namespace scorebook::testing {

struct FormulaCase {
    const char* formula;
    CellValue expected;

    FormulaCase(const char* text, double number) : formula(text), expected(number) {}
    FormulaCase(const char* text, bool boolean) : formula(text), expected(boolean) {}
    FormulaCase(const char* text, CellError error) : formula(text), expected(error) {}
    FormulaCase(const char* text, const char* words) : formula(text), expected(std::string(words)) {}
};

/// Numbers agree to 1e-9 relative, everything else exactly.
inline void check_formulas(const MemoryCells& cells, std::span<const FormulaCase> cases,
                           FormulaKind kind = FormulaKind::array) {
    for (const FormulaCase& c : cases) {
        const std::string formula = c.formula;  // doctest prints pointers as such
        CAPTURE(formula);
        const CellValue result = evaluate_text(cells, c.formula, "Z99", kind);
        const auto* expected = std::get_if<double>(&c.expected);
        const auto* number = std::get_if<double>(&result);
        if (expected == nullptr || number == nullptr) {
            CHECK(to_text(result) == to_text(c.expected));
            CHECK(result.index() == c.expected.index());
        } else {
            CHECK(std::abs(*number - *expected) <= 1e-9 * std::abs(*expected));
        }
    }
}

inline void check_formulas(std::span<const FormulaCase> cases) {
    MemoryCells cells;
    cells.sheet("Sheet1");
    check_formulas(cells, cases);
}

}  // namespace scorebook::testing

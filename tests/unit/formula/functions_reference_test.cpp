// functions_reference_test.cpp - references as text and text as references. Expected values are those of
// Microsoft's pages and of Excel's stored results in ../shared/oracles.
#include <doctest/doctest.h>

#include "support/formula/formula_cases.hpp"

using namespace scorebook;
using namespace scorebook::testing;

TEST_SUITE("formula") {
    TEST_CASE("reference: ADDRESS in both styles, with the sheet in quotes where it needs them") {
        const FormulaCase cases[] = {
            {"ADDRESS(2,3)", "$C$2"},
            {"ADDRESS(2,3,2)", "C$2"},
            {"ADDRESS(2,3,4)", "C2"},
            {"ADDRESS(2,3,2,FALSE)", "R2C[3]"},
            {"ADDRESS(2,3,1,FALSE,\"EXCEL SHEET\")", "'EXCEL SHEET'!R2C3"},
            {"ADDRESS(2,3,3,TRUE,\"[Book1]Sheet1\")", "[Book1]Sheet1!$C2"},
            {"ADDRESS(1048576,16384)", "$XFD$1048576"},
            {"ADDRESS(0,1)", CellError::value},
            {"ADDRESS(1,1,5)", CellError::value},
        };
        check_formulas(cases);
    }

    TEST_CASE("reference: OFFSET and INDIRECT find cells, AREAS counts them, FORMULATEXT reads them") {
        MemoryCells cells;
        cells.sheet("Sheet1");
        cells.sheet("My sheet");
        cells.set(0, "A1", 1.0);
        cells.set(0, "A2", 2.0);
        cells.set(0, "B1", 3.0);
        cells.set(1, "A1", 7.0);
        cells.set_formula(0, "B1", "_xlfn.CONCAT(A1:A2)");
        const FormulaCase cases[] = {
            {"SUM(OFFSET(A1,0,0,2,1))", 3.0},
            {"SUM(OFFSET(A2,0,0,-2))", 3.0},
            {"SUM(OFFSET(A1,0,0,2,0.9))", 3.0},  // a part of a cell is a cell
            {"SUM(OFFSET(A1,0,0,0))", CellError::ref},
            {"OFFSET(A1,-1,0)", CellError::ref},
            {"INDIRECT(\"B1\")", 3.0},
            {"INDIRECT(\"R2C1\",FALSE)", 2.0},
            {"SUM(INDIRECT(\"R1C1:R2C1\",FALSE))", 3.0},
            {"INDIRECT(\"'My sheet'!A1\")", 7.0},
            {"ROW(INDIRECT(\"R[+1]C[]\",FALSE))", 100.0},
            {"COLUMN(INDIRECT(\"RC[-1]\",FALSE))", 25.0},
            {"INDIRECT(\"1+1\")", CellError::ref},
            {"AREAS(B2:D4)", 1.0},
            {"AREAS((B2:D4,E5,F6:I9))", 3.0},
            {"AREAS(B2:D4 B2)", 1.0},
            {"FORMULATEXT(B1)", "=CONCAT(A1:A2)"},
            {"FORMULATEXT(A1)", CellError::not_available},
        };
        check_formulas(cells, cases);
    }

    TEST_CASE("reference: XLOOKUP's binary search keeps blanks behind the list") {
        MemoryCells cells;
        cells.sheet("Sheet1");
        const double keys[] = {1, 2, 5, 5, 7};
        for (std::uint32_t i = 0; i < 5; ++i) {
            cells.set(0, "A" + std::to_string(i + 1), keys[i]);
            cells.set(0, "B" + std::to_string(i + 1), 10.0 * (i + 1));
            cells.set(0, "C" + std::to_string(i + 1), keys[4 - i]);
        }
        const FormulaCase cases[] = {
            {"XLOOKUP(2,A:A,B:B,,0,2)", 20.0},
            {"XLOOKUP(5,A:A,B:B,,0,2)", 30.0},
            {"XLOOKUP(6,A:A,B:B,,-1,2)", 40.0},
            {"XLOOKUP(6,A:A,B:B,,1,2)", 50.0},
            {"XLOOKUP(9,A:A,B:B,,1,2)", CellError::not_available},
            {"XLOOKUP(5,C:C,B:B,,0,-2)", 30.0},
            {"XMATCH(1,C1:C99,0,-2)", 5.0},
        };
        check_formulas(cells, cases);
    }
}

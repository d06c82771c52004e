// functions_information_test.cpp - what is known of a cell and of a value.
#include "support/formula/formula_cases.hpp"

namespace {

using namespace scorebook;
using namespace scorebook::testing;

TEST_SUITE_BEGIN("formula");
TEST_CASE("information: CELL looks at the first cell of a range") {
    MemoryCells cells;
    const SheetIndex sheet = cells.sheet("First");
    cells.sheet("Second");
    cells.set(sheet, "B2", 3.5);
    cells.set(sheet, "B3", std::string("three"));
    cells.set(sheet, "B4", CellError::not_available);
    cells.set_formula(sheet, "B2", "7/2");
    const FormulaCase cases[] = {
        {"CELL(\"address\",B2)", "$B$2"},
        {"CELL(\"ADDRESS\",B2:D9)", "$B$2"},
        {"CELL(\"row\",B2)", 2.0},
        {"CELL(\"col\",AB3)", 28.0},
        {"CELL(\"contents\",B2)", 3.5},
        {"CELL(\"contents\",B9)", 0.0},
        {"CELL(\"contents\",B4)", CellError::not_available},
        {"CELL(\"type\",B2)", "v"},
        {"CELL(\"type\",B3)", "l"},
        {"CELL(\"type\",B9)", "b"},
        {"CELL(\"hello\",B2)", CellError::value},
        {"CELL(2,B2)", CellError::value},
    };
    check_formulas(cells, cases);
}

TEST_CASE("information: sheets, formulas, odd and even") {
    MemoryCells cells;
    const SheetIndex sheet = cells.sheet("First");
    cells.sheet("Second");
    cells.set(sheet, "B2", 3.5);
    cells.set(sheet, "B3", std::string("three"));
    cells.set(sheet, "B4", CellError::not_available);
    cells.set_formula(sheet, "B2", "7/2");
    const FormulaCase cases[] = {
        {"SHEET()", 1.0},
        {"SHEET(\"Second\")", 2.0},
        {"SHEET(Second!A1)", 2.0},
        {"SHEET(\"Third\")", CellError::not_available},
        {"SHEET(1/0)", CellError::div0},
        {"SHEETS()", 2.0},
        {"SHEETS(First:Second!A1)", 2.0},
        {"ISFORMULA(B2)", true},
        {"ISFORMULA(B3)", false},
        {"ISEVEN(-1)", false},
        {"ISEVEN(2.5)", true},
        {"ISODD(5)", true},
        {"ISODD(TRUE)", CellError::value},
        {"TYPE(B3)", 2.0},
        {"TYPE({1,2})", 64.0},
        {"ERROR.TYPE(B4)", 7.0},
        {"ERROR.TYPE(B2)", CellError::not_available},
        {"N(B3)", 0.0},
        {"N(TRUE)", 1.0},
        {"ISNA(B4)", true},
        {"ISERR(B4)", false},
        {"INFO(\"recalc\")", "Automatic"},
        {"INFO(\"nothing\")", CellError::value},
    };
    check_formulas(cells, cases);
}

TEST_SUITE_END();

}  // namespace

// functions_subtotal_test.cpp - what SUBTOTAL and AGGREGATE leave out; results by hand.
#include "support/formula/formula_cases.hpp"

namespace {

using namespace scorebook;
using namespace scorebook::testing;

/// Numbers with a subtotal among them and a hidden row, and a column with an error.
void fill_subtotals(MemoryCells& cells) {
    const SheetIndex sheet = cells.sheet("Sheet1");
    const std::pair<const char*, double> numbers[] = {
        {"A1", 10}, {"A2", 20}, {"A3", 60}, {"A4", 5}, {"A5", 95}};
    for (const auto& [cell, number] : numbers) cells.set(sheet, cell, number);
    cells.set(sheet, "A6", std::string("text"));
    cells.set_formula(sheet, "A5", "SUBTOTAL(9,A1:A4)");
    cells.hide_row(sheet, 1);
    cells.set(sheet, "B1", 7.0);
    cells.set(sheet, "B2", CellError::div0);
    cells.set(sheet, "B3", 9.0);
}

TEST_SUITE_BEGIN("formula");
TEST_CASE("subtotal: other subtotals are left out, hidden rows only by 101 to 111") {
    MemoryCells cells;
    fill_subtotals(cells);
    const FormulaCase cases[] = {
        {"SUBTOTAL(9,A1:A6)", 95.0},
        {"SUBTOTAL(109,A1:A6)", 75.0},
        {"SUBTOTAL(1,A1:A6)", 23.75},
        {"SUBTOTAL(101,A1:A6)", 25.0},
        {"SUBTOTAL(2,A1:A6)", 4.0},
        {"SUBTOTAL(3,A1:A6)", 5.0},
        {"SUBTOTAL(4,A1:A6)", 60.0},
        {"SUBTOTAL(105,A1:A6)", 5.0},
        {"SUBTOTAL(6,A1:A2)", 200.0},
        {"SUBTOTAL(11,A1:A2)", 25.0},
        {"SUBTOTAL(7,A1:A1)", CellError::div0},
        {"SUBTOTAL(9,B1:B3)", CellError::div0},
        {"SUBTOTAL(12,A1:A6)", CellError::value},
        {"SUBTOTAL(0,A1:A6)", CellError::value},
    };
    check_formulas(cells, cases);
}

TEST_CASE("aggregate: the options say what is left out") {
    MemoryCells cells;
    fill_subtotals(cells);
    const FormulaCase cases[] = {
        {"AGGREGATE(9,0,A1:A6)", 95.0},
        {"AGGREGATE(9,4,A1:A6)", 190.0},
        {"AGGREGATE(9,5,A1:A6)", 170.0},
        {"AGGREGATE(9,1,A1:A6)", 75.0},
        {"AGGREGATE(9,6,B1:B3)", 16.0},
        {"AGGREGATE(9,4,B1:B3)", CellError::div0},
        {"AGGREGATE(12,0,A1:A6)", 15.0},
        {"AGGREGATE(14,6,B1:B3,1)", 9.0},
        {"AGGREGATE(15,6,{3,1,2},2)", 2.0},
        {"AGGREGATE(16,0,A1:A4,0.5)", 15.0},
        {"AGGREGATE(17,0,A1:A4,0)", 5.0},
        {"AGGREGATE(19,0,A1:A4,0)", CellError::num},
        {"AGGREGATE(14,6,B1:B3)", CellError::value},
        {"AGGREGATE(13,4,A1:A3)", CellError::not_available},
        {"AGGREGATE(20,0,A1:A4)", CellError::value},
        {"AGGREGATE(9,8,A1:A4)", CellError::value},
    };
    check_formulas(cells, cases);
}

TEST_SUITE_END();

}  // namespace

// functions_database_test.cpp - records picked by criteria laid out in cells; results by hand.
#include "support/formula/formula_cases.hpp"

namespace {

using namespace scorebook;
using namespace scorebook::testing;

/// Microsoft's orchard: trees with height and profit, and criteria beside them.
void fill_orchard(MemoryCells& cells) {
    const SheetIndex sheet = cells.sheet("Orchard");
    const char* texts[][2] = {{"A1", "Tree"},  {"B1", "Height"}, {"C1", "Profit"}, {"A2", "Apple"},
                              {"A3", "Pear"},  {"A4", "Cherry"}, {"A5", "Apple"},  {"A6", "Apple pie"},
                              {"E1", "Tree"},  {"F1", "Height"}, {"E2", "=Apple"}, {"F2", ">10"},
                              {"E4", "tree"},  {"E5", "App"},    {"G1", "Tree"},   {"H1", "Nothing"},
                              {"H2", "Apple"}, {"G5", "x"},      {"C6", "none"}};
    for (const auto& [cell, text] : texts) cells.set(sheet, cell, std::string(text));
    const std::pair<const char*, double> numbers[] = {{"B2", 18}, {"B3", 12}, {"B4", 13},
                                                      {"B5", 8},  {"B6", 14}, {"C2", 105},
                                                      {"C3", 96}, {"C4", 75}, {"C5", 45}};
    for (const auto& [cell, number] : numbers) cells.set(sheet, cell, number);
}

TEST_SUITE_BEGIN("formula");
TEST_CASE("database: criteria in a row all hold, a text means what it begins with") {
    MemoryCells cells;
    fill_orchard(cells);
    const FormulaCase cases[] = {
        {"DSUM(A1:C6,\"Profit\",E1:F2)", 105.0},
        {"DCOUNT(A1:C6,\"Height\",E1:F2)", 1.0},
        {"DGET(A1:C6,\"height\",E1:F2)", 18.0},
        {"DCOUNT(A1:C6,2,E4:E5)", 3.0},
        {"DCOUNTA(A1:C6,\"Profit\",E4:E5)", 3.0},
        {"DCOUNT(A1:C6,\"Profit\",E4:E5)", 2.0},
        {"DSUM(A1:C6,3,E4:E5)", 150.0},
        {"DAVERAGE(A1:C6,3,E4:E5)", 75.0},
        {"DMAX(A1:C6,3,E4:E5)", 105.0},
        {"DMIN(A1:C6,3,E4:E5)", 45.0},
        {"DPRODUCT(A1:C6,3,E4:E5)", 4725.0},
        {"DVAR(A1:C6,3,E4:E5)", 1800.0},
        {"DVARP(A1:C6,3,E4:E5)", 900.0},
        {"DSTDEVP(A1:C6,3,E4:E5)", 30.0},
        {"DSTDEV(A1:C6,3,E4:E5)", 42.4264068711929},
    };
    check_formulas(cells, cases);
}

TEST_CASE("database: a formula as criterion is worked out for each record") {
    // The heights above the average, as Microsoft's page on database functions asks for them.
    MemoryCells cells;
    cells.sheet("Sheet1");
    cells.set(0, "A1", std::string("Height"));
    const double heights[] = {18, 12, 13, 8};
    for (std::uint32_t i = 0; i < 4; ++i) cells.set(0, "A" + std::to_string(i + 2), heights[i]);
    cells.set(0, "C1", std::string("Above average"));
    cells.set(0, "C2", true);
    cells.set_formula(0, "C2", "A2>AVERAGE($A$2:$A$5)");
    cells.set(0, "D1", std::string("Text"));
    cells.set(0, "D2", std::string("yes"));
    cells.set_formula(0, "D2", "\"yes\"");
    const FormulaCase cases[] = {
        {"DSUM(A1:A5,1,C1:C2)", 31.0},
        {"DCOUNT(A1:A5,1,C1:C2)", 2.0},
        {"DCOUNT(A1:A5,1,D1:D2)", 0.0},
    };
    check_formulas(cells, cases);
}

TEST_CASE("database: no criterion takes every record, an unknown heading none") {
    MemoryCells cells;
    fill_orchard(cells);
    const FormulaCase cases[] = {
        {"DCOUNT(A1:C6,,G1:G2)", 5.0},
        {"DSUM(A1:C6,\"Profit\",G1:G2)", 321.0},
        {"DSUM(A1:C6,\"Profit\",H1:H2)", 0.0},
        {"DAVERAGE(A1:C6,\"Profit\",H1:H2)", CellError::div0},
        {"DGET(A1:C6,\"Profit\",H1:H2)", CellError::value},
        {"DGET(A1:C6,\"Profit\",E4:E5)", CellError::num},
        {"DSUM(A1:C6,\"Colour\",E1:F2)", CellError::value},
        {"DSUM(A1:C6,4,E1:F2)", CellError::value},
        {"DSUM(A1:C6,\"Profit\",E1:F1)", CellError::value},
    };
    check_formulas(cells, cases);
}

TEST_SUITE_END();

}  // namespace

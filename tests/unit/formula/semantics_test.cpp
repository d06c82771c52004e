// semantics_test.cpp - the traps of Excel's semantics, in the order of formula-semantics.md. [X] was seen in
// results Excel stored (../shared/oracles); others name their source.
#include <doctest/doctest.h>

#include "support/formula/formula_cases.hpp"

using namespace scorebook;
using namespace scorebook::testing;

namespace {

MemoryCells one_sheet() {
    MemoryCells cells;
    cells.sheet("Sheet1");
    return cells;
}

void check_legacy(const MemoryCells& cells, std::span<const FormulaCase> cases) {
    check_formulas(cells, cases, FormulaKind::legacy);
}

}  // namespace

TEST_SUITE("formula") {
    TEST_CASE("semantics 1-4: doubles as they are; zero, comparison and ROUND by the digits one sees") {
        const MemoryCells cells = one_sheet();
        // 1 [X]: plain doubles
        CHECK(evaluate_text(cells, "0.1+0.2") == CellValue(0.1 + 0.2));
        CHECK(evaluate_text(cells, "1/3*3") == CellValue(1.0));
        // 2 [X]: only the last operator snaps to zero
        CHECK(evaluate_text(cells, "8.02572628005743-8.025726280057427") == CellValue(0.0));
        CHECK(evaluate_text(cells, "1*(0.001+0.5-0.4-0.05-0.001)") == CellValue(0.049999999999999975));
        CHECK(evaluate_text(cells, "0.5-0.4-0.1") == CellValue(0.0));
        CHECK(evaluate_text(cells, "1*(0.5-0.4-0.1)") == CellValue(0.5 - 0.4 - 0.1));
        const FormulaCase cases[] = {
            // 3: Microsoft support 78113, 15 digits
            {"(0.06-0.01)=0.05", true},
            {"1=1.0000000000000002", true},
            {"1=1.00000000000001", false},
            // 4 [X]
            {"ROUND(1.05*(0.0284+0.0046)-0.0284,4)", 0.0063},
            {"ROUND(1.745,2)", 1.75},
            {"ROUND(-1.745,2)", -1.75},
            {"ROUND(2.5,0)", 3.0},
            {"ROUND(-2.5,0)", -3.0},
            {"MOD(10.2,10)=0.2", false},
        };
        check_legacy(cells, cases);
    }

    TEST_CASE("semantics 5-7: types have an order, blanks adapt, operators turn text into numbers") {
        const FormulaCase cases[] = {
            // 5 [X]
            {"\"1\"=1", false},
            {"\"1\">1", true},
            {"TRUE>2", true},
            {"TRUE>\"z\"", true},
            {"0=FALSE", false},
            {"\"\"=0", false},
            {"\"ABC\"=\"abc\"", true},
            {"\"a\"<\"B\"", true},
            // 6 [X]; C1 is blank
            {"C1=0", true},
            {"C1=\"\"", true},
            {"C1=FALSE", true},
            {"C1=C2", true},
            {"C1<\"ciao\"", true},
            {"7/C1", CellError::div0},
            {"5&C1", "5"},
            {"IFERROR(C1,\"x\")", 0.0},
            {"C1", 0.0},
            // 7 [X]
            {"\"3\"+4", 7.0},
            {"\"45731\"-\"45366\"", 365.0},
            {"TRUE+1", 2.0},
            {"\"\"*0", CellError::value},
            {"\"TRUE\"*TRUE", CellError::value},
            {"\"250\"%", 2.5},
            {"1000%%", 0.1},
        };
        check_legacy(one_sheet(), cases);
    }

    TEST_CASE("semantics 8-9: functions pass over text and booleans in cells; the left error wins") {
        MemoryCells cells = one_sheet();
        cells.set(0, "A1", std::string("7"));
        cells.set(0, "A2", true);
        cells.set(0, "A3", 2.0);
        cells.set(0, "B1", CellError::num);
        cells.set(0, "B2", 5.0);
        const FormulaCase cases[] = {
            // 8 [X]
            {"SUM(\"7\")", 7.0},
            {"SUM(\"seven\")", CellError::value},
            {"SUM(\"2\",\"4\",TRUE)", 7.0},
            {"SUM(A1:A3)", 2.0},
            {"COUNT(A1:A3)", 1.0},
            {"COUNT(\"23\")", 1.0},
            {"COUNT(TRUE)", 1.0},
            {"AVERAGE(\"Hola\")", CellError::value},
            {"MAX(A1:A2)", 0.0},
            {"AVERAGEA(A1:A3)", 1.0},
            // 9 [X]
            {"#N/A+#DIV/0!", CellError::not_available},
            {"#DIV/0!&#N/A", CellError::div0},
            {"#REF!=#N/A", CellError::ref},
            {"SUMIF(B2:B2,\">0\",B2:B2)", 5.0},
            {"SUMIF(A1:A2,\"x\",B1:B2)", 0.0},
            {"SUMIF(A1:A2,7,B1:B2)", CellError::num},
        };
        check_legacy(cells, cases);
    }

    TEST_CASE("semantics 10: criteria") {
        MemoryCells cells = one_sheet();
        const CellValue values[] = {23.0,          std::string("23"),       true,
                                    1.0,           std::string("Brown"),    std::string("a*b"),
                                    std::string(), CellError::not_available};
        for (std::size_t i = 0; i < std::size(values); ++i)
            cells.set(0, "A" + std::to_string(i + 1), values[i]);
        // A9 is blank
        const FormulaCase cases[] = {
            {"COUNTIF(A1:A9,23)", 2.0},        {"COUNTIF(A1:A9,\"=23\")", 2.0},
            {"COUNTIF(A1:A9,\"<24\")", 2.0},   {"COUNTIF(A1:A9,TRUE)", 1.0},
            {"COUNTIF(A1:A9,\"true\")", 1.0},  {"COUNTIF(A1:A9,1)", 1.0},
            {"COUNTIF(A1:A9,\"\")", 2.0},      {"COUNTIF(A1:A9,\"=\")", 1.0},
            {"COUNTIF(A1:A9,\"<>\")", 8.0},    {"COUNTIF(A1:A9,\"<>brown\")", 8.0},
            {"COUNTIF(A1:A9,\"BR?WN\")", 1.0}, {"COUNTIF(A1:A9,\"#N/A\")", 1.0},
            {"COUNTIF(A1:A9,\"a~*b\")", 1.0},  // ~: Microsoft, "Use wildcards in criteria"
            {"COUNTIF(A1:A9,\"*\")", 4.0},
        };
        check_legacy(cells, cases);
    }

    TEST_CASE("semantics 11-12: lookups keep types apart, dates have a 29 February 1900") {
        MemoryCells cells = one_sheet();
        for (int i = 1; i <= 3; ++i) {
            cells.set(0, "A" + std::to_string(i), 7.0 * i);
            cells.set(0, "B" + std::to_string(i), 70.0 * i);
        }
        const FormulaCase cases[] = {
            // 11 [X]
            {"VLOOKUP(\"7\",A1:B3,2,FALSE)", CellError::not_available},
            {"VLOOKUP(7,A1:B3,2,FALSE)", 70.0},
            {"LOOKUP(15,{7,\"x\",14,TRUE},{1,2,3,4})", 3.0},
            {"INDEX(A1:B3,1.5,1)", 7.0},
            {"INDEX(A1:B3,-2)", CellError::value},
            {"INDEX(A1:B3,4,1)", CellError::ref},
            // 12 [X]
            {"DATE(1900,2,29)", 60.0},
            {"DAY(0)", 0.0},
            {"YEAR(0)", 1900.0},
            {"MONTH(-10)", CellError::num},
            {"DATE(1900,222,1)", 6727.0},
        };
        check_legacy(cells, cases);
        cells.set_date_system(DateSystem::from_1904);
        CHECK(evaluate_text(cells, "DATE(2016,3,31)") == CellValue(42460.0 - 1462));
    }

    TEST_CASE("semantics 13: a legacy formula intersects, an array formula doesn't") {
        MemoryCells cells = one_sheet();
        for (int column = 0; column < 4; ++column)
            cells.set(0, to_a1(CellRef{8, 11U + static_cast<std::uint32_t>(column)}), 150.0 + 100 * column);
        cells.set(0, "B8", 2.0);
        // [X] ROUNDDOWN(L9:O9,-2) in column N; G7:J7/B8 outside the range
        CHECK(evaluate_text(cells, "ROUNDDOWN(L9:O9,-2)", "N20") == CellValue(300.0));
        CHECK(evaluate_text(cells, "G7:J7/B8", "Z9") == CellValue(CellError::value));
        CHECK(evaluate_text(cells, "SUM(ROUNDDOWN(L9:O9,-2))", "Z1", FormulaKind::array) ==
              CellValue(1000.0));
        // MS-OI29500: SUMPRODUCT's arguments are arrays, IF's condition inside isn't
        CHECK(evaluate_text(cells, "SUMPRODUCT(L9:O9*1)", "Z1") == CellValue(1200.0));
        CHECK(evaluate_text(cells, "SUMPRODUCT(IF(L9:O9>0,1,0))", "Z1") == CellValue(CellError::value));
    }

    TEST_CASE("semantics 15-18: prefixes, names that spill, SUBTOTAL, TEXT") {
        MemoryCells cells = one_sheet();
        for (int i = 1; i <= 4; ++i) cells.set(0, "A" + std::to_string(i), 1.0 * i);
        cells.set_formula(0, "A4", "SUBTOTAL(9,A1:A3)");
        cells.hide_row(0, 1);
        cells.set_name("Project_List", "_xlfn._xlws.FILTER(Sheet1!$A$1:$A$4,Sheet1!$A$1:$A$4>1)");
        const FormulaCase cases[] = {
            {"ROWS(Project_List)", 3.0},      {"SUBTOTAL(9,A1:A4)", 6.0}, {"SUBTOTAL(109,A1:A4)", 4.0},
            {"TEXT(12,\"[Red]#.#\")", "12."}, {"TEXT(5,\"0_)\")", "5 "},
        };
        check_formulas(cells, cases);
    }

    TEST_CASE("semantics 20: the minus sign binds tighter than the power") {
        const FormulaCase cases[] = {{"-2^2", 4.0}, {"3-2^2", -1.0}};
        check_legacy(one_sheet(), cases);
    }
}

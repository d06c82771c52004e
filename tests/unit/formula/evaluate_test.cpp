// evaluate_test.cpp - Excel's semantics; expected values are Excel's own (formula-semantics.md, the oracles)
// or its manual's.
#include "formula/evaluate.hpp"

#include <doctest/doctest.h>

#include "support/formula/memory_cells.hpp"

using namespace scorebook;
using scorebook::testing::evaluate_text;
using scorebook::testing::FormulaKind;
using scorebook::testing::MemoryCells;

namespace {

struct Case {
    const char* formula;
    CellValue expected;
};

void check(const MemoryCells& cells, std::initializer_list<Case> cases, const char* cell = "Z9",
           FormulaKind kind = FormulaKind::legacy) {
    for (const Case& c : cases) {
        CAPTURE(c.formula);
        const CellValue ours = evaluate_text(cells, c.formula, cell, kind);
        CAPTURE(to_text(ours));
        CAPTURE(to_text(c.expected));
        CHECK(ours == c.expected);
    }
}

std::string text(const char* value) {
    return value;
}

MemoryCells one_sheet() {
    MemoryCells cells;
    cells.sheet("Sheet1");
    return cells;
}

}  // namespace

TEST_SUITE("formula") {
    TEST_CASE("evaluate: operators turn text and booleans into numbers, functions into less") {
        check(one_sheet(), {{"\"3\"+4", 7.0},
                            {"TRUE+1", 2.0},
                            {"\"\"*0", CellError::value},
                            {"\"TRUE\"*TRUE", CellError::value},
                            {"\"250\"%", 2.5},
                            {"1000%%", 0.1},
                            {"\"45731\"-\"45366\"", 365.0},
                            {"SUM(\"7\")", 7.0},
                            {"SUM(\"seven\")", CellError::value},
                            {"SUM(\"2\",\"4\",TRUE)", 7.0},
                            {"COUNT(\"23\")", 1.0},
                            {"COUNT(TRUE)", 1.0},
                            {"AVERAGE(\"Hola\")", CellError::value},
                            {"-2^2", 4.0},
                            {"2^3^2", 64.0},
                            {"1&2", text("12")},
                            {"1/3&\"\"", text("0.333333333333333")}});
    }

    TEST_CASE("evaluate: comparison knows types, case and 15 digits") {
        check(one_sheet(), {{"\"1\"=1", false},
                            {"\"1\">1", true},
                            {"TRUE>2", true},
                            {"0=FALSE", false},
                            {"\"\"=0", false},
                            {"\"abc\"=\"ABC\"", true},
                            {"(0.06-0.01)=0.05", true},
                            {"1=1.00000000000001", false},
                            {"0.5-0.4-0.1", 0.0},
                            {"MOD(10.2,10)", 10.2 - 10}});
    }

    TEST_CASE("evaluate: a blank cell is 0, nothing or FALSE as its neighbour wants") {
        check(one_sheet(), {{"A1=0", true},
                            {"A1=\"\"", true},
                            {"A1<\"ciao\"", true},
                            {"7/A1", CellError::div0},
                            {"12&A1", text("12")},
                            {"IFERROR(A1,\"x\")", 0.0},
                            {"A1", 0.0},
                            {"ISBLANK(A1)", true},
                            {"LEN(A1)", 0.0}});
    }

    TEST_CASE("evaluate: the left operand's error wins") {
        check(one_sheet(), {{"#N/A+#DIV/0!", CellError::not_available},
                            {"#DIV/0!&#N/A", CellError::div0},
                            {"#REF!=#N/A", CellError::ref},
                            {"\"x\"+#N/A", CellError::value},
                            {"IF(#NUM!,1,2)", CellError::num},
                            {"IF(FALSE,#NUM!,2)", 2.0},
                            {"IF(FALSE,1)", false},
                            {"IF(TRUE,,2)", 0.0}});
    }

    TEST_CASE("evaluate: rounding goes by the digits one sees") {
        check(one_sheet(), {{"ROUND(1.745,2)", 1.75},
                            {"ROUND(1.05*(0.0284+0.0046)-0.0284,4)", 0.0063},
                            {"ROUND(-2.5,0)", -3.0},
                            {"ROUND(1234.5,-2)", 1200.0},
                            {"ROUNDUP(2.0000001,0)", 3.0},
                            {"ROUNDDOWN(-2.9,0)", -2.0},
                            {"ROUND(0.4,-1)", 0.0},
                            {"ROUND(9.99,1)", 10.0},
                            {"INT(-0.5)", -1.0}});
    }

    TEST_CASE("evaluate: legacy formulas take the cell in their own row, array formulas all of them") {
        MemoryCells cells = one_sheet();
        cells.set(0, "A1", 1.0);
        cells.set(0, "A2", 2.0);
        cells.set(0, "A3", 3.0);
        check(cells,
              {{"A1:A3*10", 20.0},
               {"SUM(A1:A3*10)", 20.0},
               {"SUMPRODUCT(A1:A3*10)", 60.0},
               {"LEN(A1:A3)", 1.0}},
              "C2");
        check(cells, {{"A1:A3*10", CellError::value}}, "C9");
        check(cells,
              {{"SUM(A1:A3*10)", 60.0}, {"SUM(IF(A1:A3>1,A1:A3))", 5.0}, {"A1:A3", 1.0}, {"@A1:A3", 2.0}},
              "C2", FormulaKind::array);
        check(cells, {{"SUM({1,2,3}*2)", 12.0}, {"SUM(ROW(A1:A3))", 1.0}, {"SUMPRODUCT(ROW(A1:A3))", 6.0}},
              "C2");
    }

    TEST_CASE("evaluate: references join, meet and count sheets") {
        MemoryCells cells = one_sheet();
        cells.sheet("Two");
        cells.sheet("Three");
        for (SheetIndex sheet = 0; sheet < 3; ++sheet)
            cells.set(sheet, "B2", 1.0 + static_cast<double>(sheet));
        cells.set_name("Threshold", "Sheet1!$B$2*10");
        cells.set_name("Beside", "Sheet1!B1");
        check(cells, {{"SUM(Sheet1:Three!B2)", 6.0},
                      {"A1:C3 B:B", CellError::value},
                      {"SUM(A1:C3 B2:D4)", 1.0},
                      {"A1:A2 C1:C2", CellError::null},
                      {"SUM((B2,B2,Two!B2))", 4.0},
                      {"threshold", 10.0},
                      {"nowhere", CellError::name},
                      {"gone!A1", CellError::ref},
                      {"COUNT(B:B,2:2)", 2.0}});
        // Relative references of a name count from the cell that uses it.
        check(cells, {{"Beside", 1.0}}, "A2");
    }

    TEST_CASE("evaluate: structured references find their rows and columns") {
        MemoryCells cells = one_sheet();
        cells.set(0, "A1", text("Impact"));
        cells.set(0, "B1", text("Risk Score"));
        for (int row = 2; row <= 4; ++row) {
            cells.set(0, "A" + std::to_string(row), static_cast<double>(row));
            cells.set(0, "B" + std::to_string(row), static_cast<double>(10 * row));
        }
        cells.set(0, "B5", 90.0);
        cells.add_table({"Risks", 0, parse_range("A1:B5").value(), 1, 1, {"Impact", "Risk Score"}});
        check(cells,
              {{"[@Impact]*[@[Risk Score]]", 90.0},
               {"SUM(Risks[risk score])", 90.0},
               {"Risks[[#Totals],[Risk Score]]", 90.0},
               {"Risks[[#Headers],[Risk Score]]", text("Risk Score")},
               {"COUNTA(Risks[#All])", 9.0},
               {"SUM(Risks[@])", 33.0},
               {"Risks[Nothing]", CellError::ref},
               {"Nobody[Impact]", CellError::name}},
              "A3");
        check(cells, {{"Risks[@Impact]", CellError::value}}, "D9");
    }

    TEST_CASE("evaluate: criteria match as Excel's do") {
        MemoryCells cells = one_sheet();
        const CellValue values[] = {
            23.0, text("23"), true, 1.0, -23.0, text("Brown"), text("brownie"), CellError::not_available};
        for (int i = 0; i < 8; ++i) cells.set(0, "A" + std::to_string(i + 1), values[i]);
        check(cells, {{"COUNTIF(A1:A9,23)", 2.0},
                      {"COUNTIF(A1:A9,\"=23\")", 2.0},
                      {"COUNTIF(A1:A9,\"<>23\")", 8.0},
                      {"COUNTIF(A1:A9,\"<23\")", 2.0},
                      {"COUNTIF(A1:A9,TRUE)", 1.0},
                      {"COUNTIF(A1:A9,\"brown*\")", 2.0},
                      {"COUNTIF(A1:A9,\"BROWN\")", 1.0},
                      {"COUNTIF(A1:A9,\"<>brown\")", 8.0},
                      {"COUNTIF(A1:A9,\"#N/A\")", 1.0},
                      {"COUNTIF(A1:A9,\"\")", 1.0},
                      {"COUNTIF(A:A,\"<>\")", 8.0},
                      {"COUNTBLANK(A:A)", 1048568.0},
                      {"SUMIF(A1:A8,\"brown*\",A3:A4)", CellError::not_available},
                      {"SUMIFS(A1:A4,A1:A4,\">0\")", 24.0},
                      {"COUNTIFS(A1:A4,\">0\",A1:A5,\">0\")", CellError::value}});
    }

    TEST_CASE("evaluate: lookups") {
        MemoryCells cells = one_sheet();
        const double numbers[] = {1, 3, 5, 7};
        const char* words[] = {"one", "three", "five", "seven"};
        for (int i = 0; i < 4; ++i) {
            cells.set(0, "A" + std::to_string(i + 1), numbers[i]);
            cells.set(0, "B" + std::to_string(i + 1), text(words[i]));
        }
        check(cells, {{"VLOOKUP(5,A1:B4,2,FALSE)", text("five")},
                      {"VLOOKUP(6,A1:B4,2)", text("five")},
                      {"VLOOKUP(0,A1:B4,2)", CellError::not_available},
                      {"VLOOKUP(\"5\",A1:B4,2,FALSE)", CellError::not_available},
                      {"VLOOKUP(5,A1:B4,3,FALSE)", CellError::ref},
                      {"INDEX(B1:B4,MATCH(3,A1:A4,0))", text("three")},
                      {"INDEX(A1:B4,1.5,2)", text("one")},
                      {"INDEX(A1:B4,5,1)", CellError::ref},
                      {"INDEX(A1:B4,-2,1)", CellError::value},
                      {"MATCH(\"t*\",B1:B4,0)", 2.0},
                      {"LOOKUP(2,1/(A1:A4<6),B1:B4)", text("five")},
                      {"XLOOKUP(4,A1:A4,B1:B4,\"none\")", text("none")},
                      {"XLOOKUP(4,A1:A4,B1:B4,,1)", text("five")},
                      {"SUM(INDEX(A1:B4,0,1))", 16.0},
                      {"SUM(OFFSET(A1,1,0,2,1))", 8.0},
                      {"SUM(INDIRECT(\"A2:A\"&3))", 8.0},
                      {"INDIRECT(\"R2C1\",FALSE)", 3.0},
                      {"CHOOSE(2,A1,A2)", 3.0}});
    }

    TEST_CASE("evaluate: days and texts") {
        check(one_sheet(), {{"DATE(1900,2,29)", 60.0},
                            {"DAY(0)", 0.0},
                            {"YEAR(0)", 1900.0},
                            {"MONTH(-10)", CellError::num},
                            {"DATE(1900,222,1)", 6727.0},
                            {"DATE(2016,2,31)", 42431.0},
                            {"EDATE(DATE(2016,3,31),-1)", 42429.0},
                            {"EOMONTH(DATE(2016,2,1),0)", 42429.0},
                            {"WEEKDAY(DATE(2016,3,31))", 5.0},
                            {"DATEVALUE(\"31/03/2016\")", 42460.0},
                            {"\"31 March 2016\"+0", 42460.0},
                            {"NETWORKDAYS(DATE(2016,3,1),DATE(2016,3,31))", 23.0},
                            {"TEXT(42460,\"dd mmmm yyyy\")", text("31 March 2016")},
                            {"TEXT(0.756,\"0.0%\")", text("75.6%")},
                            {"TEXT(1234.5,\"#,##0.00\")", text("1,234.50")},
                            {"TEXT(12,\"[Red]#.#\")", text("12.")},
                            {"TEXT(-0.3,\"0\")", text("0")},
                            {"TEXT(0.5,\"hh:mm\")", text("12:00")},
                            {"SEARCH(\"b?d\",\"a bad day\")", 3.0},
                            {"SUBSTITUTE(\"a-b-c\",\"-\",\"+\",2)", text("a-b+c")},
                            {"PROPER(\"o'neil-SMITH 2nd\")", text("O'Neil-Smith 2Nd")},
                            {"TEXTJOIN(\", \",TRUE,\"a\",\"\",\"b\")", text("a, b")},
                            {"VALUE(\"$1,000\")", 1000.0},
                            {"VALUE(\"ABC\")", CellError::value}});
    }

    TEST_CASE("evaluate: LET and LAMBDA bind names, lambdas that never end stop") {
        MemoryCells cells = one_sheet();
        cells.set_name("Forever", "LAMBDA(x,Forever(x+1))");
        cells.set_name("Double", "LAMBDA(x,x*2)");
        check(cells,
              {{"LET(x,2,y,x*3,x+y)", 8.0},
               {"LAMBDA(a,b,a-b)(5,3)", 2.0},
               {"LET(f,LAMBDA(x,x+1),f(f(1)))", 3.0},
               {"Double(21)", 42.0},
               {"Forever(1)", CellError::num}},
              "Z9", FormulaKind::array);
    }

    TEST_CASE("evaluate: lambdas and names that multiply are given up, not waited for") {
        MemoryCells cells = one_sheet();
        cells.set_name("Twice", "LAMBDA(x,Twice(x+1)+Twice(x+1))");
        cells.set_name("Level_0", "1");
        for (int i = 1; i <= 64; ++i) {
            const std::string before = "Level_" + std::to_string(i - 1);
            cells.set_name("Level_" + std::to_string(i), before + '+' + before);
        }
        const CellValue given_up = text("not computed: takes more work than a formula is given");
        check(cells, {{"Twice(1)", given_up}, {"Level_64", given_up}, {"Level_9", 512.0}}, "Z9",
              FormulaKind::array);
    }

    TEST_CASE("evaluate: what can't be computed says so") {
        check(one_sheet(),
              {{"CUBEVALUE(\"x\")", text("not computed: uses CUBEVALUE, which needs a server")},
               {"IF(TRUE,1,CUBEVALUE(\"x\"))", 1.0},
               {"[1]Sheet1!A1",
                text("not computed: reads another workbook, of which this file keeps no values")}});
    }

    TEST_CASE("evaluate: SUBTOTAL passes over hidden rows and other SUBTOTALs") {
        MemoryCells cells = one_sheet();
        for (int row = 1; row <= 4; ++row) cells.set(0, "A" + std::to_string(row), 10.0 * row);
        cells.set_formula(0, "A4", "SUBTOTAL(9,A1:A3)");
        cells.hide_row(0, 1);
        check(cells,
              {{"SUBTOTAL(9,A1:A4)", 60.0}, {"SUBTOTAL(109,A1:A4)", 40.0}, {"SUBTOTAL(102,A1:A4)", 2.0}});
    }
}

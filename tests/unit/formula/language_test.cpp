// language_test.cpp - the language of formulas, one row a construct: what ECMA-376 Part 1, 18.17 and
// MS-OI29500 2.1.860 allow in a cell, and what it means.
#include <doctest/doctest.h>

#include "formula/formula_parser.hpp"
#include "formula/formula_printer.hpp"
#include "support/formula/formula_cases.hpp"

using namespace scorebook;
using namespace scorebook::testing;

namespace {

/// Three sheets with numbers in A1:B3, names of every kind and a table with awkward headings.
MemoryCells workbook() {
    MemoryCells cells;
    for (const char* name : {"Sheet1", "It's 2", "Sheet3"}) {
        const SheetIndex sheet = cells.sheet(name);
        for (std::uint32_t row = 1; row <= 3; ++row) {
            cells.set(sheet, "A" + std::to_string(row), 1.0 * row);
            cells.set(sheet, "B" + std::to_string(row), 10.0 * row + 100.0 * static_cast<double>(sheet));
        }
    }
    cells.set_name("Rate", "0.25");
    cells.set_name("Rates", "{1,2,3}");
    cells.set_name("Total", "SUM(Sheet1!$A$1:$A$3)");
    cells.set_name("Where", "Sheet1!$A$2");
    cells.set_name("Where", "'It''s 2'!$B$2", 1);
    cells.set_name("Both", "Sheet1!$A$1,Sheet1!$A$3");
    cells.set_name("Add", "LAMBDA(x,y,x+y)");
    cells.set_array(0, "A1", "A1:A3");

    const SheetIndex register_sheet = cells.sheet("Register");
    const char* headings[] = {"ID", "Score [1-5]", "Owner's #", "Due @"};
    for (std::uint32_t column = 0; column < 4; ++column) {
        cells.set(register_sheet, to_a1(CellRef{0, column}), std::string(headings[column]));
        for (std::uint32_t row = 1; row <= 3; ++row)
            cells.set(register_sheet, to_a1(CellRef{row, column}), 10.0 * row + column);
    }
    cells.set(register_sheet, "B5", 99.0);
    cells.add_table({"Risks",
                     register_sheet,
                     parse_range("A1:D5").value(),
                     1,
                     1,
                     {headings[0], headings[1], headings[2], headings[3]}});
    return cells;
}

}  // namespace

TEST_SUITE("formula") {
    TEST_CASE("language: operators and what binds tighter") {
        const FormulaCase cases[] = {
            {"-2^2", 4.0},
            {"0-2^2", -4.0},
            {"2^3^2", 64.0},
            {"2^-1", 0.5},
            {"--\"3\"", 3.0},
            {"+\"text\"", "text"},
            {"50%", 0.5},
            {"10%^2", 0.01},
            {"-10%", -0.1},
            {"1000%%", 0.1},
            {"1+2*3^2", 19.0},
            {"1+2&3+4", "37"},
            {"1&2=\"12\"", true},
            {"1=1=TRUE", true},
            {"3>2>1", true},  // (3>2)>1: a boolean comes after
                              // every number
            {"2<>2", false},
            {"2>=2", true},
            {"10/2/5", 1.0},
            {"7-2-1", 4.0},
            {"(1+2)*3", 9.0},
            {" 1 +\n 2\t", 3.0},
        };
        check_formulas(workbook(), cases);
    }

    TEST_CASE("language: numbers, text, booleans, errors and arrays as constants") {
        const FormulaCase cases[] = {
            {"1.5E3", 1500.0},
            {".5", 0.5},
            {"5.", 5.0},
            {"1e-2", 0.01},
            {"\"say \"\"hi\"\"\"", "say \"hi\""},
            {"\"\"", ""},
            {"true", true},
            {"FALSE()", false},
            {"#N/A", CellError::not_available},
            {"#DIV/0!", CellError::div0},
            {"#NULL!", CellError::null},
            {"#GETTING_DATA", CellError::getting_data},
            {"#REF!A1", CellError::ref},
            {"SUM(#REF!$A$1:$B$2)", CellError::ref},
            {"Sheet1!#REF!", CellError::ref},
            {"SUM({1,2;3,4})", 10.0},
            {"INDEX({1,-2.5;\"x\",TRUE},1,2)", -2.5},
            {"INDEX({1,#N/A},2)", CellError::not_available},
            {"COLUMNS({1,2,3})", 3.0},
        };
        check_formulas(workbook(), cases);
    }

    TEST_CASE("language: references, their operators and other sheets") {
        const FormulaCase cases[] = {
            {"SUM(2 : 3)=SUM(2:3)", true},
            {"SUM(A : B)=SUM(A:B)", true},
            {"SUM(A1:B3)", 66.0},
            {"SUM($A$1:B$3)", 66.0},
            {"SUM(B3:A1)", 66.0},
            {"SUM(A:A)", 6.0},
            {"SUM($A:B)", 66.0},
            {"SUM(2:3)", 55.0},
            {"SUM($2:$3)", 55.0},
            {"SUM(A1:B3 B2:C9)", 50.0},
            {"A:A 2:2", 2.0},
            {"A1 B1", CellError::null},
            {"SUM((A1,B1,A1))", 12.0},
            {"SUM((A1:A2,B1) A1:B1)", 11.0},
            {"'It''s 2'!B1", 110.0},
            {"sheet3!B1", 210.0},
            {"SUM(Sheet1!A1:Sheet1!B2)", 33.0},
            {"SUM(Sheet1:Sheet3!B1)", 330.0},
            {"SUM('Sheet1:It''s 2'!A1:B1)", 122.0},
            {"AVERAGE(Sheet3:Sheet1!A2)", 2.0},
            {"COUNT(Sheet1:Sheet3!A:A)", 9.0},
            {"SUM(A1:INDEX(B:B,2))", 33.0},
            {"SUM(OFFSET(A1,1,0):B3)", 55.0},
            {"SUM(IF(TRUE,A1):A2)", 3.0},
            {"SUM(CHOOSE(2,A1,A2):A3)", 5.0},
            {"Nowhere!A1", CellError::ref},
            {"SUM(A1#)", 6.0},
            {"A2#", CellError::ref},
            {"SUM(_xlfn.ANCHORARRAY(A1))", 6.0},
        };
        check_formulas(workbook(), cases);
    }

    TEST_CASE("language: names of the workbook and of a sheet: constants, formulas, arrays, lambdas") {
        const FormulaCase cases[] = {
            {"Rate*4", 1.0},
            {"SUM(rates)", 6.0},
            {"TOTAL", 6.0},
            {"Where", 2.0},
            {"'It''s 2'!Where", 120.0},
            {"Sheet1!Where", 2.0},
            {"SUM(Both)", 4.0},
            {"AREAS(Both)", 2.0},
            {"Add(1,2)", 3.0},
            {"Nobody", CellError::name},
        };
        check_formulas(workbook(), cases);
        CHECK(evaluate_text(workbook(), "Where", "C9", FormulaKind::array, 1) == CellValue(120.0));
    }

    TEST_CASE("language: relative references of a name move with the cell that uses it") {
        MemoryCells cells = workbook();
        cells.set_name("Left", "Sheet1!XFD1");  // as stored for A1: one column to the left
        CHECK(evaluate_text(cells, "Left", "B2") == CellValue(2.0));
        CHECK(evaluate_text(cells, "Left", "C3") == CellValue(30.0));
    }

    TEST_CASE("language: tables by name, column, row and part; signs in headings are escaped by '") {
        const FormulaCase cases[] = {
            {"SUM(Risks[ID])", 60.0},
            {"SUM(Risks[])", 258.0},
            {"SUM(Risks)", 258.0},
            {"SUM(risks[id])", 60.0},
            {"SUM(Risks[Score '[1-5']])", 63.0},
            {"SUM(Risks[Owner''s '#])", 66.0},
            {"SUM(Risks[Due '@])", 69.0},
            {"SUM(Risks[[ID]:[Owner''s '#]])", 189.0},
            {"Risks[[#Totals],[Score '[1-5']]]", 99.0},
            {"Risks[[#Headers],[Due '@]]", "Due @"},
            {"COUNTA(Risks[#Headers])", 4.0},
            {"COUNT(Risks[[#All],[Score '[1-5']]])", 4.0},
            {"COUNT(Risks[[#Data],[#Totals],[Score '[1-5']]])", 4.0},
            {"COUNTA(Risks[[#Headers],[#Data],[ID]])", 4.0},
            {"Risks[Nothing]", CellError::ref},
            {"Nobody[ID]", CellError::name},
        };
        check_formulas(workbook(), cases);
    }

    TEST_CASE("language: this row is the row of the formula, also from another sheet") {
        const MemoryCells cells = workbook();
        const struct {
            const char* formula;
            const char* cell;
            SheetIndex sheet;
            CellValue expected;
        } cases[] = {
            {"[@ID]", "F3", 3, CellError::value},  // beside the table it has no name of its own
            {"[@ID]", "D3", 3, 20.0},
            {"Risks[@ID]", "F3", 3, 20.0},
            {"Risks[@[Score '[1-5']]]", "F4", 3, 31.0},
            {"SUM(Risks[@])", "F2", 3, 46.0},
            {"SUM(Risks[[#This Row],[ID]:[Due '@]])", "F2", 3, 46.0},
            {"Risks[[#This Row],[ID]]", "A2", 0, 10.0},
            {"Risks[@ID]", "F1", 3, CellError::value},
            {"Risks[@ID]", "F9", 3, CellError::value},
            {"SUM([ID])", "D5", 3, 60.0},
        };
        for (const auto& c : cases) {
            CAPTURE(c.formula);
            CAPTURE(c.cell);
            const CellValue result = evaluate_text(cells, c.formula, c.cell, FormulaKind::legacy, c.sheet);
            CHECK(to_text(result) == to_text(c.expected));
        }
    }

    TEST_CASE("language: prefixes of newer functions, implicit intersection, LET and LAMBDA") {
        const FormulaCase cases[] = {
            {"_xlfn.CONCAT(\"a\",\"b\")", "ab"},
            {"_xlfn._xlws.SORT({2;1})", 1.0},
            {"_xlfn.LET(_xlpm.x,2,_xlpm.x*3)", 6.0},
            {"LET(a,1,b,a+1,a+b)", 3.0},
            {"LET(x,1,LET(x,5,x)+x)", 6.0},
            {"LET(add,LAMBDA(a,LAMBDA(b,a+b)),add(1)(2))", 3.0},
            {"_xlfn.LAMBDA(_xlpm.x,_xlpm.x*2)(4)", 8.0},
            {"SUM(@{5,6})", 5.0},
            {"ROWS(A1:A3)", 3.0},
            {"SUM(A1:A3*2)", 12.0},
            {"IF(FALSE,1)", false},
            {"IF(TRUE,,1)", 0.0},
        };
        check_formulas(workbook(), cases);
        CHECK(evaluate_text(workbook(), "_xlfn.SINGLE(A1:A3)", "D2", FormulaKind::array) == CellValue(2.0));
        CHECK(evaluate_text(workbook(), "@A1:A3*10", "D3", FormulaKind::array) == CellValue(30.0));
        CHECK(evaluate_text(workbook(), "A1:A3*10", "D3", FormulaKind::legacy) == CellValue(30.0));
    }

    TEST_CASE("language: copies of a shared formula keep their relative parts") {
        const auto master = formula::parse_formula("A1+$B1+C$1+SUM($A:$A)", CellRef{0, 3});
        REQUIRE(master.tree);
        CHECK(formula::print_formula(*master.tree, {4, 4}) == "B5+$B5+D$1+SUM($A:$A)");
    }
}

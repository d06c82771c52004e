// functions_arrays_test.cpp - functions that give arrays, each shown whole by ARRAYTOTEXT(...,1). Expected
// values are those of Microsoft's own pages on each function, or worked out by hand.
#include <doctest/doctest.h>

#include "support/formula/formula_cases.hpp"

using namespace scorebook;
using namespace scorebook::testing;

namespace {

MemoryCells sales() {
    MemoryCells cells;
    cells.sheet("Sheet1");
    const char* names[] = {"North", "South", "north", "East"};
    for (std::uint32_t i = 0; i < 4; ++i) {
        const std::string row = std::to_string(i + 1);
        cells.set(0, "A" + row, std::string(names[i]));
        cells.set(0, "B" + row, 10.0 * (4 - i));
    }
    cells.set(0, "C2", std::string("x"));
    cells.set(0, "D1", 1.0);
    cells.set(0, "D2", CellError::div0);
    return cells;
}

}  // namespace

TEST_SUITE("formula") {
    TEST_CASE("arrays: rows and columns taken, dropped and chosen") {
        const FormulaCase cases[] = {
            {"ARRAYTOTEXT(TAKE({1,2,3;4,5,6;7,8,9},2),1)", "{1,2,3;4,5,6}"},
            {"ARRAYTOTEXT(TAKE({1,2,3;4,5,6;7,8,9},,2),1)", "{1,2;4,5;7,8}"},
            {"ARRAYTOTEXT(TAKE({1,2,3;4,5,6;7,8,9},-1,-2),1)", "{8,9}"},
            {"ARRAYTOTEXT(TAKE({1,2},9,9),1)", "{1,2}"},
            {"TAKE({1,2},0)", CellError::calc},
            {"ARRAYTOTEXT(DROP({1,2,3;4,5,6;7,8,9},2),1)", "{7,8,9}"},
            {"ARRAYTOTEXT(DROP({1,2,3;4,5,6;7,8,9},,-2),1)", "{1;4;7}"},
            {"ARRAYTOTEXT(DROP({1,2,3;4,5,6;7,8,9},0,1),1)", "{2,3;5,6;8,9}"},
            {"DROP({1,2},1)", CellError::calc},
            {"ARRAYTOTEXT(CHOOSEROWS({1,2;3,4;5,6},-1,1),1)", "{5,6;1,2}"},
            {"ARRAYTOTEXT(CHOOSECOLS({1,2;3,4;5,6},{2,2}),1)", "{2,2;4,4;6,6}"},
            {"CHOOSEROWS({1,2},0)", CellError::value},
            {"CHOOSECOLS({1,2},3)", CellError::value},
            {"ARRAYTOTEXT(EXPAND({1,2;3,4},3,3,\"-\"),1)", "{1,2,\"-\";3,4,\"-\";\"-\",\"-\",\"-\"}"},
            {"ARRAYTOTEXT(EXPAND({1},1,2),1)", "{1,#N/A}"},
            {"EXPAND({1,2},1,1)", CellError::value},
            {"ARRAYTOTEXT(TRANSPOSE({1,2,3;4,5,6}),1)", "{1,4;2,5;3,6}"},
        };
        check_formulas(cases);
    }

    TEST_CASE("arrays: stacked, laid in one line and wrapped") {
        const FormulaCase cases[] = {
            {"ARRAYTOTEXT(VSTACK({1,2},{3}),1)", "{1,2;3,#N/A}"},
            {"ARRAYTOTEXT(HSTACK({1;2},{3}),1)", "{1,3;2,#N/A}"},
            {"ARRAYTOTEXT(TOCOL({1,2;3,4}),1)", "{1;2;3;4}"},
            {"ARRAYTOTEXT(TOCOL({1,2;3,4},,TRUE),1)", "{1;3;2;4}"},
            {"ARRAYTOTEXT(TOROW({1,#N/A;3,4},2),1)", "{1,3,4}"},
            {"TOROW({#N/A},2)", CellError::calc},
            {"TOCOL({1},4)", CellError::value},
            {"ARRAYTOTEXT(WRAPROWS({1,2,3,4,5},2),1)", "{1,2;3,4;5,#N/A}"},
            {"ARRAYTOTEXT(WRAPCOLS({1,2,3,4,5},2,0),1)", "{1,3,5;2,4,0}"},
            {"ARRAYTOTEXT(WRAPROWS({1,2},5),1)", "{1,2}"},
            {"WRAPROWS({1,2;3,4},2)", CellError::value},
            {"WRAPROWS({1,2},0)", CellError::num},
            {"ARRAYTOTEXT(SEQUENCE(2,3,10,-1),1)", "{10,9,8;7,6,5}"},
            {"SEQUENCE(0)", CellError::calc},
        };
        check_formulas(cases);
    }

    TEST_CASE("arrays: blanks are left out by TOCOL and trimmed at the edges by TRIMRANGE") {
        const FormulaCase cases[] = {
            {"ARRAYTOTEXT(TOCOL(B1:D2,3),1)", "{40;1;30;\"x\"}"},
            {"ROWS(TRIMRANGE(A1:B99))", 4.0},
            {"COLUMNS(TRIMRANGE(A1:G9))", 4.0},
            {"ROWS(TRIMRANGE(F1:G9))", CellError::ref},
        };
        check_formulas(sales(), cases);
    }

    TEST_CASE("arrays: FILTER keeps the lines a condition holds for") {
        const FormulaCase cases[] = {
            {"ARRAYTOTEXT(FILTER(A1:B4,B1:B4>15),1)", "{\"North\",40;\"South\",30;\"north\",20}"},
            {"ARRAYTOTEXT(FILTER({1,2,3;4,5,6},{1,0,1}),1)", "{1,3;4,6}"},
            {"ARRAYTOTEXT(FILTER(A1:B4,(A1:A4=\"north\")*(B1:B4<30)),1)", "{\"north\",20}"},
            {"FILTER(A1:B4,B1:B4>99)", CellError::calc},
            {"FILTER(A1:B4,B1:B4>99,\"none\")", "none"},
            {"FILTER(A1:B4,B1:B3>15)", CellError::value},
            {"FILTER(A1:A4,A1:A4)", CellError::value},
            {"FILTER(D1:D2,D1:D2>0)", CellError::div0},
        };
        check_formulas(sales(), cases);
    }

    TEST_CASE("arrays: SORT knows types, keys and directions; blanks stay last") {
        const FormulaCase cases[] = {
            {"ARRAYTOTEXT(SORT({3;1;2}),1)", "{1;2;3}"},
            {"ARRAYTOTEXT(SORT(A1:B4,2),1)", "{\"East\",10;\"north\",20;\"South\",30;\"North\",40}"},
            {"ARRAYTOTEXT(SORT(A1:B4,{1,2},{1,1}),1)",
             "{\"East\",10;\"north\",20;\"North\",40;\"South\",30}"},
            {"ARRAYTOTEXT(SORT({3,1,2},1,-1,TRUE),1)", "{3,2,1}"},
            {"ARRAYTOTEXT(SORT({TRUE;\"b\";#N/A;2;\"A\";#DIV/0!}),1)", "{2;\"A\";\"b\";TRUE;#DIV/0!;#N/A}"},
            {"ARRAYTOTEXT(SORT(C1:C2,1,-1),1)", "{\"x\";}"},
            {"SORT({1;2},3)", CellError::value},
            {"SORT({1;2},1,0)", CellError::value},
            {"ARRAYTOTEXT(SORTBY(A1:A4,B1:B4),1)", "{\"East\";\"north\";\"South\";\"North\"}"},
            {"ARRAYTOTEXT(SORTBY({1,2,3},{3,1,2},-1),1)", "{1,3,2}"},
            {"ARRAYTOTEXT(SORTBY({1;2;3},{1;1;0},1,{1;2;3},-1),1)", "{3;2;1}"},
            {"SORTBY({1;2;3},{1;2})", CellError::value},
        };
        check_formulas(sales(), cases);
    }

    TEST_CASE("arrays: UNIQUE doesn't mind case, and can ask for what stands once") {
        const FormulaCase cases[] = {
            {"ARRAYTOTEXT(UNIQUE(A1:A4),1)", "{\"North\";\"South\";\"East\"}"},
            {"ARRAYTOTEXT(UNIQUE(A1:A4,FALSE,TRUE),1)", "{\"South\";\"East\"}"},
            {"ARRAYTOTEXT(UNIQUE({1,2,1},TRUE),1)", "{1,2}"},
            {"ARRAYTOTEXT(UNIQUE({1;\"1\";1}),1)", "{1;\"1\"}"},
            {"ARRAYTOTEXT(UNIQUE({1,2;1,2;2,1}),1)", "{1,2;2,1}"},
            {"UNIQUE({1;1},,TRUE)", CellError::calc},
        };
        check_formulas(sales(), cases);
    }

    TEST_CASE("arrays: a lambda is called for each value, row or column") {
        const FormulaCase cases[] = {
            {"ARRAYTOTEXT(MAP({1,2;3,4},LAMBDA(x,x^2)),1)", "{1,4;9,16}"},
            {"ARRAYTOTEXT(MAP({1,2},{3,4},LAMBDA(a,b,a*b)),1)", "{3,8}"},
            {"MAP({1,2},LAMBDA(a,b,a))", CellError::value},
            {"MAP({1,2},LAMBDA(a,{1,2}))", CellError::calc},
            {"REDUCE(0,{1,2,3},LAMBDA(sum,x,sum+x))", 6.0},
            {"REDUCE(,{2,3,4},LAMBDA(product,x,product*x))", 24.0},
            {"ARRAYTOTEXT(REDUCE({0},{1;2},LAMBDA(all,x,VSTACK(all,x))),1)", "{0;1;2}"},
            {"ARRAYTOTEXT(SCAN(1,{1,2,3},LAMBDA(p,x,p*x)),1)", "{1,2,6}"},
            {"ARRAYTOTEXT(SCAN(\"\",{\"a\",\"b\"},LAMBDA(t,x,t&x)),1)", "{\"a\",\"ab\"}"},
            {"ARRAYTOTEXT(BYROW({1,2;3,4},LAMBDA(r,MAX(r))),1)", "{2;4}"},
            {"ARRAYTOTEXT(BYCOL({1,2;3,4},_xleta.SUM),1)", "{4,6}"},
            {"BYROW({1,2;3,4},LAMBDA(r,r))", CellError::calc},
            {"ARRAYTOTEXT(MAKEARRAY(2,3,LAMBDA(r,c,r*10+c)),1)", "{11,12,13;21,22,23}"},
            {"MAKEARRAY(0,1,LAMBDA(r,c,1))", CellError::value},
            {"BYROW({1,2},1)", CellError::value},
        };
        check_formulas(cases);
    }

    TEST_CASE("arrays: parameters in brackets may be left out, others may not") {
        const FormulaCase cases[] = {
            {"LAMBDA(x,[y],IF(ISOMITTED(y),x,x+y))(1)", 1.0},
            {"LAMBDA(x,[y],IF(ISOMITTED(y),x,x+y))(1,2)", 3.0},
            {"LAMBDA(_xlpm.x,_xlop.y,_xlpm.x+_xlpm.y)(5)", 5.0},
            {"LAMBDA(x,y,x)(1)", CellError::value},
            {"LAMBDA(x,x)(1,2)", CellError::value},
            {"LAMBDA([x],y,1)(1,2)", CellError::value},
            {"LAMBDA(x,x)", CellError::calc},
        };
        check_formulas(cases);
    }
}

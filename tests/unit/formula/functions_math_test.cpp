// functions_math_test.cpp - Excel's documented results for rounding, angles, counting and matrices.
#include "support/formula/formula_cases.hpp"

namespace {

using namespace scorebook;
using namespace scorebook::testing;

TEST_SUITE_BEGIN("formula");
TEST_CASE("math: CEILING and FLOOR go by the signs of number and step") {
    const FormulaCase cases[] = {
        {"CEILING(2.5,1)", 3.0},
        {"CEILING(-2.5,-2)", -4.0},
        {"CEILING(-2.5,2)", -2.0},
        {"CEILING(1.5,0.1)", 1.5},
        {"CEILING(0.234,0.01)", 0.24},
        {"CEILING(2,-1)", CellError::num},
        {"CEILING(2,0)", 0.0},
        {"FLOOR(3.7,2)", 2.0},
        {"FLOOR(-2.5,-2)", -2.0},
        {"FLOOR(-2.5,2)", -4.0},
        {"FLOOR(2.5,-2)", CellError::num},
        {"FLOOR(1.58,0.1)", 1.5},
        {"FLOOR(0.3,0.1)", 0.3},
        {"FLOOR(2,0)", CellError::div0},
        {"CEILING.MATH(24.3,5)", 25.0},
        {"CEILING.MATH(6.7)", 7.0},
        {"CEILING.MATH(-8.1,2)", -8.0},
        {"CEILING.MATH(-5.5,2,-1)", -6.0},
        {"FLOOR.MATH(24.3,5)", 20.0},
        {"FLOOR.MATH(-8.1,2)", -10.0},
        {"FLOOR.MATH(-5.5,2,-1)", -4.0},
        {"CEILING.PRECISE(-4.3)", -4.0},
        {"CEILING.PRECISE(4.3,-2)", 6.0},
        {"ISO.CEILING(-4.3,-2)", -4.0},
        {"FLOOR.PRECISE(-3.2,-1)", -4.0},
        {"FLOOR.PRECISE(3.2)", 3.0},
    };
    check_formulas(cases);
}

TEST_CASE("math: to multiples, whole quotients, even and odd") {
    const FormulaCase cases[] = {
        {"MROUND(10,3)", 9.0},
        {"MROUND(-10,-3)", -9.0},
        {"MROUND(1.3,0.2)", 1.4},
        {"MROUND(5,-2)", CellError::num},
        {"MROUND(6.05,0.1)", 6.0},
        {"MROUND(7.05,0.1)", 7.1},
        {"MROUND(,3)", CellError::not_available},
        {"MROUND(TRUE,3)", CellError::value},
        {"QUOTIENT(5,2)", 2.0},
        {"QUOTIENT(-10,3)", -3.0},
        {"QUOTIENT(1,0)", CellError::div0},
        {"EVEN(1.5)", 2.0},
        {"EVEN(-1)", -2.0},
        {"EVEN(0)", 0.0},
        {"ODD(1.5)", 3.0},
        {"ODD(2)", 3.0},
        {"ODD(-2)", -3.0},
        {"ODD(0)", 1.0},
    };
    check_formulas(cases);
}

TEST_CASE("math: angles and their inverses") {
    const FormulaCase cases[] = {
        {"SIN(PI())", 1.22514845490862E-16},
        {"COS(PI()/2)", 6.1257422745431E-17},
        {"TAN(PI())", -1.22514845490862E-16},
        {"SIN(134217728)", CellError::num},
        {"ROUND(COS(1.047),7)", 0.5001711},
        {"ROUND(TAN(0.785),5)", 0.9992},
        {"ATAN2(1,1)", 0.785398163397448},
        {"ATAN2(-1,-1)", -2.35619449019234},
        {"ATAN2(0,0)", CellError::div0},
        {"ROUND(ACOT(2),4)", 0.4636},
        {"ACOT(0)", 1.5707963267949},
        {"ROUND(ACOTH(6),3)", 0.168},
        {"ACOTH(1)", CellError::num},
        {"ROUND(COT(30),3)", -0.156},
        {"COT(0)", CellError::div0},
        {"ROUND(COTH(2),3)", 1.037},
        {"ROUND(CSC(15),3)", 1.538},
        {"ROUND(CSCH(1.5),4)", 0.4696},
        {"ROUND(SEC(45),5)", 1.90359},
        {"ROUND(SEC(30),5)", 6.48292},
        {"ASIN(-0.5)", -0.523598775598299},
        {"ACOS(2)", CellError::num},
        {"ROUND(ATANH(0.76159416),8)", 1.00000001},
        {"DEGREES(PI())", 180.0},
        {"RADIANS(270)", 4.71238898038469},
    };
    check_formulas(cases);
}

TEST_CASE("math: logarithms") {
    const FormulaCase cases[] = {
        {"LOG(10)", 1.0},
        {"LOG(8,2)", 3.0},
        {"ROUND(LOG(86,2.7182818),7)", 4.4543473},
        {"LOG(10,1)", CellError::div0},
        {"LOG(0)", CellError::num},
        {"LOG(10,-1)", CellError::num},
        {"LN(86)", 4.45434729625351},
        {"LN(0)", CellError::num},
        {"LOG10(1E5)", 5.0},
        {"EXP(1)", 2.71828182845905},
        {"EXP(710)", CellError::num},
    };
    check_formulas(cases);
}

TEST_CASE("math: factorials, choices, divisors") {
    const FormulaCase cases[] = {
        {"FACT(5)", 120.0},
        {"FACT(1.9)", 1.0},
        {"FACT(0)", 1.0},
        {"FACT(-1)", CellError::num},
        {"FACT(171)", CellError::num},
        {"FACTDOUBLE(6)", 48.0},
        {"FACTDOUBLE(7)", 105.0},
        {"FACTDOUBLE(-1)", 1.0},
        {"FACTDOUBLE(-2)", CellError::num},
        {"COMBIN(8,2)", 28.0},
        {"COMBIN(2,3)", CellError::num},
        {"COMBINA(4,3)", 20.0},
        {"COMBINA(10,3)", 220.0},
        {"PERMUT(100,3)", 970200.0},
        {"PERMUTATIONA(3,2)", 9.0},
        {"MULTINOMIAL(2,3,4)", 1260.0},
        {"GCD(24,36)", 12.0},
        {"GCD(5,0)", 5.0},
        {"GCD(-1,5)", CellError::num},
        {"GCD(\"8\",2)", 2.0},
        {"LCM(24,36)", 72.0},
        {"LCM(5,2)", 10.0},
        {"LCM(0,7)", 0.0},
    };
    check_formulas(cases);
}

TEST_CASE("math: Roman numerals and other bases") {
    const FormulaCase cases[] = {
        {"ROMAN(499,0)", "CDXCIX"},
        {"ROMAN(499,1)", "LDVLIV"},
        {"ROMAN(499,2)", "XDIX"},
        {"ROMAN(499,3)", "VDIV"},
        {"ROMAN(499,4)", "ID"},
        {"ROMAN(499,TRUE)", "CDXCIX"},
        {"ROMAN(499,FALSE)", "ID"},
        {"ROMAN(0)", ""},
        {"ROMAN(4000)", CellError::value},
        {"ARABIC(\"LVII\")", 57.0},
        {"ARABIC(\"mcmxii\")", 1912.0},
        {"ARABIC(\"-XL\")", -40.0},
        {"ARABIC(\"ABC\")", CellError::value},
        {"BASE(7,2)", "111"},
        {"BASE(100,16)", "64"},
        {"BASE(15,2,10)", "0000001111"},
        {"BASE(-1,2)", CellError::num},
        {"BASE(5,37)", CellError::num},
        {"DECIMAL(\"FF\",16)", 255.0},
        {"DECIMAL(\"111\",2)", 7.0},
        {"DECIMAL(\"zap\",36)", 45745.0},
        {"DECIMAL(\"12\",2)", CellError::num},
    };
    check_formulas(cases);
}

TEST_CASE("math: SUMPRODUCT takes text in a list for 0, in a single cell for a mistake") {
    MemoryCells cells;
    cells.sheet("Sheet1");
    cells.set(0, "A1", std::string("4"));
    cells.set(0, "A2", 3.0);
    cells.set(0, "B1", 2.0);
    cells.set(0, "B2", 5.0);
    const FormulaCase cases[] = {
        {"SUMPRODUCT(A1:A2,B1:B2)", 15.0},
        {"SUMPRODUCT(A1:A1,B1:B1)", CellError::value},
        {"SUMPRODUCT(A2:A2,B2:B2)", 15.0},
    };
    check_formulas(cells, cases);
}

TEST_CASE("math: sums of squares and powers") {
    const FormulaCase cases[] = {
        {"SUMSQ(3,4)", 25.0},
        {"SUMX2MY2({2,3,9,1,8,7,5},{6,5,11,7,5,4,4})", -55.0},
        {"SUMX2PY2({2,3,9,1,8,7,5},{6,5,11,7,5,4,4})", 521.0},
        {"SUMXMY2({2,3,9,1,8,7,5},{6,5,11,7,5,4,4})", 79.0},
        {"SUMXMY2({1,2},{1,2,3})", CellError::not_available},
        {"SERIESSUM(2,0,1,{1,1,1,1})", 15.0},
        {"PERCENTOF({1,2},{1,2,3})", 0.5},
        {"PERCENTOF(1,0)", CellError::div0},
        {"SQRTPI(1)", 1.77245385090552},
        {"SQRTPI(-1)", CellError::num},
    };
    check_formulas(cases);
}

TEST_CASE("math: matrices") {
    const FormulaCase cases[] = {
        {"MDETERM({1,3,8,5;1,3,6,1;1,1,1,0;7,3,10,2})", 88.0},
        {"MDETERM({3,6;1,1})", -3.0},
        {"MDETERM({1,3,8,5;1,3,6,1})", CellError::value},
        {"INDEX(MINVERSE({4,-1;2,0}),1,2)", 0.5},
        {"INDEX(MINVERSE({4,-1;2,0}),2,1)", -1.0},
        {"MINVERSE({1,2;2,4})", CellError::num},
        {"INDEX(MMULT({1,3;7,2},{2,0;2,0}),2,1)", 18.0},
        {"MMULT({1,2},{1,2})", CellError::value},
        {"SUM(MUNIT(3))", 3.0},
        {"MUNIT(0)", CellError::value},
        {"SUM(SEQUENCE(4,5))", 210.0},
        {"SUM(SEQUENCE(3,1,10,-5))", 15.0},
        {"SEQUENCE(0)", CellError::calc},
        {"SEQUENCE(-1)", CellError::value},
    };
    check_formulas(cases);
}

TEST_CASE("math: random numbers keep to their bounds") {
    const FormulaCase cases[] = {
        {"AND(RAND()>=0,RAND()<1)", true},    {"RANDBETWEEN(7,7)", 7.0},
        {"RANDBETWEEN(2,1)", CellError::num}, {"AND(RANDBETWEEN(1,6)>=1,RANDBETWEEN(1,6)<=6)", true},
        {"ROWS(RANDARRAY(3,2))", 3.0},        {"RANDARRAY(1,1,5,5,TRUE)", 5.0},
    };
    check_formulas(cases);
}

TEST_SUITE_END();

}  // namespace

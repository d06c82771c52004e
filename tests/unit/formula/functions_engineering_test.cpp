// functions_engineering_test.cpp - Excel's documented results for bases, bits, units, Bessel and complex
// numbers.
#include "support/formula/formula_cases.hpp"

namespace {

using namespace scorebook;
using namespace scorebook::testing;

TEST_SUITE_BEGIN("formula");
TEST_CASE("engineering: numbers in other bases") {
    const FormulaCase cases[] = {
        {"BIN2DEC(1100100)", 100.0},
        {"BIN2DEC(\"1111111111\")", -1.0},
        {"BIN2DEC(2)", CellError::num},
        {"BIN2DEC(TRUE)", CellError::value},
        {"BIN2HEX(11111011,4)", "00FB"},
        {"BIN2HEX(\"1111111111\")", "FFFFFFFFFF"},
        {"BIN2OCT(1001,3)", "011"},
        {"DEC2BIN(9,4)", "1001"},
        {"DEC2BIN(-100)", "1110011100"},
        {"DEC2BIN(512)", CellError::num},
        {"DEC2BIN(9,3)", CellError::num},
        {"DEC2HEX(100,4)", "0064"},
        {"DEC2HEX(-54)", "FFFFFFFFCA"},
        {"DEC2HEX(64,1)", CellError::num},
        {"DEC2OCT(58,3)", "072"},
        {"DEC2OCT(-100)", "7777777634"},
        {"HEX2BIN(\"F\",8)", "00001111"},
        {"HEX2BIN(\"FFFFFFFFFF\")", "1111111111"},
        {"HEX2DEC(\"A5\")", 165.0},
        {"HEX2DEC(\"FFFFFFFF5B\")", -165.0},
        {"HEX2OCT(\"3B4E\")", "35516"},
        {"OCT2BIN(\"7777777000\")", "1000000000"},
        {"OCT2DEC(\"7777777533\")", -165.0},
        {"OCT2HEX(100,4)", "0040"},
    };
    check_formulas(cases);
}

TEST_CASE("engineering: bits, steps and the error function") {
    const FormulaCase cases[] = {
        {"BITAND(13,25)", 9.0},
        {"BITOR(23,10)", 31.0},
        {"BITXOR(5,3)", 6.0},
        {"BITLSHIFT(4,2)", 16.0},
        {"BITRSHIFT(13,2)", 3.0},
        {"BITLSHIFT(1,48)", CellError::num},
        {"BITAND(-1,1)", CellError::num},
        {"BITAND(1.5,1)", CellError::num},
        {"DELTA(5,4)", 0.0},
        {"DELTA(0.5,0.5)", 1.0},
        {"GESTEP(5,4)", 1.0},
        {"GESTEP(-4,-5)", 1.0},
        {"GESTEP(-1)", 0.0},
        {"ROUND(ERF(0.745),8)", 0.70792892},
        {"ERF(5,4)", -1.54157204779182E-08},
        // NIST's Digital Library of Mathematical Functions, 7.23.
        {"ERF(0.5)", 0.5204998778130465},
        {"ERF(-2)", -0.9953222650189527},
        {"ERF(6)", 1.0},
        {"ERFC(2)", 0.004677734981047266},
        {"ERFC(-6)", 2.0},
        {"ERFC(10)", 2.088487583762545E-45},
        {"ERFC(28)", 0.0},
        {"ROUND(ERFC(1),8)", 0.15729921},
        {"ERF.PRECISE(TRUE)", CellError::value},
    };
    check_formulas(cases);
}

TEST_CASE("engineering: units") {
    const FormulaCase cases[] = {
        {"CONVERT(1,\"lbm\",\"kg\")", 0.45359237},
        {"CONVERT(68,\"F\",\"C\")", 20.0},
        {"CONVERT(0,\"Reau\",\"K\")", 273.15},
        {"CONVERT(2.5,\"ft\",\"sec\")", CellError::not_available},
        {"CONVERT(1,\"Mft\",\"m\")", CellError::not_available},
        {"CONVERT(1,\"km^2\",\"m2\")", 1000000.0},
        {"CONVERT(1,\"kibyte\",\"bit\")", 8192.0},
        {"CONVERT(1,\"cal\",\"J\")", 4.1868},
        {"CONVERT(1,\"gal\",\"l\")", 3.785411784},
        {"CONVERT(1,\"yr\",\"day\")", 365.25},
        {"CONVERT(TRUE,\"m\",\"km\")", CellError::value},
    };
    check_formulas(cases);
}

TEST_CASE("engineering: Bessel functions with the digits Excel gives") {
    const FormulaCase cases[] = {
        {"ROUND(BESSELI(1.5,1),8)", 0.98166643}, {"ROUND(BESSELJ(1.9,2),8)", 0.32992583},
        {"BESSELJ(0,0)", 1.00000000283141},      {"BESSELJ(10,1)", 0.0434722496522542},
        {"BESSELK(0.2,0)", 1.752703846153972},   {"ROUND(BESSELY(2.5,1),8)", 0.14591814},
        {"BESSELK(0,1)", CellError::num},        {"BESSELI(1,-1)", CellError::num},
    };
    check_formulas(cases);
}

TEST_CASE("engineering: complex numbers") {
    const FormulaCase cases[] = {
        {"COMPLEX(3,4)", "3+4i"},
        {"COMPLEX(3,4,\"j\")", "3+4j"},
        {"COMPLEX(0,1)", "i"},
        {"COMPLEX(1,0)", "1"},
        {"COMPLEX(1,1,\"k\")", CellError::value},
        {"IMABS(\"5+12i\")", 13.0},
        {"IMREAL(\"6-9i\")", 6.0},
        {"IMAGINARY(\"3-i\")", -1.0},
        {"IMARGUMENT(\"3+4i\")", 0.927295218001612},
        {"IMARGUMENT(0)", CellError::div0},
        {"IMCONJUGATE(\"3+4i\")", "3-4i"},
        {"IMDIV(\"-238+240i\",\"10+24i\")", "5+12i"},
        {"IMDIV(\"1\",0)", CellError::num},
        {"IMPRODUCT(\"3+4i\",\"5-3i\")", "27+11i"},
        {"IMSUB(\"13+4i\",\"5+3i\")", "8+i"},
        {"IMSUM(\"3+4i\",\"5-3i\")", "8+i"},
        {"IMSUM(\"i\",\"j\")", CellError::value},
        {"IMSQRT(\"1+i\")", "1.09868411346781+0.455089860562227i"},
        {"IMEXP(\"1+i\")", "1.46869393991589+2.28735528717884i"},
        {"IMLN(\"3+4i\")", "1.6094379124341+0.927295218001612i"},
        {"IMPOWER(\"i\",0)", "1"},
        {"IMABS(\"3 + 4i\")", CellError::num},
        {"IMABS(TRUE)", CellError::value},
        {"IMREAL(\"1.5E-3+2i\")", 0.0015},
    };
    check_formulas(cases);
}

TEST_SUITE_END();

}  // namespace

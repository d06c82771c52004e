// functions_financial_test.cpp - Excel's documented results for loans, cash flows, depreciation and bonds.
#include "support/formula/formula_cases.hpp"

namespace {

using namespace scorebook;
using namespace scorebook::testing;

TEST_SUITE_BEGIN("formula");
TEST_CASE("financial: loans and savings") {
    const FormulaCase cases[] = {
        {"ROUND(PMT(0.08/12,10,10000),2)", -1037.03},
        {"PMT(0,10,100)", -10.0},
        {"PMT(-1,5,100)", CellError::num},
        {"ROUND(PV(0.08/12,12*20,500),2)", -59777.15},
        {"PV(-1,20,300)", CellError::div0},
        {"ROUND(FV(0.06/12,10,-200,-500,1),2)", 2581.4},
        {"FV(0,10,-100,-50)", 1050.0},
        {"ROUND(NPER(0.12/12,-100,-1000,10000,1),7)", 59.6738657},
        {"NPER(0,-100,1000)", 10.0},
        {"NPER(0.1,0,0)", CellError::num},
        {"ROUND(RATE(48,-200,8000),4)", 0.0077},
        {"ROUND(IPMT(0.1/12,1,36,8000),2)", -66.67},
        {"IPMT(0.1,4,3,8000)", CellError::num},
        {"ROUND(PPMT(0.1/12,1,24,2000),2)", -75.62},
        {"ROUND(CUMIPMT(0.09/12,30*12,125000,13,24,0),2)", -11135.23},
        {"ROUND(CUMPRINC(0.09/12,30*12,125000,13,24,0),4)", -934.1071},
        {"CUMIPMT(0.01,12,100,1,2,0.5)", CellError::num},
        {"ROUND(ISPMT(0.1/12,1,36,8000000),1)", -64814.8},
        {"ROUND(EFFECT(0.0525,4),7)", 0.0535427},
        {"EFFECT(0,4)", CellError::num},
        {"ROUND(NOMINAL(0.053543,4),8)", 0.05250032},
        {"ROUND(RRI(96,10000,11000),7)", 0.0009933},
        {"ROUND(PDURATION(0.025,2000,2200),2)", 3.86},
    };
    check_formulas(cases);
}

TEST_CASE("financial: uneven cash flows") {
    const FormulaCase cases[] = {
        {"ROUND(NPV(0.1,-10000,3000,4200,6800),2)", 1188.44},
        {"ROUND(IRR({-70000,12000,15000,18000,21000}),3)", -0.021},
        {"ROUND(IRR({-70000,12000,15000,18000,21000,26000}),3)", 0.087},
        {"IRR({1,2,3})", CellError::num},
        {"ROUND(MIRR({-120000,39000,30000,21000,37000,46000},0.1,0.12),4)", 0.1261},
        {"MIRR({1,2},0.1,0.1)", CellError::div0},
        {"ROUND(XNPV(0.09,{-10000,2750,4250,3250,2750},{39448,39508,39751,39859,39904}),2)", 2086.65},
        {"ROUND(XIRR({-10000,2750,4250,3250,2750},{39448,39508,39751,39859,39904}),9)", 0.373362535},
        {"XIRR({1,2},{39448,39508})", CellError::num},
        {"XIRR({-20,5,5,5,5,5},{44958,44986,45017,45078,45108,45139})", 1.1859161972999572},
        {"NPV(0.44948974278317744,-1,-2,5)", 9.19128704555087E-16},
        {"FVSCHEDULE(1,{0.09,0.11,0.1})", 1.33089},
        {"DOLLARDE(1.02,16)", 1.125},
        {"DOLLARFR(1.125,16)", 1.02},
        {"DOLLARDE(1.1,0)", CellError::div0},
    };
    check_formulas(cases);
}

TEST_CASE("financial: depreciation") {
    const FormulaCase cases[] = {
        {"SLN(30000,7500,10)", 2250.0},
        {"SLN(1,0,0)", CellError::div0},
        {"ROUND(SYD(30000,7500,10,1),2)", 4090.91},
        {"ROUND(SYD(30000,7500,10,10),2)", 409.09},
        {"ROUND(DB(1000000,100000,6,1,7),2)", 186083.33},
        {"ROUND(DB(1000000,100000,6,2,7),2)", 259639.42},
        {"ROUND(DB(1000000,100000,6,7,7),2)", 15845.1},
        {"DB(1000,100,6,8,7)", CellError::num},
        {"DDB(2400,300,10,1,2)", 480.0},
        {"ROUND(DDB(2400,300,3650,1),2)", 1.32},
        {"ROUND(DDB(2400,300,10,10),2)", 22.12},
        {"VDB(2400,300,10,0,1)", 480.0},
        {"ROUND(VDB(2400,300,120,6,18),2)", 396.31},
        {"VDB(2400,300,10,0,0.875,1.5)", 315.0},
        {"AMORLINC(2400,39679,39813,300,1,0.15,1)", 360.0},
        {"AMORDEGRC(2400,39679,39813,300,1,0.15,1)", 776.0},
    };
    check_formulas(cases);
}

TEST_CASE("financial: coupon dates") {
    const FormulaCase cases[] = {
        {"COUPDAYBS(40568,40862,2,1)", 71.0},         {"COUPDAYS(40568,40862,2,1)", 181.0},
        {"COUPDAYSNC(40568,40862,2,1)", 110.0},       {"COUPNCD(40568,40862,2,1)", 40678.0},
        {"COUPPCD(40568,40862,2,1)", 40497.0},        {"COUPNUM(39107,39767,2,1)", 4.0},
        {"COUPNUM(39107,39767,3,1)", CellError::num}, {"COUPNUM(39767,39107,2,1)", CellError::num},
        {"COUPNUM(39107,39767,2,5)", CellError::num},
    };
    check_formulas(cases);
}

TEST_CASE("financial: prices and yields of bonds") {
    const FormulaCase cases[] = {
        {"ROUND(PRICE(39493,43054,0.0575,0.065,100,2,0),5)", 94.63436},
        {"ROUND(YIELD(39493,42689,0.0575,95.04287,100,2,0),6)", 0.065},
        {"ROUND(DURATION(43282,54058,0.08,0.09,2,1),7)", 10.9191453},
        {"ROUND(MDURATION(39448,42370,0.08,0.09,2,1),5)", 5.73567},
        {"ROUND(ACCRINT(39508,39691,39569,0.1,1000,2,0),6)", 16.666667},
        {"ROUND(ACCRINTM(39539,39614,0.1,1000,3),8)", 20.54794521},
        {"ROUND(INTRATE(39493,39583,1000000,1014420,2),5)", 0.05768},
        {"ROUND(RECEIVED(39493,39583,1000000,0.0575,2),2)", 1014584.65},
        {"ROUND(PRICEDISC(39494,39508,0.0525,100,2),5)", 99.79583},
        {"ROUND(PRICEMAT(39493,39551,39397,0.061,0.061,0),8)", 99.98449888},
        {"ROUND(YIELDDISC(39494,39508,99.795,100,2),9)", 0.052822572},
        {"ROUND(YIELDMAT(39522,39755,39394,0.0625,100.0123,0),9)", 0.060954334},
        {"ROUND(ODDFPRICE(39763,44256,39736,39873,0.0785,0.0625,100,2,1),5)", 113.59772},
        {"ROUND(ODDFYIELD(39763,44256,39736,39873,0.0575,84.5,100,2,0),6)", 0.077246},
        {"ROUND(ODDLPRICE(39485,39614,39370,0.0375,0.0405,100,2,0),6)", 99.878286},
        {"ROUND(ODDLYIELD(39558,39614,39440,0.0375,99.875,100,2,0),6)", 0.045192},
        {"ROUND(TBILLEQ(39538,39600,0.0914),6)", 0.094151},
        {"ROUND(TBILLPRICE(39538,39600,0.09),2)", 98.45},
        {"ROUND(TBILLYIELD(39538,39600,98.45),4)", 0.0914},
        {"TBILLPRICE(39538,39538,0.09)", CellError::num},
    };
    check_formulas(cases);
}

TEST_SUITE_END();

}  // namespace

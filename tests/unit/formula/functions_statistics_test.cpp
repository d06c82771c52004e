// functions_statistics_test.cpp - Excel's documented results for spread, order, pairs, lines and tests.
#include "support/formula/formula_cases.hpp"

namespace {

using namespace scorebook;
using namespace scorebook::testing;

TEST_SUITE_BEGIN("formula");
TEST_CASE("statistics: spread") {
    const FormulaCase cases[] = {
        {"STDEV.S(1345,1301,1368,1322,1310,1370,1318,1350,1303,1299)", 27.463915719843},
        {"STDEV.P(1345,1301,1368,1322,1310,1370,1318,1350,1303,1299)", 26.0545581424825},
        {"VAR.S(1345,1301,1368,1322,1310,1370,1318,1350,1303,1299)", 754.266666666667},
        {"VARP(1345,1301,1368,1322,1310,1370,1318,1350,1303,1299)", 678.84},
        {"STDEV(1)", CellError::div0},
        {"VARA(1,TRUE,3)", 1.33333333333333},
        {"AVEDEV(4,5,6,7,5,4,3)", 1.02040816326531},
        {"DEVSQ(4,5,8,7,11,4,3)", 48.0},
        {"ROUND(SKEW(3,4,5,2,3,4,5,6,4,7),9)", 0.359543071},
        {"ROUND(SKEW.P(3,4,5,2,3,4,5,6,4,7),9)", 0.303193339},
        {"ROUND(KURT(3,4,5,2,3,4,5,6,4,7),9)", -0.151799637},
        {"SKEW(1,2)", CellError::div0},
        {"ROUND(GEOMEAN(4,5,8,7,11,4,3),6)", 5.476987},
        {"ROUND(HARMEAN(4,5,8,7,11,4,3),6)", 5.028376},
        {"GEOMEAN(0,1)", CellError::num},
        {"TRIMMEAN({4,5,6,7,2,3,4,5,1,2,3},0.2)", 3.77777777777778},
        {"TRIMMEAN({1,2},1)", CellError::num},
        {"AVERAGEA({10,7,9,2,\"no\"})", 5.6},
        {"MAXA(-3,TRUE)", 1.0},
        {"MINA(3,FALSE)", 0.0},
    };
    check_formulas(cases);
}

TEST_CASE("statistics: percentiles, ranks and the most frequent") {
    const FormulaCase cases[] = {
        {"PERCENTILE({1,2,3,4},0.3)", 1.9},
        {"PERCENTILE({1,2},1.1)", CellError::num},
        {"PERCENTILE.EXC({1,2,3,6,6,6,7,8,9},0.25)", 2.5},
        {"PERCENTILE.EXC({1,2,3,6,6,6,7,8,9},0)", CellError::num},
        {"PERCENTILE.EXC({1,2,3,6,6,6,7,8,9},0.01)", CellError::num},
        {"QUARTILE({1,2,4,7,8,9,10,12},1)", 3.5},
        {"QUARTILE({1,2},5)", CellError::num},
        {"QUARTILE.EXC({6,7,15,36,39,40,41,42,43,47,49},1)", 15.0},
        {"QUARTILE.EXC({6,7,15,36,39,40,41,42,43,47,49},3)", 43.0},
        {"PERCENTRANK({13,12,11,8,4,3,2,1,1,1},2)", 0.333},
        {"PERCENTRANK({13,12,11,8,4,3,2,1,1,1},4)", 0.555},
        {"PERCENTRANK({13,12,11,8,4,3,2,1,1,1},5)", 0.583},
        {"PERCENTRANK({13,12,11,8,4,3,2,1,1,1},14)", CellError::not_available},
        {"PERCENTRANK.EXC({1,2,3,6,6,6,7,8,9},7)", 0.7},
        {"PERCENTRANK.EXC({1,2,3,6,6,6,7,8,9},5.43)", 0.381},
        {"MODE(5.6,4,4,3,2,4)", 4.0},
        {"MODE(1,2,3)", CellError::not_available},
        {"INDEX(MODE.MULT(1,2,3,4,3,2,1,2,3,5,6,1),2)", 2.0},
        {"INDEX(FREQUENCY({79,85,78,85,50,81,95,88,97},{70,79,89}),3)", 4.0},
        {"INDEX(FREQUENCY({79,85,78,85,50,81,95,88,97},{70,79,89}),4)", 2.0},
    };
    check_formulas(cases);
}

TEST_CASE("statistics: ranks shared by equal numbers") {
    MemoryCells cells;
    const SheetIndex sheet = cells.sheet("Sheet1");
    const std::pair<const char*, double> numbers[] = {{"A1", 1}, {"A2", 3}, {"A3", 3}, {"A4", 5}};
    for (const auto& [cell, number] : numbers) cells.set(sheet, cell, number);
    const FormulaCase cases[] = {
        {"RANK.AVG(3,A1:A4)", 2.5},
        {"RANK.AVG(5,A1:A4,1)", 4.0},
        {"RANK.EQ(3,A1:A4)", 2.0},
        {"RANK(3,A1:A4,1)", 2.0},
        {"RANK.AVG(4,A1:A4)", CellError::not_available},
    };
    check_formulas(cells, cases);
}

TEST_CASE("statistics: two lists side by side") {
    const FormulaCase cases[] = {
        {"ROUND(CORREL({3,2,4,5,6},{9,7,12,15,17}),9)", 0.997054486},
        {"COVARIANCE.P({3,2,4,5,6},{9,7,12,15,17})", 5.2},
        {"COVARIANCE.S({2,4,8},{5,11,12})", 9.66666666666667},
        {"CORREL({1,2},{1,2,3})", CellError::not_available},
        {"CORREL({1,1},{2,3})", CellError::div0},
        {"ROUND(SLOPE({2,3,9,1,8,7,5},{6,5,11,7,5,4,4}),9)", 0.305555556},
        {"ROUND(INTERCEPT({2,3,9,1,8},{6,5,11,7,5}),9)", 0.048387097},
        {"ROUND(RSQ({2,3,9,1,8,7,5},{6,5,11,7,5,4,4}),9)", 0.057950192},
        {"ROUND(STEYX({2,3,9,1,8,7,5},{6,5,11,7,5,4,4}),9)", 3.30571895},
        {"ROUND(FORECAST(30,{6,7,9,15,21},{20,28,31,38,40}),6)", 10.607253},
        {"FORECAST.LINEAR(1,{1,2},{3,3})", CellError::div0},
    };
    check_formulas(cases);
}

TEST_CASE("statistics: lines and exponential curves through points") {
    const FormulaCase cases[] = {
        {"INDEX(LINEST({1,9,5,7},{0,4,2,3}),1,1)", 2.0},
        {"INDEX(LINEST({1,9,5,7},{0,4,2,3}),1,2)", 1.0},
        {"ROUND(INDEX(LINEST({1,2,4,5},{1,2,3,4},TRUE,TRUE),3,1),9)", 0.98},
        {"INDEX(LINEST({1,2,4,5},{1,2,3,4},TRUE,TRUE),4,2)", 2.0},
        {"INDEX(LINEST({2,4,6},{1,2,3},FALSE),1,2)", 0.0},
        {"INDEX(LINEST({3;5;7;10},{1,1;2,1;3,1;4,2}),1,2)", 2.0},
        {"TREND({1,3,5,7},,5)", 9.0},
        {"SUM(TREND({1,3,5,7}))", 16.0},
        {"ROUND(INDEX(GROWTH({33100,47300,69000,102000,150000,220000},{11,12,13,14,15,16},{17,18}),1),4)",
         320196.7184},
        {"ROUND(INDEX(LOGEST({33100,47300,69000,102000,150000,220000},{11,12,13,14,15,16}),1,1),4)", 1.4633},
        {"ROUND(INDEX(LOGEST({33100,47300,69000,102000,150000,220000},{11,12,13,14,15,16}),1,2),4)",
         495.3048},
        {"GROWTH({1,-1})", CellError::num},
        {"LINEST({1,2,3},{1,2})", CellError::ref},
    };
    check_formulas(cases);
}

TEST_CASE("statistics: tests and chances") {
    const FormulaCase cases[] = {
        {"ROUND(T.TEST({3,4,5,8,9,1,2,4,5},{6,19,3,2,14,4,5,17,1},2,1),6)", 0.196016},
        {"T.TEST({1,2},{1,2},3,1)", CellError::num},
        {"ROUND(F.TEST({6,7,9,15,21},{20,28,31,38,40}),8)", 0.64831785},
        {"ROUND(Z.TEST({3,6,7,8,6,5,4,2,1,9},4),6)", 0.090574},
        {"ROUND(CHISQ.TEST({58,35;11,25;10,23},{45.35,47.65;17.56,18.44;16.09,16.91}),7)", 0.0003082},
        {"PROB({0,1,2,3},{0.2,0.3,0.1,0.4},2)", 0.1},
        {"PROB({0,1,2,3},{0.2,0.3,0.1,0.4},1,3)", 0.8},
        {"PROB({0,1},{0.2,0.3},1)", CellError::num},
    };
    check_formulas(cases);
}

TEST_SUITE_END();

}  // namespace

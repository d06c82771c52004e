// functions_distributions_test.cpp - Excel's documented results for distributions, and what they refuse.
#include "support/formula/formula_cases.hpp"

namespace {

using namespace scorebook;
using namespace scorebook::testing;

TEST_SUITE_BEGIN("formula");
TEST_CASE("distributions: normal, log-normal and what is built on them") {
    const FormulaCase cases[] = {
        {"ROUND(NORM.DIST(42,40,1.5,TRUE),7)", 0.9087888},
        {"ROUND(NORM.DIST(42,40,1.5,FALSE),6)", 0.10934},
        {"NORM.DIST(1,0,0,TRUE)", CellError::num},
        {"ROUND(NORM.INV(0.908789,40,1.5),6)", 42.000002},
        {"ROUND(NORM.S.DIST(1.333333,TRUE),9)", 0.908788726},
        {"ROUND(NORM.S.INV(0.908789),7)", 1.3333347},
        {"NORM.S.INV(0.5)", 0.0},
        {"NORM.S.INV(1)", CellError::num},
        {"NORMSINV(0.975)", 1.95996398454005},
        {"NORM.S.INV(0.000001)", -4.75342430882290},
        {"ROUND(LOGNORM.DIST(4,3.5,1.2,TRUE),7)", 0.0390836},
        {"ROUND(LOGNORM.DIST(4,3.5,1.2,FALSE),7)", 0.0176176},
        {"ROUND(LOGNORM.INV(0.039084,3.5,1.2),7)", 4.0000252},
        {"ROUND(CONFIDENCE.NORM(0.05,2.5,50),6)", 0.692952},
        {"ROUND(CONFIDENCE.T(0.05,1,50),9)", 0.284196855},
        {"CONFIDENCE.T(0.05,1,1)", CellError::div0},
        {"ROUND(GAUSS(2),5)", 0.47725},
        {"ROUND(PHI(0.75),9)", 0.301137432},
        {"ROUND(FISHER(0.75),7)", 0.9729551},
        {"ROUND(FISHERINV(0.972955),7)", 0.75},
        {"STANDARDIZE(42,40,1.5)", 1.33333333333333},
        {"ROUND(GAMMA(2.5),3)", 1.329},
        {"ROUND(GAMMA(-3.75),3)", 0.268},
        {"GAMMA(0)", CellError::num},
        {"ROUND(GAMMALN(4),7)", 1.7917595},
    };
    check_formulas(cases);
}

TEST_CASE("distributions: the noise of a normal quantile at 0 is 0") {
    // Excel's stored result in ../shared/oracles, NORM_DIST.xlsx F58
    const FormulaCase cases[] = {{"NORM.INV(5.7347825020024226E-157,40,1.5)", 0.0}};
    check_formulas(cases);
}

TEST_CASE("distributions: Student's t") {
    const FormulaCase cases[] = {
        {"ROUND(T.DIST(60,1,TRUE),8)", 0.99469533},
        {"ROUND(T.DIST(8,3,FALSE),8)", 0.00073691},
        {"ROUND(T.DIST.2T(1.959999998,60),6)", 0.054645},
        {"ROUND(T.DIST.RT(1.959999998,60),6)", 0.027322},
        {"T.DIST.2T(-1,60)", CellError::num},
        {"ROUND(T.INV(0.75,2),7)", 0.8164966},
        {"ROUND(T.INV.2T(0.546449,60),6)", 0.606533},
        {"ROUND(TINV(0.054644927,60),6)", 1.96},
        {"T.INV(0.5,3)", 0.0},
        {"ROUND(TDIST(1.959999998,60,1),6)", 0.027322},
        {"T.INV(0,3)", CellError::num},
    };
    check_formulas(cases);
}

TEST_CASE("distributions: chi squared, F, gamma, beta, Weibull, exponential") {
    const FormulaCase cases[] = {
        {"ROUND(CHISQ.DIST(0.5,1,TRUE),8)", 0.52049988},
        {"ROUND(CHISQ.DIST(2,3,FALSE),8)", 0.20755375},
        {"ROUND(CHISQ.DIST.RT(18.307,10),7)", 0.0500006},
        {"ROUND(CHISQ.INV(0.93,1),8)", 3.28302029},
        {"ROUND(CHISQ.INV.RT(0.050001,10),6)", 18.306973},
        {"CHIINV(0,10)", CellError::num},
        {"ROUND(F.DIST(15.2068649,6,4,TRUE),8)", 0.99},
        {"ROUND(F.DIST.RT(15.2068649,6,4),8)", 0.01},
        {"ROUND(F.INV.RT(0.01,6,4),5)", 15.20686},
        {"ROUND(F.INV(0.01,6,4),8)", 0.10930991},
        {"ROUND(GAMMA.DIST(10.00001131,9,2,FALSE),6)", 0.032639},
        {"ROUND(GAMMA.DIST(10.00001131,9,2,TRUE),6)", 0.068094},
        {"ROUND(GAMMA.INV(0.068094,9,2),7)", 10.0000112},
        {"ROUND(BETA.DIST(2,8,10,TRUE,1,3),7)", 0.6854706},
        {"ROUND(BETA.DIST(2,8,10,FALSE,1,3),7)", 1.4837646},
        {"ROUND(BETADIST(2,8,10,1,3),7)", 0.6854706},
        {"ROUND(BETA.INV(0.685470581,8,10,1,3),7)", 2.0},
        {"BETA.INV(0,8,10)", CellError::num},
        {"ROUND(WEIBULL.DIST(105,20,100,TRUE),6)", 0.929581},
        {"ROUND(WEIBULL.DIST(105,20,100,FALSE),6)", 0.035589},
        {"ROUND(EXPON.DIST(0.2,10,TRUE),8)", 0.86466472},
        {"ROUND(EXPON.DIST(0.2,10,FALSE),8)", 1.35335283},
        {"EXPON.DIST(-1,10,TRUE)", CellError::num},
    };
    check_formulas(cases);
}

TEST_CASE("distributions: chances of counts") {
    const FormulaCase cases[] = {
        {"BINOM.DIST(6,10,0.5,FALSE)", 0.205078125},
        {"BINOM.DIST(6,10,0.5,TRUE)", 0.828125},
        {"BINOM.DIST(11,10,0.5,TRUE)", CellError::num},
        {"BINOM.INV(6,0.5,0.75)", 4.0},
        {"ROUND(BINOM.DIST.RANGE(60,0.75,48),3)", 0.084},
        {"ROUND(BINOM.DIST.RANGE(60,0.75,45,50),3)", 0.524},
        {"ROUND(NEGBINOM.DIST(10,5,0.25,TRUE),7)", 0.3135141},
        {"ROUND(NEGBINOM.DIST(10,5,0.25,FALSE),7)", 0.0550487},
        {"ROUND(HYPGEOM.DIST(1,4,8,20,TRUE),4)", 0.4654},
        {"ROUND(HYPGEOM.DIST(1,4,8,20,FALSE),4)", 0.3633},
        {"HYPGEOM.DIST(5,4,8,20,FALSE)", CellError::num},
        {"ROUND(POISSON.DIST(2,5,TRUE),6)", 0.124652},
        {"ROUND(POISSON.DIST(2,5,FALSE),6)", 0.084224},
        {"POISSON.DIST(-0.000001,5,TRUE)", CellError::num},
    };
    check_formulas(cases);
}

TEST_SUITE_END();

}  // namespace

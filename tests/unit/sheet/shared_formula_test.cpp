// shared_formula_test.cpp - which references of a shared formula move, and where to.
#include "sheet/shared_formula.hpp"

#include <doctest/doctest.h>

using namespace scorebook;

TEST_SUITE("sheet") {
    TEST_CASE("shared_formula: relative references move and nothing else does") {
        // All written in C5 and read in D7: one column right, two rows down.
        const struct {
            const char* formula;
            const char* expected;
        } cases[] = {
            {"A1*B1", "B3*C3"},
            {"$A1+A$1+$A$1", "$A3+B$1+$A$1"},
            {"SUM(A1:B9)", "SUM(B3:C11)"},
            {"SUM(A:A)+SUM($A:B)+SUM(3:4)+SUM($3:4)", "SUM(B:B)+SUM($A:C)+SUM(5:6)+SUM($3:6)"},
            {"Sheet1!A1+'It''s A1'!A1", "Sheet1!B3+'It''s A1'!B3"},
            {"[1]Sheet1!A1+'[1]A 1'!$A1", "[1]Sheet1!B3+'[1]A 1'!$A3"},
            {"Sheet1:Sheet3!A1+Jan:Mar!A1", "Sheet1:Sheet3!B3+Jan:Mar!B3"},
            {"Sheet1!A1:Sheet1!B2", "Sheet1!B3:Sheet1!C4"},
            {"\"A1\"&A1&\"say \"\"A1\"\"\"", "\"A1\"&B3&\"say \"\"A1\"\"\""},
            {"LOG10(A1)+ATAN2(A1,B1)", "LOG10(B3)+ATAN2(B3,C3)"},
            {"Risks[[#This Row],[A1]]*Risks[Score]+A1", "Risks[[#This Row],[A1]]*Risks[Score]+B3"},
            {"Risks[It'[A1']s]+A1", "Risks[It'[A1']s]+B3"},
            {"Threshold+TAX.A1+_A1+A1B+TRUE", "Threshold+TAX.A1+_A1+A1B+TRUE"},
            {"1E5+A1+2.5", "1E5+B3+2.5"},
            {"IF(A1=#N/A,#REF!,#DIV/0!)", "IF(B3=#N/A,#REF!,#DIV/0!)"},
            {"A1:INDEX(B:B,3)", "B3:INDEX(C:C,3)"},
            {"A1#+@A1+A1%", "B3#+@B3+B3%"},
            {"(A1,B1) A1", "(B3,C3) B3"},
            {"XFD1+A1048576+XFD1:XFD2", "#REF!+#REF!+#REF!"},
            {"XFE1+A1048577", "XFE1+A1048577"},
            {"Größe+Größe1+A1", "Größe+Größe1+B3"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.formula);
            CHECK(shifted_formula(c.formula, {4, 2}, {6, 3}) == c.expected);
        }
        CHECK(shifted_formula("A1+B3+$A2", {4, 2}, {2, 1}) == "#REF!+A1+#REF!");
        CHECK(shifted_formula("A1", {4, 2}, {4, 2}) == "A1");
    }

    TEST_CASE("shared_formula: text cut off in the middle comes back whole") {
        for (const char* formula : {"\"A1", "'A1", "Risks[[A1", "A1:", "$", "Risks['"}) {
            CAPTURE(formula);
            CHECK_FALSE(shifted_formula(formula, {0, 0}, {0, 0}).empty());
            CHECK(shifted_formula(formula, {0, 0}, {0, 0}) == formula);
        }
    }
}

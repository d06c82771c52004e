// row_pattern_test.cpp - the copies of a formula down a column, and what only looks like one.
#include "formula/row_pattern.hpp"

#include <doctest/doctest.h>

using namespace scorebook;
using namespace scorebook::formula;

namespace {

bool is_copy(const char* text, const char* cell, const char* other, std::uint32_t row_number) {
    const auto pattern = RowPattern::of(text, parse_cell(cell).value());
    return pattern && pattern->matches(other, row_number - 1);
}

}  // namespace

TEST_SUITE("formula") {
    TEST_CASE("row pattern: copies in other rows") {
        CHECK(is_copy("C2*D2", "F2", "C3*D3", 3));
        CHECK(is_copy("C9*D9", "F9", "C10*D10", 10));
        CHECK(is_copy("C2+C1", "F2", "C100001+C100000", 100001));
        CHECK(is_copy("IF(F2&gt;=15,\"Red\",F$1)", "G2", "IF(F7&gt;=15,\"Red\",F$1)", 7));
        CHECK(is_copy("SUM($A2:$C2)/LOG10(2)", "F2", "SUM($A5:$C5)/LOG10(2)", 5));
        CHECK(is_copy("'Q1 2016'!A2", "F2", "'Q1 2016'!A3", 3));
    }

    TEST_CASE("row pattern: anything else is another formula") {
        CHECK(!is_copy("C2*D2", "F2", "C3*D2", 3));
        CHECK(!is_copy("C2*D2", "F2", "C3*E3", 3));
        CHECK(!is_copy("C2*D2", "F2", "C3*D3+1", 3));
        CHECK(!is_copy("C2*D2+1", "F2", "C3*D3", 3));
        CHECK(!is_copy("C2*2", "F2", "C3*3", 3));
        CHECK(!is_copy("C$2*D2", "F2", "C$3*D3", 3));
        CHECK(!is_copy("C2&\"C2\"", "F2", "C3&\"C3\"", 3));
        CHECK(!is_copy("'A2'!C2", "F2", "'A3'!C3", 3));
        CHECK(!is_copy("LOG10(C10)", "F10", "LOG11(C11)", 11));
        CHECK(!is_copy("C2*D2", "F2", "C03*D03", 3));
        // Beyond the last row a word is a name.
        CHECK(!is_copy("C2", "F1", "C1048577", 1048576));
    }

    TEST_CASE("row pattern: formulas told by more than their rows have none") {
        for (const char* text :
             {"Table1[Score]", "SUM(2:2)", "SUM(A:A)", "C2&amp;&quot;C2&quot;", "C2&#38;D2"}) {
            CAPTURE(text);
            CHECK(!RowPattern::of(text, parse_cell("F2").value()));
        }
    }
}

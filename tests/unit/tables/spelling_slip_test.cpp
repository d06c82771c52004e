// spelling_slip_test.cpp - what counts as a misspelt header, and what is another word.
#include "tables/spelling_slip.hpp"

#include <doctest/doctest.h>

using namespace scorebook;

TEST_SUITE("tables") {
    TEST_CASE("spelling slip: few slips for the length, none that make another word") {
        const struct {
            const char* typed;
            const char* known;
            bool is_slip;
        } cases[] = {
            {"liklihood", "likelihood", true},
            {"residaul score", "residual score", true},
            {"mitigatting action", "mitigating actions", true},
            {"possible consequenses", "possible consequences", true},
            {"risk discription", "risk description", true},
            {"riskowner", "risk owner", true},
            {"reputation al", "reputational", true},
            {"risk scroe", "risk score", true},
            {"risk scope", "risk score", false},
            {"risk code", "risk score", false},
            {"target date", "target rate", false},
            {"due date", "due data", false},
            {"q1 update", "q2 update", false},
            {"risk title", "risk type", false},
            {"impact", "impact", false},
            {"initial impact", "residual impact", false},
        };
        for (const auto& c : cases) {
            CAPTURE(c.typed);
            CHECK((slips_from(c.typed, c.known) > 0) == c.is_slip);
        }
    }

    TEST_CASE("spelling slip: distance counts a swap of neighbours once and stops at its limit") {
        CHECK(edit_distance("score", "scroe", 3) == 1);
        CHECK(edit_distance("kitten", "sitting", 3) == 3);
        CHECK(edit_distance("kitten", "sitting", 2) == 3);
        CHECK(edit_distance("", "abc", 5) == 3);
    }
}

// plain_text_test.cpp - folding of text as officers type it.
#include "tables/plain_text.hpp"

#include <doctest/doctest.h>

using namespace scorebook;

TEST_SUITE("tables") {
    TEST_CASE("plain text: headers fold by case, white space, punctuation and footnote marks") {
        const struct {
            const char* typed;
            const char* folded;
        } cases[] = {
            {"Risk  Description ", "risk description"},
            {"Risk\nDescription", "risk description"},
            {"Risk\xC2\xA0"
             "Description*",
             "risk description"},
            {"Residual Score\xC2\xB9", "residual score"},
            {"Controls & Assurances", "controls and assurances"},
            {"Owner's post", "owners post"},
            {"Risk # / Ref.", "risk # ref"},
            {"Variance \xC2\xA3m", "variance \xC2\xA3m"},
            {"(%)", "%"},
            {" \n ", ""},
        };
        for (const auto& c : cases) {
            CAPTURE(c.typed);
            CHECK(fold_words(c.typed) == c.folded);
        }
        CHECK(fold_words(without_brackets("Risk Identification Number (RIN)")) ==
              "risk identification number");
    }

    TEST_CASE("plain text: white space of every kind goes from the ends, lines stay") {
        CHECK(fold_spaces("\xC2\xA0 CR1 \xE2\x80\x83") == "CR1");
        CHECK(trim_spaces("\xE2\x80\x8B x y\t") == "x y");
        CHECK(fold_lines("\n one  two \n\n three \n") == "one two\n\nthree");
        CHECK(is_blank_text("\xC2\xA0\n"));
        CHECK_FALSE(is_blank_text("\xC2\xA3"));
    }
}

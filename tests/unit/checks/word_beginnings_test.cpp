// word_beginnings_test.cpp - words a text may have, at its start, after anything but a letter or digit, and
// in capitals.
#include <doctest/doctest.h>

#include <string_view>

#include "checks/word_beginnings.hpp"

TEST_SUITE("checks") {
    TEST_CASE("word beginnings: found where a word begins and nowhere else") {
        const scorebook::WordBeginnings words({"risk", "entr"});
        struct {
            std::string_view text;
            bool are_in;
        } const cases[] = {
            {"Risks are falling", true},
            {"of the 15 RISKS", true},
            {"(entries)", true},
            {"two entry\nrows", true},
            {"cost/risk", true},
            {"\xE2\x80\x9Crisk\xE2\x80\x9D", true},
            {"0123456risk", false},
            {"1234567 risk", true},
            {"12345678risk", false},
            {"1234567\xC3\xA9risk", true},
            {"seventeen signs: risk", true},
            {"@risk[entr", true},
            {"`entr", true},
            {"a{risk", true},
            {"\x10"
             "risk",
             true},
            {"asterisk", false},
            {"the centre", false},
            {"3risk", false},
            {"ris", false},
            {"", false},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            CHECK(words.are_in(c.text) == c.are_in);
        }
    }

    TEST_CASE("word beginnings: none are in no text") {
        CHECK_FALSE(scorebook::WordBeginnings({}).are_in("Risks"));
    }
}

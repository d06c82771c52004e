// cell_paragraphs_test.cpp - officers' bullets, as the register of May 2016 has them.
#include "report/cell_paragraphs.hpp"

#include <doctest/doctest.h>

#include <string>

namespace scorebook {

TEST_SUITE("report") {
    TEST_CASE("paragraphs: every word is kept, marks become items") {
        struct Case {
            std::string name;
            std::string text;
            std::vector<Paragraph> wanted;
        };
        const std::vector<Case> cases = {
            {"bullets",
             "\u2022 MASH hub.\n\u2022 Serious incident reporting.",
             {{"MASH hub.", true}, {"Serious incident reporting.", true}}},
            {"dashes with a space",
             "- To live a healthy life\n- To live in a decent home",
             {{"To live a healthy life", true}, {"To live in a decent home", true}}},
            {"a word that begins with a dash is no item", "-5 is a number", {{"-5 is a number", false}}},
            {"prose stays prose",
             "Children are put at risk.\nLoss of reputation.",
             {{"Children are put at risk.", false}, {"Loss of reputation.", false}}},
            {"an item goes on in a line without a mark",
             "\u2022 Work with partners\non a deal.\n\u2022 Next.",
             {{"Work with partners on a deal.", true}, {"Next.", true}}},
            {"a finished item doesn't",
             "\u2022 First.\nProse below.",
             {{"First.", true}, {"Prose below.", false}}},
            {"numbers before items are words",
             "1. First\n2. Second",
             {{"1. First", false}, {"2. Second", false}}},
            {"nothing", " \n ", {}},
        };
        for (const Case& c : cases) {
            CAPTURE(c.name);
            CHECK(cell_paragraphs(c.text) == c.wanted);
        }
    }

    TEST_CASE("symbols: arrows and ticks go, letters and figures stay") {
        CHECK(without_symbols("\u2191 Upwards") == "Upwards");
        CHECK(without_symbols("\u2714") == "");
        CHECK(without_symbols("\u00A35m \u2013 caf\u00E9") == "\u00A35m \u2013 caf\u00E9");
    }
}

}  // namespace scorebook

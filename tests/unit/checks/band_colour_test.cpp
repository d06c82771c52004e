// band_colour_test.cpp - the reds, ambers and greens officers use, and the colours that are none.
#include <doctest/doctest.h>

#include "checks/band_colour.hpp"
#include "checks/wording.hpp"

using namespace scorebook;

TEST_SUITE("checks") {
    TEST_CASE(
        "band colours: Excel's own reds, ambers and greens, their tints, and colours that mean no band") {
        BandSet bands;
        bands.bands = {{"Green", 1, 4, 0x00B050, 0, "", {}},
                       {"Amber", 5, 10, 0xFFC000, 0, "", {}},
                       {"Red", 12, 25, 0xC00000, 0, "", {}}};
        struct Case {
            std::string name;
            Rgb colour;
            const char* word;
        };
        const Case cases[] = {
            {"standard red", 0xFF0000, "Red"},      {"dark red", 0xC00000, "Red"},
            {"bad style", 0xFFC7CE, "Red"},         {"accent 2 of 2007, 80 % lighter", 0xF2DCDB, "Red"},
            {"standard orange", 0xFFC000, "Amber"}, {"yellow", 0xFFFF00, "Amber"},
            {"neutral style", 0xFFEB9C, "Amber"},   {"accent 2 of 2013, 40 % lighter", 0xF4B084, "Amber"},
            {"standard green", 0x00B050, "Green"},  {"light green", 0x92D050, "Green"},
            {"good style", 0xC6EFCE, "Green"},      {"accent 6 of 2013", 0x70AD47, "Green"},
            {"white", 0xFFFFFF, nullptr},           {"light grey", 0xF2F2F2, nullptr},
            {"black", 0x000000, nullptr},           {"blue", 0x4472C4, nullptr},
            {"tan page tone", 0xEEECE1, nullptr},   {"purple", 0x7030A0, nullptr},
        };
        for (const Case& c : cases) {
            CAPTURE(c.name);
            const Band* band = nearest_band(bands, c.colour);
            CHECK((band ? band->word : std::string("none")) == std::string(c.word ? c.word : "none"));
        }
    }

    TEST_CASE("wording: lists, cuts and words") {
        CHECK(joined({"CR1"}) == "CR1");
        CHECK(joined({"CR1", "CR2", "CR3"}) == "CR1, CR2 and CR3");
        CHECK(joined({"a", "b", "c", "d"}, 3) == "a, b and 2 more");
        CHECK(shortened("one two\nthree", 8) == "one two...");
        CHECK(shortened("caf\xC3\xA9"
                        "caf\xC3\xA9",
                        4) == "caf...");
        CHECK(find_word("the score remains at 12", "remain") == std::nullopt);
        CHECK(find_word("the score remains at 12", "remain*") == 10u);
        CHECK(find_word("level \xE2\x80\x93 however it is", "however") == 10u);
        CHECK(sentences("One. Two; three\nfour 1.5 five").size() == 4);
    }
}

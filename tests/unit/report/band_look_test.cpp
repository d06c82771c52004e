// band_look_test.cpp - contrasts known from WCAG's own examples.
#include "report/band_look.hpp"

#include <doctest/doctest.h>

namespace scorebook {

TEST_SUITE("report") {
    TEST_CASE("contrast: black on white is 21, a colour on itself 1, WCAG's grey 777777 just fails") {
        CHECK(contrast_ratio(0x000000, 0xFFFFFF) == doctest::Approx(21));
        CHECK(contrast_ratio(0x00B050, 0x00B050) == doctest::Approx(1));
        CHECK(contrast_ratio(0x777777, 0xFFFFFF) == doctest::Approx(4.48).epsilon(0.001));
    }

    TEST_CASE("bands: an officer's colours stay, their text becomes readable") {
        // White on pure red is 4.0 to 1, black on it 5.3.
        CHECK(look_of_band({"Red", 12, 25, 0xFF0000, 0xFFFFFF, "", {}}).text == 0x000000);
        CHECK(look_of_band({"Red", 12, 25, 0xC00000, 0xFFFFFF, "", {}}).text == 0xFFFFFF);
        for (const char* word : {"Red", "Amber", "Green", "Blue"}) {
            const auto look = look_of_word(nullptr, word);
            REQUIRE(look);
            CHECK(contrast_ratio(look->fill, look->text) >= least_contrast);
        }
        CHECK_FALSE(look_of_word(nullptr, "Not started"));
    }
}

}  // namespace scorebook

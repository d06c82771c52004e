// colour_palette_test.cpp - colours as Excel shows them.
#include "sheet/colour_palette.hpp"

#include <doctest/doctest.h>

using namespace scorebook;

namespace {

ColourSpec theme_colour(std::uint32_t index, double tint = 0) {
    ColourSpec colour;
    colour.theme = index;
    colour.tint = tint;
    return colour;
}

ColourSpec indexed_colour(std::uint32_t index) {
    ColourSpec colour;
    colour.indexed = index;
    return colour;
}

}  // namespace

TEST_SUITE("sheet") {
    TEST_CASE("colour_palette: tints of Office's themes are those of Excel's colour picker") {
        // From the picker of Excel 2010 (accent 1, 2, text 2, white, black of "Office 2007-2010") and 2016
        // (accents of "Office 2013-2022").
        const struct {
            Rgb colour;
            double tint;
            Rgb expected;
        } cases[] = {
            {0x4F81BD, 0.79998168889431442, 0xDCE6F1},
            {0x4F81BD, 0.59999389629810485, 0xB8CCE4},
            {0x4F81BD, 0.39997558519241921, 0x95B3D7},
            {0x4F81BD, -0.249977111117893, 0x366092},
            {0x4F81BD, -0.499984740745262, 0x244062},
            {0xC0504D, 0.79998168889431442, 0xF2DCDB},
            {0xC0504D, 0.39997558519241921, 0xDA9694},
            {0xC0504D, -0.249977111117893, 0x963634},
            {0x1F497D, 0.79998168889431442, 0xC5D9F1},
            {0x1F497D, 0.39997558519241921, 0x538DD5},
            {0xFFFFFF, -0.14999847407452621, 0xD9D9D9},
            {0xFFFFFF, -0.499984740745262, 0x808080},
            {0x000000, 0.499984740745262, 0x808080},
            {0x000000, 0.34998626667073579, 0x595959},
            {0x4472C4, 0.79998168889431442, 0xD9E1F2},
            {0x4472C4, -0.249977111117893, 0x305496},
            {0x70AD47, 0.59999389629810485, 0xC6E0B4},
            {0x70AD47, -0.499984740745262, 0x375623},
            {0xFFC000, 0.79998168889431442, 0xFFF2CC},
            {0xFFC000, -0.249977111117893, 0xBF8F00},
            {0xED7D31, 0.39997558519241921, 0xF4B084},
            {0xFF0000, 0, 0xFF0000},
            {0x00B050, 1, 0xFFFFFF},
            {0x00B050, -1, 0x000000},
        };
        for (const auto& c : cases) {
            CAPTURE(to_hex(c.colour));
            CAPTURE(c.tint);
            CHECK(to_hex(tinted(c.colour, c.tint)) == to_hex(c.expected));
        }
    }

    TEST_CASE(
        "colour_palette: cells count the light colour before the dark one, the theme part the other way "
        "round") {
        ColourPalette palette;
        palette.read_theme(
            "<a:theme><a:themeElements><a:clrScheme name=\"x\"><a:dk1><a:sysClr val=\"windowText\" "
            "lastClr=\"010101\"/></a:dk1>"
            "<a:lt1><a:sysClr val=\"window\"/></a:lt1><a:dk2><a:srgbClr "
            "val=\"0000D2\"/></a:dk2><a:lt2><a:srgbClr val=\"EEEEE2\"/></a:lt2>"
            "<a:accent1><a:srgbClr val=\"AA0001\"/></a:accent1><a:accent2><a:srgbClr "
            "val=\"AA0002\"/></a:accent2>"
            "<a:accent3><a:srgbClr val=\"AA0003\"/></a:accent3><a:accent4><a:srgbClr "
            "val=\"AA0004\"/></a:accent4>"
            "<a:accent5><a:srgbClr val=\"AA0005\"/></a:accent5><a:accent6><a:srgbClr "
            "val=\"AA0006\"/></a:accent6>"
            "<a:hlink><a:srgbClr val=\"0000AA\"/></a:hlink><a:folHlink><a:srgbClr "
            "val=\"0000AB\"/></a:folHlink></a:clrScheme>"
            "<a:fmtScheme><a:srgbClr val=\"999999\"/></a:fmtScheme></a:themeElements></a:theme>");
        const Rgb expected[] = {0xFFFFFF, 0x010101, 0xEEEEE2, 0x0000D2, 0xAA0001, 0xAA0002,
                                0xAA0003, 0xAA0004, 0xAA0005, 0xAA0006, 0x0000AA, 0x0000AB};
        for (std::uint32_t i = 0; i < 12; ++i) {
            CAPTURE(i);
            CHECK(palette.resolve(theme_colour(i)) == expected[i]);
        }
        CHECK(palette.resolve(theme_colour(12)) == std::nullopt);
    }

    TEST_CASE("colour_palette: indexed colours are Excel's 64, the workbook's own, or the system's") {
        ColourPalette palette;
        CHECK(palette.resolve(indexed_colour(2)) == 0xFF0000U);
        CHECK(palette.resolve(indexed_colour(10)) == 0xFF0000U);
        CHECK(palette.resolve(indexed_colour(17)) == 0x008000U);
        CHECK(palette.resolve(indexed_colour(51)) == 0xFFCC00U);
        CHECK(palette.resolve(indexed_colour(63)) == 0x333333U);
        CHECK(palette.resolve(indexed_colour(64)) == 0x000000U);
        CHECK(palette.resolve(indexed_colour(65)) == 0xFFFFFFU);
        CHECK(palette.resolve(indexed_colour(66)) == std::nullopt);
        palette.set_indexed({0x123456});
        CHECK(palette.resolve(indexed_colour(0)) == 0x123456U);
        CHECK(palette.resolve(indexed_colour(1)) == 0xFFFFFFU);
        CHECK(palette.resolve(ColourSpec{}) == std::nullopt);
    }

    TEST_CASE("colour_palette: rgb is read with and without alpha") {
        CHECK(parse_rgb("FFC00000") == 0xC00000U);
        CHECK(parse_rgb("00c00000") == 0xC00000U);
        CHECK(parse_rgb("C00000") == 0xC00000U);
        CHECK(parse_rgb("") == std::nullopt);
        CHECK(parse_rgb("FFC0000G") == std::nullopt);
    }
}

// style_table_test.cpp - styles read, and fills added to them.
#include "sheet/style_table.hpp"

#include <doctest/doctest.h>

#include "scorebook/error.hpp"

using namespace scorebook;

namespace {

const std::string styles_xml =
    "<?xml version=\"1.0\"?>\n<styleSheet xmlns=\"u\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" "
    "formatCode=\"dd\\ mmm\"/></numFmts>"
    "<fonts count=\"2\"><font><sz val=\"11\"/></font><font><b/><color rgb=\"FF0000FF\"/></font></fonts>"
    "<fills count=\"5\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill "
    "patternType=\"gray125\"/></fill>"
    "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFF0000\"/><bgColor "
    "indexed=\"64\"/></patternFill></fill>"
    "<fill><patternFill patternType=\"solid\"><fgColor theme=\"4\" "
    "tint=\"-0.249977111117893\"/></patternFill></fill>"
    "<fill><patternFill patternType=\"solid\"><fgColor indexed=\"10\"/></patternFill></fill></fills>"
    "<cellStyleXfs count=\"1\"><xf fillId=\"3\"/></cellStyleXfs>"
    "<cellXfs count=\"5\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\"/><xf numFmtId=\"164\" fontId=\"1\" "
    "fillId=\"2\"/>"
    "<xf numFmtId=\"9\" fillId=\"3\"><alignment horizontal=\"center\"/><protection locked=\"0\"/></xf>"
    "<xf numFmtId=\"14\" fillId=\"4\"/><xf fillId=\"1\"/></cellXfs>"
    "<dxfs count=\"3\"><dxf><fill><patternFill><bgColor rgb=\"FFFFC7CE\"/></patternFill></fill></dxf>"
    "<dxf><font><color rgb=\"FF9C0006\"/></font></dxf>"
    "<dxf><fill><patternFill patternType=\"solid\"><fgColor "
    "rgb=\"FF00FF00\"/></patternFill></fill></dxf></dxfs></styleSheet>";

}  // namespace

TEST_SUITE("sheet") {
    TEST_CASE("style_table: formats, fills, fonts and locks of each style") {
        const auto table = StyleTable::parse(styles_xml, "");
        REQUIRE(table.size() == 5);
        CHECK(table.at(0).number_format == "General");
        CHECK(table.at(0).fill == std::nullopt);
        CHECK(table.at(0).is_locked);
        CHECK(table.at(1).number_format == "dd\\ mmm");
        CHECK(table.at(1).is_date);
        CHECK(table.at(1).is_bold);
        CHECK(table.at(1).fill == 0xFF0000U);
        CHECK(table.at(1).font_colour == 0x0000FFU);
        CHECK(table.at(2).is_percentage);
        CHECK(table.at(2).fill == 0x366092U);  // Excel's "accent 1, darker 25 %" of Office 2007-2010
        CHECK_FALSE(table.at(2).is_locked);
        CHECK(table.at(3).is_date);
        CHECK(table.at(3).fill == 0xFF0000U);
        CHECK(table.at(4).fill == std::nullopt);  // a pattern is no colour
        CHECK(table.at(99).number_format == "General");
    }

    TEST_CASE("style_table: a differential fill has its colour in the background") {
        const auto table = StyleTable::parse(styles_xml, "");
        REQUIRE(table.differential().size() == 3);
        CHECK(table.differential()[0].fill == 0xFFC7CEU);
        CHECK(table.differential()[1].fill == std::nullopt);
        CHECK(table.differential()[1].font_colour == 0x9C0006U);
        CHECK(table.differential()[2].fill == 0x00FF00U);
        CHECK(table
                  .parse_differential(
                      "<x14:dxf><fill><patternFill><bgColor indexed=\"13\"/></patternFill></fill></x14:dxf>")
                  .fill == 0xFFFF00U);
    }

    TEST_CASE("style_table: no part gives the default style") {
        CHECK(StyleTable::parse("", "").at(3).number_format == "General");
    }

    TEST_CASE("style_editor: a fill is appended once, and nothing else changes") {
        StyleEditor editor(styles_xml);
        CHECK_FALSE(editor.changed());
        CHECK(editor.with_fill(2, 0x00B050) == 5);
        CHECK(editor.with_fill(2, 0x00B050) == 5);
        CHECK(editor.changed());

        std::string expected = styles_xml;
        const auto replace = [&](const std::string& old, const std::string& text) {
            const auto found = expected.find(old);
            REQUIRE(found != std::string::npos);
            expected.replace(found, old.size(), text);
        };
        replace("<fills count=\"5\">", "<fills count=\"6\">");
        replace("</fills>",
                "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF00B050\"/><bgColor "
                "indexed=\"64\"/></patternFill></fill></fills>");
        replace("<cellXfs count=\"5\">", "<cellXfs count=\"6\">");
        replace("</cellXfs>",
                "<xf numFmtId=\"9\" fillId=\"5\" applyFill=\"1\"><alignment "
                "horizontal=\"center\"/><protection locked=\"0\"/></xf></cellXfs>");
        CHECK(editor.xml() == expected);

        const auto table = StyleTable::parse(editor.xml(), "");
        CHECK(table.at(5).fill == 0x00B050U);
        CHECK(table.at(5).is_percentage);
        CHECK_FALSE(table.at(5).is_locked);
    }

    TEST_CASE("style_editor: fills and formats that are there are used again") {
        StyleEditor editor(styles_xml);
        CHECK(editor.with_fill(1, 0xFF0000) == 1);
        CHECK(editor.with_fill(0, std::nullopt) == 0);
        CHECK_FALSE(editor.changed());
        CHECK(editor.with_fill(1, std::nullopt) == 5);
        CHECK(StyleTable::parse(editor.xml(), "").at(5).fill == std::nullopt);
        CHECK(editor.xml().find("<fills count=\"5\">") != std::string::npos);

        StyleEditor again(editor.xml());
        CHECK(again.with_fill(1, std::nullopt) == 5);
        CHECK_FALSE(again.changed());
    }

    TEST_CASE("style_editor: prefixes are kept, missing counts stay missing") {
        StyleEditor editor(
            "<x:styleSheet><x:fills><x:fill><x:patternFill/></x:fill></x:fills><x:cellXfs><x:xf/></"
            "x:cellXfs></x:styleSheet>");
        CHECK(editor.with_fill(0, 0xFFC000) == 1);
        CHECK(editor.xml() ==
              "<x:styleSheet><x:fills><x:fill><x:patternFill/></x:fill><x:fill><x:patternFill "
              "patternType=\"solid\">"
              "<x:fgColor rgb=\"FFFFC000\"/><x:bgColor indexed=\"64\"/></x:patternFill></x:fill></x:fills>"
              "<x:cellXfs><x:xf/><x:xf fillId=\"1\" applyFill=\"1\"/></x:cellXfs></x:styleSheet>");
    }

    TEST_CASE("style_editor: styles that can't be extended are refused") {
        CHECK_THROWS_AS(StyleEditor("").with_fill(0, 0xFF0000), Error);
        CHECK_THROWS_AS(StyleEditor("<styleSheet><fills/></styleSheet>").with_fill(0, 0xFF0000), Error);
    }
}

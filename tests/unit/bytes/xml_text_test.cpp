// xml_text_test.cpp - escapes of XML and of Excel (ECMA-376 Part 1, 22.9.2.19).
#include "bytes/xml_text.hpp"

#include <doctest/doctest.h>

#include <pugixml.hpp>
#include <random>

#include "scorebook/error.hpp"

using namespace scorebook;

TEST_SUITE("bytes") {
    TEST_CASE("xml_text: entities, references and Excel's escapes become characters") {
        const struct {
            const char* xml;
            const char* text;
        } cases[] = {
            {"", ""},
            {"plain", "plain"},
            {"&lt;a&gt; &amp; &quot;b&quot; &apos;c&apos;", "<a> & \"b\" 'c'"},
            {"&amp;lt;", "&lt;"},
            {"&#65;&#x41;&#xe9;&#x20AC;&#x1F600;", "AA\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80"},
            {"a&#10;b&#13;c", "a\nb\rc"},
            {"a\r\nb\rc\nd", "a\nb\nc\nd"},
            {"a_x000D_\nb", "a\r\nb"},
            {"_x005F_x000D_", "_x000D_"},
            {"_xD83D__xDE00_", "\xF0\x9F\x98\x80"},
            {"_xD83D_ alone", "_xD83D_ alone"},
            {"_x00e9_", "\xC3\xA9"},
            {"_x12_ _x12345_ _xGGGG_ _x", "_x12_ _x12345_ _xGGGG_ _x"},
            {"snake_x_case", "snake_x_case"},
            {"__x0041__", "_A_"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.xml);
            CHECK(unescape_xml(c.xml) == c.text);
        }
    }

    TEST_CASE("xml_text: formulas and names keep _xHHHH_ as it is") {
        CHECK(unescape_xml_entities("Table_x0041_[Score]&gt;1") == "Table_x0041_[Score]>1");
    }

    TEST_CASE("xml_text: other entities are refused") {
        for (const char* xml : {"&nbsp;", "&lol9;", "&", "a & b", "&;", "&#;", "&#x;", "&#xD800;",
                                "&#x110000;", "&#0;", "&#99999999999999;", "&amp", "&#1a;"}) {
            CAPTURE(xml);
            CHECK_THROWS_AS(unescape_xml(xml), Error);
        }
    }

    TEST_CASE("xml_text: text is escaped as Excel escapes it") {
        const struct {
            const char* text;
            const char* xml;
        } cases[] = {
            {"a < b & \"c\" > d", "a &lt; b &amp; \"c\" &gt; d"},
            {"line\nline\ttab", "line\nline\ttab"},
            {"carriage\r\nreturn", "carriage_x000D_\nreturn"},
            {"bell\x07", "bell_x0007_"},
            {"_x000A_", "_x005F_x000A_"},
            {"_x00", "_x00"},
            {"\xEF\xBF\xBF", "_xFFFF_"},
            {"\xC2\xA3", "\xC2\xA3"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            CHECK(escape_xml(c.text) == c.xml);
        }
        CHECK(escape_xml_attribute("a\"b\n<&\t") == "a&quot;b&#10;&lt;&amp;&#9;");
    }

    TEST_CASE("xml_text: what is escaped reads back, by us and by pugixml") {
        std::mt19937 random(7);
        const char* const pieces[] = {"_x000D_", "_",  "x",    "&",  "<", ">",   "\r",
                                      "\n",      "\t", "\x01", "\"", "'", "]]>", "\xE2\x82\xAC",
                                      "005F",    " "};
        for (int i = 0; i != 5000; ++i) {
            std::string text;
            for (std::size_t n = random() % 12; n != 0; --n) text += pieces[random() % std::size(pieces)];
            CAPTURE(text);
            REQUIRE(unescape_xml(escape_xml(text)) == text);
            pugi::xml_document document;
            REQUIRE(document.load_string(("<t>" + escape_xml(text) + "</t>").c_str(),
                                         pugi::parse_default | pugi::parse_ws_pcdata));
            REQUIRE(unescape_xml_entities(escape_xml(text)) == document.child("t").child_value());
        }
    }

    TEST_CASE("xml_text: blanks at either end need xml:space") {
        for (const char* text : {" a", "a ", "\na", "a\t", " "}) CHECK(needs_space_preserved(text));
        for (const char* text : {"", "a", "a b", "a\nb"}) CHECK_FALSE(needs_space_preserved(text));
    }
}

// content_types_test.cpp - overrides before extensions, whatever the spelling.
#include "package/content_types.hpp"

#include <doctest/doctest.h>

#include "scorebook/error.hpp"
#include "support/package/caught_error.hpp"

using namespace scorebook;
using scorebook::test::caught_error;
using scorebook::test::says;

TEST_SUITE("package") {
    TEST_CASE("content_types: an override goes before the extension, in any case of letters") {
        const ContentTypes types = ContentTypes::parse(
            "<Types><Default Extension='XML' ContentType='application/xml'/><Default Extension='rels' "
            "ContentType='r'/>"
            "<Override PartName='/xl/Workbook.xml' ContentType='main'/></Types>");
        CHECK(types.find("xl/workbook.xml") == "main");
        CHECK(types.find("/XL/WORKBOOK.XML") == "main");
        CHECK(types.find("xl/other.xml") == "application/xml");
        CHECK(types.find("_rels/.rels") == "r");
        CHECK(types.find("xl/media/image1.png") == "");
    }

    TEST_CASE("content_types: a prefix and UTF-16 make no difference") {
        const std::string xml =
            "<ct:Types xmlns:ct='c'><ct:Override PartName='/a.xml' ContentType='t'/></ct:Types>";
        CHECK(ContentTypes::parse(xml).find("a.xml") == "t");
        std::string utf16 = "\xFF\xFE";
        for (const char c : xml) utf16.append(1, c).append(1, '\0');
        CHECK(ContentTypes::parse(utf16).find("a.xml") == "t");
    }

    TEST_CASE("content_types: what is broken or dangerous is refused") {
        const struct {
            const char* xml;
            const char* words;
        } cases[] = {
            {"", "isn't well-formed"},
            {"<Types>", "isn't well-formed"},
            {"<Other/>", "something else"},
            {"<!DOCTYPE Types [<!ENTITY a 'b'>]><Types/>", "document type definition"},
            {"<!DOCTYPE Types SYSTEM 'file:///etc/passwd'><Types/>", "document type definition"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.xml);
            CHECK(says(caught_error([&] { ContentTypes::parse(c.xml); }), ErrorCode::damaged_workbook,
                       c.words));
        }
        CHECK(says(caught_error([] { ContentTypes::parse(std::string(40 << 20, ' ')); }),
                   ErrorCode::too_large, "too large"));
    }

    TEST_CASE("content_types: deep nesting is no danger") {
        std::string xml = "<Types>";
        for (int i = 0; i != 200'000; ++i) xml += "<a>";
        for (int i = 0; i != 200'000; ++i) xml += "</a>";
        CHECK(ContentTypes::parse(xml + "</Types>").find("a.xml") == "");
    }
}

// relationships_test.cpp - relationships as transitional, strict and odd writers give them.
#include "package/relationships.hpp"

#include <doctest/doctest.h>

#include "scorebook/error.hpp"
#include "support/package/caught_error.hpp"

using namespace scorebook;
using scorebook::test::caught_error;
using scorebook::test::says;

TEST_SUITE("package") {
    TEST_CASE("relationships: types are reduced to their last segment, targets to part names") {
        const auto relationships = parse_relationships(
            "<p:Relationships xmlns:p='x'>"
            "<p:Relationship Id='rId1' "
            "Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet' "
            "Target='worksheets/sheet1.xml'/>"
            "<p:Relationship Id='rId2' Type='http://purl.oclc.org/ooxml/officeDocument/relationships/styles' "
            "Target='/xl/styles.xml'/>"
            "<p:Relationship Id='rId3' Type='hyperlink' Target='https://example.org/a/../b?c=%20#d' "
            "TargetMode='External'/>"
            "<p:Relationship Id='rId4' Type='a/externalLinkPath' Target='..\\Old%20register.xlsx' "
            "TargetMode='External'/>"
            "</p:Relationships>",
            "xl/_rels/workbook.xml.rels", "xl/workbook.xml");
        REQUIRE(relationships.size() == 4);
        CHECK(relationships[0].id == "rId1");
        CHECK(relationships[0].type == "worksheet");
        CHECK(relationships[0].target == "xl/worksheets/sheet1.xml");
        CHECK_FALSE(relationships[0].external);
        CHECK(relationships[1].type == "styles");
        CHECK(relationships[1].target == "xl/styles.xml");
        CHECK(relationships[2].type == "hyperlink");
        CHECK(relationships[2].target == "https://example.org/a/../b?c=%20#d");
        CHECK(relationships[2].external);
        CHECK(relationships[3].target == "..\\Old%20register.xlsx");
    }

    TEST_CASE("relationships: what is broken or dangerous is refused with the part's name") {
        const auto broken = caught_error([] {
            parse_relationships("<Relationships><a></Relationships>", "xl/_rels/workbook.xml.rels",
                                "xl/workbook.xml");
        });
        CHECK(says(broken, ErrorCode::damaged_workbook, "isn't well-formed"));
        CHECK(says(broken, ErrorCode::damaged_workbook, "xl/_rels/workbook.xml.rels"));
        const auto doctype =
            caught_error([] { parse_relationships("<!DOCTYPE a><Relationships/>", "_rels/.rels", ""); });
        CHECK(says(doctype, ErrorCode::damaged_workbook, "document type definition"));
        const auto other = caught_error([] { parse_relationships("<html/>", "_rels/.rels", ""); });
        CHECK(says(other, ErrorCode::damaged_workbook, "something else"));
    }
}

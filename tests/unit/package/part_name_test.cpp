// part_name_test.cpp - names of parts as old and new writers give them.
#include "package/part_name.hpp"

#include <doctest/doctest.h>

using namespace scorebook;

TEST_SUITE("package") {
    TEST_CASE("part_name: names that mean one part have one key") {
        for (const char* name : {"xl/worksheets/sheet 1.xml", "/xl/worksheets/sheet 1.xml",
                                 "XL/Worksheets/Sheet%201.XML", "xl\\worksheets\\sheet 1.xml"}) {
            CAPTURE(name);
            CHECK(part_key(name) == "xl/worksheets/sheet 1.xml");
        }
        CHECK(part_key("") == "");
        CHECK(part_key("/") == "");
        CHECK(part_key("a%") == "a%");
        CHECK(part_key("a%2") == "a%2");
        CHECK(part_key("a%zz") == "a%zz");
    }

    TEST_CASE("part_name: targets are resolved against the part that names them") {
        const struct {
            const char* source;
            const char* target;
            const char* expected;
        } cases[] = {
            {"", "xl/workbook.xml", "xl/workbook.xml"},
            {"", "/xl/workbook.xml", "xl/workbook.xml"},
            {"xl/workbook.xml", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"},
            {"xl/workbook.xml", "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"},
            {"xl/worksheets/sheet1.xml", "../tables/table1.xml", "xl/tables/table1.xml"},
            {"xl/worksheets/sheet1.xml", "./../tables/./table1.xml", "xl/tables/table1.xml"},
            {"xl/worksheets/sheet1.xml", "../../../../docProps/app.xml", "docProps/app.xml"},
            {"xl\\workbook.xml", "worksheets\\sheet1.xml", "xl/worksheets/sheet1.xml"},
            {"xl/drawings/drawing1.xml", "#Register!A1", "xl/drawings/drawing1.xml"},
            {"xl/drawings/drawing1.xml", "chart1.xml#x", "xl/drawings/chart1.xml"},
            {"workbook.xml", "sheet1.xml", "sheet1.xml"},
            {"xl/workbook.xml", "/", ""},
        };
        for (const auto& c : cases) {
            CAPTURE(c.target);
            CHECK(resolve_target(c.source, c.target) == c.expected);
        }
    }

    TEST_CASE("part_name: relationships and extensions") {
        CHECK(relationships_name("") == "_rels/.rels");
        CHECK(relationships_name("workbook.xml") == "_rels/workbook.xml.rels");
        CHECK(relationships_name("xl/worksheets/sheet1.xml") == "xl/worksheets/_rels/sheet1.xml.rels");
        CHECK(relationships_name("xl\\workbook.xml") == "xl/_rels/workbook.xml.rels");
        CHECK(extension_of("xl/workbook.XML") == "xml");
        CHECK(extension_of("_rels/.rels") == "rels");
        CHECK(extension_of("xl.d/workbook") == "");
        CHECK(extension_of("mimetype") == "");
    }
}

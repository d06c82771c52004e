// heading_style_test.cpp - titles are headings for the programs that read a document aloud or make its
// contents, not just large letters.
#include <doctest/doctest.h>

#include <pugixml.hpp>
#include <string>
#include <vector>

#include "package/zip_directory.hpp"
#include "scorebook/appendix.hpp"
#include "scorebook/template_set.hpp"
#include "support/workbook_text.hpp"

namespace scorebook {

namespace {

/// An appendix of three pages with tables: risks, a heat map and its key.
std::string appendix_as(AppendixFormat format) {
    const auto workbook = test::workbook_from(R"(
        Register!A1: Corporate Risk Register May 2016
        A3 | Ref | Risk Description | Impact | Likelihood | Risk Score | Residual Impact | Residual Likelihood | Residual Score
        A4 | CR1 | Fire | 5 | 5 | 25 | 4 | 4 | 16
        A5 | CR2 | Flood | 4 | 4 | 16 | 4 | 3 | 12
    )");
    AppendixOptions options;
    options.format = format;
    options.as_at = CalendarDate{2016, 6, 30};
    return make_appendix(*workbook, TemplateSet::built_in(), options).bytes;
}

pugi::xml_document part(const std::string& bytes, const std::string& name) {
    pugi::xml_document document;
    for (const ZipMember& member : read_zip_directory(bytes, 1 << 24).members) {
        if (member.name == name) REQUIRE(document.load_string(unpack(bytes, member).c_str()));
    }
    REQUIRE(document.document_element());
    return document;
}

/// The text of everything below.
std::string words(const pugi::xml_node& node) {
    struct Collector : pugi::xml_tree_walker {
        std::string text;
        bool for_each(pugi::xml_node& each) override {
            text += each.value();
            return true;
        }
    } collector;
    pugi::xml_node from = node;
    from.traverse(collector);
    return collector.text;
}

}  // namespace

TEST_SUITE("report") {
    TEST_CASE("heading style: each sheet's title has Excel's own Heading 1") {
        const std::string bytes = appendix_as(AppendixFormat::xlsx);
        const pugi::xml_document styles = part(bytes, "xl/styles.xml");
        const pugi::xml_node root = styles.document_element();
        const pugi::xml_node named = root.child("cellStyles").find_child_by_attribute("name", "Heading 1");
        REQUIRE(named);
        // ECMA-376 Part 1, annex G.2: 16 is Heading 1 in every language of Excel.
        CHECK(named.attribute("builtinId").as_int() == 16);
        std::vector<int> style_of_format;
        for (const pugi::xml_node format : root.child("cellXfs").children("xf"))
            style_of_format.push_back(format.attribute("xfId").as_int());

        const pugi::xml_document book = part(bytes, "xl/workbook.xml");
        int number = 0;
        for ([[maybe_unused]] const pugi::xml_node sheet :
             book.document_element().child("sheets").children("sheet")) {
            const pugi::xml_document page =
                part(bytes, "xl/worksheets/sheet" + std::to_string(++number) + ".xml");
            int headings = 0;
            for (const pugi::xml_node row : page.document_element().child("sheetData").children("row")) {
                for (const pugi::xml_node cell : row.children("c")) {
                    const std::size_t format = cell.attribute("s").as_uint();
                    if (style_of_format[format] != named.attribute("xfId").as_int()) continue;
                    ++headings;
                    CHECK(cell.attribute("r").value() == std::string("A1"));
                }
            }
            CHECK_MESSAGE(headings == 1, "sheet " << number);
        }
        CHECK(number >= 3);
    }

    TEST_CASE("heading style: each page of an OpenDocument spreadsheet begins with its Heading 1") {
        const std::string bytes = appendix_as(AppendixFormat::ods);
        const pugi::xml_document styles = part(bytes, "styles.xml");
        CHECK(
            styles.select_node("//style:style[@style:name='Heading_20_1'][@style:display-name='Heading 1']"));
        const pugi::xml_document content = part(bytes, "content.xml");
        std::size_t pages = 0;
        for (const pugi::xpath_node& table : content.select_nodes("//table:table")) {
            const pugi::xml_node title =
                table.node().select_node("(.//table:table-cell[@office:value-type='string'])[1]").node();
            const std::string style = title.attribute("table:style-name").value();
            const std::string parent = "//style:style[@style:name='" + style + "']";
            CHECK(content.select_node(parent.c_str()).node().attribute("style:parent-style-name").value() ==
                  std::string("Heading_20_1"));
            ++pages;
        }
        CHECK(pages >= 3);
    }

    TEST_CASE("heading style: a Word document's titles are of outline level 1, in order") {
        const std::string bytes = appendix_as(AppendixFormat::docx);
        const pugi::xml_document styles = part(bytes, "word/styles.xml");
        const pugi::xml_node heading = styles.select_node("//w:style[@w:styleId='Heading1']").node();
        CHECK(heading.child("w:name").attribute("w:val").value() == std::string("heading 1"));
        CHECK(heading.child("w:pPr").child("w:outlineLvl").attribute("w:val").value() == std::string("0"));
        const pugi::xml_document text = part(bytes, "word/document.xml");
        std::vector<std::string> titles;
        for (const pugi::xpath_node& paragraph :
             text.select_nodes("//w:p[w:pPr/w:pStyle[@w:val='Heading1']]"))
            titles.push_back(words(paragraph.node()));
        REQUIRE(titles.size() >= 3);
        CHECK(titles[1].find("Risk") != std::string::npos);
    }

    TEST_CASE("heading style: a web page has one h1, and no level of heading is left out") {
        const std::string text = appendix_as(AppendixFormat::html);
        int level = 0;
        int first_levels = 0;
        int headings = 0;
        for (std::size_t at = text.find("<h"); at != std::string::npos; at = text.find("<h", at + 1)) {
            const char digit = text[at + 2];
            if (digit < '1' || digit > '6') continue;
            CHECK(digit - '0' <= level + 1);
            level = digit - '0';
            first_levels += level == 1;
            ++headings;
        }
        CHECK(first_levels == 1);
        CHECK(headings >= 3);
    }
}

}  // namespace scorebook

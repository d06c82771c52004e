// external_book_test.cpp - what a file keeps of other workbooks.
#include "workbook/external_book.hpp"

#include <doctest/doctest.h>

#include "scorebook/error.hpp"

using namespace scorebook;

TEST_SUITE("workbook") {
    TEST_CASE("external book: sheets, names and kept cells of every type") {
        // Laid out as Excel 2016 writes it; ECMA-376 Part 1, 18.14.
        const ExternalBook book = parse_external_book(
            R"(<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
            <externalBook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1">
            <sheetNames><sheetName val="Rates"/><sheetName val="Never read"/></sheetNames>
            <definedNames><definedName name="Inflation" refersTo="='Rates'!$B$2"/></definedNames>
            <sheetDataSet><sheetData sheetId="0">
              <row r="1"><cell r="A1" t="str"><v>Fish &amp; chips</v></cell><cell r="B1"><v>1.5</v></cell></row>
              <row r="9"><cell r="A9" t="b"><v>1</v></cell><cell r="C9" t="e"><v>#N/A</v></cell></row>
            </sheetData></sheetDataSet></externalBook></externalLink>)",
            "xl/externalLinks/externalLink1.xml");
        const ExternalSheet* rates = book.find_sheet("RATES");
        REQUIRE(rates != nullptr);
        CHECK(rates->value({0, 0}) == CellValue("Fish & chips"));
        CHECK(rates->value({0, 1}) == CellValue(1.5));
        CHECK(rates->value({8, 0}) == CellValue(true));
        CHECK(rates->value({8, 2}) == CellValue(CellError::not_available));
        CHECK(is_blank(rates->value({3, 3})));
        CHECK(to_a1(rates->used_corner()) == "C9");
        REQUIRE(book.find_sheet("never READ") != nullptr);
        CHECK(!book.find_sheet("never READ")->is_kept());
        CHECK(book.find_sheet("Other") == nullptr);
        REQUIRE(book.find_name("inflation") != nullptr);
        CHECK(book.find_name("inflation")->formula == "'Rates'!$B$2");
    }

    TEST_CASE("external book: links that aren't to workbooks keep nothing, broken XML is refused") {
        const ExternalBook book = parse_external_book("<externalLink><ddeLink/></externalLink>", "x");
        CHECK(book.sheets.empty());
        CHECK_THROWS_AS(parse_external_book("<externalLink><externalBook>", "x"), Error);
    }
}

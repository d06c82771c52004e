// acceptances_sheet_test.cpp - changes on a sheet "Scorebook" that a workbook doesn't have yet.
#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "package/package.hpp"
#include "scorebook/error.hpp"
#include "scorebook/refresh.hpp"
#include "support/refresh/sheet_text.hpp"
#include "support/workbook_text.hpp"

using namespace scorebook;
using namespace scorebook::test;

namespace {

using Lines = std::vector<std::string>;

Report report_with_acceptance() {
    Report report;
    for (const auto& [cell, text] : {std::pair{"A1", "Accepted"},
                                     {"B1", "Record"},
                                     {"A2", "G01"},
                                     {"B2", "1.10"},
                                     {"C2", " Fish & chips\nfor now "}}) {
        Change change = value_change(cell, std::string(text));
        change.sheet = "Scorebook";
        report.changes.push_back(std::move(change));
    }
    return report;
}

}  // namespace

TEST_SUITE("refresh") {
    TEST_CASE("acceptances sheet: it is made at the end, with texts as texts, and no other part changes") {
        const auto workbook = workbook_from("sheet Register\nA1: Risk\nsheet Other\nA1: 5");
        const std::string bytes = refreshed_bytes(*workbook, report_with_acceptance());
        const auto with = open_workbook(bytes, "x.xlsx");
        REQUIRE(with->sheets().size() == 3);
        CHECK(with->sheets()[2].name == "Scorebook");
        CHECK(with->value(2, {0, 0}) == CellValue("Accepted"));
        CHECK(with->value(2, {1, 1}) == CellValue("1.10"));
        CHECK(with->value(2, {1, 2}) == CellValue(" Fish & chips\nfor now "));
        CHECK(with->sheets()[2].xml.find("<b/>") < with->sheets()[2].xml.find("Accepted"));

        const Package before = Package::open(workbook->package().bytes());
        const Package after = Package::open(bytes);
        Lines changed;
        for (const std::string& part : before.part_names()) {
            if (before.read(part) != after.read(part)) changed.push_back(part);
        }
        std::sort(changed.begin(), changed.end());
        CHECK(changed == Lines{"[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/workbook.xml"});
        CHECK(after.part_names().size() == before.part_names().size() + 1);

        // Given up, the workbook becomes the same bytes.
        CHECK(refreshed_bytes(workbook_from("sheet Register\nA1: Risk\nsheet Other\nA1: 5"),
                              report_with_acceptance()) == bytes);
    }

    TEST_CASE("acceptances sheet: other changes, calculation on opening and a Findings sheet go with it") {
        const auto workbook = workbook_from("sheet Register\nF7: 20");
        Report report = report_with_acceptance();
        report.template_name = "risk-register";
        report.recalculate_on_open = true;
        Change change = value_change("F7", 25.0);
        change.sheet = "Register";
        change.before = 20.0;
        report.changes.insert(report.changes.begin(), std::move(change));
        const std::string bytes = refreshed_bytes_with_findings(*workbook, report);
        const auto with = open_workbook(bytes, "x.xlsx");
        REQUIRE(with->sheets().size() == 3);
        CHECK(with->value(0, {6, 5}) == CellValue(25.0));
        CHECK(with->sheets()[1].name == "Scorebook");
        CHECK(with->sheets()[2].name == "Findings");
        CHECK(part_of(bytes, "xl/workbook.xml").find("fullCalcOnLoad=\"1\"") != std::string::npos);
    }

    TEST_CASE("acceptances sheet: a strict workbook gets a strict sheet, and no other sheet is ever made") {
        Surroundings strict;
        strict.workbook_xml =
            "<?xml version=\"1.0\"?><workbook xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" "
            "xmlns:r=\"http://purl.oclc.org/ooxml/officeDocument/relationships\"><sheets><sheet "
            "name=\"Register\" sheetId=\"7\" r:id=\"rId1\"/></sheets></workbook>";
        const auto workbook = open_workbook(workbook_with_sheet(sheet_part("<row r=\"1\"/>"), strict), "x");
        const auto with = open_workbook(refreshed_bytes(*workbook, report_with_acceptance()), "x");
        CHECK(with->sheets()[1].xml.find("http://purl.oclc.org/ooxml/spreadsheetml/main") !=
              std::string::npos);

        Report elsewhere = report_with_acceptance();
        for (Change& change : elsewhere.changes) change.sheet = "Register 2";
        CHECK_THROWS_AS(refreshed_bytes(*workbook, elsewhere), Error);
    }
}

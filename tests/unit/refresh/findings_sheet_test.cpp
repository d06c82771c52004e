// findings_sheet_test.cpp - the sheet that goes back to a service with its workbook: one more sheet, and
// every other part as it was.
#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "scorebook/refresh.hpp"
#include "support/refresh/sheet_text.hpp"
#include "support/workbook_text.hpp"

using namespace scorebook;
using namespace scorebook::test;

namespace {

Report report_with_one_finding() {
    Report report;
    report.template_name = "risk-register";
    report.period = "May 2016";
    Finding finding;
    finding.rule = "V11";
    finding.severity = Severity::error;
    finding.sheet = "O'Brien & Sons";
    finding.cell = CellRef{6, 5};
    finding.record = "CR1";
    finding.message = "20 isn't 5 x 5";
    finding.advice = "Correct <it>";
    report.findings.push_back(finding);
    return report;
}

std::string text_at(const Workbook& workbook, std::string_view cell) {
    return to_text(workbook.value(workbook.sheets().size() - 1, parse_cell(cell).value()));
}

std::vector<std::string> sheet_names(const Workbook& workbook) {
    std::vector<std::string> names;
    for (const Sheet& sheet : workbook.sheets()) names.push_back(sheet.name);
    return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_SUITE("refresh") {
    TEST_CASE("findings sheet: it is the last one and says what, where and what to do") {
        const auto workbook = workbook_from("sheet O'Brien & Sons\nA1: Risk\nF7: 20");
        const auto with =
            open_workbook(refreshed_bytes_with_findings(*workbook, report_with_one_finding()), "x.xlsx");
        CHECK(sheet_names(*with) == Names{"O'Brien & Sons", "Findings"});
        CHECK(text_at(*with, "A2") == "Checked as risk-register, May 2016: 1 error, 0 warnings, 0 remarks.");
        Names row;
        for (const char* cell : {"A5", "B5", "C5", "D5", "E5", "F5", "G5"})
            row.push_back(text_at(*with, cell));
        CHECK(row == Names{"Error", "V11", "O'Brien & Sons", "F7", "CR1", "20 isn't 5 x 5", "Correct <it>"});
        CHECK(with->sheets()[1].xml.find("location=\"'O''Brien &amp; Sons'!F7\"") != std::string::npos);
    }

    TEST_CASE("findings sheet: parts it isn't mentioned in keep their bytes") {
        const auto workbook = workbook_from("sheet Register\nA1: Risk\nsheet Other\nA1: 5");
        const std::string bytes = refreshed_bytes_with_findings(*workbook, report_with_one_finding());
        const Package before = Package::open(workbook->package().bytes());
        const Package after = Package::open(bytes);
        std::vector<std::string> changed;
        for (const std::string& part : before.part_names()) {
            if (before.read(part) != after.read(part)) changed.push_back(part);
        }
        std::sort(changed.begin(), changed.end());
        CHECK(changed ==
              Names{"[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/workbook.xml"});
        CHECK(after.part_names().size() == before.part_names().size() + 1);
    }

    TEST_CASE("findings sheet: a second run writes the same bytes again") {
        const auto workbook = workbook_from("sheet Register\nA1: Risk");
        const std::string once = refreshed_bytes_with_findings(*workbook, report_with_one_finding());
        const auto again = open_workbook(once, "x.xlsx");
        CHECK(refreshed_bytes_with_findings(*again, report_with_one_finding()) == once);
    }

    TEST_CASE("findings sheet: the officer's own sheet of that name stays") {
        const auto workbook = workbook_from("sheet findings\nA1: My notes");
        const auto with =
            open_workbook(refreshed_bytes_with_findings(*workbook, report_with_one_finding()), "x.xlsx");
        CHECK(sheet_names(*with) == Names{"findings", "Findings (2)"});
        CHECK(to_text(with->value(0, {0, 0})) == "My notes");
    }

    TEST_CASE("findings sheet: changes are written into their sheets and listed") {
        const auto workbook = workbook_from("sheet Register\nF7: 20");
        Report report;
        report.template_name = "risk-register";
        report.changes.push_back(value_change("F7", 25.0));
        report.changes.back().before = 20.0;
        report.changes.back().because = "Impact 5 x Likelihood 5";
        const auto with = open_workbook(refreshed_bytes_with_findings(*workbook, report), "x.xlsx");
        CHECK(to_text(with->value(0, {6, 5})) == "25");
        CHECK(text_at(*with, "A2") == "Checked as risk-register: nothing to correct.");
        CHECK(text_at(*with, "F7") == "20 -> 25");
        CHECK(text_at(*with, "G7") == "Impact 5 x Likelihood 5");
    }

    TEST_CASE("findings sheet: a workbook whose parts are named with backslashes gets one too") {
        // As ZipFile of .NET Framework before 4.6.1 names them.
        std::string bytes = workbook_bytes("sheet Register\nA1: Risk");
        for (const std::string name : {"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels",
                                       "xl/worksheets/sheet1.xml", "xl/styles.xml"}) {
            std::string old_name = name;
            std::replace(old_name.begin(), old_name.end(), '/', '\\');
            for (std::size_t at = 0; (at = bytes.find(name, at)) != std::string::npos; at += name.size()) {
                if (bytes[at - 1] != '/' && bytes[at - 1] != '"') bytes.replace(at, name.size(), old_name);
            }
        }
        const auto workbook = open_workbook(bytes, "x.xlsx");
        CHECK(workbook->workbook_part() == "xl\\workbook.xml");
        const auto with =
            open_workbook(refreshed_bytes_with_findings(*workbook, report_with_one_finding()), "x.xlsx");
        CHECK(sheet_names(*with) == Names{"Register", "Findings"});
    }

    TEST_CASE("findings sheet: a workbook without styles of its own gets a plain one") {
        for (const char* styles :
             {"<styleSheet/>", "<styleSheet><fonts count=\"0\"/><cellXfs></cellXfs></styleSheet>"}) {
            CAPTURE(styles);
            Surroundings bare;
            bare.styles_xml = styles;
            const auto workbook = open_workbook(workbook_with_sheet(sheet_part("<row r=\"1\"/>"), bare), "x");
            const auto with =
                open_workbook(refreshed_bytes_with_findings(*workbook, report_with_one_finding()), "x");
            CHECK(sheet_names(*with).back() == "Findings");
            CHECK(text_at(*with, "F5") == "20 isn't 5 x 5");
        }
    }

    TEST_CASE("findings sheet: prefixes and namespaces of the workbook are kept to") {
        Surroundings strange;
        strange.workbook_xml =
            "<?xml version=\"1.0\"?><x:workbook "
            "xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
            "xmlns:q=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><x:sheets>"
            "<x:sheet name=\"Register\" sheetId=\"7\" q:id=\"rId1\"/></x:sheets></x:workbook>";
        const auto workbook = open_workbook(workbook_with_sheet(sheet_part("<row r=\"1\"/>"), strange), "x");
        const std::string bytes = refreshed_bytes_with_findings(*workbook, report_with_one_finding());
        CHECK(part_of(bytes, "xl/workbook.xml").find("<x:sheet name=\"Findings\" sheetId=\"8\" q:id=\"") !=
              std::string::npos);
        CHECK(sheet_names(*open_workbook(bytes, "x")) == Names{"Register", "Findings"});
    }
}

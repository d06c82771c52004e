// refreshed_bytes_test.cpp - what a refresh changes in the whole package, and what it never does.
#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "scorebook/error.hpp"
#include "scorebook/refresh.hpp"
#include "scorebook/workbook.hpp"
#include "support/refresh/sheet_text.hpp"
#include "support/workbook_text.hpp"

namespace scorebook {

using namespace test;

namespace {

Report report_of(std::vector<Change> changes) {
    Report report;
    report.changes = std::move(changes);
    return report;
}

const char* const two_sheets = R"(
    Register!A5 | Id | Impact | Likelihood | Score | RAG
    Register!A6 | CR1 | 5 | 5 | 20 | Amber
    Register!F6: =D6*2 -> 40
    fill E6 FFC000
    Notes!A1: keep me
)";

}  // namespace

TEST_SUITE("refresh") {
    TEST_CASE("refresh: no changes give the very same bytes") {
        const std::string bytes = workbook_bytes(two_sheets);
        const auto workbook = open_workbook(bytes, "register.xlsx");
        Report report;
        CHECK(refreshed_bytes(*workbook, report) == bytes);
        report.recalculate_on_open = true;
        CHECK(refreshed_bytes(*workbook, report) == bytes);
    }

    TEST_CASE("refresh: changes that are already there give the very same bytes") {
        const std::string bytes = workbook_bytes(two_sheets);
        const auto workbook = open_workbook(bytes, "register.xlsx");
        Report report =
            report_of({value_change("D6", 20.0), fill_change("E6", 0xFFC000), value_change("Z99", Blank{})});
        report.recalculate_on_open = true;
        CHECK(refreshed_bytes(*workbook, report) == bytes);
    }

    TEST_CASE(
        "refresh: a workbook that is given up gives the same bytes, and one that others hold survives") {
        const Report report = report_of({value_change("D6", 25.0), value_change("E6", "A much longer word"),
                                         fill_change("A6", 0x00B050), value_change("H9", "new row")});
        auto workbook = open_workbook(workbook_bytes(two_sheets), "register.xlsx");
        const std::string expected = refreshed_bytes(*workbook, report);
        const auto other = workbook;
        CHECK(refreshed_bytes(std::move(workbook), report) == expected);
        CHECK(other->value(0, parse_cell("D6").value()) == CellValue(20.0));

        auto last = open_workbook(workbook_bytes(two_sheets), "register.xlsx");
        CHECK(refreshed_bytes(std::move(last), report) == expected);
        auto unchanged = open_workbook(workbook_bytes(two_sheets), "register.xlsx");
        CHECK(refreshed_bytes(std::move(unchanged), {}) == workbook_bytes(two_sheets));
    }

    TEST_CASE("refresh: values, results and colours read back, and a second run changes nothing") {
        const auto workbook = open_workbook(workbook_bytes(two_sheets), "register.xlsx");
        Change rag = value_change("E6", "Red");
        rag.fill_after = 0xFF0000;
        const Report report =
            report_of({value_change("D6", 25.0), rag, cached_change("F6", 50.0), value_change("G6", true),
                       value_change("H6", CellError::not_available), value_change("I6", " a\n<b>&\"_x0041_ "),
                       fill_change("A6", 0x00B050)});
        const std::string once = refreshed_bytes(*workbook, report);
        const auto after = open_workbook(once, "register.xlsx");
        const std::size_t sheet = 0;
        const auto value = [&](const char* cell) { return after->value(sheet, parse_cell(cell).value()); };
        const auto fill = [&](const char* cell) {
            return after->style(*after->sheets()[sheet].cells.find(parse_cell(cell).value())).fill;
        };
        CHECK(value("D6") == CellValue(25.0));
        CHECK(value("E6") == CellValue("Red"));
        CHECK(value("F6") == CellValue(50.0));
        CHECK(value("G6") == CellValue(true));
        CHECK(value("H6") == CellValue(CellError::not_available));
        CHECK(value("I6") == CellValue(" a\n<b>&\"_x0041_ "));
        CHECK(fill("E6") == Rgb{0xFF0000});
        CHECK(fill("A6") == Rgb{0x00B050});
        CHECK(after->formula(sheet, {5, 5}) == "D6*2");
        CHECK(value("A6") == CellValue("CR1"));
        CHECK(refreshed_bytes(*after, report) == once);
    }

    TEST_CASE(
        "refresh: parts without a change are the same, the string table and the other sheet among them") {
        const std::string bytes = workbook_bytes(two_sheets);
        const auto workbook = open_workbook(bytes, "register.xlsx");
        const std::string after = refreshed_bytes(*workbook, report_of({value_change("E6", "Red")}));
        const Package old_package = Package::open(bytes);
        const Package new_package = Package::open(after);
        REQUIRE(new_package.part_names() == old_package.part_names());
        std::vector<std::string> changed;
        for (const std::string& part : old_package.part_names()) {
            if (new_package.read(part) != old_package.read(part)) changed.push_back(part);
        }
        CHECK(changed == std::vector<std::string>{"xl/worksheets/sheet1.xml"});
    }

    TEST_CASE(
        "refresh: Excel is asked to calculate on opening only when something could not be computed here") {
        const auto workbook = open_workbook(workbook_bytes(two_sheets), "register.xlsx");
        Report report = report_of({value_change("D6", 25.0)});
        CHECK(part_of(refreshed_bytes(*workbook, report), "xl/workbook.xml").find("fullCalcOnLoad") ==
              std::string::npos);
        report.recalculate_on_open = true;
        CHECK(part_of(refreshed_bytes(*workbook, report), "xl/workbook.xml")
                  .find("<calcPr fullCalcOnLoad=\"1\"/>") != std::string::npos);
    }

    TEST_CASE("refresh: a register too large to be opened twice is read back all the same") {
        std::string rows;
        const std::string words(1000, 'w');
        std::vector<Change> changes;
        const int row_count = 20'000;
        for (int row = 1; row <= row_count; ++row) {
            const std::string number = std::to_string(row);
            rows += "<row r=\"" + number + "\"><c r=\"A" + number + "\"><v>1</v></c><c r=\"B" + number +
                    "\" t=\"inlineStr\"><is><t>" + words + "</t></is></c></row>";
            changes.push_back(value_change("A" + number, static_cast<double>(row)));
        }
        const auto workbook = open_workbook(workbook_with_sheet(sheet_part(rows)), "register.xlsx");
        const std::string after = refreshed_bytes(*workbook, report_of(changes));
        const auto reopened = open_workbook(after, "register.xlsx");
        for (const std::uint32_t row_index : {0U, 9'999U, 19'999U}) {
            CHECK(reopened->value(0, CellRef{row_index, 0}) == CellValue(static_cast<double>(row_index + 1)));
            CHECK(reopened->value(0, CellRef{row_index, 1}) == CellValue(words));
        }
    }
}

}  // namespace scorebook

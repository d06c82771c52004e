// new_workbook_test.cpp - new workbooks are read again by the code that reads officers' files.
#include "report/new_workbook.hpp"

#include <doctest/doctest.h>

#include <string>

#include "package/package.hpp"
#include "scorebook/error.hpp"
#include "workbook/workbook_model.hpp"

namespace scorebook {

namespace {

std::string small_workbook() {
    NewWorkbook book({"Register", "May 2016", "Lancashire County Council", {2016, 5, 31}});
    lxw_worksheet* const sheet = book.add_sheet("Risks");
    worksheet_write_string(sheet, 0, 0, "CR1", nullptr);
    worksheet_write_number(sheet, 0, 1, 25, nullptr);
    return book.finish();
}

}  // namespace

TEST_SUITE("report") {
    TEST_CASE("new workbook: what is written is what an officer's workbook reader reads") {
        const auto workbook = open_workbook(small_workbook(), "new.xlsx");
        REQUIRE(workbook->sheets().size() == 1);
        CHECK(workbook->sheets()[0].name == "Risks");
        CHECK(workbook->value(0, {0, 0}) == CellValue(std::string("CR1")));
        CHECK(workbook->value(0, {0, 1}) == CellValue(25.0));
    }

    TEST_CASE("new workbook: the same calls give the same bytes, whatever the clock says") {
        CHECK(small_workbook() == small_workbook());
    }

    TEST_CASE("new workbook: title, organisation and day are properties, and nothing of this machine is") {
        const Package package = Package::open(small_workbook());
        const std::string core = package.read("docProps/core.xml");
        CHECK(core.find("<dc:title>Register</dc:title>") != std::string::npos);
        CHECK(core.find("<dc:subject>May 2016</dc:subject>") != std::string::npos);
        CHECK(core.find("<dc:creator>Lancashire County Council</dc:creator>") != std::string::npos);
        CHECK(core.find("2016-05-31T12:00:00Z</dcterms:created>") != std::string::npos);
        for (const std::string& part : package.part_names()) {
            CAPTURE(part);
            CHECK(package.read(part).find("/proc/") == std::string::npos);
        }
    }

    TEST_CASE("new workbook: a sheet name Excel refuses is an error, and so is one used twice") {
        NewWorkbook book({});
        book.add_sheet("Risks");
        CHECK_THROWS_AS(book.add_sheet("risks"), Error);
        CHECK_THROWS_AS(book.add_sheet("Risks/Opportunities"), Error);
    }
}

}  // namespace scorebook

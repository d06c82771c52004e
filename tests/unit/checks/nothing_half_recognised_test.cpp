// nothing_half_recognised_test.cpp - every sheet of every workbook is among the tables of the report, or
// among what wasn't checked with the reason; so is every table beside a recognised one.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "package/package.hpp"
#include "support/checks/register_text.hpp"

using namespace scorebook;
using namespace scorebook::test;

namespace {

/// The sheets about which the report says nothing.
std::vector<std::string> untold(const Workbook& workbook, const Report& report) {
    std::vector<std::string> names;
    for (const Sheet& sheet : workbook.sheets()) {
        const bool is_recognised = std::any_of(report.tables.begin(), report.tables.end(),
                                               [&](const auto& table) { return table.sheet == sheet.name; });
        const bool is_explained =
            std::any_of(report.not_checked.begin(), report.not_checked.end(), [&](const NotChecked& entry) {
                return entry.what == "sheet " + sheet.name && !entry.why.empty();
            });
        // The sheet of settings is read, and says nothing of its own.
        if (!is_recognised && !is_explained && sheet.name != "Scorebook") names.push_back(sheet.name);
        if (is_recognised && is_explained) names.push_back(sheet.name + ", told twice");
    }
    return names;
}

const std::string further = R"(
sheet Doodles
A1: Some thoughts
B7: 12
sheet Empty
sheet Old figures hidden
A1: Visits
B2: 3
sheet Scorebook
A1 | Threshold | 12
)";

/// The register's last sheet made a sheet of a chart.
std::shared_ptr<const Workbook> with_chart_sheet() {
    const Package package = Package::open(workbook_bytes(register_lines() + "sheet Trend of scores\n"));
    const std::string part = "xl/_rels/workbook.xml.rels", kind = "relationships/worksheet";
    std::string relationships = package.read(part);
    relationships.replace(relationships.rfind(kind), kind.size(), "relationships/chartsheet");
    return open_workbook(package.with_parts({{part, relationships}}), "register.xlsx");
}

std::string why(const Report& report, const std::string& what) {
    for (const NotChecked& entry : report.not_checked) {
        if (entry.what == what) return entry.why;
    }
    return {};
}

const std::string budget = R"(
sheet Budget
A3 | Ref | Service Area | Approved Budget | Outturn | Variance | Variance %
A4 | "3.1" | Adult services | 317.674 | 322.015 | 4.341 | 1.37
A5 | "3.2" | Children's services | 119.421 | 132.428 | 13.007 | 10.89
A6 |  | Total | 437.095 | 454.443 | 17.348 | 3.97
)";

}  // namespace

TEST_SUITE("checks") {
    TEST_CASE("nothing half recognised: every sheet of every sample is told of") {
        std::size_t count = 0;
        for (const auto& file :
             std::filesystem::directory_iterator(std::string(SCOREBOOK_SOURCE_DIR) + "/samples")) {
            if (file.path().extension() != ".xlsx") continue;
            CAPTURE(file.path().filename().string());
            std::ifstream stream(file.path(), std::ios::binary);
            const auto book =
                open_workbook(std::string(std::istreambuf_iterator<char>(stream), {}), "a.xlsx");
            const Report report = check(*book, templates(), {});
            CHECK_FALSE(report.template_name.empty());
            CHECK(untold(*book, report) == std::vector<std::string>{});
            ++count;
        }
        CHECK(count >= 14 * 3);
    }

    TEST_CASE(
        "nothing half recognised: unknown, empty and hidden sheets beside a register have their reason") {
        const auto book = register_with(further);
        const Report report = check(*book, templates(), {});
        CHECK(report.template_name == "risk-register");
        CHECK(untold(*book, report) == std::vector<std::string>{});
        CHECK(why(report, "sheet Empty") == "it is empty");
        CHECK(why(report, "sheet Doodles") == "no header row of a risk table");
        CHECK(findings_of(report, "S13") == std::vector<std::string>{"S13 info Old figures none"});
    }

    TEST_CASE("nothing half recognised: a sheet that is a chart says so") {
        const auto book = with_chart_sheet();
        const Report report = check(*book, templates(), {});
        CHECK(untold(*book, report) == std::vector<std::string>{});
        CHECK(why(report, "sheet Trend of scores") == "it is a chart or dialogue sheet");
    }

    TEST_CASE("nothing half recognised: a workbook of no kind tells each of its sheets") {
        const auto book = workbook_from(further);
        const Report report = check(*book, templates(), {});
        CHECK(report.template_name.empty());
        CHECK(untold(*book, report) == std::vector<std::string>{});
    }

    TEST_CASE("nothing half recognised: a table of no kind below or beside a recognised one is told of") {
        const Report below =
            check_lines(budget + "A9 | Street | Lamps | Poles\nA10 | North | 1 | 2\nA11 | South | 3 | 4");
        CHECK(faults(below) == std::vector<std::string>{});
        REQUIRE(below.tables.size() == 1);
        CHECK(to_a1(below.tables[0].range) == "A3:F5");
        CHECK(why(below, "cells A9:C11 of Budget") == "they are no table of a kind scorebook knows");
        const Report beside = check_lines(budget + "I2 | Street | Lamps\nI3 | North | 1\nI4 | South | 3");
        CHECK(why(beside, "cells I2:J4 of Budget") == "they are no table of a kind scorebook knows");
    }

    TEST_CASE("nothing half recognised: notes, signatures and totals are no tables") {
        const Report report =
            check_lines(budget +
                        "A9: * Forecast at month 6\nA11 | Prepared by | Finance\nA12 | Date | May "
                        "2016\nA13 | Version | Final");
        CHECK(std::none_of(report.not_checked.begin(), report.not_checked.end(),
                           [](const NotChecked& entry) { return entry.what.starts_with("cells "); }));
    }
}

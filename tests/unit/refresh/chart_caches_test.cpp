// chart_caches_test.cpp - the points charts keep follow the cells that change; nothing else in the part does.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "package/package.hpp"
#include "scorebook/recalculation.hpp"
#include "scorebook/refresh.hpp"
#include "support/refresh/sheet_text.hpp"
#include "support/workbook_text.hpp"

namespace scorebook {

using namespace test;

namespace {

constexpr const char* chart_part = "xl/charts/chart1.xml";

/// `lines` as a workbook that has this chart part too.
std::string with_chart(std::string_view lines, const std::string& chart) {
    const Package package = Package::open(workbook_bytes(lines));
    std::string types = package.read("[Content_Types].xml");
    types.insert(types.find("</Types>"),
                 "<Override PartName=\"/xl/charts/chart1.xml\" "
                 "ContentType=\"application/vnd.openxmlformats-officedocument.drawingml.chart+xml\"/>");
    return package.with_parts({{"[Content_Types].xml", types}, {chart_part, chart}});
}

std::string chart_xml(const std::string& series, const std::string& after = "") {
    return "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\">"
           "<c:chart><c:plotArea><c:ser>" +
           series + "</c:ser></c:plotArea>" + after + "</c:chart></c:chartSpace>";
}

std::string refreshed_chart(const std::string& bytes, std::vector<Change> changes) {
    const auto workbook = open_workbook(bytes, "chart.xlsx");
    Report report;
    report.changes = std::move(changes);
    return part_of(refreshed_bytes(*workbook, report), chart_part);
}

constexpr const char* register_lines = R"(
    Register!A1 | Service | Score
    Register!A2 | Adults | 20
    Register!A3 | Parks | 12
    Register!A4 | Waste | | 5
    Register!B5: =SUM(B2:B4) -> 32
)";

const std::string names =
    "<c:cat><c:strRef><c:f>Register!$A$2:$A$4</c:f><c:strCache><c:ptCount val=\"3\"/>"
    "<c:pt idx=\"0\"><c:v>Adults</c:v></c:pt><c:pt idx=\"1\"><c:v>Parks</c:v></c:pt>"
    "<c:pt idx=\"2\"><c:v>Waste</c:v></c:pt></c:strCache></c:strRef></c:cat>";

std::string scores(const std::string& points) {
    return "<c:val><c:numRef><c:f>Register!$B$2:$B$4</c:f><c:numCache><c:formatCode>General</c:formatCode>"
           "<c:ptCount val=\"3\"/>" +
           points + "</c:numCache></c:numRef></c:val>";
}

}  // namespace

TEST_SUITE("refresh") {
    TEST_CASE("charts: a point follows its cell, and every other byte of the part stays") {
        const std::string old_points =
            "<c:pt idx=\"0\" formatCode=\"0.0\"><c:v>20.0</c:v></c:pt>\n<c:pt idx=\"1\"><c:v>12</c:v></c:pt>";
        const std::string new_points =
            "<c:pt idx=\"0\" formatCode=\"0.0\"><c:v>20.0</c:v></c:pt>\n<c:pt idx=\"1\"><c:v>16</c:v></c:pt>";
        const std::string bytes = with_chart(register_lines, chart_xml(names + scores(old_points)));
        CHECK(refreshed_chart(bytes, {value_change("B3", 16.0)}) == chart_xml(names + scores(new_points)));
        CHECK(refreshed_chart(bytes, {value_change("A3", "Parks & paths")}).find("Parks &amp; paths</c:v>") !=
              std::string::npos);
        CHECK(refreshed_chart(bytes, {value_change("C4", 1.0)}) == chart_xml(names + scores(old_points)));
    }

    TEST_CASE("charts: a second refresh changes no byte") {
        const std::string bytes =
            with_chart(register_lines, chart_xml(scores("<c:pt idx=\"0\"><c:v>20</c:v></c:pt>")));
        Report report;
        report.changes = {value_change("B3", 16.0)};
        const std::string once = refreshed_bytes(*open_workbook(bytes, "chart.xlsx"), report);
        CHECK(once != bytes);
        CHECK(refreshed_bytes(*open_workbook(once, "chart.xlsx"), report) == once);
    }

    TEST_CASE("charts: cells that become filled or blank gain or lose their point") {
        const std::string bytes = with_chart(
            register_lines,
            chart_xml(scores("<c:pt idx=\"0\"><c:v>20</c:v></c:pt><c:pt idx=\"1\"><c:v>12</c:v></c:pt>")));
        CHECK(refreshed_chart(bytes, {value_change("B2", Blank{}), value_change("B4", 9.5)}) ==
              chart_xml(scores("<c:pt idx=\"1\"><c:v>12</c:v></c:pt><c:pt idx=\"2\"><c:v>9.5</c:v></c:pt>")));
        CHECK(
            refreshed_chart(bytes, {value_change("B3", CellError::not_available)}) ==
            chart_xml(scores("<c:pt idx=\"0\"><c:v>20</c:v></c:pt><c:pt idx=\"1\"><c:v>#N/A</c:v></c:pt>")));
    }

    TEST_CASE("charts: hidden rows have no point when the count leaves them out") {
        const std::string visible =
            "<c:val><c:numRef><c:f>Register!$B$2:$B$4</c:f><c:numCache><c:ptCount val=\"2\"/>"
            "<c:pt idx=\"0\"><c:v>20</c:v></c:pt><c:pt idx=\"1\"><c:v>7</c:v></c:pt>"
            "</c:numCache></c:numRef></c:val>";
        const std::string only = "<c:plotVisOnly val=\"1\"/>";
        const std::string bytes =
            with_chart(std::string(register_lines) + "\nhidden row 3\nB4: 7", chart_xml(visible, only));
        std::string expected = chart_xml(visible, only);
        expected.replace(expected.find(">7<"), 3, ">8<");
        CHECK(refreshed_chart(bytes, {value_change("B4", 8.0)}) == expected);
    }

    TEST_CASE("charts: a label made of numbers is kept as the cell shows it") {
        const std::string bytes =
            with_chart("Register!A2: 42370\ndate A2\nA3: 1",
                       chart_xml("<c:cat><c:strRef><c:f>Register!A2</c:f><c:strCache>"
                                 "<c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>x</c:v></c:pt>"
                                 "</c:strCache></c:strRef></c:cat>"));
        const std::string chart = refreshed_chart(bytes, {value_change("A2", 42461.0)});
        CHECK(chart.find("42461") == std::string::npos);
        CHECK(chart.find("2016") != std::string::npos);
    }

    TEST_CASE("charts: levels of labels follow their columns") {
        const auto labels = [](const std::string& group) {
            return "<c:cat><c:multiLvlStrRef><c:f>Register!$A$2:$B$3</c:f><c:multiLvlStrCache>"
                   "<c:ptCount val=\"2\"/><c:lvl><c:pt idx=\"0\"><c:v>Q1</c:v></c:pt>"
                   "<c:pt idx=\"1\"><c:v>Q2</c:v></c:pt></c:lvl><c:lvl><c:pt idx=\"0\"><c:v>" +
                   group + "</c:v></c:pt></c:lvl></c:multiLvlStrCache></c:multiLvlStrRef></c:cat>";
        };
        const std::string bytes = with_chart("Register!A2 | 2015 | Q1\nA3 | | Q2", chart_xml(labels("2015")));
        CHECK(refreshed_chart(bytes, {value_change("A2", "2016")}) == chart_xml(labels("2016")));
    }

    TEST_CASE("charts: series named by a defined name, and ones that can't be resolved") {
        const std::string by_name =
            "<c:val><c:numRef><c:f>[0]!Scores</c:f><c:numCache><c:ptCount val=\"2\"/>"
            "<c:pt idx=\"0\"><c:v>20</c:v></c:pt><c:pt idx=\"1\"><c:v>12</c:v></c:pt>"
            "</c:numCache></c:numRef></c:val>";
        const std::string lost =
            "<c:val><c:numRef><c:f>[3]Budget!$A$1</c:f><c:numCache><c:ptCount val=\"1\"/>"
            "<c:pt idx=\"0\"><c:v>1</c:v></c:pt></c:numCache></c:numRef></c:val>";
        const std::string bytes =
            with_chart(std::string(register_lines) + "\nname Scores = OFFSET(Register!$B$2,0,0,2,1)",
                       chart_xml(by_name + lost));
        std::string expected = chart_xml(by_name + lost);
        expected.replace(expected.find(">12<"), 4, ">15<");
        CHECK(refreshed_chart(bytes, {value_change("B3", 15.0)}) == expected);
    }

    TEST_CASE("charts: recalculating a real workbook gives its chart the new points") {
        const char* shared = std::getenv("SCOREBOOK_SHARED");
        const std::filesystem::path path =
            std::filesystem::path(shared ? shared : SCOREBOOK_SOURCE_DIR "/../shared") /
            "corpus/files/apache/poi/test-data/spreadsheet/WithChart.xlsx";
        std::ifstream file(path, std::ios::binary);
        if (!file) {
            MESSAGE("the corpus of real workbooks is not here");
            return;
        }
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        const auto workbook = open_workbook(bytes, "WithChart.xlsx");
        const std::string old = part_of(bytes, chart_part);
        // Of the first series' first number, whichever sheet it is on.
        const std::size_t values = old.find("<c:val>");
        REQUIRE(values != std::string::npos);
        const std::size_t f = old.find("<c:f>", values) + 5;
        const std::string reference = old.substr(f, old.find('<', f) - f);
        const std::string sheet = reference.substr(0, reference.find('!'));
        const auto area = parse_range(reference.substr(reference.find('!') + 1));
        REQUIRE(area.has_value());
        Change change;
        change.sheet = sheet;
        change.cell = area->first;
        change.after = 987.25;
        const std::string chart = refreshed_chart(bytes, {change});
        const std::size_t v = old.find("<c:v>", f) + 5;
        std::string expected = old;
        expected.replace(v, old.find('<', v) - v, "987.25");
        // The same cell may stand in more than one cache; the first one is what is looked at.
        CHECK(chart.substr(0, v + 6) == expected.substr(0, v + 6));
        CHECK(chart.size() - old.size() < 200);
    }
}

}  // namespace scorebook

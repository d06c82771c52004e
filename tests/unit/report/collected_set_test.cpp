// collected_set_test.cpp - the collected workbook read back: every value in its row, texts once, the same
// bytes each time.
#include <doctest/doctest.h>

#include <algorithm>

#include "scorebook/collected_set.hpp"
#include "workbook/workbook_model.hpp"

using namespace scorebook;

namespace {

ReturnRecord record_named(const char* file) {
    ReturnRecord record;
    record.file = file;
    CollectedReturn& collected = record.collected;
    collected.kind = "risk-register";
    collected.title = "Risk register";
    collected.period = "May 2016";
    collected.until = CalendarDate{2016, 5, 31};
    collected.bands = {{"Red", 12, 25, 0xC00000, 0xFFFFFF}};
    collected.headings = {"Ref", "Score"};
    CollectedEntry entry;
    entry.table = "Risks";
    entry.section = "Adult Care";
    entry.sheet = "Register & more";
    entry.record = "CR1";
    entry.rag = "Red";
    entry.has_score = true;
    entry.impact = 5;
    entry.likelihood = 4;
    entry.points = {{1, 20}};
    collected.entries = {entry};
    collected.values = {{0, 0, {5, 0}, " CR1", {}, "", ""},
                        {0, 1, {5, 7}, "20", 20.0, "", ""},
                        {0, 1, {5, 8}, "TBC", {}, "percent", "not available"}};
    return record;
}

std::vector<std::string> row_of(const Workbook& workbook, std::uint32_t row) {
    std::vector<std::string> cells;
    for (std::uint32_t column = 0; column != 13; ++column)
        cells.push_back(to_text(workbook.value(5, {row, column})));
    return cells;
}

using Row = std::vector<std::string>;

}  // namespace

TEST_SUITE("report") {
    TEST_CASE("collected set: every value has its row, with file, sheet and cell") {
        CollectedSet set;
        set.add(record_named("a.xlsx"));
        set.add(record_named("b.xlsx"));
        const auto workbook = open_workbook(set.workbook(), "set.xlsx");
        REQUIRE(workbook->sheets().size() == 6);
        CHECK(workbook->sheets()[5].name == "Values");
        CHECK(row_of(*workbook, 0) == Row{"File", "Period", "Table", "Section", "Record", "Heading", "Value",
                                          "Number", "Unit", "State", "Sheet", "Cell", "Publication"});
        CHECK(row_of(*workbook, 1) == Row{"a.xlsx", "May 2016", "Risks", "Adult Care", "CR1", "Ref", " CR1",
                                          "", "", "", "Register & more", "A6", ""});
        CHECK(row_of(*workbook, 2) == Row{"a.xlsx", "May 2016", "Risks", "Adult Care", "CR1", "Score", "20",
                                          "20", "", "", "Register & more", "H6", ""});
        CHECK(row_of(*workbook, 6) == Row{"b.xlsx", "May 2016", "Risks", "Adult Care", "CR1", "Score", "TBC",
                                          "", "percent", "not available", "Register & more", "I6", ""});
        CHECK(workbook->value(5, {2, 7}) == CellValue(20.0));
        CHECK(workbook->sheets()[5].cells.rows.size() == 7);
        CHECK(workbook->sheets()[1].name == "Heat map");
        CHECK(to_text(workbook->value(1, {3, 4})) == "20\nCR1 [1], CR1 [2]");
    }

    TEST_CASE("collected set: the same returns give the same bytes") {
        CollectedSet one, two;
        one.add(record_named("a.xlsx"));
        two.add(record_named("a.xlsx"));
        CHECK(one.workbook() == two.workbook());
    }

    TEST_CASE(
        "collected set: a title too long for the dashboard ends in dots there, and is whole on its list") {
        ReturnRecord record = record_named("a.xlsx");
        const std::string title = "Failure to recruit and retain experienced social work staff in every team";
        record.collected.entries[0].title = title;
        CollectedSet set;
        set.add(record);
        const auto workbook = open_workbook(set.workbook(), "set.xlsx");
        const auto texts_of = [&](const char* sheet_name) {
            std::vector<std::string> texts;
            const auto sheet = workbook->find_sheet(sheet_name);
            REQUIRE(sheet);
            for (std::uint32_t row = 0; row != 60; ++row) {
                for (std::uint32_t column = 0; column != 8; ++column)
                    texts.push_back(to_text(workbook->value(*sheet, {row, column})));
            }
            return texts;
        };
        const auto dashboard = texts_of("Dashboard"), exceptions = texts_of("Exceptions");
        const auto is_cut = [](const std::string& text) {
            return text.starts_with("Failure to recruit") && text.ends_with("...");
        };
        CHECK(std::count_if(dashboard.begin(), dashboard.end(), is_cut) == 1);
        CHECK(std::count(exceptions.begin(), exceptions.end(), title) == 1);
    }

    TEST_CASE("tidy rows: CSV and JSON Lines have a line a value") {
        const ReturnRecord record = record_named("=a.xlsx");
        CHECK(collected_csv_rows(record) ==
              "'=a.xlsx,risk-register,May 2016,Risks,Adult Care,CR1,Ref, CR1,,,,Register & more,A6,\n"
              "'=a.xlsx,risk-register,May 2016,Risks,Adult Care,CR1,Score,20,20,,,Register & more,H6,\n"
              "'=a.xlsx,risk-register,May 2016,Risks,Adult Care,CR1,Score,TBC,,percent,not "
              "available,Register & "
              "more,I6,\n");
        const std::string json = collected_json_rows(record);
        CHECK(
            json.substr(0, json.find('\n')) ==
            R"({"file":"=a.xlsx","kind":"risk-register","period":"May 2016","table":"Risks","section":"Adult Care","record":"CR1",)"
            R"("heading":"Ref","value":" CR1","sheet":"Register & more","cell":"A6"})");
    }

    TEST_CASE("tidy rows: an exempt or hidden entry says so in every line") {
        ReturnRecord record = record_named("a.xlsx");
        record.collected.entries[0].publication = "exempt";
        CHECK(collected_csv_rows(record).find("& more,A6,exempt\n") != std::string::npos);
        CHECK(collected_json_rows(record).find(R"("cell":"A6","publication":"exempt"})") !=
              std::string::npos);
    }

    TEST_CASE("tidy rows: JSON stays JSON whatever a cell holds") {
        ReturnRecord record = record_named("a.xlsx");
        record.collected.values.resize(1);
        record.collected.values[0].text = "a\"b\\c\nd\te\x01 \xC3\xA9 \xC3";
        const std::string json = collected_json_rows(record);
        CHECK(json.find(R"("value":"a\"b\\c\nd\u0009e\u0001 )"
                        "\xC3\xA9 \xEF\xBF\xBD\"") != std::string::npos);
    }
}

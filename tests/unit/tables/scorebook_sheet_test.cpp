// scorebook_sheet_test.cpp - the officer's overrides: how the sheet is read and what it does to a template.
#include "tables/scorebook_sheet.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "support/workbook_text.hpp"

using namespace scorebook;

namespace {

ScorebookSheet read(const std::string& lines) {
    return read_scorebook_sheet(*test::workbook_from(lines));
}

WorkbookTemplate small_kind() {
    WorkbookTemplate kind;
    kind.title = "Register";
    kind.settings = {{"Threshold", 12, "Kept", std::nullopt},
                     {"Threshold", 10, "", CalendarDate{2017, 4, 1}},
                     {"Days", 5, "", std::nullopt}};
    kind.band_sets = {
        {std::nullopt,
         {{"Green", 1, 4, 0x00B050, 0, "", {"G"}}, {"Red", 5, 25, 0xC00000, 0xFFFFFF, "", {}}}}};
    TableSpec table;
    ColumnSpec score;
    score.id = "score";
    score.header = "Risk Score";
    score.synonyms = {"Score", "Heat"};
    ColumnSpec residual;
    residual.id = "residual_score";
    residual.header = "Residual Score";
    residual.synonyms = {"Net Score"};
    table.columns = {score, residual};
    kind.tables = {table};
    return kind;
}

}  // namespace

TEST_SUITE("tables") {
    TEST_CASE("scorebook sheet: a workbook without one overrides nothing") {
        const ScorebookSheet sheet = read("Register!A1: Risk");
        CHECK_FALSE(sheet.sheet_index.has_value());
        CHECK(sheet.settings.empty());
        CHECK(sheet.unread.empty());
    }

    TEST_CASE(
        "scorebook sheet: keys, bands, columns and acceptances are read, whatever the case and the blank "
        "rows") {
        const ScorebookSheet sheet = read(R"(
            Register!A1: Risk
            sheet SCOREBOOK
            A1: Scorebook settings
            A3 | TEMPLATE: | risk-register
            A4 | Period | Q1 2016/17 | an extra column
            A5 | Previous  workbook | March 2016.xlsx
            A7 | threshold | 10
            A8 | Stale days | "45"
            A10 | bands | From | To | Colour
            A11 | Low | 1 | 9 | #00ff00
            A13 | High | 10 | 25 |
            fill A13 C00000
            A15 | Columns | Means
            A16 | Heat | Residual Score
            A18 | Accepted findings | Record | Reason | Name | Until
            A19 | g02 | CR4 | Rescored in July | J Smith | 31/03/2017
            A20 | S12 | | Numbers are never used again | A Jones
        )");
        CHECK(sheet.sheet_index == 1);
        CHECK(sheet.template_name == "risk-register");
        CHECK(sheet.period == "Q1 2016/17");
        CHECK(sheet.previous == "March 2016.xlsx");
        CHECK(sheet.settings == std::map<std::string, double>{{"threshold", 10}, {"Stale_days", 45}});
        REQUIRE(sheet.bands.size() == 2);
        CHECK(sheet.bands[0].word == "Low");
        CHECK(sheet.bands[0].to == 9);
        CHECK(sheet.bands[0].fill == 0x00FF00);
        CHECK(sheet.bands[0].text == 0x000000);
        CHECK(sheet.bands[1].fill == 0xC00000);
        CHECK(sheet.bands[1].text == 0xFFFFFF);
        CHECK(sheet.column_meanings == std::map<std::string, std::string>{{"Heat", "Residual Score"}});
        REQUIRE(sheet.accepted.size() == 2);
        CHECK(sheet.accepted[0].rule == "G02");
        CHECK(sheet.accepted[0].record == "CR4");
        CHECK(sheet.accepted[0].reason == "Rescored in July");
        CHECK(sheet.accepted[0].name == "J Smith");
        CHECK(sheet.accepted[0].until == CalendarDate{2017, 3, 31});
        CHECK(to_a1(sheet.accepted[0].cell) == "A19");
        CHECK(sheet.accepted[1].record.empty());
        CHECK_FALSE(sheet.accepted[1].until.has_value());
        CHECK(sheet.unread.empty());
    }

    TEST_CASE("scorebook sheet: a date cell is a period or an expiry day") {
        const ScorebookSheet sheet = read(R"(
            sheet Scorebook
            A1 | As at | 42460
            date B1
            A3: Accepted
            A4 | G02 | CR4 | Agreed | J Smith | 42825
            date E4
        )");
        CHECK(sheet.period == "31 March 2016");
        REQUIRE(sheet.accepted.size() == 1);
        CHECK(sheet.accepted[0].until == CalendarDate{2017, 3, 31});
    }

    TEST_CASE("scorebook sheet: what can't be understood is kept with its cell and the reason") {
        struct Case {
            const char* lines;
            const char* place;
            const char* reason;
        };
        const Case cases[] = {
            {"A1 | Threshold | twelve", "B1",
             "\"twelve\" is not a number, and Threshold is no word this sheet knows"},
            {"B2: 12", "B2", "there is nothing in column A to say what this is"},
            {"A1: Bands\nA2 | Green | 1", "B2",
             "the band Green needs a first and a last score in columns B and C"},
            {"A1: Bands\nA2 | Green | 5 | 1", "B2",
             "the band Green needs a first and a last score in columns B and C"},
            {"A1: Bands\nA2 | Green | 1 | 5\nA3 | Red | 5 | 9", "B3", "the band Red overlaps the band Green"},
            {"A1: Bands\nA2 | Green | 1 | 5 | mint", "D2", "\"mint\" is not a colour such as FFC000"},
            {"A1: Columns\nA2: Heat", "B2", "column B has to say which column \"Heat\" is"},
            {"A1: Accepted\nA2 | all | CR1 | Fine | J Smith", "A2", "\"all\" is no rule such as G02"},
            {"A1: Accepted\nA2 | G02 | CR1 | Fine", "A2",
             "an accepted finding needs a reason in column C and a name in column D"},
            {"A1: Accepted\nA2 | G02 | CR1 | Fine | J Smith | soon", "E2",
             "\"soon\" is not a date such as 31 March 2017"},
        };
        for (const Case& c : cases) {
            CAPTURE(c.lines);
            const ScorebookSheet sheet = read(std::string("sheet Scorebook\n") + c.lines);
            REQUIRE(sheet.unread.size() == 1);
            CHECK(to_a1(sheet.unread[0].first) == c.place);
            CHECK(sheet.unread[0].second == c.reason);
            CHECK(sheet.accepted.empty());
        }
    }

    TEST_CASE("overrides: a setting takes over for every date, and the others stay") {
        ScorebookSheet sheet;
        sheet.settings = {{"THRESHOLD", 8}, {"Unknown", 1}};
        const WorkbookTemplate changed = with_overrides(small_kind(), sheet);
        CHECK(changed.setting_on("Threshold", {2016, 1, 1})->value == 8);
        CHECK(changed.setting_on("Threshold", {2018, 1, 1})->value == 8);
        CHECK(changed.find_setting("Days")->value == 5);
        CHECK_FALSE(changed.find_setting("Unknown"));
    }

    TEST_CASE("overrides: bands replace the template's and keep the colours of its words") {
        ScorebookSheet sheet;
        sheet.bands = {{"green", 1, 9, 0, 0, "", {}}, {"Purple", 10, 25, 0, 0, "", {}}};
        const WorkbookTemplate changed = with_overrides(small_kind(), sheet);
        REQUIRE(changed.band_sets.size() == 1);
        const std::vector<Band>& bands = changed.band_sets[0].bands;
        REQUIRE(bands.size() == 2);
        CHECK(bands[0].fill == 0x00B050);
        CHECK(bands[0].synonyms == std::vector<std::string>{"G"});
        CHECK(bands[1].fill == 0xFFFFFF);
        CHECK(bands[1].text == 0x000000);
        CHECK(find_band(changed.band_sets[0], 9)->word == "green");
    }

    TEST_CASE("overrides: a header means the column the officer names, and no other") {
        ScorebookSheet sheet;
        sheet.column_meanings = {
            {"heat", "residual score"}, {"Nett", "residual_score"}, {"X", "No such column"}};
        const WorkbookTemplate changed = with_overrides(small_kind(), sheet);
        CHECK(changed.tables[0].columns[0].synonyms == std::vector<std::string>{"Score"});
        CHECK(changed.tables[0].columns[1].synonyms == std::vector<std::string>{"heat", "Nett", "Net Score"});
    }

    TEST_CASE("overrides: settings and columns the template doesn't have are named") {
        const ScorebookSheet sheet = read(
            "sheet Scorebook\nA1 | Threshold | 10\nA2 | Treshold | 10\nA3: Columns\n"
            "A4 | Heat | Net score\nA5 | Heat 2 | Temperature");
        const auto unknown = unknown_overrides(small_kind(), sheet);
        REQUIRE(unknown.size() == 2);
        CHECK(to_a1(unknown[0].first) == "A2");
        CHECK(unknown[0].second == "\"Treshold\" is no setting of a Register");
        CHECK(to_a1(unknown[1].first) == "A5");
        CHECK(unknown[1].second == "\"Temperature\" is no column of a Register");
    }
}

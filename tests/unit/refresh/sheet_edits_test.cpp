// sheet_edits_test.cpp - the exact bytes of a sheet after changes.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "scorebook/error.hpp"
#include "scorebook/refresh.hpp"
#include "scorebook/workbook.hpp"
#include "support/refresh/sheet_text.hpp"

namespace scorebook {

using namespace test;

namespace {

std::string refreshed_sheet(const std::string& sheet_xml, std::vector<Change> changes) {
    const auto workbook = open_workbook(workbook_with_sheet(sheet_xml), "register.xlsx");
    Report report;
    report.changes = std::move(changes);
    return part_of(refreshed_bytes(*workbook, report), "xl/worksheets/sheet1.xml");
}

const std::string text_cell = "t=\"inlineStr\"><is><t>Red</t></is></c>";

}  // namespace

TEST_SUITE("refresh") {
    TEST_CASE(
        "sheet edits: only the cells that change are rewritten, new ones stand where the schema wants them") {
        struct Case {
            std::string name;
            std::string before;
            std::vector<Change> changes;
            std::string after;
        };
        const std::vector<Case> cases = {
            {"a number in place of a number",
             R"(<row r="6" spans="1:8" x="y"><c r="H6" s="1"><v>20</v></c></row>)",
             {value_change("H6", 25.0)},
             R"(<row r="6" spans="1:8" x="y"><c r="H6" s="1"><v>25</v></c></row>)"},
            {"the stored result of a formula; the formula stays",
             R"(<row r="6"><c r="H6"><f>F6*G6</f><v>20</v></c><c r="I6"><v>1</v></c></row>)",
             {cached_change("H6", 25.0)},
             R"(<row r="6"><c r="H6"><f>F6*G6</f><v>25</v></c><c r="I6"><v>1</v></c></row>)"},
            {"the anchor of a shared formula stays its anchor",
             R"(<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>1</v></c></row>)",
             {cached_change("A1", 2.0)},
             R"(<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1</f><v>2</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>1</v></c></row>)"},
            {"a new cell between two",
             R"(<row r="6"><c r="A6"><v>1</v></c><c r="H6"><v>2</v></c></row>)",
             {value_change("C6", "Red")},
             R"(<row r="6"><c r="A6"><v>1</v></c><c r="C6" )" + text_cell +
                 R"(<c r="H6"><v>2</v></c></row>)"},
            {"two new cells and a changed one at the same place",
             R"(<row r="6"><c r="H6"><v>2</v></c></row>)",
             {value_change("H6", 3.0), value_change("B6", 1.0), value_change("C6", 2.0)},
             R"(<row r="6"><c r="B6"><v>1</v></c><c r="C6"><v>2</v></c><c r="H6"><v>3</v></c></row>)"},
            {"a new cell after the last",
             R"(<row r="6"><c r="A6"><v>1</v></c> </row>)",
             {value_change("B6", 2.0)},
             R"(<row r="6"><c r="A6"><v>1</v></c> <c r="B6"><v>2</v></c></row>)"},
            {"a new cell in a row without any",
             R"(<row r="6" ht="15"/>)",
             {value_change("B6", 2.0)},
             R"(<row r="6" ht="15"><c r="B6"><v>2</v></c></row>)"},
            {"a new row between two",
             R"(<row r="1"/><row r="9"/>)",
             {value_change("B6", 2.0)},
             R"(<row r="1"/><row r="6"><c r="B6"><v>2</v></c></row><row r="9"/>)"},
            {"new rows after the last",
             R"(<row r="1"/>)",
             {value_change("A3", 3.0), value_change("A2", 2.0)},
             R"(<row r="1"/><row r="2"><c r="A2"><v>2</v></c></row><row r="3"><c r="A3"><v>3</v></c></row>)"},
            {"a new cell takes the style its row has for new cells",
             R"(<row r="6" s="1" customFormat="1"/>)",
             {value_change("B6", 2.0)},
             R"(<row r="6" s="1" customFormat="1"><c r="B6" s="1"><v>2</v></c></row>)"},
            {"a row's style that isn't for new cells",
             R"(<row r="6" s="1"/>)",
             {value_change("B6", 2.0)},
             R"(<row r="6" s="1"><c r="B6"><v>2</v></c></row>)"},
            {"cells and rows that have no references of their own",
             R"(<row><c><v>1</v></c><c><v>2</v></c></row>)",
             {value_change("B1", 5.0), value_change("C1", 7.0)},
             R"(<row><c><v>1</v></c><c><v>5</v></c><c r="C1"><v>7</v></c></row>)"},
            {"a value the cell holds already",
             R"(<row r="6"><c r="H6"><v>20</v></c></row>)",
             {value_change("H6", 20.0)},
             R"(<row r="6"><c r="H6"><v>20</v></c></row>)"},
            {"a blank for a cell that isn't there",
             R"(<row r="6"/>)",
             {value_change("H6", Blank{})},
             R"(<row r="6"/>)"},
            {"a colour that another style has already",
             R"(<row r="6"><c r="H6"><v>20</v></c></row>)",
             {fill_change("H6", 0xFFFF00)},
             R"(<row r="6"><c r="H6" s="2"><v>20</v></c></row>)"},
            {"a word and a colour from two changes",
             R"(<row r="6"><c r="H6"><v>20</v></c></row>)",
             {fill_change("H6", 0xFFFF00), value_change("H6", 25.0)},
             R"(<row r="6"><c r="H6" s="2"><v>25</v></c></row>)"},
            {"a colour for a cell that isn't there",
             R"(<row r="6"/>)",
             {fill_change("H6", 0xFFFF00)},
             R"(<row r="6"><c r="H6" s="2"/></row>)"},
            {"an attribute with > in it",
             R"(<row r="6" note="a>b"/>)",
             {value_change("B6", 2.0)},
             R"(<row r="6" note="a>b"><c r="B6"><v>2</v></c></row>)"},
        };
        for (const Case& c : cases) {
            CAPTURE(c.name);
            CHECK(refreshed_sheet(sheet_part(c.before), c.changes) == sheet_part(c.after));
        }
    }

    TEST_CASE("sheet edits: a new cell takes its column's style") {
        const std::string cols =
            R"(<cols><col min="1" max="3" style="1"/><col min="4" max="4" width="9"/></cols>)";
        CHECK(refreshed_sheet(sheet_part("", cols), {value_change("C1", 2.0), value_change("D1", 3.0)}) ==
              sheet_part(R"(<row r="1"><c r="C1" s="1"><v>2</v></c><c r="D1"><v>3</v></c></row>)", cols));
    }

    TEST_CASE("sheet edits: an empty <sheetData/> is opened") {
        const std::string before =
            R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>)";
        const std::string after =
            R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="2"><c r="A2"><v>1</v></c></row></sheetData></worksheet>)";
        CHECK(refreshed_sheet(before, {value_change("A2", 1.0)}) == after);
    }

    TEST_CASE("sheet edits: a sheet's namespace prefix is used for what is new") {
        const std::string start =
            R"(<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>)";
        const std::string end = "</x:sheetData></x:worksheet>";
        CHECK(
            refreshed_sheet(
                start + R"(<x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row><x:row r="2"/>)" + end,
                {value_change("A1", 2.0), value_change("A2", 3.0), value_change("A3", 4.0)}) ==
            start +
                R"(<x:row r="1"><x:c r="A1"><x:v>2</x:v></x:c></x:row><x:row r="2"><x:c r="A2"><x:v>3</x:v></x:c></x:row><x:row r="3"><x:c r="A3"><x:v>4</x:v></x:c></x:row>)" +
                end);
    }

    TEST_CASE("sheet edits: a cell inside an array formula keeps its owner, but may get a new result") {
        const std::string rows =
            R"(<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>)";
        CHECK(
            refreshed_sheet(sheet_part(rows), {cached_change("A2", 7.0)}).find(R"(<c r="A2"><v>7</v></c>)") !=
            std::string::npos);
        try {
            refreshed_sheet(sheet_part(rows), {value_change("A2", 7.0)});
            FAIL("written");
        } catch (const Error& error) {
            CHECK(error.code() == ErrorCode::damaged_workbook);
            CHECK(std::string(error.what()) ==
                  "Register!A2: this cell is part of the array formula in A1:A2, so it can't be changed on "
                  "its own");
        }
    }
}

}  // namespace scorebook

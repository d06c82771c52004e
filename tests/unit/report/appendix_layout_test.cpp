// appendix_layout_test.cpp - what an appendix consists of, before it has a format.
#include "report/appendix_layout.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "checks/subject.hpp"
#include "report/sheet_naming.hpp"
#include "report/sheet_plan.hpp"
#include "report/text_measure.hpp"
#include "scorebook/template_set.hpp"
#include "support/workbook_text.hpp"

namespace scorebook {

namespace {

AppendixLayout layout_of(const std::string& lines, AppendixProfile profile) {
    const auto workbook = test::workbook_from(lines);
    const Subject subject = recognise(*workbook, TemplateSet::built_in(), nullptr);
    REQUIRE(subject.kind);
    const CalendarDate day = subject.period ? subject.period->last : CalendarDate{2016, 6, 30};
    const CheckContext context{subject, nullptr, nullptr, {}, day, day, subject.kind->bands_on(day)};
    return make_appendix_layout(context, profile, nullptr, {});
}

const LayoutPage& page_of(const AppendixLayout& made, LayoutPage::Kind kind) {
    const auto page = std::find_if(made.layout.pages.begin(), made.layout.pages.end(),
                                   [&](const LayoutPage& each) { return each.kind == kind; });
    REQUIRE(page != made.layout.pages.end());
    return *page;
}

std::vector<std::string> headers(const LayoutTable& table) {
    std::vector<std::string> names;
    for (const LayoutColumn& column : table.columns) names.push_back(column.header);
    return names;
}

std::vector<std::string> texts(const LayoutRow& row) {
    std::vector<std::string> cells;
    for (const LayoutCell& cell : row.cells) cells.push_back(flat_text(cell));
    return cells;
}

const std::string two_risks = R"(
    Register!A1: Corporate Risk Register May 2016
    A3 | Ref | Risk Description | Risk Score | Residual Score | Direction of Travel
    A4 | CR1 | Fire | 25 | 16 | ↑ Upwards
    A5 | CR2 | Flood | 16 | 12 | Level
)";

const std::string plan = R"(
    Plan!A1: Improvement plan December 2014
    A3 | No. | Action | Timescale | Status | Lead
    A4: 1. Our approach
    A5 | 1.1 | Lead | March 2015 | G | Head of Procurement
    A6: 2. Our people
    A7 | 2.1 | Train | March 2015 | Amber | Head of Procurement
)";

}  // namespace

TEST_SUITE("report") {
    TEST_CASE("layout: a committee reads the band beside each score, the public in a column of its own") {
        const AppendixLayout committee = layout_of(two_risks, AppendixProfile::committee);
        const LayoutTable& table = page_of(committee, LayoutPage::Kind::table).tables.front();
        CHECK(texts(table.rows[0]) == std::vector<std::string>{"CR1", "Fire", "25 Red", "16 Red", "Upwards"});
        REQUIRE(table.rows[0].cells[2].band);
        CHECK(table.rows[0].cells[2].number == 25);
        const AppendixLayout published = layout_of(two_risks, AppendixProfile::published);
        const LayoutTable& open = page_of(published, LayoutPage::Kind::table).tables.front();
        CHECK(headers(open) == std::vector<std::string>{"Ref", "Risk Description", "Risk Score",
                                                        "Risk Score RAG", "Residual Score",
                                                        "Residual Score RAG", "Direction of Travel"});
        CHECK(texts(open.rows[1]) ==
              std::vector<std::string>{"CR2", "Flood", "16", "Red", "12", "Red", "Level"});
        for (const LayoutCell& cell : open.rows[0].cells) CHECK_FALSE(cell.band);
    }

    TEST_CASE("layout: cover, contents and key come with a published copy, filters with a working one") {
        const AppendixLayout published = layout_of(two_risks, AppendixProfile::published);
        std::vector<std::string> names;
        for (const LayoutPage& page : published.layout.pages) names.push_back(page.sheet_name);
        CHECK(names == std::vector<std::string>{"Cover", "Contents", "Risks", "Heat map risks", "Key"});
        CHECK(published.layout.title == "Corporate Risk Register May 2016");
        const AppendixLayout working = layout_of(two_risks, AppendixProfile::working);
        CHECK(working.layout.has_filters);
        CHECK(working.layout.pages.front().kind == LayoutPage::Kind::table);
    }

    TEST_CASE("heat map: a score that two cells give is asked about, never placed") {
        const AppendixLayout made = layout_of(two_risks, AppendixProfile::committee);
        const LayoutPage& page = page_of(made, LayoutPage::Kind::heat_map);
        // Rows from 5 down, the first column names them: 16 is only 4 x 4, 12 is 3 x 4 or 4 x 3.
        CHECK(flat_text(page.tables.front().rows[1].cells[4]) == "16 Red\nCR1");
        const bool is_asked = std::any_of(page.lines.begin(), page.lines.end(), [](const std::string& line) {
            return line.find("12 may be 3 x 4 or 4 x 3: CR2.") != std::string::npos;
        });
        CHECK(is_asked);
    }

    TEST_CASE(
        "layout: section titles are rows for a committee and a column for the public; letters become words") {
        const LayoutTable committee =
            page_of(layout_of(plan, AppendixProfile::committee), LayoutPage::Kind::table).tables.front();
        REQUIRE(committee.rows.size() == 4);
        CHECK(committee.rows[0].kind == LayoutRow::Kind::section);
        CHECK(texts(committee.rows[1])[3] == "Green");
        const LayoutTable open =
            page_of(layout_of(plan, AppendixProfile::published), LayoutPage::Kind::table).tables.front();
        REQUIRE(open.rows.size() == 2);
        CHECK(headers(open)[1] == "Section");
        CHECK(texts(open.rows[1])[1] == "2. Our people");
    }

    TEST_CASE("layout: hidden rows are left out and named, notes are numbered") {
        const AppendixLayout made =
            layout_of(two_risks + "hidden row 5\nA8: * The score is provisional until July",
                      AppendixProfile::committee);
        const LayoutPage& page = page_of(made, LayoutPage::Kind::table);
        CHECK(page.tables.front().rows.size() == 1);
        CHECK(made.hidden_entries == 1);
        CHECK(made.removed_entries == 0);
        for (const LayoutPage::Kind kind : {LayoutPage::Kind::cover, LayoutPage::Kind::table}) {
            std::string lines;
            for (const std::string& line : page_of(made, kind).lines) lines += line + "\n";
            CAPTURE(lines);
            CHECK(lines.find("exempt") == std::string::npos);
            CHECK(lines.find(" is hidden in the workbook and not shown.\n") != std::string::npos);
        }
        const bool is_named =
            std::any_of(made.left_out.begin(), made.left_out.end(), [](const std::string& sentence) {
                return sentence.find("hidden rows of Register and is left out: CR2") != std::string::npos;
            });
        CHECK(is_named);
        CHECK(page.lines.back() == "[note 1] The score is provisional until July");
    }

    TEST_CASE(
        "layout: between two tables, totals and notes are the upper one's, the title is the lower one's") {
        const auto made = layout_of(R"(
            Staff!A1: Workforce report Q3 2013/14
            A3 | Directorate | Days lost per FTE | Target | FTE | Days lost
            A4 | Adult Services | 2.1 | 2 | 1200 | 2520
            A5 | Children | 1.8 | 2 | 1500 | 2700
            A6 | Total | 1.93 | | 2700 | 5220
            A7: * Agency staff are not counted here
            A9: Other authorities
            A10 | Authority | Days lost per FTE | Rank
            A11 | Cumbria | 2.1 | 2
            A12 | Cheshire East | 1.9 | 1
            A14: Figures are as published in the annual return of each authority
            A16: Starters and leavers
            A17 | Directorate | Starters | Leavers
            A18 | Adult Services | 10 | 12
            A19 | Children | 20 | 22
        )",
                                    AppendixProfile::committee);
        std::vector<std::string> found;
        for (const LayoutPage& page : made.layout.pages) {
            if (page.kind != LayoutPage::Kind::table) continue;
            found.push_back(page.title);
            found.insert(found.end(), page.lines.begin(), page.lines.end());
        }
        CHECK(found == std::vector<std::string>{
                           "Workforce report Q3 2013/14: Sickness absence",
                           "[note 1] Agency staff are not counted here",
                           "Workforce report Q3 2013/14: Other authorities",
                           "[note 2] Figures are as published in the annual return of each authority",
                           "Workforce report Q3 2013/14: Starters and leavers"});
    }

    TEST_CASE("layout: exempt, draft and hidden entries are counted each for what it is") {
        const AppendixLayout made = layout_of(R"(
            Register!A1: Corporate Risk Register
            A3 | Risk ID | Risk Description | Impact | Likelihood | Risk Score | Status | Publication
            A4 | CR1 | Failure of the plan | 5 | 5 | 25 | Live | Open
            A5 | CR2 | Dismissal | 4 | 4 | 16 | Live | Exempt
            A6 | CR3 | Sale of the site | 4 | 4 | 16 | Live | Exempt
            A7 | CR4 | An idea | 4 | 4 | 16 | Draft | Open
            A8 | CR5 | An old one | 4 | 4 | 16 | Live | Open
            hidden row 8)",
                                              AppendixProfile::committee);
        CHECK(made.removed_entries == 2);
        CHECK(made.draft_entries == 1);
        CHECK(made.hidden_entries == 1);
        const std::vector<std::string> cover = page_of(made, LayoutPage::Kind::cover).lines;
        const auto says = [&](const std::string& sentence) {
            return std::find(cover.begin(), cover.end(), sentence) != cover.end();
        };
        CHECK(says("2 entries are exempt from publication and not shown."));
        CHECK(says("1 entry is a draft and not shown."));
        CHECK(says("1 entry is hidden in the workbook and not shown."));
    }

    TEST_CASE("sheet plan: text no row can hold goes on below, and no word is lost") {
        LayoutPage page;
        page.title = "Long";
        LayoutTable table;
        table.columns = {{"Ref", Alignment::left, ""}, {"Text", Alignment::left, ""}};
        LayoutRow row;
        row.cells.resize(2);
        row.cells[0].text = {{"CR1", false}};
        std::string words;
        for (int i = 0; i < 9000; ++i) words += (i == 0 ? "word" : " word") + std::to_string(i);
        row.cells[1].text = {{words, false}};
        table.rows.push_back(row);
        page.tables.push_back(table);
        const SheetPlan sheet = plan_sheet(page);
        std::string shown;
        std::size_t parts = 0;
        for (const PlannedRow& planned : sheet.rows) {
            CHECK(planned.height <= highest_row);
            if (!planned.row) continue;
            if (++parts > 1) CHECK(flat_text(planned.row->cells[0]) == "CR1 (continued)");
            shown += (shown.empty() ? "" : " ") + flat_text(planned.row->cells[1]);
        }
        CHECK(parts > 1);
        CHECK(shown == words);
    }

    TEST_CASE("text measure: lines are as many as words need") {
        // Arial's digits are 556 thousandths of 10 points: 7.4 pixels, 4 % more for rounding.
        CHECK(text_width("0", {}) == doctest::Approx(7.71).epsilon(0.01));
        CHECK(wrapped_lines("one two", 1000, {}) == 1);
        CHECK(wrapped_lines("one two", text_width("one ", {}), {}) == 2);
        CHECK(wrapped_lines("one\ntwo\n", 1000, {}) == 2);
        CHECK(wrapped_lines("", 1000, {}) == 1);
    }

    TEST_CASE("names: of sheets and tables are such as Excel takes, each once") {
        SheetNaming naming;
        CHECK(naming.sheet_name("Risks [Q1/Q2]") == "Risks Q1 Q2");
        CHECK(naming.sheet_name("risks q1 q2") == "risks q1 q2 2");
        CHECK(naming.sheet_name("A name that is much too long for a sheet of Excel").size() <= 31);
        CHECK(naming.table_name("By quarter") == "By_quarter");
        CHECK(naming.table_name("Q1") == "Table_Q1");
        CHECK(naming.table_name("by quarter") == "by_quarter_2");
    }
}

}  // namespace scorebook

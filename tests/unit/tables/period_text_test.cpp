// period_text_test.cpp - every way the committee papers spell a period, and the period of whole workbooks.
#include "tables/period_text.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

#include "support/workbook_text.hpp"
#include "tables/found_table.hpp"
#include "tables/scorebook_sheet.hpp"

using namespace scorebook;

namespace {

struct Spelling {
    const char* text;
    const char* label;  ///< nullptr: there is no period in it
    CalendarDate first;
    CalendarDate last;
};

void check_all(const std::vector<Spelling>& spellings) {
    for (const Spelling& s : spellings) {
        CAPTURE(s.text);
        const auto period = find_period(s.text);
        CHECK(period.has_value() == (s.label != nullptr));
        if (!period || !s.label) continue;
        CHECK(period->label == s.label);
        CHECK(to_text(period->first) == to_text(s.first));
        CHECK(to_text(period->last) == to_text(s.last));
    }
}

/// The label of the period of a workbook whose table's header is in row 5 of its first sheet.
std::string label_of(const std::string& lines, const std::string& file_name = "register.xlsx",
                     const char* said = "") {
    const auto workbook = test::workbook_from(lines, file_name);
    FoundTables tables;
    tables.tables.emplace_back();
    tables.tables[0].first_header_row = 4;
    ScorebookSheet sheet;
    sheet.period = said;
    const auto period = period_of(*workbook, tables, sheet);
    return period ? period->label : "none";
}

}  // namespace

TEST_SUITE("tables") {
    TEST_CASE("period: quarters are financial, however they are spelt") {
        check_all({
            {"Q2 15/16", "Q2 2015/16", {2015, 7, 1}, {2015, 9, 30}},
            {"quarter 2 2014/15 (July - September 2014)", "Q2 2014/15", {2014, 7, 1}, {2014, 9, 30}},
            {"2015/16 Q2", "Q2 2015/16", {2015, 7, 1}, {2015, 9, 30}},
            {"Q4 of 2015/16", "Q4 2015/16", {2016, 1, 1}, {2016, 3, 31}},
            {"Q1 16/17", "Q1 2016/17", {2016, 4, 1}, {2016, 6, 30}},
            {"Quarter One 2014/2015", "Q1 2014/15", {2014, 4, 1}, {2014, 6, 30}},
            {"Performance Quarter Two 2014/2015 (%)", "Q2 2014/15", {2014, 7, 1}, {2014, 9, 30}},
            {"Q1 2016", "Q1 2016/17", {2016, 4, 1}, {2016, 6, 30}},
            {"Q4 2016", "Q4 2016/17", {2017, 1, 1}, {2017, 3, 31}},
            {"Quarter 2 2016 - (June to August)", "Q2 2016/17", {2016, 7, 1}, {2016, 9, 30}},
            {"Qtr 3 2016-17", "Q3 2016/17", {2016, 10, 1}, {2016, 12, 31}},
            {"Q3: 16-17", "Q3 2016/17", {2016, 10, 1}, {2016, 12, 31}},
            {"3rd Quarter 2016/17", "Q3 2016/17", {2016, 10, 1}, {2016, 12, 31}},
            {"Second quarter of the year 2016/17", "Q2 2016/17", {2016, 7, 1}, {2016, 9, 30}},
            {"Quarter 1 corporate performance report 2016/17", "Q1 2016/17", {2016, 4, 1}, {2016, 6, 30}},
            {"2016/17 corporate risk register, Quarter 1", "Q1 2016/17", {2016, 4, 1}, {2016, 6, 30}},
            {"Q1 (April to June 2016)", "Q1 2016/17", {2016, 4, 1}, {2016, 6, 30}},
            {"calendar Q2 2016", "Q1 2016/17", {2016, 4, 1}, {2016, 6, 30}},
            {"Q4 '16", "Q4 2016/17", {2017, 1, 1}, {2017, 3, 31}},
            {"Q1", nullptr, {}, {}},
            {"Q5 2016/17", "2016/17", {2016, 4, 1}, {2017, 3, 31}},
        });
    }

    TEST_CASE("period: financial years") {
        check_all({
            {"2013/4", "2013/14", {2013, 4, 1}, {2014, 3, 31}},
            {"2014/5", "2014/15", {2014, 4, 1}, {2015, 3, 31}},
            {"2008/9", "2008/09", {2008, 4, 1}, {2009, 3, 31}},
            {"13/14", "2013/14", {2013, 4, 1}, {2014, 3, 31}},
            {"16/17 and 17/18", "2016/17", {2016, 4, 1}, {2017, 3, 31}},
            {"2016/18", "2016/18", {2016, 4, 1}, {2018, 3, 31}},
            {"2015-16", "2015/16", {2015, 4, 1}, {2016, 3, 31}},
            {"2015–16", "2015/16", {2015, 4, 1}, {2016, 3, 31}},
            {"FY 2011-12", "2011/12", {2011, 4, 1}, {2012, 3, 31}},
            {"1999/2000", "1999/00", {1999, 4, 1}, {2000, 3, 31}},
            {"12 month period to 31 March 2015", "2014/15", {2014, 4, 1}, {2015, 3, 31}},
            {"Year to end of February 17", "Year to 28 February 2017", {2016, 3, 1}, {2017, 2, 28}},
            {"Year ended 31 March 2016", "2015/16", {2015, 4, 1}, {2016, 3, 31}},
            {"Year to 30 November 2015", "Year to 30 November 2015", {2014, 12, 1}, {2015, 11, 30}},
            {"Year to 15 May 2016", "Year to 15 May 2016", {2015, 5, 16}, {2016, 5, 15}},
            {"H1 2015/16", "April to September 2015", {2015, 4, 1}, {2015, 9, 30}},
            {"first half of 2015/16", "April to September 2015", {2015, 4, 1}, {2015, 9, 30}},
            {"second half of 2015/16", "October 2015 to March 2016", {2015, 10, 1}, {2016, 3, 31}},
            {"March 2016/17", "2016/17", {2016, 4, 1}, {2017, 3, 31}},
            {"Year to Date", nullptr, {}, {}},
            {"first 6 months of this year", nullptr, {}, {}},
            {"ratio 14/16", nullptr, {}, {}},
            {"page 3 of 14", nullptr, {}, {}},
        });
    }

    TEST_CASE("period: months and runs of months") {
        check_all({
            {"May 2016", "May 2016", {2016, 5, 1}, {2016, 5, 31}},
            {"Appendix A: Corporate Risk & Opportunity Register May 2016",
             "May 2016",
             {2016, 5, 1},
             {2016, 5, 31}},
            {"Oct '14", "October 2014", {2014, 10, 1}, {2014, 10, 31}},
            {"October ’14", "October 2014", {2014, 10, 1}, {2014, 10, 31}},
            {"Feb-16", "February 2016", {2016, 2, 1}, {2016, 2, 29}},
            {"05/2016", "May 2016", {2016, 5, 1}, {2016, 5, 31}},
            {"2016-05", "May 2016", {2016, 5, 1}, {2016, 5, 31}},
            {"01/04/15 – 30/06/15", "Q1 2015/16", {2015, 4, 1}, {2015, 6, 30}},
            {"01/07/15 - 31/08/15", "July to August 2015", {2015, 7, 1}, {2015, 8, 31}},
            {"Sept 15-Mar 19", "September 2015 to March 2019", {2015, 9, 1}, {2019, 3, 31}},
            {"July - September 2014", "Q2 2014/15", {2014, 7, 1}, {2014, 9, 30}},
            {"Apr-Jun 2015", "Q1 2015/16", {2015, 4, 1}, {2015, 6, 30}},
            {"December to February 2016", "December 2015 to February 2016", {2015, 12, 1}, {2016, 2, 29}},
            {"1 April to 30 June 2016", "Q1 2016/17", {2016, 4, 1}, {2016, 6, 30}},
            {"1 April to 15 June 2016", "1 April 2016 to 15 June 2016", {2016, 4, 1}, {2016, 6, 15}},
            {"Apr-Jun", nullptr, {}, {}},
            {"Jul-Sept", nullptr, {}, {}},
            {"we may 2 or 3 times", nullptr, {}, {}},
        });
    }

    TEST_CASE("period: single days") {
        check_all({
            {"As at 31 March 2016", "31 March 2016", {2016, 3, 31}, {2016, 3, 31}},
            {"Wednesday, 8 June 2016", "8 June 2016", {2016, 6, 8}, {2016, 6, 8}},
            {"8th June 2016 at 9.00 am", "8 June 2016", {2016, 6, 8}, {2016, 6, 8}},
            {"09/11/2014", "9 November 2014", {2014, 11, 9}, {2014, 11, 9}},
            {"31.03.2016", "31 March 2016", {2016, 3, 31}, {2016, 3, 31}},
            {"2016-03-31", "31 March 2016", {2016, 3, 31}, {2016, 3, 31}},
            {"June 8, 2016", "8 June 2016", {2016, 6, 8}, {2016, 6, 8}},
            {"register_20160531", "31 May 2016", {2016, 5, 31}, {2016, 5, 31}},
            {"mid 2013 estimates", "Mid 2013", {2013, 6, 30}, {2013, 6, 30}},
            {"29 February 2016", "29 February 2016", {2016, 2, 29}, {2016, 2, 29}},
            {"31/02/2016", nullptr, {}, {}},
            {"31/31/2016", nullptr, {}, {}},
            {"", nullptr, {}, {}},
            {"Risk Register", nullptr, {}, {}},
            {"99999999999999999999/1 99999999999999999999", nullptr, {}, {}},
        });
    }

    TEST_CASE("period: file names") {
        check_all({
            {"Corp R&O Register May 2016 v7 FINAL (2)", "May 2016", {2016, 5, 1}, {2016, 5, 31}},
            {"CRR_Q2_2015-16_v3", "Q2 2015/16", {2015, 7, 1}, {2015, 9, 30}},
            {"Corporate Risk Register 2016-17 Q1", "Q1 2016/17", {2016, 4, 1}, {2016, 6, 30}},
            {"register v12", nullptr, {}, {}},
        });
    }

    TEST_CASE("period of a workbook: the Scorebook sheet, then titles, then the file name") {
        const std::string title = "A1: Corporate Risk Register May 2016\nA5: Risk\n";
        CHECK(label_of(title, "Register Q2 2015-16.xlsx", "Q1 2016/17") == "Q1 2016/17");
        CHECK(label_of(title, "Register Q2 2015-16.xlsx") == "May 2016");
        CHECK(label_of("A1: Corporate Risk Register\nA5: Risk\n",
                       "Corp R&O Register May 2016 v7 FINAL (2).xlsx") == "May 2016");
        CHECK(label_of("A1: Corporate Risk Register\nA5: Risk\n") == "none");
    }

    TEST_CASE("period of a workbook: a longer period beats a day, and cells of a row are read together") {
        CHECK(label_of("A1: Printed 12/06/2016\nA2: Corporate Risk Register May 2016\nA5: Risk\n") ==
              "May 2016");
        CHECK(label_of("A1: As at 31 March 2016\nA5: Risk\n") == "31 March 2016");
        CHECK(label_of("A1 | Quarter | 1 | 2016/17\nA5: Risk\n") == "Q1 2016/17");
        CHECK(label_of("A1: 42460\ndate A1\nA5: Risk\n") == "31 March 2016");
        CHECK(label_of("A1: 42460\nA5: Risk\n", "Register 2012-13.xlsx") == "2012/13");
    }

    TEST_CASE("period of a workbook: what stands in or below the table says nothing") {
        CHECK(label_of("A5: Risk\nA6: Deliver by May 2016\n") == "none");
    }
}

// accessibility_test.cpp - each rule on the smallest workbook that breaks it.
#include "scorebook/accessibility.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "report/new_workbook.hpp"
#include "report/workbook_dressing.hpp"
#include "scorebook/workbook.hpp"
#include "support/workbook_text.hpp"

namespace scorebook {

namespace {

std::set<std::string> rules_of(const Workbook& workbook) {
    std::set<std::string> rules;
    for (const Finding& finding : accessibility_findings(workbook)) rules.insert(finding.rule);
    return rules;
}

bool breaks(const std::string& lines, const std::string& rule) {
    return rules_of(*test::workbook_from(lines)).contains(rule);
}

}  // namespace

TEST_SUITE("report") {
    TEST_CASE("accessibility: each fault is found, and its neighbour without it isn't") {
        struct Case {
            std::string rule;
            std::string faulty;
            std::string right;
        };
        std::vector<Case> cases = {
            {"P08", "Risks!A1: Risks of 2016\nEmpty!A1:", "Risks!A1: Risks of 2016"},
            {"P09", "A1: Risks of 2016", "Risks!A1: Risks of 2016"},
            {"P13", "Risks!A1: Risks of 2016\nsheet Old hidden\nA1: Old risks", "Risks!A1: Risks of 2016"},
            {"P20", "Risks!A2: Risks of 2016", "Risks!A1: Risks of 2016"},
            {"P25", "Risks!A1: Risks of 2016\nB3 | Ref | Risk\nB4 | CR1 | Fire\ntable Risks B3:C4",
             "Risks!A1: Risks of 2016\nA3 | Ref | Risk\nA4 | CR1 | Fire\ntable Risks A3:B4"},
            {"P26",
             "Risks!A1: Risks of 2016\nA3 | Ref | Risk\nA4 | CR1 | Fire\ntable Risks A3:B4\nA6: A note",
             "Risks!A1: Risks of 2016\nA2: A note\nA3 | Ref | Risk\nA4 | CR1 | Fire\ntable Risks A3:B4"},
            {"P27", "Risks!A1: Risks of 2016\nA3 | Ref | Risk\nA5 | CR1 | Fire\ntable Risks A3:B5",
             "Risks!A1: Risks of 2016\nA3 | Ref | Risk\nA4 | CR1 | Fire\ntable Risks A3:B4"},
            {"P28", "Risks!A1: Risks of 2016\nfilter A3:B4", "Risks!A1: Risks of 2016"},
            {"P29", "Risks!A1: Risks of 2016\nA2: Text\nhidden row 2", "Risks!A1: Risks of 2016\nA2: Text"},
            {"P40", "Risks!A1: Risks of 2016\nA3 | Ref | Risk\nA4 | CR1 | Fire",
             "Risks!A1: Risks of 2016\nA3 | Ref | Risk\nA4 | CR1 | Fire\ntable Risks A3:B4"},
            {"P41", "Risks!A1: Risks of 2016\nA3 | Ref | Risk\nA4 | CR1 | Fire\ntable Table1 A3:B4",
             "Risks!A1: Risks of 2016\nA3 | Ref | Risk\nA4 | CR1 | Fire\ntable Risks A3:B4"},
            {"P43", "Risks!A1: Risks of 2016\nmerge A1:C1", "Risks!A1: Risks of 2016"},
            {"P62", "Risks!A1: Risks of 2016\nA2: 97%*", "Risks!A1: Risks of 2016\nA2: 97%"},
            {"P68", "Risks!A1: Risks of 2016\nA2: \u2191 Upwards", "Risks!A1: Risks of 2016\nA2: Upwards"},
            {"P80", "Risks!A1: Risks of 2016\nA2:\nfill A2:A2 FF0000",
             "Risks!A1: Risks of 2016\nA2: Red\nfill A2:A2 FF0000"},
            {"P85", "Risks!A1: Risks of 2016\nA2: http://example.org",
             "Risks!A1: Risks of 2016\nA2: The report"},
        };
        // 31 characters as Excel counts them, whatever their bytes: two an emoji.
        cases.push_back({"P09",
                         std::string(16, 'R') + "\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600" +
                             "\U0001F600\U0001F600\U0001F600!A1: Risks of 2016",
                         "Risgiau a chyfleoedd y c\u0177ngor\u2019!A1: Risks of 2016"});
        for (const Case& c : cases) {
            CAPTURE(c.rule);
            CHECK(breaks(c.faulty, c.rule));
            CHECK_FALSE(breaks(c.right, c.rule));
        }
    }

    TEST_CASE("accessibility: title, language, panes and headers are read from the file") {
        const auto made = [](bool is_faulty) {
            NewWorkbook book({is_faulty ? "" : "Risks of 2016", "", "", {2016, 5, 31}});
            lxw_worksheet* const sheet = book.add_sheet("Risks");
            worksheet_write_string(sheet, 0, 0, "Risks of 2016", nullptr);
            worksheet_set_footer(
                sheet, is_faulty ? "&CTotals are provisional" : "&C&\"Arial,Regular\"&9Page &P of &N");
            if (is_faulty) worksheet_freeze_panes(sheet, 1, 0);
            if (is_faulty) worksheet_set_selection(sheet, 4, 1, 4, 1);
            const std::string bytes = book.finish();
            return rules_of(*open_workbook(is_faulty ? bytes : with_language_and_headings(bytes), "a.xlsx"));
        };
        CHECK(made(true) == std::set<std::string>{"P01", "P10", "P28", "P30"});
        CHECK(made(false).empty());
    }
}

}  // namespace scorebook

// read_value_test.cpp - cells read by meaning, through a found table.
#include "tables/read_value.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/tables/register_template.hpp"
#include "support/workbook_text.hpp"
#include "tables/table_finder.hpp"

using namespace scorebook;
using namespace scorebook::test;

namespace {

using Words = std::vector<std::string>;

/// One entry with `content` typed under `header`.
struct OneCell {
    std::shared_ptr<const Workbook> workbook;
    FoundTables found;

    OneCell(const std::string& header, const std::string& content, const std::string& more = "")
        : workbook(workbook_from("A1 | RIN | Risk Description | Risk Score | Residual Score | Risk Owner | " +
                                 header + "\nA2 | CR1 | Fire | 20 | 12 | Director\nF2: " + content + "\n" +
                                 more)),
          found(tables_of(*workbook)) {}

    ReadValue read() const {
        REQUIRE(found.tables.size() == 1);
        const FoundTable& table = found.tables.front();
        REQUIRE(table.entries.size() == 1);
        REQUIRE(table.columns.back().spec != nullptr);
        return read_value(*workbook, *found.kind, table, table.entries.front(), table.columns.back());
    }
};

bool has(const ReadValue& value, ReadingRemark remark) {
    return std::count(value.remarks.begin(), value.remarks.end(), remark) == 1;
}

ReadValue read_id(const std::string& typed) {
    const auto book =
        workbook_from("A1 | RIN | Risk Description | Risk Score | Residual Score | Risk Owner\nA2: " + typed +
                      "\nB2 | Fire | 20 | 12 | Director");
    const FoundTables found = tables_of(*book);
    REQUIRE(found.tables.size() == 1);
    REQUIRE(found.tables[0].entries.size() == 1);
    return read_value(*book, *found.kind, found.tables[0], found.tables[0].entries[0],
                      found.tables[0].columns[0]);
}

}  // namespace

TEST_SUITE("tables") {
    TEST_CASE("read value: levels as numbers, words, or both") {
        const struct {
            const char* typed;
            double number;
            Words words;
        } cases[] = {
            {"4", 4, {"Major"}},
            {"\"4\"", 4, {"Major"}},
            {"Major", 4, {"Major"}},
            {"4 - Major", 4, {"Major"}},
            {"Major (4)", 4, {"Major"}},
            {"CATASTROPHIC", 5, {"Catastrophic"}},
            {"3.5", 3.5, {}},
            {"High", 4, {"Major"}},
            {"Moderat", 3, {"Moderate"}},
        };
        for (const auto& c : cases) {
            CAPTURE(c.typed);
            const ReadValue value = OneCell("Impact", c.typed).read();
            CHECK(value.state == ValueState::present);
            CHECK(value.number == c.number);
            CHECK(value.words == c.words);
        }
        CHECK(has(OneCell("Impact", "\"4\"").read(), ReadingRemark::number_as_text));
        CHECK(has(OneCell("Impact", "Moderat").read(), ReadingRemark::near_word));
        const ReadValue unreadable = OneCell("Impact", "Enormous").read();
        CHECK(unreadable.state == ValueState::unreadable);
        CHECK(has(unreadable, ReadingRemark::unknown_word));
    }

    TEST_CASE("read value: scores in text keep what they say of impact and likelihood") {
        const ReadValue product = OneCell("Target Score", "12 (3x4)").read();
        CHECK(product.number == 12);
        CHECK(product.impact == 3);
        CHECK(product.likelihood == 4);
        CHECK(product.remarks.empty());
        CHECK(has(OneCell("Target Score", "\"12\"").read(), ReadingRemark::number_as_text));
        CHECK(has(OneCell("Target Score", "5x4=25").read(), ReadingRemark::wrong_product));
        CHECK(OneCell("Target Score", "5x4=25").read().number == 25);
        CHECK(OneCell("Target Score", "High").read().state == ValueState::unreadable);
        const ReadValue formula = OneCell("Target Score", "=2*3 -> 6").read();
        CHECK(formula.number == 6);
        CHECK(formula.is_formula);
    }

    TEST_CASE("read value: missing values say why") {
        const struct {
            const char* typed;
            ValueState state;
        } cases[] = {
            {"", ValueState::blank},
            {"\" \"", ValueState::blank},
            {"n/a", ValueState::ambiguous},
            {"N/A", ValueState::ambiguous},
            {"Not applicable", ValueState::not_applicable},
            {"TBC", ValueState::not_available},
            {"Awaited", ValueState::not_available},
            {".", ValueState::mark},
            {"-", ValueState::mark},
            {"--", ValueState::mark},
            {"-------", ValueState::mark},
            {"#N/A", ValueState::unreadable},
        };
        for (const auto& c : cases) {
            CAPTURE(c.typed);
            CHECK(OneCell("Target Score", c.typed).read().state == c.state);
        }
        CHECK(OneCell("Direction of Travel", "n/a").read().state == ValueState::ambiguous);
    }

    TEST_CASE("read value: risk types by every separator, and none; broken and misspelt words (D-79)") {
        const struct {
            const char* typed;
            Words words;
            bool near;
            bool unknown;
        } cases[] = {
            {"Economic", {"Economic"}, false, false},
            {"Economic/ Political/ Social", {"Economic", "Political", "Social"}, false, false},
            {"Economic Political", {"Economic", "Political"}, false, false},
            {"Reputational/social/economic/political",
             {"Reputational", "Social", "Economic", "Political"},
             false,
             false},
            {"Reputation al/ Legal", {"Reputational", "Legal"}, true, false},
            {"Reputation\\nal", {"Reputational"}, true, false},
            {"Economic\\nPolitical", {"Economic", "Political"}, false, false},
            {"Health and safety", {"Health and safety"}, false, false},
            {"Environmentl & Legal", {"Environmental", "Legal"}, true, false},
            {"Purple/ Legal", {"Legal"}, false, true},
        };
        for (const auto& c : cases) {
            CAPTURE(c.typed);
            const ReadValue value = OneCell("Risk Type", c.typed).read();
            CHECK(value.words == c.words);
            CHECK(has(value, ReadingRemark::near_word) == c.near);
            CHECK(has(value, ReadingRemark::unknown_word) == c.unknown);
        }
    }

    TEST_CASE("read value: directions as words, arrows and prose; a contradiction keeps both words (D-30)") {
        const struct {
            const char* typed;
            Words words;
            bool unknown;
        } cases[] = {
            {"Level", {"Level"}, false},
            {"Downwards.", {"Downwards"}, false},
            {"\xE2\x86\x91 Upwards", {"Upwards"}, false},
            {"\xE2\x86\x93", {"Downwards"}, false},
            {"Positive - the strategy was approved", {"Improving"}, false},
            {"Neutral. No further movement in the quarter.", {"Level"}, false},
            {"Level \xE2\x80\x93 however the direction of travel is increased", {"Level", "Upwards"}, false},
            {"Discussions with the fund go on and a decision is due this summer.", {}, false},
            {"Sideways", {}, true},
            {"Dwonwards", {"Downwards"}, false},
        };
        for (const auto& c : cases) {
            CAPTURE(c.typed);
            const ReadValue value = OneCell("Direction of Travel", c.typed).read();
            CHECK(value.words == c.words);
            CHECK(has(value, ReadingRemark::unknown_word) == c.unknown);
        }
        CHECK(has(OneCell("Direction of Travel", "Dwonwards").read(), ReadingRemark::near_word));
    }

    TEST_CASE("read value: RAG by word, letter or slip; other words are unknown") {
        const struct {
            const char* typed;
            Words words;
        } cases[] = {
            {"Red", {"Red"}},      {"AMBER", {"Amber"}}, {"g", {"Green"}}, {"Amber - on track", {"Amber"}},
            {"Yellow", {"Amber"}}, {"Gren", {}},         {"Tolerated", {}}};
        for (const auto& c : cases) {
            CAPTURE(c.typed);
            CHECK(OneCell("RAG", c.typed).read().words == c.words);
        }
        CHECK(has(OneCell("RAG", "Tolerated").read(), ReadingRemark::unknown_word));
        CHECK(has(OneCell("RAG", "Ambre").read(), ReadingRemark::near_word));
    }

    TEST_CASE("read value: ids are text, tidied to their pattern, odd characters remarked on (D-51, D-54)") {
        CHECK(read_id("CR1").remarks.empty());
        CHECK(read_id("CR1").words == Words{"CR1"});
        const ReadValue zero = read_id("CR1O");
        CHECK(zero.words == Words{"CR10"});
        CHECK(zero.text == "CR1O");
        CHECK(has(zero, ReadingRemark::look_alike_letter));
        CHECK(has(read_id("CR\xE2\x80\x93"
                          "7"),
                  ReadingRemark::look_alike_letter));
        const ReadValue spaced = read_id("\"CR7 \"");
        CHECK(spaced.words == Words{"CR7"});
        CHECK(spaced.remarks == std::vector{ReadingRemark::extra_space});
        const ReadValue numeric = read_id("1.1");
        CHECK(numeric.words == Words{"1.1"});
        CHECK(has(numeric, ReadingRemark::numeric_id));
        CHECK(read_id("\"1.10\"").words == Words{"1.10"});
        CHECK(read_id("CR7 - Failure to recruit").words == Words{"CR7"});
    }

    TEST_CASE("read value: dates by serial and style, by text, and times without a day") {
        const ReadValue serial = OneCell("Due Date", "42460", "date F2").read();
        CHECK(serial.number == 42460);
        CHECK(serial.text == "31 March 2016");
        const ReadValue text = OneCell("Due Date", "31 March 2016").read();
        CHECK(text.number == 42460);
        CHECK(has(OneCell("Due Date", "03/04/2016").read(), ReadingRemark::date_two_ways));
        CHECK(has(OneCell("Due Date", "Monday 8 June 2016").read(), ReadingRemark::weekday_disagrees));
        CHECK(OneCell("Due Date", "Ongoing").read().words == Words{"Ongoing"});
        CHECK(OneCell("Due Date", "when agreed").read().state == ValueState::unreadable);
        CHECK(OneCell("Due Date", "42460", "date system 1904\ndate F2").read().text == "1 April 2020");
    }

    TEST_CASE("read value: list items run over continuation rows") {
        const ReadValue value =
            OneCell("Mitigating Actions",
                    "\xE2\x80\xA2 Links to Healthier\\n\xE2\x80\xA2 Work to raise it in",
                    "F3: Lancashire with its partners.\\n\xE2\x80\xA2 A response to the Treasury.")
                .read();
        CHECK(value.items == Words{"Links to Healthier", "Work to raise it in Lancashire with its partners.",
                                   "A response to the Treasury."});
        CHECK(value.text.find('\xC2') == std::string::npos);
    }

    TEST_CASE(
        "read value: a word cut by a page's end is whole again, even where Excel made a number of its end "
        "(D-58)") {
        CHECK(OneCell("Comments", "population 18-", "F3: \"64.\"").read().text == "population 18-64.");
        CHECK(OneCell("Comments", "population 18-", "F3: 64").read().text == "population 18-64");
    }

    TEST_CASE("read value: an owner merged down over two entries is read for both") {
        const auto book = workbook_from(R"(
            A1 | RIN | Risk Description | Risk Score | Residual Score | Risk Owner
            A2 | CR1 | Fire | 20 | 12 | Director of Place
            A3 | CR2 | Flood | 16 | 12
            merge E2:E3
        )");
        const FoundTables found = tables_of(*book);
        REQUIRE(found.tables.size() == 1);
        REQUIRE(found.tables[0].entries.size() == 2);
        CHECK(read_value(*book, *found.kind, found.tables[0], found.tables[0].entries[1],
                         found.tables[0].columns[4])
                  .text == "Director of Place");
    }
}

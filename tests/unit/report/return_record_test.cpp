// return_record_test.cpp - what a batch keeps of an input reads back as it was, and nothing else reads.
#include <doctest/doctest.h>

#include "scorebook/return_record.hpp"

using namespace scorebook;

namespace {

ReturnRecord full_record() {
    ReturnRecord record;
    record.file = "adults/register.xlsx";
    record.workbook = "returns/adults/register.xlsx";
    record.changes = 3;
    record.not_checked = 1;
    record.report = "{\"file\": \"a\\tb\"}";
    record.key = "abc 123";
    record.judged_on = CalendarDate{2026, 11, 22};
    Finding finding;
    finding.rule = "V11";
    finding.severity = Severity::error;
    finding.sheet = "Register";
    finding.cell = CellRef{6, 5};
    finding.range = CellRange{{6, 5}, {8, 5}};
    finding.message = "two\nlines\tand a tab \\ backslash";
    record.findings.push_back(finding);
    CollectedReturn& collected = record.collected;
    collected.kind = "risk-register";
    collected.title = "Register";
    collected.period = "May 2016";
    collected.until = CalendarDate{2016, 5, 31};
    collected.bands = {{"Red", 12, 25, 0xC00000, 0xFFFFFF}};
    collected.headings = {"Ref", "Score"};
    CollectedEntry entry;
    entry.table = "Risks";
    entry.record = "CR1";
    entry.has_score = true;
    entry.polarity = Polarity::lower_is_better;
    entry.section = "Adult Care";
    entry.impact = 5;
    entry.points = {{1, 20.5}};
    collected.entries = {entry, entry};
    collected.entries[1].record = "CR2";
    collected.entries[1].publication = "exempt";
    collected.entries[1].polarity = Polarity::higher_is_better;
    collected.entries[1].first_is_plan = true;
    collected.values = {{0, 0, {6, 0}, "CR1", {}, "", ""},
                        {0, 1, {6, 5}, "20.5", 20.5, "percent", ""},
                        {1, 1, {7, 5}, "TBC", {}, "", "not available"}};
    return record;
}

}  // namespace

TEST_SUITE("report") {
    TEST_CASE("return record: it reads back as it was written") {
        const std::string text = to_text(full_record());
        const auto read = parse_return_record(text);
        REQUIRE(read);
        CHECK(to_text(*read) == text);
        CHECK(read->findings[0].message == "two\nlines\tand a tab \\ backslash");
        CHECK(read->findings[0].range == CellRange{{6, 5}, {8, 5}});
        CHECK(read->collected.until == CalendarDate{2016, 5, 31});
        CHECK(read->collected.entries[1].record == "CR2");
        CHECK(read->collected.entries[1].publication == "exempt");
        CHECK(read->collected.entries[1].has_score);
        CHECK(read->collected.entries[1].first_is_plan);
        CHECK(read->collected.entries[1].polarity == Polarity::higher_is_better);
        CHECK(read->collected.entries[0].polarity == Polarity::lower_is_better);
        CHECK(read->collected.entries[0].section == "Adult Care");
        CHECK(!read->collected.entries[1].likelihood);
        CHECK(read->collected.values[2].entry == 1);
        CHECK(read->collected.values[1].number == 20.5);
        CHECK(read->judged_on == CalendarDate{2026, 11, 22});
    }

    TEST_CASE("return record: what was cut off or changed isn't one") {
        const std::string text = to_text(full_record());
        CHECK(!parse_return_record(""));
        CHECK(!parse_return_record("scorebook-return 1\n" + text.substr(text.find('\n') + 1)));
        CHECK(!parse_return_record(text.substr(0, text.size() - 1)));
        CHECK(!parse_return_record(text.substr(0, text.find('\n') + 1)));
        CHECK(!parse_return_record(text + "value\t99\tA1\tx\t\t\t\n"));
        CHECK(!parse_return_record(text + "something\telse\n"));
    }

    TEST_CASE("conformance: from not done to conforming") {
        ReturnRecord record = full_record();
        CHECK(conformance(record) == "has errors");
        record.findings[0].severity = Severity::warning;
        CHECK(conformance(record) == "has warnings");
        record.findings[0].severity = Severity::info;
        CHECK(conformance(record) == "conforms, corrected");
        record.changes = 0;
        CHECK(conformance(record) == "conforms");
        record.collected.kind.clear();
        CHECK(conformance(record) == "not recognised");
        record.error = "the file is empty";
        CHECK(conformance(record) == "not done");
    }
}

// collect_test.cpp - what a return adds to the collected set: every value with its cell, read by meaning, as
// a refresh leaves it.
#include <doctest/doctest.h>

#include "scorebook/collected_return.hpp"
#include "support/checks/register_text.hpp"

using namespace scorebook;
using namespace scorebook::test;

namespace {

CollectedReturn collected_from(std::string_view lines) {
    CollectedReturn collected;
    check(*workbook_from(lines), templates(), {}, collected);
    return collected;
}

/// "Register!F4 CR1 | Risk Score | 25 | 25 percent | state", for the values under one heading.
std::vector<std::string> values_under(const CollectedReturn& collected, std::string_view heading) {
    std::vector<std::string> lines;
    for (const CollectedValue& value : collected.values) {
        if (collected.headings[value.heading] != heading) continue;
        const CollectedEntry& entry = collected.entries[value.entry];
        std::string line = entry.sheet + "!" + to_a1(value.cell) + " " + entry.record + " | " + value.text;
        if (value.number) line += " | " + to_text(CellValue(*value.number));
        if (!value.unit.empty()) line += " " + value.unit;
        if (!value.state.empty()) line += " | " + value.state;
        lines.push_back(line);
    }
    return lines;
}

const CollectedEntry& entry_of(const CollectedReturn& collected, std::string_view record) {
    for (const CollectedEntry& entry : collected.entries) {
        if (entry.record == record) return entry;
    }
    throw std::out_of_range("no such entry");
}

constexpr std::string_view scorecard = R"(
A1: Performance scorecard Quarter 2 2016/17
A3 | Ref | Measure | Good is | Target | Previous | Actual | Status | Direction of Travel
A4: Adult services
A5 | M1 | Reviews on time | Higher | 95% | "90%" | "93.5%" | Amber | Improving
A6 | M2 | Days lost | Lower | 8 | 9 | 10 | | Upwards
A7 | M3 | Visits | Higher | No target | n/a | TBC | |
)";

}  // namespace

TEST_SUITE("checks") {
    TEST_CASE("collect: each value has its cell, and blank cells give none") {
        const auto collected = collected_from(register_lines() + "\nN5:");
        CHECK(collected.kind == "risk-register");
        CHECK(collected.period == "May 2016");
        CHECK(collected.until == CalendarDate{2016, 5, 31});
        CHECK(values_under(collected, "Risk Score") ==
              std::vector<std::string>{"Register!F4 CR1 | 25 | 25", "Register!F5 CR2 | 16 | 16",
                                       "Register!F6 CR3 | 20 | 20", "Register!F7 CR4 | 20 | 20",
                                       "Register!F8 CR5 | 15 | 15"});
        CHECK(values_under(collected, "Status").size() == 4);
    }

    TEST_CASE("collect: values are as a refresh leaves them") {
        const auto collected = collected_from(register_lines() + "\nF4: 20\nF5: \"16\"");
        CHECK(values_under(collected, "Risk Score")[0] == "Register!F4 CR1 | 25 | 25");
        CHECK(values_under(collected, "Risk Score")[1] == "Register!F5 CR2 | 16 | 16");
    }

    TEST_CASE("collect: figures keep their spelling, number and unit; missing ones the reason") {
        const auto collected = collected_from(scorecard);
        CHECK(values_under(collected, "Actual") ==
              std::vector<std::string>{"Sheet1!F5 M1 | 93.5% | 93.5 percent", "Sheet1!F6 M2 | 10 | 10",
                                       "Sheet1!F7 M3 | TBC | not available"});
        CHECK(values_under(collected, "Previous")[2] ==
              "Sheet1!E7 M3 | n/a | not applicable or not available");
    }

    TEST_CASE("collect: a register's entry has its place in the matrix and its band") {
        const auto collected = collected_from(register_lines());
        const CollectedEntry& entry = entry_of(collected, "CR1");
        CHECK(entry.has_score);
        CHECK(entry.impact);
        CHECK(entry.likelihood);
        CHECK(*entry.impact * *entry.likelihood == entry.points.back().number);
        CHECK(entry.rag == "Red");
        CHECK(entry.polarity == Polarity::lower_is_better);
        CHECK(entry.sheet + "!" + to_a1(entry.cell) == "Register!J4");
        CHECK(entry_of(collected, "CO1").is_opportunity);
        CHECK(entry_of(collected, "CO1").rag.empty());
    }

    TEST_CASE("collect: a measure's status is typed, or its last figure against its target") {
        const auto collected = collected_from(scorecard);
        CHECK(entry_of(collected, "M1").rag == "Amber");
        CHECK(entry_of(collected, "M2").rag == "Red");
        CHECK(entry_of(collected, "M3").rag.empty());
        CHECK(entry_of(collected, "M1").movement == "Improving");
        CHECK(entry_of(collected, "M2").movement == "Worsening");
    }

    TEST_CASE("collect: a measure's figures stand in order of time, its theme is the section above it") {
        const auto collected = collected_from(scorecard);
        const CollectedEntry& entry = entry_of(collected, "M1");
        REQUIRE(entry.points.size() == 2);
        CHECK(collected.headings[entry.points[0].heading] == "Previous");
        CHECK(entry.points[0].number == 90);
        CHECK(entry.points[1].number == 93.5);
        CHECK(entry.theme == "Adult services");
        CHECK(collected.theme == "Section");
    }

    TEST_CASE("collect: which way a figure should go is only said where the workbook or its kind says it") {
        const auto levels = collected_from(R"(
            A1: Service level agreement Quarter 2 2016/17
            A3 | No. | Definition of SLA | Target | Quarter 1 | Quarter 2 | Year to Date
            A4 | 1 | Calls abandoned | Not greater than 3% | 2% | 4% | 3%
            A5 | 2 | Payments made on time | 95% | 96% | 97% | 96.5%
            A6 | 3 | Invoices received | No target | 410 | 420 | 830)");
        CHECK(levels.kind == "sla-monitor");
        CHECK(entry_of(levels, "1").polarity == Polarity::lower_is_better);
        CHECK(entry_of(levels, "2").polarity == Polarity::higher_is_better);
        CHECK(entry_of(levels, "3").polarity == Polarity::unknown);
        const auto budget = collected_from(R"(
            A1: Budget monitoring 2016/17
            A3 | Ref | Service Area | Approved Budget | Outturn | Variance
            A4 | 3.1 | Adult Services | 317.674 | 322.015 | 4.341
            A5 | 3.2 | Commissioning | 46.649 | 42.470 | -4.179)");
        CHECK(budget.kind == "budget-monitor");
        CHECK(entry_of(budget, "3.1").polarity == Polarity::unknown);
        CHECK(entry_of(budget, "3.1").first_is_plan);
    }

    TEST_CASE("collect: an unrecognised workbook adds nothing") {
        const auto collected = collected_from("A1: Shopping\nA2: Milk\nA3: Bread");
        CHECK(collected.kind.empty());
        CHECK(collected.values.empty());
    }
}

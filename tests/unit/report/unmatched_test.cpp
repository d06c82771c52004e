// unmatched_test.cpp - which entries stand alone, why, and what they may be.
#include <doctest/doctest.h>

#include <array>

#include "report/unmatched.hpp"

using namespace scorebook;

namespace {

CollectedEntry measure(const char* id, const char* title) {
    CollectedEntry entry;
    entry.table = "Measures";
    entry.record = id;
    entry.title = title;
    return entry;
}

void add(SetEntries& set, const char* file, const char* period, std::optional<CalendarDate> until,
         std::vector<CollectedEntry> entries) {
    ReturnRecord record;
    record.file = file;
    record.collected.kind = "kpi-scorecard";
    record.collected.period = period;
    record.collected.until = until;
    record.collected.entries = std::move(entries);
    set.add(record);
}

/// Record, why, what it may be.
using Line = std::array<std::string, 3>;

std::vector<Line> lines(const SetEntries& set) {
    std::vector<Line> lines;
    for (const UnmatchedEntry& each : unmatched_entries(set))
        lines.push_back(
            {each.entry->entry.record, each.why, each.likely ? each.likely->entry.record : std::string()});
    return lines;
}

constexpr CalendarDate june{2016, 6, 30}, september{2016, 9, 30};

}  // namespace

TEST_SUITE("report") {
    TEST_CASE("unmatched: a measure renumbered between quarters is suggested for the one that went") {
        SetEntries set;
        add(set, "care-q1", "Q1", june,
            {measure("P1", "Sickness absence, days per employee"), measure("P2", "Calls answered in time")});
        add(set, "care-q2", "Q2", september,
            {measure("P7", "Sickness absence (days per employee)"), measure("P2", "Calls answered in time"),
             measure("P8", "Potholes mended")});
        CHECK(lines(set) == std::vector<Line>{{"P1", "not in the returns of Q2", "P7"},
                                              {"P7", "not in the returns of Q1", "P1"},
                                              {"P8", "not in the returns of Q1", ""}});
    }

    TEST_CASE(
        "unmatched: a service's first return, or one not yet sent again, is no list of unmatched measures") {
        SetEntries set;
        add(set, "care-q1", "Q1", june, {measure("P1", "Sickness absence")});
        add(set, "housing-q1", "Q1", june, {measure("H1", "Homes let")});
        add(set, "care-q2", "Q2", september, {measure("P1", "Sickness absence")});
        add(set, "roads-q2", "Q2", september, {measure("R1", "Potholes mended")});
        CHECK(lines(set).empty());
    }

    TEST_CASE("unmatched: one measure spelt in two ways by two services is told at the later one") {
        SetEntries set;
        add(set, "a", "Q2", september,
            {measure("A1", "Staff turnover"), measure("A2", "Complaints, stage one")});
        add(set, "b", "Q2", september,
            {measure("B1", "Staff turnovr"), measure("B2", "Complaints, stage two")});
        CHECK(lines(set) == std::vector<Line>{{"B1", "spelt a little differently in a", "A1"}});
    }

    TEST_CASE("unmatched: nothing in a set whose returns agree") {
        SetEntries set;
        add(set, "q1", "Q1", june, {measure("P1", "Sickness absence"), measure("P2", "Calls answered")});
        add(set, "q2", "Q2", september, {measure("p1", "Sickness absence"), measure("P2", "Calls answered")});
        CHECK(lines(set).empty());
    }
}

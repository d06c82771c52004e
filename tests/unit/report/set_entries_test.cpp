// set_entries_test.cpp - what a dashboard counts: the latest quarter, each theme, each change in its sense.
#include <doctest/doctest.h>

#include "report/heat_map_sheet.hpp"
#include "report/set_entries.hpp"

using namespace scorebook;

namespace {

CollectedEntry risk(const char* id, const char* theme, const char* rag, double score) {
    CollectedEntry entry;
    entry.table = "Risks";
    entry.record = id;
    entry.title = id;
    entry.theme = theme;
    entry.rag = rag;
    entry.has_score = true;
    entry.polarity = Polarity::lower_is_better;
    entry.points = {{0, score}};
    return entry;
}

ReturnRecord record_of(const char* file, const char* period, std::optional<CalendarDate> until,
                       std::vector<CollectedEntry> entries) {
    ReturnRecord record;
    record.file = file;
    record.collected.kind = "risk-register";
    record.collected.period = period;
    record.collected.until = until;
    record.collected.headings = {"Residual Score", "Previous", "Actual"};
    record.collected.entries = std::move(entries);
    return record;
}

std::vector<std::string> names(const std::vector<const SetEntry*>& entries) {
    std::vector<std::string> records;
    for (const SetEntry* entry : entries) records.push_back(entry->entry.record);
    return records;
}

using Names = std::vector<std::string>;
constexpr CalendarDate march{2016, 3, 31}, may{2016, 5, 31}, june{2016, 6, 30};

}  // namespace

TEST_SUITE("report") {
    TEST_CASE("set entries: counts are of the latest quarter, whatever its returns call it") {
        SetEntries set;
        set.add(
            record_of("old", "March 2016", march, {risk("CR1", "", "Red", 20), risk("CR9", "", "Red", 15)}));
        set.add(record_of("a", "May 2016", may, {risk("CR1", "", "Amber", 10)}));
        set.add(record_of("b", "Q1 2016/17", june, {risk("CR2", "", "Red", 16)}));
        set.add(record_of("c", "", std::nullopt, {risk("CR3", "", "Green", 4)}));
        CHECK(names(set.present()) == Names{"CR1", "CR2", "CR3"});
        CHECK(set.earlier_returns() == 1);
        CHECK(set.present_period() == "May 2016 and Q1 2016/17");
        CHECK(names(set.exceptions()) == Names{"CR2"});
    }

    TEST_CASE("set entries: an entry with several themes counts in each, one without under (none)") {
        SetEntries set;
        set.add(record_of("a", "May 2016", may,
                          {risk("CR1", "Economic; Legal", "Red", 20), risk("CR2", "Legal", "Complete", 9),
                           risk("CR3", "", "Green", 2)}));
        const auto themes = set.by_theme();
        REQUIRE(themes.size() == 3);
        CHECK(themes[0].first == "Economic");
        CHECK(themes[1].first == "Legal");
        CHECK(themes[2].first == "(none)");
        CHECK(themes[1].second.red == 1);
        CHECK(themes[1].second.other == 1);
        CHECK(themes[1].second.total() == 2);
    }

    TEST_CASE("set entries: a mover is the same id in an earlier quarter, largest change first") {
        SetEntries set;
        set.add(
            record_of("old", "March 2016", march, {risk("CR1", "", "Red", 12), risk("CR2", "", "Red", 20)}));
        set.add(record_of(
            "new", "May 2016", may,
            {risk("CR1", "", "Red", 16), risk("CR2", "", "Amber", 10), risk("CR3", "", "Red", 12)}));
        const auto movers = set.movers();
        REQUIRE(movers.size() == 2);
        CHECK(movers[0].entry->entry.record == "CR2");
        CHECK(movers[0].change == -10);
        CHECK(movers[0].sense == Mover::Sense::better);
        CHECK(movers[0].before.name == "March 2016");
        CHECK(movers[1].sense == Mover::Sense::worse);
        const auto periods = set.by_period();
        REQUIRE(periods.size() == 2);
        CHECK(periods[0].first == "March 2016");
        CHECK(periods[0].second.red == 2);
        CHECK(periods[1].second.amber == 1);
    }

    TEST_CASE("set entries: a score isn't taken for the residual score that was missing a quarter ago") {
        SetEntries set;
        CollectedEntry unscored = risk("CR5", "", "Red", 0);
        unscored.points = {{1, 25}};
        CollectedEntry scored = risk("CR5", "", "Red", 0);
        scored.points = {{1, 25}, {0, 16}};
        set.add(record_of("old", "March 2016", march, {unscored}));
        set.add(record_of("new", "May 2016", may, {scored}));
        const auto movers = set.movers();
        REQUIRE(movers.size() == 1);
        CHECK(movers[0].before.name == "Previous");
        CHECK(movers[0].now.name == "Residual Score");
        CHECK(movers[0].change == -9);
    }

    TEST_CASE("set entries: without an earlier return a mover goes by its own earlier figure") {
        SetEntries set;
        CollectedEntry measure = risk("M1", "", "Green", 0);
        measure.has_score = false;
        measure.polarity = Polarity::higher_is_better;
        measure.points = {{1, 90}, {2, 96}};
        CollectedEntry still = measure;
        still.record = "M2";
        still.points = {{1, 50}, {2, 50}};
        set.add(record_of("a", "Q2", june, {measure, still}));
        const auto movers = set.movers();
        REQUIRE(movers.size() == 1);
        CHECK(movers[0].before.name == "Previous");
        CHECK(movers[0].change == 6);
        CHECK(movers[0].sense == Mover::Sense::better);
    }

    TEST_CASE("set entries: a budget's outturn is set against it, and no way is the better one") {
        SetEntries set;
        CollectedEntry service = risk("3.7", "", "", 0);
        service.has_score = false;
        service.polarity = Polarity::unknown;
        service.first_is_plan = true;
        service.points = {{1, 30.603}, {2, 0.826}};
        set.add(record_of("a", "2016/17", june, {service}));
        const auto movers = set.movers();
        REQUIRE(movers.size() == 1);
        CHECK(movers[0].is_against_plan);
        CHECK(movers[0].sense == Mover::Sense::neither);
        CHECK_FALSE(set.has_statuses());
    }

    TEST_CASE("set entries: an id two services use is named with its return") {
        SetEntries set;
        set.add(record_of("a", "May 2016", may, {risk("CR1", "", "Red", 20), risk("CR2", "", "Red", 20)}));
        set.add(record_of("b", "May 2016", may, {risk("CR1", "", "Red", 20)}));
        const auto present = set.present();
        CHECK(set.name_of(*present[0]) == "CR1 [1]");
        CHECK(set.name_of(*present[1]) == "CR2");
        CHECK(set.name_of(*present[2]) == "CR1 [2]");
    }

    TEST_CASE("heat map: an entry is placed by its levels, or by a score only one square has") {
        CollectedEntry entry = risk("CR1", "", "Red", 20);
        entry.impact = 4;
        entry.likelihood = 5;
        auto place = place_in_matrix(entry, 20, 5);
        REQUIRE(place);
        CHECK(place->impact == 4);
        CHECK(place->likelihood == 5);
        entry.likelihood.reset();
        place = place_in_matrix(entry, 20, 5);
        REQUIRE(place);
        CHECK(place->likelihood == 5);
        entry.impact.reset();
        CHECK(!place_in_matrix(entry, 20, 5));
        CHECK(!place_in_matrix(entry, 12, 5));
        place = place_in_matrix(entry, 25, 5);
        REQUIRE(place);
        CHECK(place->impact == 5);
        CHECK(!place_in_matrix(entry, std::nullopt, 5));
        entry.impact = 7;
        CHECK(!place_in_matrix(entry, 14, 5));
    }
}

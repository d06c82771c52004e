// list_items_test.cpp - items of a list in one cell.
#include "tables/list_items.hpp"

#include <doctest/doctest.h>

using namespace scorebook;

TEST_SUITE("tables") {
    TEST_CASE("list items: marks of every kind are removed, unmarked lines go on") {
        using Items = std::vector<std::string>;
        const struct {
            const char* name;
            const char* text;
            Items items;
        } cases[] = {
            {"bullets",
             "\xE2\x80\xA2 Peer review.\n\xE2\x80\xA2  Vacancy monitoring.",
             {"Peer review.", "Vacancy monitoring."}},
            {"dashes", "- one\n- two", {"one", "two"}},
            {"numbers", "1. one\n2) two\n(3) three", {"one", "two", "three"}},
            {"letters", "a) one\nb) two", {"one", "two"}},
            {"lines only", "Peer review\nVacancy monitoring", {"Peer review", "Vacancy monitoring"}},
            {"wrapped line",
             "\xE2\x80\xA2 Links to Healthier\nLancashire\n\xE2\x80\xA2 Next",
             {"Links to Healthier Lancashire", "Next"}},
            {"bullets in one line", "\xE2\x80\xA2 one \xE2\x80\xA2 two", {"one", "two"}},
            {"no list", "One sentence only.", {"One sentence only."}},
            {"a figure is no number of an item", "1.10 is an action", {"1.10 is an action"}},
            {"empty bullet", "\xE2\x80\xA2 \n\xE2\x80\xA2 one", {"one"}},
        };
        for (const auto& c : cases) {
            CAPTURE(c.name);
            CHECK(split_list_items(c.text) == c.items);
        }
    }

    TEST_CASE("list items: a cell cut over two rows is joined as it was meant") {
        CHECK(join_cut_text("population 18-", "64.") == "population 18-64.");
        CHECK(join_cut_text("in Lancashire", "and its partners") == "in Lancashire and its partners");
        CHECK(join_cut_text("One sentence.", "Another.") == "One sentence.\nAnother.");
        CHECK(join_cut_text("\xE2\x80\xA2 one", "\xE2\x80\xA2 two") == "\xE2\x80\xA2 one\n\xE2\x80\xA2 two");
    }
}

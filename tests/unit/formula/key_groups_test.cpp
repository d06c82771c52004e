// key_groups_test.cpp - every key one number, in the order they come.
#include "formula/key_groups.hpp"

#include <doctest/doctest.h>

using namespace scorebook::formula;

TEST_SUITE("formula") {
    TEST_CASE("key groups: numbered as they come, found again, whatever bytes they have") {
        KeyGroups groups;
        CHECK(groups.find("a") == KeyGroups::no_group);
        CHECK(groups.add("a") == 0);
        CHECK(groups.add("") == 1);
        CHECK(groups.add(std::string_view("a\0b", 3)) == 2);
        CHECK(groups.add("a") == 0);
        CHECK(groups.find("") == 1);
        CHECK(groups.find(std::string_view("a\0c", 3)) == KeyGroups::no_group);
        CHECK(groups.key(2) == std::string_view("a\0b", 3));
        CHECK(groups.count() == 3);
    }

    TEST_CASE("key groups: ten thousand keys keep their numbers while the table grows") {
        KeyGroups groups;
        for (KeyGroups::Group i = 0; i < 10000; ++i) REQUIRE(groups.add("CR" + std::to_string(i)) == i);
        for (KeyGroups::Group i = 0; i < 10000; ++i) {
            REQUIRE(groups.find("CR" + std::to_string(i)) == i);
            REQUIRE(groups.key(i) == "CR" + std::to_string(i));
        }
        CHECK(groups.find("CR10000") == KeyGroups::no_group);
    }
}

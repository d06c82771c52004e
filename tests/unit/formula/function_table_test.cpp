// function_table_test.cpp - the table of functions: complete in itself, and what it says of functions it
// lacks.
#include "formula/function_table.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <set>
#include <string>

using namespace scorebook::formula;

TEST_SUITE("formula") {
    TEST_CASE("function table: each row is sound, none stands twice") {
        std::set<std::string_view> names;
        for (const FunctionRow* row : all_functions()) {
            CAPTURE(std::string(row->name));
            CHECK(names.insert(row->name).second);
            CHECK(find_function(row->name) == row);
            CHECK(plain_function_name(row->name) == row->name);
            CHECK(row->min_arguments <= row->max_arguments);
            CHECK(row->arguments.find_first_not_of("vrapl|") == std::string_view::npos);
            CHECK(why_unsupported(row->name).empty());
            const bool repeats = row->arguments.find('|') != std::string_view::npos;
            CHECK(repeats == (row->max_arguments == any_number));
            if (!repeats) CHECK(row->arguments.size() == row->max_arguments);
        }
        CHECK(names.size() >= 350);
    }

    TEST_CASE("function table: prefixes and case don't matter, unsupported functions have a reason") {
        CHECK(find_function("_xlfn._xlws.sort") == find_function("SORT"));
        CHECK(find_function("Sum") != nullptr);
        for (const char* name : {"CUBEVALUE", "WEBSERVICE", "RTD", "GETPIVOTDATA", "_xlfn.STOCKHISTORY",
                                 "REGEXTEST", "FORECAST.ETS", "GROUPBY"}) {
            CAPTURE(name);
            CHECK(find_function(name) == nullptr);
            CHECK_FALSE(why_unsupported(name).empty());
        }
        CHECK(why_unsupported("NO.SUCH.FUNCTION").empty());
    }

    TEST_CASE("function table: the functions offices live on are all there") {
        const char* shared = std::getenv("SCOREBOOK_SHARED");
        const std::string folder = shared != nullptr ? shared : SCOREBOOK_SOURCE_DIR "/../shared";
        std::ifstream list(folder + "/oracles/office_functions.txt");
        if (!list) {
            MESSAGE("the list of office functions isn't there");
            return;
        }
        for (std::string name; std::getline(list, name);) {
            if (name.empty() || name[0] == '(') continue;  // "(operators)"
            CAPTURE(name);
            CHECK(find_function(name) != nullptr);
        }
    }
}

// workbook_template_test.cpp - looking things up in a template, its formula names, and sets of templates.
#include "templates/workbook_template.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "scorebook/error.hpp"
#include "templates/formula_names.hpp"
#include "templates/header_variants.hpp"
#include "templates/template_formula.hpp"

using namespace scorebook;

namespace {

WorkbookTemplate dated_kind() {
    WorkbookTemplate kind;
    kind.settings = {{"Threshold", 12, "", std::nullopt},
                     {"Threshold", 10, "", CalendarDate{2017, 4, 1}},
                     {"Days", 0.5, "", std::nullopt}};
    kind.band_sets = {{std::nullopt, {{"Green", 1, 4, 0, 0, "", {}}, {"So \"red\"", 5, 25, 0, 0, "", {}}}},
                      {CalendarDate{2017, 4, 1}, {{"Any", 1, 25, 0, 0, "", {}}}}};
    return kind;
}

std::string small_kind(const std::string& name, const std::string& title) {
    return "<workbook-template name=\"" + name + "\" title=\"" + title +
           "\"><table id=\"t\" title=\"T\" entry=\"row\"><column id=\"a\" header=\"A\" kind=\"text\" "
           "required=\"yes\"/></table></workbook-template>";
}

}  // namespace

TEST_SUITE("templates") {
    TEST_CASE("matrix: the reachable scores are all products, ascending, each once") {
        CHECK(Matrix{5}.reachable() == std::vector<int>{1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 15, 16, 20, 25});
        CHECK(Matrix{4}.reachable() == std::vector<int>{1, 2, 3, 4, 6, 8, 9, 12, 16});
    }

    TEST_CASE("workbook template: settings and bands are those in force on the day") {
        const WorkbookTemplate kind = dated_kind();
        CHECK(kind.setting_on("threshold", {2016, 6, 8})->value == 12);
        CHECK(kind.setting_on("Threshold", {2017, 3, 31})->value == 12);
        CHECK(kind.setting_on("Threshold", {2017, 4, 1})->value == 10);
        CHECK(kind.find_setting("THRESHOLD")->value == 10);
        CHECK_FALSE(kind.find_setting("Tolerance"));
        CHECK(kind.bands_on({2017, 3, 31}) == &kind.band_sets[0]);
        CHECK(kind.bands_on({2017, 4, 1}) == &kind.band_sets[1]);
        CHECK_FALSE(WorkbookTemplate{}.bands_on({2017, 4, 1}));
    }

    TEST_CASE("formula names: settings, bands and scores as constants, quotes doubled") {
        const WorkbookTemplate kind = dated_kind();
        const std::vector<std::pair<std::string, std::string>> before = {
            {"Threshold", "12"},
            {"Days", "0.5"},
            {"Band_From", "{1,5}"},
            {"Band_To", "{4,25}"},
            {"Band_Word", "{\"Green\",\"So \"\"red\"\"\"}"},
            {"Reachable", "{1,2,3,4,5,6,8,9,10,12,15,16,20,25}"},
        };
        CHECK(formula_names(kind, &kind.band_sets[0], {2016, 6, 8}) == before);
        const auto after = formula_names(kind, nullptr, {2018, 1, 1});
        REQUIRE(after.size() == 3);
        CHECK(after[0] == std::pair<std::string, std::string>("Threshold", "10"));
        CHECK(is_formula_name(kind, "band_word"));
        CHECK(is_formula_name(kind, "reachable"));
        CHECK_FALSE(is_formula_name(kind, "Previous"));
    }

    TEST_CASE("template formula: names are told from functions, columns, numbers, text and cells") {
        struct Case {
            const char* formula;
            std::vector<std::string> names;
            std::vector<bool> are_references;
        };
        const std::vector<Case> cases = {
            {"[@Impact]*[@Likelihood]", {}, {}},
            {"LOOKUP([@[Risk Score]],Band_From,Band_Word)", {"Band_From", "Band_Word"}, {false, false}},
            {"IF(TRUE,1E5,2.5e-3)&\"Threshold\"\"x\"", {}, {}},
            {"Threshold>=12", {"Threshold"}, {false}},
            {"[@[a']b]]+Days", {"Days"}, {false}},
            {"MATCH(1,{1,2;3,4},0)+#N/A+#DIV/0!", {}, {}},
            {"A1+XFD9+ABCD1", {"A1", "XFD9", "ABCD1"}, {true, true, false}},
            {"$A$1", {"$", "A", "$"}, {true, false, true}},
            {"'My sheet'!B2", {"'", "B2"}, {true, true}},
            {"Sheet1!B2", {"Sheet1", "B2"}, {true, true}},
            {"Other[Score]", {"Other"}, {true}},
        };
        for (const Case& c : cases) {
            CAPTURE(c.formula);
            std::vector<std::string> names;
            std::vector<bool> are_references;
            for (const UsedName& used : names_used(c.formula)) {
                names.emplace_back(used.name);
                are_references.push_back(used.is_reference);
                CHECK(std::string_view(c.formula).substr(used.offset, used.name.size()) == used.name);
            }
            CHECK(names == c.names);
            CHECK(are_references == c.are_references);
        }
    }

    TEST_CASE("header variants: braces give every spelling, in order") {
        using Spellings = std::vector<std::string>;
        CHECK(header_variants("Risk Score") == Spellings{"Risk Score"});
        CHECK(header_variants("{Net|Residual} {Risk|} Score") ==
              Spellings{"Net Risk Score", "Net Score", "Residual Risk Score", "Residual Score"});
        CHECK(header_variants("Ref {No|}") == Spellings{"Ref No", "Ref"});
        for (const char* wrong :
             {"{a|b", "a}b", "{a{b}}", "{1|2|3|4|5|6|7|8|9|0}{1|2|3|4|5|6|7|8|9|0}{1|2|3|4|5|6}"})
            CHECK_FALSE(header_variants(wrong));
    }

    TEST_CASE("template set: kinds are in order of name, and one of the same name takes over") {
        TemplateSet set;
        set.add(small_kind("b", "first"), "b.xml");
        set.add(small_kind("a", "other"), "a.xml");
        set.add(small_kind("b", "second"), "b.xml");
        REQUIRE(set.all().size() == 2);
        CHECK(set.all()[0]->name == "a");
        CHECK(set.find("b")->title == "second");
        CHECK_FALSE(set.find("c"));
        CHECK_THROWS_AS(set.add("<x/>", "x.xml"), Error);
        CHECK(set.all().size() == 2);
    }

    TEST_CASE("template set: every built-in template is read") {
        const TemplateSet set = TemplateSet::built_in();
        CHECK(set.find("risk-register"));
        for (const auto& kind : set.all()) CHECK_FALSE(kind->tables.empty());
    }
}

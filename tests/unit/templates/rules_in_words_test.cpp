// rules_in_words_test.cpp - every rule of every kind has a sentence an officer can read.
#include "templates/rules_in_words.hpp"

#include <doctest/doctest.h>

#include <string>

#include "scorebook/template_guide.hpp"

namespace scorebook {

TEST_SUITE("templates") {
    TEST_CASE(
        "rules in words: computed columns, relations and built-in checks of every kind have sentences") {
        for (const WorkbookTemplate* kind : TemplateSet::built_in().all()) {
            CAPTURE(kind->name);
            for (const std::string& check : kind->built_in_checks) {
                CAPTURE(check);
                CHECK(built_in_check_in_words(check) != "");
            }
            for (const GuideSection& section : template_guide(*kind)) {
                for (const std::string& line : section.lines) {
                    CAPTURE(line);
                    CHECK(line.find_first_of("{}") == std::string::npos);
                    CHECK(line.find("[@") == std::string::npos);
                }
            }
        }
    }

    TEST_CASE("rules in words: a product, a band and a share") {
        const TemplateSet kinds = TemplateSet::built_in();
        const TableSpec& risks = *kinds.find("risk-register")->find_table("risks");
        CHECK(in_words(risks, risks.computed.front()) == "Risk Score = Impact x Likelihood");
        const TableSpec& services = *kinds.find("contact-volumes")->find_table("services");
        CHECK(in_words(services, services.relations.front()) == "% Answered is 100 x Answered / Offered");
    }
}

}  // namespace scorebook

// shared_strings_test.cpp - string tables as writers spell them.
#include "sheet/shared_strings.hpp"

#include <doctest/doctest.h>

#include "scorebook/error.hpp"

using namespace scorebook;

TEST_SUITE("sheet") {
    TEST_CASE("shared_strings: plain, rich, phonetic, escaped and empty items") {
        const auto strings = SharedStrings::parse(
            "<?xml version=\"1.0\"?><sst count=\"9\" uniqueCount=\"9\">\n<si><t>Fire</t></si>"
            "<si><r><rPr><b/></rPr><t xml:space=\"preserve\">a </t></r><r><t>b</t></r></si>"
            "<si><t>k</t><rPh sb=\"0\" eb=\"1\"><t>no</t></rPh><phoneticPr fontId=\"1\"/></si>"
            "<si><t>x &lt; y "
            "&#10;z_x000A__x005F_x000A_</t></si><si/><si><t/></si><si><t><![CDATA[a<b&c]]></t></si>"
            "<si><t>one\r\ntwo</t></si></sst>");
        const char* const expected[] = {"Fire", "a b", "k",     "x < y \nz\n_x000A_",
                                        "",     "",    "a<b&c", "one\ntwo"};
        REQUIRE(strings.size() == 8);
        for (std::size_t i = 0; i < strings.size(); ++i) {
            CAPTURE(i);
            CHECK(strings.at(i) == expected[i]);
        }
        CHECK_THROWS_AS(strings.at(8), Error);
    }

    TEST_CASE("shared_strings: a prefix changes nothing, a count that lies neither") {
        const auto strings =
            SharedStrings::parse("<x:sst count=\"4000000000\"><x:si><x:t>a</x:t></x:si></x:sst>");
        REQUIRE(strings.size() == 1);
        CHECK(strings.at(0) == "a");
    }

    TEST_CASE("shared_strings: no part, no strings") {
        CHECK(SharedStrings::parse("").size() == 0);
    }

    TEST_CASE("shared_strings: broken tables are refused") {
        for (const char* xml :
             {"x", "<sst><si><t>a</si></sst>", "<sst><si><t>a", "<sst>", "<sst><si><t>&foo;</t></si></sst>",
              "<!DOCTYPE s [<!ENTITY a \"b\">]><sst/>"}) {
            CAPTURE(xml);
            CHECK_THROWS_AS(SharedStrings::parse(xml), Error);
        }
    }
}

// html_text_test.cpp - officers' texts in pages.
#include <doctest/doctest.h>

#include "scorebook/html_text.hpp"

TEST_SUITE("vocabulary") {
    TEST_CASE("html text: nothing of it is read as a tag, an entity or the end of an attribute") {
        CHECK(scorebook::escape_html("R&O <b>\"1\"</b>") == "R&amp;O &lt;b&gt;&quot;1&quot;&lt;/b&gt;");
        CHECK(scorebook::escape_html("two\nlines\tand \x01 a control") == "two\nlines\tand  a control");
        CHECK(scorebook::escape_html("caf\xC3\xA9") == "caf\xC3\xA9");
    }
}

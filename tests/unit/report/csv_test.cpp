// csv_test.cpp - returns as CSV: every dialect officers send, and one sentence for what can't be read.
#include <doctest/doctest.h>

#include "report/csv_text.hpp"
#include "scorebook/csv.hpp"
#include "scorebook/error.hpp"
#include "workbook/workbook_model.hpp"

using namespace scorebook;

namespace {

using Rows = std::vector<CsvRow>;

std::string refusal(std::string_view csv) {
    try {
        parse_csv(csv);
    } catch (const Error& error) {
        return error.what();
    }
    return "accepted";
}

}  // namespace

TEST_SUITE("report") {
    TEST_CASE("csv: dialects") {
        struct Case {
            const char* name;
            std::string csv;
            Rows rows;
        };
        const Case cases[] = {
            {"commas", "a,b\r\n1,2\r\n", {{"a", "b"}, {"1", "2"}}},
            {"no last line end", "a,b\n1,2", {{"a", "b"}, {"1", "2"}}},
            {"byte order mark",
             "\xEF\xBB\xBF"
             "a,b\n1,2\n",
             {{"a", "b"}, {"1", "2"}}},
            {"semicolons, commas as decimals", "a;b\n1,5;2\n", {{"a", "b"}, {"1,5", "2"}}},
            {"tabs", "a\tb, c\n1\t2\n", {{"a", "b, c"}, {"1", "2"}}},
            {"sep line", "sep=;\r\na,b;c\r\n", {{"a,b", "c"}}},
            {"quotes",
             "\"a \"\"x\"\", y\",b\n\"two\r\nlines\",2\n",
             {{"a \"x\", y", "b"}, {"two\nlines", "2"}}},
            {"text behind a quote", "\"5\" apples,b\n", {{"5 apples", "b"}}},
            {"empty lines and trailing fields", "a,b,,\n\nc,,\n", {{"a", "b"}, {}, {"c"}}},
            {"Windows-1252",
             "\xA3"
             "5,caf\xE9,\x93q\x94\n",
             {{"£5", "café", "“q”"}}},
            {"UTF-8 without mark", "£5,café\n", {{"£5", "café"}}},
            {"old Mac line ends", "a,b\r1,2\r", {{"a", "b"}, {"1", "2"}}},
            {"figures stay as typed", "1.10,007,78.4%,\"1,234\"\n", {{"1.10", "007", "78.4%", "1,234"}}},
        };
        for (const Case& c : cases) {
            CAPTURE(c.name);
            CHECK(parse_csv(c.csv) == c.rows);
        }
    }

    TEST_CASE("csv: what isn't a CSV is refused in one sentence") {
        CHECK(refusal("") == "the file is empty");
        CHECK(refusal("PK\x03\x04zzzz").find("it is a workbook or another zip file") != std::string::npos);
        CHECK(refusal("\xD0\xCF\x11\xE0").find("old or protected Office file") != std::string::npos);
        CHECK(refusal(std::string("\xFF\xFE"
                                  "a\0",
                                  4))
                  .find("UTF-16") != std::string::npos);
        CHECK(refusal(std::string("a,b\0c", 5)).find("isn't text") != std::string::npos);
        CHECK(refusal("a,b\nc,\"d\ne\n") == "line 2: a quote is opened that never closes");
        CHECK(refusal("a," + std::string(40'000, 'x')).find("32,767") != std::string::npos);
        CHECK(refusal(std::string(17'000, ',')).find("16,384") != std::string::npos);
    }

    TEST_CASE("csv: the workbook holds the fields as text, and the same CSV gives the same bytes") {
        const std::string csv = "Risk register May 2016\nRef,Score\nCR1,=1+1\nCR2,20\n";
        const std::string bytes = workbook_from_csv(csv, "adults/returns: May");
        CHECK(bytes == workbook_from_csv(csv, "adults/returns: May"));
        const auto workbook = open_workbook(bytes, "x.xlsx");
        CHECK(workbook->sheets()[0].name == "adults returns  May");
        CHECK(workbook->value(0, {2, 1}) == CellValue(std::string("=1+1")));
        CHECK(workbook->value(0, {3, 1}) == CellValue(std::string("20")));
        CHECK(workbook->formula(0, {2, 1}).empty());
    }

    TEST_CASE("csv: a field is never taken for a formula, and numbers stay numbers") {
        struct Case {
            const char* text;
            const char* field;
        };
        const Case cases[] = {{"plain", "plain"},
                              {"=1+1", "'=1+1"},
                              {"@SUM(A1)", "'@SUM(A1)"},
                              {"+44 1522", "'+44 1522"},
                              {"-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"},
                              {"-4.2", "-4.2"},
                              {"+5%", "+5%"},
                              {"-", "'-"},
                              {"a,b", "\"a,b\""},
                              {"say \"no\"", "\"say \"\"no\"\"\""},
                              {"two\nlines", "\"two\nlines\""},
                              {"\t=1", "\"'\t=1\""}};
        for (const Case& c : cases) {
            CAPTURE(c.text);
            CHECK(csv_field(c.text) == c.field);
        }
    }
}

// samples_test.cpp - the registers of samples/ are found exactly.
#include <doctest/doctest.h>

#include "support/tables/register_template.hpp"
#include "tables/table_finder.hpp"

using namespace scorebook;
using namespace scorebook::test;

TEST_SUITE("tables") {
    TEST_CASE("samples: every register's tables, ranges, entries and joined rows") {
        using Lines = std::vector<std::string>;
        const Lines may{"risks Register!A5:J24 15 [7-8 10-11 16-17 19-20]",
                        "opportunities Register!A25:J30 4 [27-28]", "highlights Highlights!A8:B26 16",
                        "highlights Highlights!A30:B33 3", "highlights Highlights!A37:B48 11"};
        const Lines matrix{"risks Risk Register!A5:P20 15", "opportunities Opportunities!A5:O9 4"};
        const struct {
            const char* file;
            Lines tables;
        } cases[] = {
            {"risk-register-2016-05.xlsx", may},
            {"risk-register-2016-05-libreoffice.xlsx", may},
            {"risk-register-2016-03.xlsx",
             {"risks Register!A5:J31 23 [10-11 21-22 27-28]", "opportunities Register!A32:J37 4 [34-35]"}},
            {"risk-register-5x5.xlsx", matrix},
            {"risk-register-5x5-faulty.xlsx", matrix},
        };
        for (const auto& c : cases) {
            CAPTURE(c.file);
            auto bytes = read_whole_file(std::string(SCOREBOOK_SOURCE_DIR) + "/samples/" + c.file);
            REQUIRE(bytes.has_value());
            const auto workbook = open_workbook(std::move(*bytes), c.file);
            CHECK(describe(*workbook, tables_of(*workbook)) == c.tables);
        }
    }
}

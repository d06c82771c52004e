// corpus_recognition_test.cpp - real workbooks of others: registers are recognised, everything else isn't.
#include <doctest/doctest.h>

#include <cstdlib>

#include "support/tables/register_template.hpp"
#include "tables/table_finder.hpp"

using namespace scorebook;
using namespace scorebook::test;

namespace {

std::string shared_folder() {
    const char* set = std::getenv("SCOREBOOK_SHARED");
    return set ? std::string(set) : std::string(SCOREBOOK_SOURCE_DIR) + "/../shared";
}

}  // namespace

TEST_SUITE("tables") {
    TEST_CASE("corpus: registers are recognised, other tables aren't") {
        using Lines = std::vector<std::string>;
        const std::string folder = shared_folder() + "/corpus/files/";
        const struct {
            const char* file;
            Lines tables;  ///< empty: must not be recognised
        } cases[] = {
            // Row 3 explains the columns; the residual rating is in words.
            {"co-cddo/SbD/Templates/Risk Register Template.xlsx", {"risks Security Risk Tracker!A2:W17 14"}},
            // Issues beside the risks have other columns.
            {"kevinmcaleer/kevstemplates.com/downloads/raid_log.xlsx", {"risks Risk Register!A4:P4 0"}},
            // A register of findings of a due diligence: 16 of 23 columns are others.
            {"Opsenex/Templates/Risk_Register_Template.xlsx", {}},
            {"Opsenex/Templates/Gantt_template.xlsx", {}},
            // Risks without any score.
            {"truongpv85/Template_Update/Risk Register.xlsx", {}},
            {"co-cddo/SbD/Templates/Risk Treatment Plan Template.xlsx", {}},
            {"truongpv85/Template_Update/Issue Log.xlsx", {}},
            {"truongpv85/Template_Update/FMEA.xlsx", {}},
            {"truongpv85/Template_Update/Stakeholder Register.xlsx", {}},
            {"truongpv85/Template_Update/Lessons Learned Register.xlsx", {}},
            {"truongpv85/Template_Update/Change Request Log.xlsx", {}},
            {"truongpv85/Template_Update/Quality Metrics.xlsx", {}},
            {"truongpv85/Template_Update/All Templates.xlsx", {}},
            {"truongpv85/Template_Update/Risk Mgt Plan.xlsx", {}},
            {"kevinmcaleer/kevstemplates.com/downloads/requirements_template.xlsx", {}},
            {"kevinmcaleer/kevstemplates.com/downloads/resource_and_cost_model.xlsx", {}},
            {"tafia/calamine/tests/inlineStr_with_value.xlsx", {}},
            {"apache/poi/test-data/spreadsheet/57523.xlsx", {}},
            {"apache/poi/test-data/spreadsheet/Tables.xlsx", {}},
            {"ironcalc/IronCalc/xlsx/tests/calc_tests/DATABASE/DAVERAGE.xlsx", {}},
        };
        std::size_t missing = 0;
        for (const auto& c : cases) {
            CAPTURE(c.file);
            auto bytes = read_whole_file(folder + c.file);
            if (!bytes) {
                ++missing;
                continue;
            }
            const auto workbook = open_workbook(std::move(*bytes), c.file);
            const FoundTables found = tables_of(*workbook);
            CHECK(describe(*workbook, found) == c.tables);
            CHECK((found.kind != nullptr) == !c.tables.empty());
        }
        if (missing > 0)
            MESSAGE("SKIPPED ", missing, " workbooks: the shared corpus isn't at ", shared_folder());
    }

    TEST_CASE("corpus: a register that lacks its scores is the nearest kind, with what is missing") {
        auto bytes =
            read_whole_file(shared_folder() + "/corpus/files/truongpv85/Template_Update/Risk Register.xlsx");
        if (!bytes) {
            MESSAGE("SKIPPED: the shared corpus isn't there");
            return;
        }
        const auto workbook = open_workbook(std::move(*bytes), "Risk Register.xlsx");
        const FoundTables found = tables_of(*workbook);
        REQUIRE(found.nearest != nullptr);
        CHECK(found.nearest->name == "risk-register");
        CHECK(found.nearest_sheet == "Risk Register");
        CHECK(found.missing_headers == std::vector<std::string>{"Risk Score"});
    }
}

// samples_test.cpp - the sample registers made from the May 2016 paper: every discrepancy the audit of the
// papers found in them, and nothing else. samples/README.md lists what each holds.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "support/checks/register_text.hpp"

using namespace scorebook;
using namespace scorebook::test;

namespace {

std::shared_ptr<const Workbook> sample(const std::string& name) {
    std::ifstream file(std::string(SCOREBOOK_SOURCE_DIR) + "/samples/" + name, std::ios::binary);
    REQUIRE(file.good());
    return open_workbook(std::string(std::istreambuf_iterator<char>(file), {}), name);
}

Report check_sample(const std::string& name) {
    return check(*sample(name), templates(), {});
}

/// What the audit of the papers says of the register of May 2016 (D-20, D-21, D-29, D-30, D-51, D-59, D-77,
/// D-78, D-79).
const std::vector<std::string> may_2016 = {
    "G08 warning Register!F6:F24 ask",       "G08 warning Register!H6:H24 ask",
    "G01 warning Register!I7 CR2 ask",       "S06 warning Register!A8:J8 CR2 ask",
    "G01 warning Register!I9 CR4 ask",       "S06 warning Register!A11:J11 CR5 ask",
    "G03 warning Register!G13 CR7 ask",      "G01 warning Register!I15 CR12 ask",
    "V12 warning Register!C16 CR15 ask",     "S06 warning Register!A17:J17 CR15 ask",
    "G01 warning Register!I18 CR16 ask",     "X03 warning Register!J19 CR20 ask",
    "S06 warning Register!A20:J20 CR20 ask", "G01 warning Register!I21 CR21 ask",
    "V16 warning Register!A26 C01 ask",      "V16 warning Register!A27 C02 ask",
    "S06 warning Register!A28:J28 C02 ask",  "G01 warning Register!I29 CO3 ask",
    "G01 warning Register!I30 CO4 ask",      "X03 warning Register!J30 CO4 ask",
    "X02 error Highlights!A11 CR4 ask",      "X02 error Highlights!A16 CR12 ask",
    "A11 error Highlights!A17 CR15 ask",     "X02 error Highlights!A18 CR16 ask",
};

}  // namespace

TEST_SUITE("checks") {
    TEST_CASE("samples: the register of May 2016 has the papers' discrepancies and no other") {
        const Report report = check_sample("risk-register-2016-05.xlsx");
        CHECK(report.period == "May 2016");
        CHECK(faults(report) == may_2016);
        CHECK(changes(report) == std::vector<std::string>{});
        CHECK(first_of(report, "A11").message ==
              "The text says 'This entry has been reworded, mitigating actions added and the residual score "
              "increased to 16', but "
              "Residual Score in the register (Register!H16) is 12.");
        CHECK(first_of(report, "G03").message ==
              "Mitigating Actions repeats 4 items: Additional funding envelope, Enhanced recruiting, Newton "
              "Europe pathway review and "
              "Increased focus on retention.");
    }

    TEST_CASE("samples: all 38 scores of the paper are reachable and all 19 residuals obey their type") {
        const Report report = check_sample("risk-register-2016-05.xlsx");
        CHECK(findings_of(report, "V10") == std::vector<std::string>{});
        CHECK(findings_of(report, "G02") == std::vector<std::string>{});
        CHECK(findings_of(report, "G05") == std::vector<std::string>{});
        std::size_t entries = 0;
        for (const TableSummary& table : report.tables) {
            if (table.name != "highlights") entries += table.rows;
        }
        CHECK(entries == 19);
    }

    TEST_CASE("samples: LibreOffice's copy has the same findings") {
        CHECK(faults(check_sample("risk-register-2016-05-libreoffice.xlsx")) == may_2016);
    }

    TEST_CASE(
        "samples: against March, 12 risks are retained, 3 are new, 11 were removed below 12 and none is "
        "lost") {
        const auto march = sample("risk-register-2016-03.xlsx");
        CheckOptions options;
        options.previous = march.get();
        options.previous_name = "risk-register-2016-03.xlsx";
        const Report report = check(*sample("risk-register-2016-05.xlsx"), templates(), options);
        CHECK(findings_of(report, "X01") == std::vector<std::string>{});
        CHECK(findings_of(report, "X02") == std::vector<std::string>{"X02 error Highlights!A11 CR4 ask",
                                                                     "X02 error Highlights!A16 CR12 ask",
                                                                     "X02 error Highlights!A17 CR15 ask",
                                                                     "X02 error Highlights!A18 CR16 ask"});
        // CR4, CR12 and CR16 rose; "Level" and "Downwards" say otherwise.
        CHECK(
            findings_of(report, "X03") ==
            std::vector<std::string>{"X03 warning Register!J9 CR4 ask", "X03 warning Register!J14 CR8 ask",
                                     "X03 warning Register!J15 CR12 ask", "X03 warning Register!J18 CR16 ask",
                                     "X03 warning Register!J19 CR20 ask", "X03 warning Register!J21 CR21 ask",
                                     "X03 warning Register!J30 CO4 ask"});
    }

    TEST_CASE("samples: the clean workbook of every kind is recognised and silent") {
        for (const std::string kind :
             {"benchmarking", "budget-monitor", "complaints", "contact-volumes", "improvement-plan",
              "kpi-scorecard", "priority-backlog", "procurement-dashboard", "provider-monitoring",
              "recovery-plan", "risk-awareness", "sla-monitor", "workforce"}) {
            CAPTURE(kind);
            const Report report = check_sample(kind + "-clean.xlsx");
            CHECK(report.template_name == kind);
            CHECK(faults(report) == std::vector<std::string>{});
            CHECK(changes(report) == std::vector<std::string>{});
        }
    }

    TEST_CASE("samples: the 5 x 5 register is in order") {
        const Report report = check_sample("risk-register-5x5.xlsx");
        CHECK(faults(report) == std::vector<std::string>{});
        CHECK(changes(report) == std::vector<std::string>{});
    }

    TEST_CASE("samples: the faults planted in its twin are found, and no other") {
        const Report report = check_sample("risk-register-5x5-faulty.xlsx");
        CHECK(faults(report) ==
              std::vector<std::string>{
                  "V11 error Risk Register!H6 CR1 ask", "G02 error Risk Register!M9 CR5 ask",
                  "G08 error Risk Register!N9 CR5 safe", "G02 error Risk Register!L13 CR12 ask",
                  "G05 error Risk Register!L15 CR16 ask", "V11 error Risk Register!L17 CR21 safe",
                  "S10 error Risk Register!A20 CR25 ask", "G01 warning Risk Register!O7 CR2 ask",
                  "G01 warning Risk Register!O10 CR6 ask", "G03 warning Risk Register!I11 CR7 ask",
                  "V01 warning Risk Register!L12 CR8 safe", "V11 warning Risk Register!H14 CR15 ask",
                  "X03 warning Risk Register!P16 CR20 ask", "V12 warning Risk Register!P17 CR21 ask",
                  "S13 warning Risk Register!A19:P19 CR25 ask", "G02 error Opportunities!L7 CO2 ask",
                  "G05 error Opportunities!L7 CO2 ask", "V16 warning Opportunities!A9 C04 ask"});
        CHECK(changes(report) ==
              std::vector<std::string>{"Risk Register!N9 value Amber -> Red",
                                       "Risk Register!L12 value 16 -> 16", "Risk Register!L17 value 14 -> 12",
                                       "Dashboard!B4 cached 13 -> 14", "Dashboard!B5 cached 2 -> 1"});
    }
}

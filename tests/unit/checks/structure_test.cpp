// structure_test.cpp - S01 to S15: each oddity of a layout is said at its place, and the layout without it
// says nothing.
#include <doctest/doctest.h>

#include "support/checks/register_text.hpp"

using namespace scorebook;
using namespace scorebook::test;

namespace {

/// A register of four columns in row 3, from the lines below the header.
std::string small_register(std::string_view body, std::string_view header =
                                                      "Ref | Risk Description | "
                                                      "Risk Score | Risk Owner") {
    return "sheet Register\nA1: Corporate Risk Register May 2016\nA3 | " + std::string(header) + "\n" +
           std::string(body);
}

struct Oddity {
    std::string name;
    std::string rule;
    std::string odd;  ///< a whole workbook
    std::vector<std::string> findings;
    std::string usual;  ///< the same without the oddity, of which the rule says nothing
};

void check_oddities(const std::vector<Oddity>& table) {
    for (const Oddity& oddity : table) {
        CAPTURE(oddity.name);
        CHECK(findings_of(check_lines(oddity.odd), oddity.rule) == oddity.findings);
        CHECK(findings_of(check_lines(oddity.usual), oddity.rule) == std::vector<std::string>{});
    }
}

const std::string entries = R"(
A4 | CR1 | Savings are not delivered | 16 | Section 151 Officer
A5 | CR2 | Staff leave | 12 | Director of Resources
A6 | CR3 | Systems fail | 15 | Head of Systems
)";

}  // namespace

TEST_SUITE("checks") {
    TEST_CASE("structure: a label merged down over two rows names both, and totals are of their own sort") {
        const std::string lines = R"(
Complaints!A1: Complaints and compliments 2023/24
A3 | Service | Type | Apr-Jun | Jul-Sept | Oct-Dec | Jan-Mar | Total
A4 | Highways | Complaints | 21 | 18 | 15 | 30 | 84
B5 | Compliments | 6 | 9 | 4 | 5 | 24
A6 | Libraries | Complaints | 3 | 2 | 4 | 1 | 10
B7 | Compliments | 12 | 15 | 11 | 14 | 52
merge A4:A5
merge A6:A7
A8 | All services | Complaints | 24 | 20 | 19 | 31 | 94
B9 | Compliments | 18 | 24 | 15 | 19 | 76
)";
        CHECK(faults(check_lines(lines)) == std::vector<std::string>{});
        CHECK(check_lines(lines).tables.at(0).rows == 4);
        CHECK(faults(check_lines(lines + "F8: 32")) ==
              std::vector<std::string>{"A02 error Complaints!F8 All services ask",
                                       "A02 error Complaints!G8 All services ask"});
        CHECK(faults(check_lines(lines + "E9: 14\nG9: 75")) ==
              std::vector<std::string>{"A02 error Complaints!E9 All services ask",
                                       "A02 error Complaints!G9 All services ask"});
    }

    TEST_CASE("structure: headers that are misspelt, unknown, doubled or missing") {
        check_oddities({
            {"S01 a slip in a header",
             "S01",
             small_register(entries, "Ref | Risk Descripton | Risk Score | Risk Owner"),
             {"S01 info Register!B3 none"},
             small_register(entries)},
            {"S01 a column no rule knows",
             "S01",
             small_register(entries + "E3: Cabinet Portfolio Minutes\nE4: 12 May",
                            "Ref | Risk Description | Risk Score | Risk Owner"),
             {"S01 info Register!E3 none"},
             small_register(entries)},
            {"S01 a second register without its scores",
             "S01",
             register_lines() +
                 "sheet More\nA3 | Ref | Risk Description | Risk Type | Mitigating Actions | Risk Owner | "
                 "Status\nA4 | CR8 | Flood | Social | Dredge | Head of Highways | Open",
             {"S01 error More!A3 ask"},
             register_lines()},
            {"S02 two columns with one header",
             "S02",
             small_register(entries + "E3: Risk Owner\nE4: Head of Finance"),
             {"S02 warning Register!E3 ask"},
             small_register(entries)},
            {"S03 values one column to the right of their header",
             "S03",
             small_register(R"(
                 A4 | CR1 | | Savings are not delivered | 16 | Section 151 Officer
                 A5 | CR2 | | Staff leave | 12 | Director of Resources
                 A6 | CR3 | | Systems fail | 15 | Head of Systems
             )",
                            "Ref | Risk Description | | Risk Score | Risk Owner"),
             {"S03 error Register!B3:C4 ask"},
             small_register(entries)},
        });
    }

    TEST_CASE("structure: headers one column off are seen although the last column is hardly filled (S03)") {
        const std::string scorecard = R"(
sheet Scorecard
A3 | Ref | Measure | Target | Previous | Actual | Status | Commentary
A4 | M1 | Repair time | 98 | 92 | | 99 | Green
A5 | M2 | Loans | 98 | 90 | | 98 | Green
A6 | M3 | Visits | 98 | 90 | | 98 | Green
A7 | M4 | Defects | 98 | 97 | | 60 | Red | Crews were hired
)";
        CHECK(
            faults(check_lines(scorecard + "C3: Good is\nC4: Higher\nC5: Higher\nC6: Higher\nC7: Higher\nD3: "
                                           "Target\nD4: 98\nD5: 98\nD6: 98\nD7: 98")) ==
            std::vector<std::string>{"S03 error Scorecard!E3:H4 ask"});
        // An empty column with a note beside the table is only an empty column.
        CHECK(
            findings_of(
                check_lines("A3 | Ref | Measure | Target | Actual | Status | Commentary\nA4 | M1 | Repair | "
                            "98 | 99 | Green | | see below\nA5 | M2 | Loans | 98 | 99 | Green\nA6 | M3 | "
                            "Visits | 98 | 99 | Green"),
                "S03") == std::vector<std::string>{});
    }

    TEST_CASE("structure: a table none of whose rows can be read is told as not checked") {
        const Report report =
            check_lines("A3 | Directorate | FTE | Days lost | Days lost per FTE | Target\nD4: 4\nE4: 5");
        REQUIRE(report.tables.size() == 1);
        CHECK(report.tables[0].rows == 0);
        CHECK(std::any_of(report.not_checked.begin(), report.not_checked.end(), [](const NotChecked& entry) {
            return entry.what == "rows below A3:E3 of Sheet1";
        }));
    }

    TEST_CASE("structure: a total whose label stands behind its figure is no entry") {
        const Report report = check_lines(R"(
sheet Triage
A3 | Number of Cases | RAG | Criteria
A4 | 322 | Red | Urgent
A5 | 1242 | Amber | Some restriction
A6 | 2000 | Green | Settled
A7 | 3564 | | Total
)");
        REQUIRE(report.tables.size() == 1);
        CHECK(report.tables[0].rows == 3);
        CHECK(faults(report) == std::vector<std::string>{});
        CHECK(faults(check_lines(
                  "sheet Triage\nA3 | Number of Cases | RAG | Criteria\nA4 | 322 | Red | Urgent\n"
                  "A5 | 1242 | Amber | Some\nA6 | 2000 | Green | Settled\nA7 | 3565 | | Total")) ==
              std::vector<std::string>{"A02 error Triage!A7 Total ask"});
    }

    TEST_CASE("structure: rows that are no entries of their own") {
        check_oddities({
            {"S04 a second header set right below the first table",
             "S04",
             register_lines() +
                 "A9 | Opportunity Identification Number | Opportunity Description | Opportunity Score | "
                 "Maximising Actions | Residual Opportunity Score | Opportunity Owner\n"
                 "A10 | CO5 | A new market | 12 | Bid | 16 | Chief Executive",
             {"S04 info Register!A9:F9 none"},
             register_lines()},
            {"S05 the header again, as at the top of a page",
             "S05",
             small_register(entries + "A7 | Ref | Risk Description | Risk Score | Risk Owner\n"
                                      "A8 | CR4 | Fire | 16 | Head of Estates"),
             {"S05 info Register!A7:D7 none"},
             small_register(entries)},
            {"S07 a cell cut by a page break",
             "S07",
             small_register(entries + "A7 | CR4 | Fewer people of working age, 18- | 16 | Head of Estates\n"
                                      "B8: 64."),
             {"S07 warning Register!B7:B8 ask"},
             small_register(entries)},
            {"S08 a heading over some entries",
             "S08",
             small_register("A4: Financial risks\n"
                            "A5 | CR1 | Savings are not delivered | 16 | Section 151 Officer\n"
                            "A6 | CR2 | Staff leave | 12 | Director of Resources"),
             {"S08 info Register!A4:D4 none"},
             small_register(entries)},
            {"S09 a group fused with an identifier",
             "S09",
             small_register("A4 | Economic CR1 | Savings are not delivered | 16 | Section 151 Officer\n"
                            "A5 | CR2 | Staff leave | 12 | Director of Resources\n"
                            "A6 | CR3 | Systems fail | 15 | Head of Systems"),
             {"S09 warning Register!A4 ask"},
             small_register(entries)},
            {"S15 a total below the entries is left out and said",
             "S15",
             small_register(entries + "A7 | Total | | 43"),
             {"S15 info Register!A7:D7 none"},
             small_register(entries)},
            {"S15 a total amid the entries",
             "S15",
             small_register("A4 | CR1 | Savings are not delivered | 16 | Section 151 Officer\n"
                            "A5 | Total | | 16\n"
                            "A6 | CR2 | Staff leave | 12 | Director of Resources\n"
                            "A7 | CR3 | Systems fail | 15 | Head of Systems"),
             {"S15 warning Register!A5:D5 ask"},
             small_register(entries)},
        });
    }

    TEST_CASE("structure: what a reader doesn't see is listed (S13), and checked all the same") {
        check_oddities({
            {"a filter that hides an entry",
             "S13",
             small_register(entries + "active filter A3:D6\nhidden row 5"),
             {"S13 warning Register!A5:D5 CR2 ask"},
             small_register(entries + "filter A3:D6")},
            {"a hidden sheet with a register",
             "S13",
             small_register(entries) +
                 "sheet Old hidden\nA3 | Ref | Risk Description | Risk Score | Risk Owner\n"
                 "A4 | CR9 | Flood | 12 | Head of Highways",
             {"S13 warning Old ask"},
             small_register(entries) + "sheet Old\nA3 | Ref | Risk Description | Risk Score | Risk Owner\n"
                                       "A4 | CR9 | Flood | 12 | Head of Highways"},
            {"a hidden sheet of words for the drop-downs is only mentioned",
             "S13",
             small_register(entries) + "sheet Lists hidden\nA1: Economic\nA2: Social",
             {"S13 info Lists none"},
             small_register(entries) + "sheet Lists\nA1: Economic\nA2: Social"},
        });
        const Report report = check_lines(small_register(
            "A4 | CR1 | Savings are not delivered | 16 | Section 151 Officer\nA5 | CR2 | Staff leave | 22 | "
            "Director of Resources\nA6 | CR3 | Systems fail | 15 | Head of Systems\nactive filter "
            "A3:D6\nhidden row 5"));
        CHECK(findings_of(report, "V10") == std::vector<std::string>{"V10 error Register!C5 CR2 ask"});
    }

    TEST_CASE("structure: two registers in one tab are two tables, each with its range") {
        const Report report =
            check_lines(small_register(
                entries + "A9 | Ref | Opportunity Description | Opportunity Score | Opportunity Owner\n"
                          "A10 | CO1 | A combined authority | 12 | Chief Executive\n"
                          "A11 | CO2 | Economic growth | 16 | Director of Economic Development"));
        REQUIRE(report.tables.size() == 2);
        CHECK(report.tables[0].rows == 3);
        CHECK(to_a1(report.tables[0].range) == "A3:D6");
        CHECK(report.tables[1].rows == 2);
        CHECK(to_a1(report.tables[1].range) == "A9:D11");
    }

    TEST_CASE(
        "structure: a rule broken on more than a thousand entries keeps a thousand findings and says so") {
        std::string lines = "sheet Long\nA1 | Ref | Risk Description | Risk Score | Risk Owner\n";
        for (int i = 1; i <= 1200; ++i) {
            lines += "A" + std::to_string(i + 1) + " | CR" + std::to_string(i) + " | Risk number " +
                     std::to_string(i) + " | 22 | Head of Finance\n";
        }
        const auto findings = findings_of(check_lines(lines), "V10");
        REQUIRE(findings.size() == 1001);
        CHECK(findings.front() == "V10 error Long!C2 CR1 ask");
        CHECK(findings.back() == "V10 error Long!C1002:C1201 ask");
    }

    TEST_CASE("structure: a misspelt setting on the Scorebook sheet has no effect and says so") {
        const std::string setting = "sheet Scorebook\nA1 | Treshold | 15";
        const Report report = check_lines(register_lines() + setting);
        CHECK(faults(report) == std::vector<std::string>{"S01 warning Scorebook!A1 ask"});
        CHECK(first_of(report, "S01").message ==
              "This row of the Scorebook sheet has no effect: \"Treshold\" is no setting of a Corporate risk "
              "and opportunity register.");
        CHECK(faults(check_lines(register_lines() + "sheet Scorebook\nA1 | Threshold | 12")) ==
              std::vector<std::string>{});
    }
}

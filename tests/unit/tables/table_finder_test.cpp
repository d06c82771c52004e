// table_finder_test.cpp - tables found in sheets as officers leave them, and nothing found where there is
// none.
#include "tables/table_finder.hpp"

#include <doctest/doctest.h>

#include "support/tables/register_template.hpp"
#include "support/workbook_text.hpp"

using namespace scorebook;
using namespace scorebook::test;

namespace {

using Lines = std::vector<std::string>;

const FoundTable& only_table(const FoundTables& found) {
    REQUIRE(found.tables.size() == 1);
    return found.tables.front();
}

}  // namespace

TEST_SUITE("tables") {
    TEST_CASE(
        "table finder: title rows above, spilt rows, a second header inside, notes and a key below (J1)") {
        const auto book = workbook_from(R"(
            Register!A1: Corporate Risk & Opportunity Register
            merge A1:J1
            A2: May 2016
            A5 | Risk Identification Number (RIN) | Risk Description | Risk Type | Possible Consequences | Current Controls | Risk Score | Mitigating Actions | Residual Score | Risk Owner | Direction of Travel
            A6 | CR1 | Failure of the MTFS | Economic | Overspend | • Monitoring | 25 | • Programme boards | 16 | MT | Level
            A7 | CR2 | Viability | Economic/ Political | No budget | • Review | 25 | • Zero based review | 20 | MT | Level
            G8: Lancashire in conjunction with its partners.
            A9 | Opportunity Identification Number | Opportunity Description | Opportunity Type | Possible Benefits | Progress to date | Opportunity Score | Maximising Actions | Residual Opportunity Score | Opportunity Owner | Direction of Travel
            A10 | C01 | A new model | Political | Devolution | Briefings | 12 | Work with partners | 16 | CEX | Upwards
            A11 | C02 | Growth | Economic | Jobs | LEP | 12 | Work | 16 | CEX | Upwards
            D12: and business creation
            E12: Enterprise Zones
            A14: Key to Scores
            B15 | CATASTROPHIC (for risk) OUTSTANDING (for opportunity) | 5 | 10 | 15 | 20 | 25
            B16 | MAJOR | 4 | 8 | 12 | 16 | 20
            A17 | IMPACT | MINOR | 2 | 4 | 6 | 8 | 10
            C18 | RARE | UNLIKELY | POSSIBLE | LIKELY | CERTAIN
            D19: LIKELIHOOD
        )");
        const FoundTables found = tables_of(*book);
        CHECK(describe(*book, found) ==
              Lines{"risks Register!A5:J8 2 [7-8]", "opportunities Register!A9:J12 2 [11-12]"});
        CHECK(remarks_of(found.tables[0], StructureKind::continuation) == Lines{"A8:J8 CR2"});
        CHECK(remarks_of(found.tables[1], StructureKind::second_header) == Lines{"A9:J9 Risks"});
        CHECK(remarks_of(found.tables[1], StructureKind::stray_rows).empty());
    }

    TEST_CASE("table finder: a group row merged over impact, likelihood and score names their stage") {
        const auto book = workbook_from(R"(
            A3 | Ref | Risk Description | Initial | | | Current Controls | Residual | | | Target | | | Owner
            merge A3:A4
            merge B3:B4
            merge C3:E3
            merge F3:F4
            merge G3:I3
            merge J3:L3
            merge M3:M4
            C4 | Impact | Likelihood | Score
            G4 | Impact | Likelihood | Score | Impact | Likelihood | Score
            A5 | CR1 | Fire | 5 | 4 | 20 | Sprinklers | 5 | 2 | 10 | 3 | 2 | 6 | Head of Estates
            A6 | CR2 | Flood | 4 | 4 | 16 | Pumps | 4 | 2 | 8 | 2 | 2 | 4 | Head of Estates
        )");
        const FoundTables found = tables_of(*book);
        const FoundTable& table = only_table(found);
        CHECK(describe(*book, table) == "risks Sheet1!A3:M6 2");
        CHECK(columns_of(table) ==
              "A id, B description, C impact, D likelihood, E score, F controls, G residual_impact, "
              "H residual_likelihood, I residual_score, J target_impact, K target_likelihood, L "
              "target_score, M owner");
        CHECK(table.last_header_row == 3);
        CHECK(table.columns[6].header == "Residual Impact");
        CHECK(remarks_of(table, StructureKind::duplicate_header).empty());
    }

    TEST_CASE("table finder: group labels typed once, unmerged, over their columns") {
        const auto book = workbook_from(R"(
            D2: Inherent risk
            G2: Residual risk
            A3 | Risk ID | Risk | Category | I | L | Rating | I | L | Rating | Risk Owner
            A4 | R1 | Fire | Legal | 5 | 4 | 20 | 5 | 2 | 10 | Director of Place
        )");
        const FoundTables found = tables_of(*book);
        CHECK(columns_of(only_table(found)) ==
              "A id, B title, C type, D impact, E likelihood, F score, G residual_impact, H "
              "residual_likelihood, "
              "I residual_score, J owner");
    }

    TEST_CASE(
        "table finder: the same labels twice without groups are the next stage, and said to be duplicates") {
        const auto book = workbook_from(R"(
            A1 | RIN | Risk Description | Impact | Likelihood | Score | Controls | Impact | Likelihood | Score
            A2 | CR1 | Fire | 5 | 4 | 20 | Sprinklers | 5 | 2 | 10
        )");
        const FoundTables found = tables_of(*book);
        const FoundTable& table = only_table(found);
        CHECK(columns_of(table) ==
              "A id, B description, C impact, D likelihood, E score, F controls, G residual_impact, "
              "H residual_likelihood, I residual_score");
        CHECK(remarks_of(table, StructureKind::duplicate_header) ==
              Lines{"G1 Impact", "H1 Likelihood", "I1 Score"});
    }

    TEST_CASE("table finder: two names for one column are told apart from one name typed twice") {
        const auto book = workbook_from(R"(
            A1 | RIN | Risk Description | Risk Score | Residual Score | Risk Type | Risk Owner | Owner
            A2 | CR1 | Fire | 20 | 10 | Legal | Director | Head of Estates
        )");
        const FoundTables found = tables_of(*book);
        const FoundTable& table = only_table(found);
        CHECK(remarks_of(table, StructureKind::duplicate_header).empty());
        CHECK(remarks_of(table, StructureKind::second_meaning) == Lines{"G1 Owner | Risk Owner"});
    }

    TEST_CASE("table finder: 'Score' beside 'Residual Score' is the first score, in either order") {
        const auto book = workbook_from(R"(
            A1 | Risk Ref | Risk Description | Residual Score | Score | Risk Owner
            A2 | CR1 | Fire | 10 | 20 | Director
        )");
        CHECK(columns_of(only_table(tables_of(*book))) ==
              "A id, B description, C residual_score, D score, E owner");
    }

    TEST_CASE("table finder: slips, line breaks, no-break spaces, footnote marks and units in headers") {
        const auto book = workbook_from(
            "A1 | RIN | Risk\\nDiscription* | Risk Type\xC2\xA0 | Impact (1-5) | Liklihood (1-5) | RISK  "
            "SCORE\xC2\xB9 | Residaul Score | Notes to self\n"
            "A2 | CR1 | Fire | Legal | 5 | 4 | 20 | 10 | x\n");
        const FoundTables found = tables_of(*book);
        const FoundTable& table = only_table(found);
        CHECK(columns_of(table) ==
              "A id, B description, C type, D impact, E likelihood, F score, G residual_score, H ?Notes to "
              "self");
        CHECK(remarks_of(table, StructureKind::near_header) ==
              Lines{"B1 Risk Discription* | Risk Description", "E1 Liklihood (1-5) | Likelihood",
                    "G1 Residaul Score | Residual Score"});
        CHECK(remarks_of(table, StructureKind::unknown_column) == Lines{"H1 Notes to self"});
    }

    TEST_CASE("table finder: sections, totals, spacer rows and columns, hidden rows") {
        const auto book = workbook_from(R"(
            A1 | RIN | | Risk Description | | Risk Score | Residual Score | | Risk Owner
            A2: Adult Services
            merge A2:H2
            A3 | CR1 | | Fire | | 20 | 12 | | Director
            A5 | CR2 | | Flood | | 16 | 12 | | Director
            A6 | Sub-total | | | | 36 | 24
            A7: Children's Services
            A8 | CR3 | | Theft | | 12 | 9 | | Director
            hidden row 8
            A9 | Total | | | | 48 | 33
            A11: Scores are impact times likelihood.
        )");
        const FoundTables found = tables_of(*book);
        const FoundTable& table = only_table(found);
        CHECK(describe(*book, table) == "risks Sheet1!A1:H8 3");
        CHECK(table.sections == Lines{"", "Adult Services", "Children's Services"});
        CHECK(table.entries[0].section == 1);
        CHECK(table.entries[1].section == 1);
        CHECK(table.entries[2].section == 2);
        CHECK(table.entries[2].hidden);
        CHECK_FALSE(table.entries[1].hidden);
        CHECK(remarks_of(table, StructureKind::section_row) ==
              Lines{"A2:H2 Adult Services", "A7:H7 Children's Services"});
        CHECK(remarks_of(table, StructureKind::total_row) ==
              Lines{"A6:H6 Sub-total | middle", "A9:H9 Total"});
    }

    TEST_CASE(
        "table finder: page headers repeated in the body are dropped, and a word cut by the page is seen "
        "(S05, S07)") {
        const auto book = workbook_from(R"(
            A1 | RIN | Risk Description | Risk Type | Risk Score | Residual Score
            A2 | CR1 | People aged 18- | Social | 20 | 12
            A3 | RIN | Risk Description | Risk Type | Risk Score | Residual Score
            B4: "64."
            A5 | CR2 | Flood | Legal | 16 | 12
        )");
        const FoundTables found = tables_of(*book);
        const FoundTable& table = only_table(found);
        CHECK(describe(*book, table) == "risks Sheet1!A1:E5 2 [2-4]");
        CHECK(remarks_of(table, StructureKind::repeated_header) == Lines{"A3:E3"});
        CHECK(remarks_of(table, StructureKind::cut_cell) == Lines{"B2:B4 18-64."});
    }

    TEST_CASE("table finder: a header repeated under a section's label begins no other table (S05, S08)") {
        const char* const pages = R"(
            A1 | RIN | Risk Description | Risk Type | Risk Score | Residual Score
            A2: Adult Services
            A3 | CR1 | Fire | Legal | 20 | 12
            A4: Children's Services
            A5 | RIN | Risk Description | Risk Type | Risk Score | Residual Score
            A6 | CR2 | Flood | Legal | 16 | 12
            A7 | CR3 | Fraud | Legal | 16 | 12
        )";
        const auto book = workbook_from(pages);
        const FoundTables found = tables_of(*book);
        const FoundTable& table = only_table(found);
        CHECK(describe(*book, table) == "risks Sheet1!A1:E7 3");
        CHECK(table.sections == Lines{"", "Adult Services", "Children's Services"});
        CHECK(remarks_of(table, StructureKind::repeated_header) == Lines{"A5:E5"});
        CHECK(remarks_of(table, StructureKind::second_header).empty());
        // Under a total, and after an empty row, the label is the title of another table.
        const auto with_total = workbook_from(std::string(pages) + "A3 | Total | Fire | Legal | 20 | 12");
        CHECK(tables_of(*with_total).tables.size() == 2);
        const auto apart = workbook_from(
            "A1 | RIN | Risk Description | Risk Type | Risk Score | Residual Score\n"
            "A2 | CR1 | Fire | Legal | 20 | 12\nA4: Children's Services\n"
            "A5 | RIN | Risk Description | Risk Type | Risk Score | Residual Score\n"
            "A6 | CR2 | Flood | Legal | 16 | 12");
        CHECK(tables_of(*apart).tables.size() == 2);
    }

    TEST_CASE("table finder: a row of instructions under the header is no entry") {
        const char* const entries = R"(
            A1 | RIN | Risk Description | Risk Type | Likelihood | Impact | Risk Score
            A3 | CR1 | Fire | Legal | Very likely | Major | 20
            A4 | CR2 | Flood | Legal | 4 - Likely | 4 | 16
        )";
        const auto with =
            workbook_from(std::string(entries) +
                          "A2 | Unique risk ID | What might happen | A type from the list | The "
                          "probability of the risk | What would the impact be?");
        CHECK(describe(*with, only_table(tables_of(*with))) == "risks Sheet1!A1:F4 2");
        CHECK(remarks_of(only_table(tables_of(*with)), StructureKind::explanation_row) == Lines{"A2:F2"});
        const auto without = workbook_from(std::string(entries) +
                                           "A2 | CR0 | Theft | Legal | Quite likely to happen soon | Minor");
        CHECK(describe(*without, only_table(tables_of(*without))) == "risks Sheet1!A1:F4 3");
    }

    TEST_CASE("table finder: a score column of words only is set aside; one with a figure is not") {
        const std::string header = "A1 | RIN | Risk Description | Risk Type | Risk Score | Residual Score\n";
        const auto words =
            workbook_from(header +
                          "A2 | CR1 | Fire | Legal | 20 | Medium\nA3 | CR2 | Flood | Legal | 16 | "
                          "TBC\nA4 | CR3 | Theft | Legal | 12 | Low");
        const FoundTables found = tables_of(*words);
        CHECK(only_table(found).find_column("residual_score") == nullptr);
        CHECK(remarks_of(only_table(found), StructureKind::worded_score) ==
              Lines{"E1 Residual Score | Residual Score"});
        for (const char* const other : {"9", "Low (4)", "n/a", ""}) {
            CAPTURE(other);
            const auto mixed = workbook_from(header +
                                             "A2 | CR1 | Fire | Legal | 20 | Medium\nA3 | CR2 | Flood | "
                                             "Legal | 16 | " +
                                             other);
            const FoundTables kept = tables_of(*mixed);
            CHECK(only_table(kept).find_column("residual_score") != nullptr);
        }
    }

    TEST_CASE("table finder: an id merged down over several rows is one entry") {
        const auto book = workbook_from(R"(
            A1 | RIN | Risk Description | Risk Score | Mitigating Actions | Residual Score
            A2 | CR1 | Fire | 20 | Sprinklers | 12
            B3 | Smoke | 20 | Alarms | 12
            merge A2:A3
            A4 | CR2 | Flood | 16 | Pumps | 12
        )");
        CHECK(describe(*book, only_table(tables_of(*book))) == "risks Sheet1!A1:E4 2 [2-3]");
    }

    TEST_CASE(
        "table finder: a row whose id was forgotten is an entry when it has a description and a score") {
        const auto book = workbook_from(R"(
            A1 | RIN | Risk Description | Risk Type | Risk Score | Residual Score
            A2 | CR1 | Fire | Legal | 20 | 12
            B3 | Flood | Legal | 16 | 12
        )");
        const FoundTables found = tables_of(*book);
        CHECK(describe(*book, only_table(found)) == "risks Sheet1!A1:E3 2");
    }

    TEST_CASE("table finder: labels one column left of their values are moved to them, and said (S03)") {
        const auto book = workbook_from(R"(
            A1 | RIN | Risk Description | Risk Type | Risk Score | Residual Score
            A2 | CR1 | | Fire | Legal | 20 | 12
            A3 | CR2 | | Flood | Legal | 16 | 12
        )");
        const FoundTables found = tables_of(*book);
        const FoundTable& table = only_table(found);
        CHECK(columns_of(table) == "A id, C description, D type, E score, F residual_score");
        CHECK(describe(*book, table) == "risks Sheet1!A1:F3 2");
        CHECK(remarks_of(table, StructureKind::misaligned_column) == Lines{"B1:F2 Risk Description"});
    }

    TEST_CASE("table finder: a whole table shifted by one column against its header") {
        const auto book = workbook_from(R"(
            A1 | RIN | Risk Description | Risk Type | Risk Score | Residual Score
            B2 | CR1 | Fire | Legal | 20 | 12
            B3 | CR2 | Flood | Legal | 16 | 12
        )");
        const FoundTables found = tables_of(*book);
        CHECK(columns_of(only_table(found)) == "B id, C description, D type, E score, F residual_score");
        CHECK(only_table(found).entries.size() == 2);
    }

    TEST_CASE("table finder: a group or title fused with the id is split (S09)") {
        const auto book = workbook_from(R"(
            A1 | RIN | Risk Description | Risk Type | Risk Score | Residual Score
            A2 | Economic CR1 | Fire | Legal | 20 | 12
            A3 | CR2 | Flood | Legal | 16 | 12
        )");
        const FoundTables found = tables_of(*book);
        CHECK(only_table(found).entries.size() == 2);
        CHECK(remarks_of(only_table(found), StructureKind::fused_label) ==
              Lines{"A2 Economic CR1 | Economic | CR1"});
    }

    TEST_CASE("table finder: an Excel table ends where it ends, its totals row is none of its entries") {
        const auto book = workbook_from(R"(
            A1 | RIN | Risk Description | Risk Type | Risk Score | Residual Score
            A2 | CR1 | Fire | Legal | 20 | 12
            A3 | CR2 | Flood | Legal | 16 | 12
            A4 | Total | | | 36 | 24
            table Risks A1:E4 totals
        )");
        const FoundTables found = tables_of(*book);
        CHECK(describe(*book, only_table(found)) == "risks Sheet1!A1:E3 2");
        CHECK(only_table(found).excel_table == "Risks");
        CHECK(remarks_of(only_table(found), StructureKind::total_row) == Lines{"A4:E4 Total"});
    }

    TEST_CASE("table finder: rows typed right below an Excel table are entries too") {
        const auto book = workbook_from(R"(
            A1 | RIN | Risk Description | Risk Type | Risk Score | Residual Score
            A2 | CR1 | Fire | Legal | 20 | 12
            A3 | CR2 | Flood | Legal | 16 | 12
            table Risks A1:E2
        )");
        CHECK(describe(*book, only_table(tables_of(*book))) == "risks Sheet1!A1:E3 2");
    }

    TEST_CASE("table finder: two tables side by side, and a key beside the table") {
        const auto book = workbook_from(R"(
            A1 | RIN | Risk Description | Risk Type | Risk Score | Residual Score | | OIN | Opportunity Description | Opportunity Type | Opportunity Score | Residual Opportunity Score
            A2 | CR1 | Fire | Legal | 20 | 12 | | CO1 | Growth | Economic | 12 | 16
            A3 | CR2 | Flood | Legal | 16 | 12
            sheet Key beside
            A1 | RIN | Risk Description | Risk Type | Risk Score | Residual Score | | Key
            A2 | CR1 | Fire | Legal | 20 | 12 | | MAJOR | 4 | 8 | 12 | 16 | 20
            A3 | CR2 | Flood | Legal | 16 | 12 | | MINOR | 2 | 4 | 6 | 8 | 10
            H4 | | RARE | UNLIKELY
        )");
        const FoundTables found = tables_of(*book);
        CHECK(describe(*book, found) ==
              Lines{"risks Sheet1!A1:E3 2", "opportunities Sheet1!G1:K2 1", "risks Key beside!A1:E3 2"});
    }

    TEST_CASE("table finder: the 5x5 key right below the last entry is neither an entry nor joined to one") {
        const auto book = workbook_from(R"(
            A1 | RIN | Risk Description | Risk Type | Possible Consequences | Current Controls | Risk Score | Residual Score
            A2 | CR1 | Fire | Legal | Loss | Sprinklers | 20 | 12
            A3 | | CATASTROPHIC | 5 | 10 | 15 | 20 | 25
            A4 | | MAJOR | 4 | 8 | 12 | 16 | 20
            A5 | | | RARE | UNLIKELY | POSSIBLE | LIKELY | CERTAIN
        )");
        CHECK(describe(*book, only_table(tables_of(*book))) == "risks Sheet1!A1:G2 1");
    }

    TEST_CASE("table finder: lists of highlights on one sheet, only beside a register (T4)") {
        const char* highlights = R"(
            sheet Highlights
            A1: The following entries remain on the register:
            A2 | Risk Identification Number (RIN) | Risk Description
            A3 | CR1 | Fire. Residual score remains at 12.
            A5 | CO1 | Growth. Scores reassessed.
            A6: there have been new entries:
            A7 | Risk Identification Number (RIN) | Risk Description
            A8 | CR2 | Flood.
        )";
        const auto alone = workbook_from(highlights);
        CHECK(tables_of(*alone).kind == nullptr);
        const auto book = workbook_from(std::string(highlights) + R"(
            sheet Register
            A1 | RIN | Risk Description | Risk Type | Risk Score | Residual Score
            A2 | CR1 | Fire | Legal | 20 | 12
        )");
        CHECK(describe(*book, tables_of(*book)) == Lines{"highlights Highlights!A2:B5 2",
                                                         "highlights Highlights!A7:B8 1",
                                                         "risks Register!A1:E2 1"});
    }

    TEST_CASE(
        "table finder: a header without entries is a table, numbered rows nobody filled in are no entries") {
        const auto book = workbook_from(R"(
            A1 | RIN | Risk Description | Impact | Likelihood | Risk Score | RAG
            A2 | CR1 | | | | =C2*D2 -> 0 | =IF(E2>9,"Red","Green") -> Green
            A3 | CR2
        )");
        CHECK(describe(*book, only_table(tables_of(*book))) == "risks Sheet1!A1:F1 0");
    }

    TEST_CASE("table finder: what isn't a register isn't found; the nearest kind says what it lacks") {
        const auto book = workbook_from(R"(
            Stock!A1 | Item | Type | Price | Owner
            A2 | Chair | Oak | 20 | Store
            Notes!A1 | Risk Type | Risk Owner | Current Controls
            A2 | Legal | Director | Policy
            Empty!A1:
        )");
        const FoundTables found = tables_of(*book);
        CHECK(found.kind == nullptr);
        CHECK(found.tables.empty());
        REQUIRE(found.nearest != nullptr);
        CHECK(found.nearest->name == "risk-register");
        CHECK(found.nearest_sheet == "Notes");
        CHECK(found.missing_headers == Lines{"Risk Description", "Risk Score"});
    }

    TEST_CASE("table finder: words of headers in a list of words or in entries make no table") {
        const auto book = workbook_from(R"(
            A1 | Risk | Action | Owner
            A2 | Owner | Status | Score
            A3 | Impact | Title | Type
            A4 | Students | Score | Title | Comments | Status
            A5 | Ann | 12 | Essay | Good | Open
        )");
        CHECK(tables_of(*book).kind == nullptr);
    }
}

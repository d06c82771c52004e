// risk_register_test.cpp - the risk and opportunity register as shipped: its words, bands and rules against
// the papers.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <set>
#include <string>

#include "scorebook/error.hpp"
#include "scorebook/template_set.hpp"
#include "templates/known_kinds.hpp"
#include "templates/template_file.hpp"

using namespace scorebook;

namespace {

const KnownKind& known_register() {
    static const TemplateSet all = TemplateSet::built_in();
    for (const KnownKind& kind : all.known().kinds) {
        if (kind.name == "risk-register") return kind;
    }
    FAIL("risk-register.xml is not built in");
    return all.known().kinds.front();
}

const WorkbookTemplate& register_kind() {
    static const WorkbookTemplate kind = known_register().in_full();
    return kind;
}

/// The id of the column of `table` that has exactly this header, "" for none.
std::string column_headed(const TableSpec& table, const std::string& header) {
    for (const ColumnSpec& column : table.columns) {
        if (column.header == header) return column.id;
        if (std::find(column.synonyms.begin(), column.synonyms.end(), header) != column.synonyms.end())
            return column.id;
    }
    return {};
}

/// Relative luminance and contrast, WCAG 2.1.
double luminance(Rgb colour) {
    const auto part = [&](int shift) {
        const double c = ((colour >> shift) & 0xFF) / 255.0;
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0);
}

double contrast(Rgb a, Rgb b) {
    const double high = std::max(luminance(a), luminance(b));
    return (high + 0.05) / (std::min(luminance(a), luminance(b)) + 0.05);
}

}  // namespace

TEST_SUITE("templates") {
    TEST_CASE("risk register: the headers of the May 2016 paper are its columns") {
        struct Header {
            const char* header;
            const char* id;
        };
        const Header risk_headers[] = {
            {"Risk Identification Number (RIN)", "id"},
            {"Risk Description", "description"},
            {"Risk Type", "type"},
            {"Possible Consequences", "consequences"},
            {"Current Controls", "controls"},
            {"Risk Score", "score"},
            {"Mitigating Actions", "actions"},
            {"Residual Score", "residual_score"},
            {"Risk Owner", "owner"},
            {"Direction of Travel", "direction"},
        };
        const TableSpec* risks = register_kind().find_table("risks");
        REQUIRE(risks);
        for (const Header& h : risk_headers) CHECK(column_headed(*risks, h.header) == h.id);

        const Header opportunity_headers[] = {
            {"Opportunity Identification Number", "id"},
            {"Opportunity Description", "description"},
            {"Opportunity Type", "type"},
            {"Possible Benefits", "benefits"},
            {"Progress to date", "progress"},
            {"Opportunity Score", "score"},
            {"Maximising Actions", "actions"},
            {"Residual Opportunity Score", "residual_score"},
            {"Opportunity Owner", "owner"},
            {"Direction of Travel", "direction"},
        };
        const TableSpec* opportunities = register_kind().find_table("opportunities");
        REQUIRE(opportunities);
        CHECK(opportunities->higher_is_better);
        for (const Header& h : opportunity_headers) CHECK(column_headed(*opportunities, h.header) == h.id);

        const TableSpec* highlights = register_kind().find_table("highlights");
        REQUIRE(highlights);
        CHECK(highlights->is_narrative);
        CHECK(column_headed(*highlights, "Risk Identification Number (RIN)") == "id");
        CHECK(column_headed(*highlights, "Risk Description") == "description");
    }

    TEST_CASE("risk register: the headings other councils use are known") {
        struct Header {
            const char* header;
            const char* id;
        };
        const Header headers[] = {
            {"Ref", "id"},
            {"Risk ID", "id"},
            {"Risk Ref", "id"},
            {"RIN", "id"},
            {"Risk", "title"},
            {"Inherent Score", "score"},
            {"Gross Risk Score", "score"},
            {"Initial Score", "score"},
            {"Inherent Risk Impact", "impact"},
            {"Gross Likelihood", "likelihood"},
            {"Severity", "impact"},
            {"Consequence Score", "impact"},
            {"Consequences", "consequences"},
            {"Probability", "likelihood"},
            {"Current Score", "residual_score"},
            {"Net Score", "residual_score"},
            {"Residual Risk Rating", "residual_score"},
            {"Current Risk Impact", "residual_impact"},
            {"Net Likelihood", "residual_likelihood"},
            {"Residual Risk Likelihood", "residual_likelihood"},
            {"Target Score", "target_score"},
            {"Target Risk Score", "target_score"},
            {"RAG Status", "rag"},
            {"Risk Level", "rag"},
            {"Risk Rating", "score"},
            {"Owner", "owner"},
            {"Lead Officer", "owner"},
            {"Further Actions", "actions"},
            {"Action Plan", "actions"},
            {"Further Action Required", "actions"},
            {"Existing Controls", "controls"},
            {"DoT", "direction"},
            {"Trend", "direction"},
            {"Status", "status"},
            {"Last Updated", "reviewed"},
            {"Update", "comments"},
            {"Exposure", "score"},
            {"Date Identified", "raised"},
            {"Target Date", "due"},
            {"Mitigation in Place", "controls"},
        };
        const TableSpec* risks = register_kind().find_table("risks");
        REQUIRE(risks);
        for (const Header& h : headers) {
            CAPTURE(h.header);
            CHECK(column_headed(*risks, h.header) == h.id);
        }
        for (const char* other :
             {"Service Area", "Approved Budget", "Offered", "Answered", "Target", "Q1", "Measure"}) {
            const std::string id = column_headed(*risks, other);
            const bool decides = !id.empty() && risks->find_column(id)->required;
            CHECK_FALSE(decides);
        }
    }

    TEST_CASE("risk register: the key of the paper gives the levels") {
        struct Level {
            const char* list;
            const char* word;
            int number;
        };
        const Level levels[] = {
            {"risk_impact", "INSIGNIFICANT", 1},
            {"risk_impact", "Minor", 2},
            {"risk_impact", "Moderate", 3},
            {"risk_impact", "Major", 4},
            {"risk_impact", "CATASTROPHIC", 5},
            {"risk_impact", "Very high", 5},
            {"risk_impact", "negligible", 1},
            {"opportunity_impact", "OUTSTANDING", 5},
            {"opportunity_impact", "Minor", 2},
            {"likelihood", "RARE", 1},
            {"likelihood", "Unlikely", 2},
            {"likelihood", "possible", 3},
            {"likelihood", "Likely", 4},
            {"likelihood", "Certain", 5},
            {"likelihood", "Almost certain", 5},
            {"likelihood", "Remote", 1},
            {"likelihood", "very unlikely", 1},
            {"direction", "↑", 1},
            {"direction", "Downwards", -1},
            {"direction", "↔", 0},
            {"direction", "static", 0},
            {"direction", "Reducing", -1},
            {"direction", "→", 0},
            {"direction", "Increasing", 1},
        };
        for (const Level& level : levels) {
            CAPTURE(level.word);
            const WordList* list = register_kind().find_words(level.list);
            REQUIRE(list);
            const Word* word = find_word(*list, level.word);
            REQUIRE(word);
            CHECK(word->number == level.number);
        }
        const WordList* types = register_kind().find_words("risk_type");
        REQUIRE(types);
        CHECK(types->several);
        // Every word of the paper's Risk Type column, D-79's broken one included.
        for (const char* type :
             {"Economic", "Political", "Social", "social", "economic", "Organisational", "Legal",
              "Reputational", "Environmental", "Reputation al", "financial", "legal"}) {
            CAPTURE(type);
            CHECK(find_word(*types, type));
        }
        CHECK_FALSE(find_word(*types, "Nonsense"));
        CHECK_FALSE(find_word(*register_kind().find_words("risk_impact"), "Severe"));
    }

    TEST_CASE("risk register: bands are 1-4 Green, 5-10 Amber, 12-25 Red, readable on their fills") {
        const BandSet* bands = register_kind().bands_on({2016, 6, 8});
        REQUIRE(bands);
        struct Score {
            int score;
            const char* word;
        };
        const Score scores[] = {{1, "Green"},  {4, "Green"}, {5, "Amber"},
                                {10, "Amber"}, {12, "Red"},  {25, "Red"}};
        for (const Score& s : scores) {
            const Band* band = find_band(*bands, s.score);
            REQUIRE(band);
            CHECK(band->word == s.word);
        }
        CHECK_FALSE(find_band(*bands, 11));
        CHECK_FALSE(find_band(*bands, 0));
        CHECK_FALSE(find_band(*bands, 26));
        for (const int score : register_kind().matrix.reachable()) CHECK(find_band(*bands, score));
        for (const Band& band : bands->bands) {
            CAPTURE(band.word);
            CHECK(contrast(band.fill, band.text) >= 4.5);
        }
        const Setting* threshold = register_kind().find_setting("threshold");
        REQUIRE(threshold);
        CHECK(threshold->value == 12);
    }

    TEST_CASE(
        "risk register: a required column of each table can be found, and no rule names another table's "
        "column") {
        for (const TableSpec& table : register_kind().tables) {
            CAPTURE(table.id);
            CHECK(std::count_if(table.columns.begin(), table.columns.end(),
                                [](const ColumnSpec& column) { return column.required; }) == 2);
            for (const ComputedColumn& computed : table.computed) CHECK(table.find_column(computed.column));
            for (const FormulaCheck& check : table.checks) CHECK(table.find_column(check.column));
        }
        const std::set<std::string> checks(register_kind().built_in_checks.begin(),
                                           register_kind().built_in_checks.end());
        for (const char* name : {"structure", "unique_key", "retention", "entries_lost", "narrative_figures"})
            CHECK(checks.count(name) == 1);
    }

    TEST_CASE("risk register: every cut and many mutations of the file are read or refused, never worse") {
        const std::string xml(known_register().built_in->xml);
        const auto survives = [](const std::string& text) {
            try {
                read_template(text, "cut.xml");
                return true;
            } catch (const Error& error) {
                return error.code() == ErrorCode::bad_template &&
                       std::string(error.what()).starts_with("cut.xml: ");
            }
        };
        for (std::size_t length = 0; length < xml.size(); length += 211) {
            CAPTURE(length);
            CHECK(survives(xml.substr(0, length)));
        }
        std::mt19937 random(20160608);
        const std::string letters = "<>/\"'={}|;[]@#&-! \nA1\xC3";
        for (int round = 0; round != 150; ++round) {
            std::string changed = xml;
            for (int edit = 0; edit != 3; ++edit) {
                const std::size_t at = random() % changed.size();
                switch (random() % 3) {
                    case 0:
                        changed[at] = letters[random() % letters.size()];
                        break;
                    case 1:
                        changed.erase(at, random() % 20);
                        break;
                    default:
                        changed.insert(at, changed.substr(random() % changed.size(), random() % 60));
                        break;
                }
            }
            CAPTURE(round);
            CHECK(survives(changed));
        }
    }
}

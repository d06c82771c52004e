// appendix_test.cpp - appendix: the paper's register word for word, what may not be published, formats and
// mistakes.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "register_text.hpp"
#include "run_scorebook.hpp"
#include "support/workbook_text.hpp"

namespace scorebook::test {

namespace {

const std::string samples = SCOREBOOK_SOURCE_DIR "/samples/";

/// The words of a text, without bullets.
std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    std::istringstream stream(text);
    for (std::string word; stream >> word;) {
        if (word != "\u2022" && word != "-" && word != "\u2191" && word != "\u2193") words.push_back(word);
    }
    return words;
}

std::vector<std::string> row_texts(const Workbook& workbook, std::size_t sheet, std::uint32_t row,
                                   std::uint32_t columns) {
    std::vector<std::string> texts;
    for (std::uint32_t column = 0; column < columns; ++column)
        texts.push_back(to_text(workbook.value(sheet, {row, column})));
    return texts;
}

/// Everything in a workbook's cells.
std::string all_text(const Workbook& workbook) {
    std::string text;
    for (std::size_t sheet = 0; sheet < workbook.sheets().size(); ++sheet) {
        for (const SheetCell& cell : workbook.sheets()[sheet].cells.cells)
            text += to_text(workbook.value(sheet, cell)) + "\n";
    }
    return text;
}

std::shared_ptr<const Workbook> made(const ScratchFolder& folder, const std::string& input,
                                     std::vector<std::string> options = {}, int status = 0) {
    const std::string output = folder / "appendix.xlsx";
    std::vector<std::string> arguments = {"appendix", input, "-o", output, "--as-at", "2016-06-30"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const Ran ran = run_scorebook(arguments);
    CHECK(ran.error == "");
    CHECK(ran.status == status);
    return open_workbook(content(output), "appendix.xlsx");
}

const std::string register_lines = R"(
    Register!A1: Corporate Risk Register May 2016
    A3 | Risk ID | Risk Description | Impact | Likelihood | Risk Score | Residual Score | Risk Owner | Publication
    A4 | CR1 | Failure of the plan | 5 | 5 | 25 | 16 | Head of Finance | Open
    A5 | CR2 | Dismissal of Mrs Smith | 4 | 4 | 16 | 12 | Head of HR | Exempt: paragraph 1
    A6 | CR3 | Loss of exempt accommodation | 4 | 4 | 16 | 12 | Head of Housing | Open
)";

}  // namespace

TEST_SUITE("cli") {
    TEST_CASE("appendix: the register of May 2016 has the paper's entries, in order, with every word") {
        const ScratchFolder folder;
        const auto appendix = made(folder, samples + "risk-register-2016-05.xlsx", {}, 1);
        const auto paper = samples::read_register(samples + "generator/data/register-2016-05.txt");
        REQUIRE(paper.size() == 19);
        const std::vector<std::string> fields = {"description", "type",  "consequences",
                                                 "controls",    "score", "actions",
                                                 "residual",    "owner", "direction"};
        for (const bool opportunities : {false, true}) {
            const auto sheet = appendix->find_sheet(opportunities ? "Opportunities" : "Risks");
            REQUIRE(sheet);
            std::uint32_t row = 0;
            while (to_text(appendix->value(*sheet, {row, 0})).find("Identification Number") ==
                   std::string::npos) {
                REQUIRE(row < 20);
                ++row;
            }
            for (const samples::Entry& entry : paper) {
                if (entry.is_opportunity() != opportunities) continue;
                std::vector<std::string> shown = row_texts(*appendix, *sheet, ++row, 10);
                while (to_text(appendix->value(*sheet, {row + 1, 0})).ends_with("(continued)")) {
                    const auto more = row_texts(*appendix, *sheet, ++row, 10);
                    for (std::size_t i = 1; i < more.size(); ++i) shown[i] += "\n" + more[i];
                }
                CAPTURE(entry.id);
                CHECK(shown[0] == entry.id);
                for (std::size_t i = 0; i < fields.size(); ++i) {
                    CAPTURE(fields[i]);
                    CHECK(words_of(shown[i + 1]) == words_of(entry.joined(fields[i])));
                }
            }
        }
    }

    TEST_CASE("appendix: the same workbook gives the same bytes in every format") {
        for (const std::string format : {"xlsx", "ods", "docx", "html", "csv"}) {
            CAPTURE(format);
            const ScratchFolder folder;
            for (const std::string name : {"a.", "b."}) {
                const Ran ran = run_scorebook({"appendix", samples + "improvement-plan-clean.xlsx", "-o",
                                               folder / (name + format), "--profile", "published"});
                CHECK(ran.status == 0);
            }
            CHECK(content(folder / ("a." + format)) == content(folder / ("b." + format)));
        }
    }

    TEST_CASE("appendix: exempt entries reach no open copy, and are counted") {
        const ScratchFolder folder;
        const std::string input = folder.put("register.xlsx", workbook_bytes(register_lines));
        for (const std::string profile : {"committee", "published"}) {
            CAPTURE(profile);
            const std::string text = all_text(*made(folder, input, {"--profile", profile}));
            CHECK(text.find("Smith") == std::string::npos);
            CHECK(text.find("CR2") == std::string::npos);
            CHECK(text.find("Loss of exempt accommodation") != std::string::npos);
            CHECK(text.find("1 risk is exempt from publication and not shown.") != std::string::npos);
        }
        CHECK(all_text(*made(folder, input, {"--profile", "working"})).find("Smith") != std::string::npos);
        const Ran json = run_scorebook({"appendix", input, "-o", folder / "a.csv", "--format", "json"});
        CHECK(json.objects().at(0)["removed_entries"] == 1);
        CHECK(content(folder / "a.csv").find("Smith") == std::string::npos);
    }

    TEST_CASE("appendix: exempt sheets are left out, and nothing is written when nothing is left") {
        const ScratchFolder folder;
        const std::string closed = "Register!A2: Not for publication: paragraph 3\n" + register_lines;
        const std::string input = folder.put("closed.xlsx", workbook_bytes(closed));
        const Ran ran = run_scorebook({"appendix", input, "-o", folder / "a.xlsx"});
        CHECK(ran.status == 3);
        CHECK(ran.error.find("every entry is exempt from publication") != std::string::npos);
        CHECK(folder.names() == std::vector<std::string>{"closed.xlsx"});
    }

    TEST_CASE("appendix: of a collected set, all returns of its latest period, without what is closed") {
        const ScratchFolder folder;
        std::filesystem::create_directories(folder / "in");
        folder.put("in/finance.xlsx", workbook_bytes(register_lines));
        folder.put("in/care.xlsx", workbook_bytes(R"(
            Register!A1: Care risk register May 2016
            A3 | Risk ID | Risk Description | Impact | Likelihood | Risk Score | Residual Score | Risk Owner
            A4 | CR1 | Too few carers | 5 | 4 | 20 | 12 | Head of Care
            A5 | CR2 | An old risk | 4 | 4 | 16 | 12 | Head of Care
            A6 | CR3 | Heating fails | 3 | 4 | 12 | 12 | Head of Care
            hidden row 5)"));
        folder.put("in/care-march.xlsx", workbook_bytes(R"(
            Register!A1: Care risk register March 2016
            A3 | Risk ID | Risk Description | Impact | Likelihood | Risk Score | Residual Score | Risk Owner
            A4 | CR1 | Too few carers in March | 5 | 5 | 25 | 16 | Head of Care
            A5 | CR3 | Heating fails | 3 | 4 | 12 | 12 | Head of Care)"));
        run_scorebook({"convert", folder / "in", "-o", folder / "out"});
        const std::string set = folder / "out/collected/risk-register.xlsx";
        for (const std::string profile : {"committee", "published"}) {
            CAPTURE(profile);
            const std::string text = all_text(*made(folder, set, {"--profile", profile}));
            CAPTURE(text);
            CHECK(text.find("Corporate risk and opportunity register, May 2016") != std::string::npos);
            CHECK(text.find("Failure of the plan") != std::string::npos);
            CHECK(text.find("Too few carers") != std::string::npos);
            CHECK(text.find("in March") == std::string::npos);
            CHECK(text.find("Smith") == std::string::npos);
            CHECK(text.find("An old risk") == std::string::npos);
            CHECK(text.find("1 entry is exempt from publication and not shown.") != std::string::npos);
            CHECK(text.find("1 entry is hidden in the workbook and not shown.") != std::string::npos);
        }
        const Ran ran = run_scorebook({"appendix", set, "-o", folder / "a.html"});
        CHECK(ran.output.find("Returns of earlier periods are left out: care-march.xlsx.") !=
              std::string::npos);
        // The register by itself has the same words in its tables.
        const auto own = made(folder, folder / "in/finance.xlsx", {"--profile", "published"});
        const auto of_set = made(folder, set, {"--profile", "published"});
        const auto sheet = own->find_sheet("Risks");
        const auto sheet_of_set = of_set->find_sheet("finance");
        REQUIRE(sheet);
        REQUIRE(sheet_of_set);
        std::vector<std::string> rows, rows_of_set;
        for (std::uint32_t row = 0; row != 12; ++row) {
            for (const std::string& text : row_texts(*own, *sheet, row, 8)) rows.push_back(text);
            for (const std::string& text : row_texts(*of_set, *sheet_of_set, row, 8))
                rows_of_set.push_back(text);
        }
        for (const std::string word : {"CR1", "Failure of the plan", "CR3", "Loss of exempt accommodation"}) {
            CAPTURE(word);
            CHECK(std::count(rows.begin(), rows.end(), word) == 1);
            CHECK(std::count(rows_of_set.begin(), rows_of_set.end(), word) == 1);
        }
    }

    TEST_CASE("appendix: of a collected set, the labels between the rows are the return's own") {
        const ScratchFolder folder;
        std::filesystem::create_directories(folder / "in");
        folder.put("in/scorecard.xlsx", workbook_bytes(R"(
            Q1!A1: Corporate scorecard Q1 2016/17
            A3 | Measure | Good is | Target | Actual | Status | Commentary
            A4 | Start Well
            A5 | Children looked after per 10,000 | Lower is better | 60 | 58 | Green | On track
            A6 | Live Well
            A7 | Homelessness prevented | Higher is better | 300 | 310 | Green | On track
            A8 | Households in temporary accommodation | Lower is better | 100 | 130 | Red | Rents)"));
        run_scorebook({"convert", folder / "in", "-o", folder / "out"});
        const auto lines = [&](const std::string& input) {
            run_scorebook({"appendix", input, "-o", folder / "a.csv", "--profile", "committee"});
            const std::string text = content(folder / "a.csv");
            return text.substr(text.find("Section,"));
        };
        const std::string own = lines(folder / "in/scorecard.xlsx");
        CHECK(own.find("Live Well,Homelessness prevented,") != std::string::npos);
        CHECK(lines(folder / "out/collected/kpi-scorecard.xlsx") == own);
    }

    TEST_CASE("appendix: small numbers are suppressed in the published copy with what would give them away") {
        const ScratchFolder folder;
        const std::string input = folder.put("complaints.xlsx", workbook_bytes(R"(
            Quarters!A1: Complaints 2013/14
            A3 | Service | Type | Q1 | Q2 | Q3 | Q4 | Total
            A4 | HR | Complaints | 6 | 9 | 13 | 1 | 29
            A5 | ICT | Complaints | 8 | 0 | 9 | 7 | 24
            Scorebook!A1 | Suppress_Below | 5
        )"));
        const auto published = made(folder, input, {"--profile", "published"}, 1);
        const std::string text = all_text(*published);
        CHECK(text.find("[c] means suppressed") != std::string::npos);
        const auto sheet = published->find_sheet("By quarter");
        REQUIRE(sheet);
        std::vector<std::vector<std::string>> rows;
        for (std::uint32_t row = 0; row < 12; ++row) {
            const auto texts = row_texts(*published, *sheet, row, 7);
            if (texts[0] == "HR" || texts[0] == "ICT") rows.push_back(texts);
        }
        REQUIRE(rows.size() == 2);
        // 29 - 6 - 9 - 13 would give the 1 away, so the smallest other quarter goes too.
        CHECK(rows[0] == std::vector<std::string>{"HR", "Complaints", "[c]", "9", "13", "[c]", "29"});
        CHECK(rows[1] == std::vector<std::string>{"ICT", "Complaints", "8", "0", "9", "7", "24"});
        CHECK(all_text(*made(folder, input, {}, 1)).find("[c]") == std::string::npos);
    }

    TEST_CASE("appendix: --previous tells the highlights in the committee's words before the tables") {
        const ScratchFolder folder;
        const auto appendix = made(folder, samples + "risk-register-2016-05.xlsx",
                                   {"--previous", samples + "risk-register-2016-03.xlsx"}, 1);
        REQUIRE(appendix->find_sheet("Highlights"));
        CHECK(*appendix->find_sheet("Highlights") < *appendix->find_sheet("Risks"));
        const std::string text = all_text(*appendix);
        CHECK(text.find("There have been 3 new entries onto the register that focus on:") !=
              std::string::npos);
        CHECK(text.find("residual score reassessed and increased to 12") != std::string::npos);
    }

    TEST_CASE("appendix: our own checker finds nothing in the published copy of any sample") {
        for (const std::string name :
             {"risk-register-2016-05", "risk-register-5x5", "kpi-scorecard", "sla-monitor",
              "improvement-plan", "contact-volumes", "budget-monitor", "benchmarking", "complaints",
              "procurement-dashboard", "recovery-plan", "provider-monitoring", "priority-backlog",
              "risk-awareness", "workforce"}) {
            CAPTURE(name);
            const ScratchFolder folder;
            const std::string output = folder / "published.xlsx";
            REQUIRE(
                run_scorebook({"appendix", samples + name + ".xlsx", "-o", output, "--profile", "published"})
                    .status <= 1);
            const auto report = run_scorebook({"check", output, "--profile", "published", "--format", "json"})
                                    .objects()
                                    .at(0);
            for (const auto& finding : report["findings"]) {
                CAPTURE(finding.dump());
                CHECK_FALSE(finding["rule"].get<std::string>().starts_with("P"));
            }
            // The checker sees what an officer's own layout lacks.
            const auto own = run_scorebook({"check", samples + name + ".xlsx", "--profile", "published",
                                            "--format", "json"})
                                 .objects()
                                 .at(0);
            CHECK(own["findings"].dump().find("\"P01\"") != std::string::npos);
        }
    }

    TEST_CASE("appendix: tables with one heading are told apart by their pages' titles") {
        const ScratchFolder folder;
        const std::string output = folder / "monitoring.html";
        REQUIRE(run_scorebook({"appendix", samples + "provider-monitoring.xlsx", "-o", output}).status <= 1);
        const std::string page = content(output);
        CHECK(page.find("Provider monitoring 2015/16: Providers (1 of 2)</h2>") != std::string::npos);
        CHECK(page.find("Provider monitoring 2015/16: Providers (2 of 2)</h2>") != std::string::npos);
    }

    TEST_CASE("appendix: a list is safe to open, whatever officers type") {
        const ScratchFolder folder;
        const std::string input = folder.put("register.xlsx", workbook_bytes(R"x(
            A1: Register May 2016
            A3 | Risk ID | Risk Description | Risk Score | Risk Owner
            A4 | CR1 | "=HYPERLINK(1)" | 16 | "+44 1772"
            A5 | CR2 | He said no | 12 | "@team"
        )x"));
        REQUIRE(run_scorebook({"appendix", input, "-o", folder / "a.csv"}).status <= 1);
        const std::string text = content(folder / "a.csv");
        CHECK(text.starts_with("\xEF\xBB\xBFRisk ID,Risk Description,Risk Score,Risk Owner\r\n"));
        CHECK(text.find("CR1,'=HYPERLINK(1),16,'+44 1772\r\n") != std::string::npos);
        CHECK(text.find("'@team\r\n") != std::string::npos);
    }

    TEST_CASE("appendix: mistakes have a sentence and a status, and nothing is written") {
        const ScratchFolder folder;
        const std::string input = folder.put("register.xlsx", workbook_bytes(register_lines));
        const std::string broken = folder.put("broken.xlsx", "PK not a zip");
        struct Case {
            std::string name;
            std::vector<std::string> arguments;
            int status;
            std::string sentence;
        };
        const std::vector<Case> cases = {
            {"no output", {input}, 2, "appendix needs -o"},
            {"an ending nobody knows", {input, "-o", folder / "a.txt"}, 2, "has no ending appendix knows"},
            {"no ending", {input, "-o", folder / "a"}, 2, "has no ending appendix knows"},
            {"a profile nobody knows",
             {input, "-o", folder / "a.csv", "--profile", "secret"},
             2,
             "--profile is working"},
            {"two workbooks", {input, input, "-o", folder / "a.csv"}, 2, "one document of one workbook"},
            {"a broken workbook", {broken, "-o", folder / "a.csv"}, 3, "broken.xlsx"},
            {"no workbook", {folder / "none.xlsx", "-o", folder / "a.csv"}, 3, "none.xlsx"},
            {"its own input", {input, "-o", input}, 3, "is also an input"},
            {"a folder that isn't there", {input, "-o", folder / "no/a.csv"}, 3, "no such folder"},
        };
        for (const Case& c : cases) {
            CAPTURE(c.name);
            std::vector<std::string> arguments = {"appendix"};
            arguments.insert(arguments.end(), c.arguments.begin(), c.arguments.end());
            const Ran ran = run_scorebook(arguments);
            CHECK(ran.status == c.status);
            CHECK(ran.error.find(c.sentence) != std::string::npos);
        }
        CHECK(folder.names() == std::vector<std::string>{"broken.xlsx", "register.xlsx"});
        CHECK(content(input) == workbook_bytes(register_lines));
    }

    TEST_CASE("appendix: a PDF without LibreOffice is refused in words") {
        const ScratchFolder folder;
        const std::string input = folder.put("register.xlsx", workbook_bytes(register_lines));
        Surroundings without_programs;
        without_programs.search_path = folder.path().string();
        const Ran ran = run_scorebook({"appendix", input, "-o", folder / "a.pdf"}, without_programs);
        CHECK(ran.status == 3);
        CHECK(ran.error.find("LibreOffice, which is not installed") != std::string::npos);
        CHECK(folder.names() == std::vector<std::string>{"register.xlsx"});
    }
}

}  // namespace scorebook::test

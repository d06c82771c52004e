// new_test.cpp - new: a blank workbook of every kind is in order, and still known after an officer rearranged
// it.
#include <doctest/doctest.h>

#include <algorithm>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "package/package.hpp"
#include "run_scorebook.hpp"
#include "support/workbook_text.hpp"

namespace scorebook::test {

namespace {

std::vector<std::string> kinds() {
    std::vector<std::string> names;
    for (const auto& object : run_scorebook({"templates", "--format", "json"}).objects())
        names.push_back(object["template"]);
    return names;
}

/// Another header the template file declares for `header`; `header` itself when it has none that is plain
/// text.
std::string synonym_of(const pugi::xml_node& table, const std::string& header) {
    for (const pugi::xml_node column : table.children("column")) {
        if (column.attribute("header").as_string() != header) continue;
        std::string synonyms = column.child("also").text().as_string();
        for (std::size_t begin = 0; begin < synonyms.size();) {
            const std::size_t end = std::min(synonyms.find(';', begin), synonyms.size());
            std::string word = synonyms.substr(begin, end - begin);
            word.erase(0, word.find_first_not_of(" \n"));
            const bool is_plain = word.size() > 3 && word.find_first_of("{}") == std::string::npos &&
                                  !word.starts_with("period ");
            if (is_plain) return word;
            begin = end + 1;
        }
    }
    return header;
}

/// The tables of a workbook as lines, their columns the other way round and under other names; without the
/// sheets that say which kind it is.
std::string rearranged(const Workbook& workbook, const pugi::xml_node& kind) {
    std::string lines;
    for (std::size_t index = 0; index < workbook.sheets().size(); ++index) {
        const Sheet& sheet = workbook.sheets()[index];
        if (sheet.tables.empty()) continue;
        const CellRange range = sheet.tables.front().range;
        pugi::xml_node spec;
        for (const pugi::xml_node table : kind.children("table")) {
            if (sheet.name == table.attribute("title").as_string()) spec = table;
        }
        const auto text = [&](CellRef cell) { return to_text(workbook.value(index, cell)); };
        lines += sheet.name + "!A1: " + text({0, 0}) + "\nA2: " + text({2, 0}) + "\n";
        for (std::uint32_t row = range.first.row_index; row <= range.first.row_index + 1; ++row) {
            lines += "A" + std::to_string(row + 1);
            for (std::uint32_t column = range.last.column_index + 1; column-- > range.first.column_index;) {
                std::string value = text({row, column});
                if (row == range.first.row_index) value = synonym_of(spec, value);
                std::replace(value.begin(), value.end(), '\n', ' ');
                lines += " | " + value;
            }
            lines += "\n";
        }
    }
    return lines;
}

}  // namespace

TEST_SUITE("cli") {
    TEST_CASE("new: check finds nothing in a blank workbook of any kind") {
        const std::vector<std::string> names = kinds();
        REQUIRE(names.size() >= 14);
        for (const std::string& name : names) {
            CAPTURE(name);
            const ScratchFolder folder;
            const std::string file = folder / (name + ".xlsx");
            REQUIRE(run_scorebook({"new", name, "-o", file}).status == 0);
            const Ran ran = run_scorebook({"check", file, "--format", "json", "--fail-on", "warning"});
            CHECK(ran.status == 0);
            const auto report = ran.objects().at(0);
            CHECK(report["template"] == name);
            CHECK(report["findings"].dump() == "[]");
            for (const auto& table : report["tables"]) CHECK(table["rows"] == 1);
            // Its formulas' stored results are those a recalculation gives.
            CHECK(run_scorebook({"recalc", "--verify", file, "--format", "json"})
                      .objects()
                      .at(0)["stale"]
                      .dump() == "[]");
        }
    }

    TEST_CASE(
        "new: a workbook is recognised again with its columns reversed and renamed, from its headers alone") {
        for (const std::string& name : kinds()) {
            CAPTURE(name);
            const ScratchFolder folder;
            const std::string file = folder / "new.xlsx";
            REQUIRE(run_scorebook({"new", name, "-o", file}).status == 0);
            const auto workbook = open_workbook(content(file), "new.xlsx");
            pugi::xml_document kind;
            REQUIRE(kind.load_file((SCOREBOOK_SOURCE_DIR "/workbook-templates/" + name + ".xml").c_str()));
            const std::string lines = rearranged(*workbook, kind.document_element());
            CAPTURE(lines);
            const std::string other = folder.put("other.xlsx", workbook_bytes(lines));
            const auto report = run_scorebook({"check", other, "--format", "json"}).objects().at(0);
            CHECK(report["template"] == name);
            const auto tables = run_scorebook({"check", file, "--format", "json"}).objects().at(0)["tables"];
            CHECK(report["tables"].size() == tables.size());
        }
    }

    TEST_CASE("new: lists, colours, locks, names and print settings are there") {
        const ScratchFolder folder;
        const std::string file = folder / "register.xlsx";
        REQUIRE(run_scorebook({"new", "risk-register", "-o", file}).status == 0);
        const Package package = Package::open(content(file));
        const std::string sheet = package.read("xl/worksheets/sheet2.xml");
        for (const std::string part :
             {"<dataValidation ", "<conditionalFormatting ", "<sheetProtection ", "<f>IF(",
              "orientation=\"landscape\"", "fitToWidth=\"1\"|fitToPage=\"1\"", "<pane "}) {
            CAPTURE(part);
            const std::size_t bar = part.find('|');
            const bool has =
                sheet.find(part.substr(0, bar)) != std::string::npos ||
                (bar != std::string::npos && sheet.find(part.substr(bar + 1)) != std::string::npos);
            CHECK(has);
        }
        const std::string book = package.read("xl/workbook.xml");
        for (const char* name : {"List_risk_type", "Band_From", "Threshold", "_xlnm.Print_Titles"}) {
            CAPTURE(name);
            CHECK(book.find(name) != std::string::npos);
        }
        CHECK(book.find("Scorebook!$B$3") != std::string::npos);
    }

    TEST_CASE(
        "new: a file that is there is never replaced, and an unknown kind is a mistake on the command line") {
        const ScratchFolder folder;
        const std::string file = folder.put("mine.xlsx", "mine");
        const Ran ran = run_scorebook({"new", "risk-register", "-o", file});
        CHECK(ran.status == 3);
        CHECK(ran.error.find("is there already") != std::string::npos);
        CHECK(content(file) == "mine");
        CHECK(run_scorebook({"new", "risk-registry", "-o", folder / "a.xlsx"}).status == 2);
    }
}

}  // namespace scorebook::test

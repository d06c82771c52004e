// recalc_test.cpp - the workbook's own formulas, recalculated and stored.
#include <doctest/doctest.h>

#include <string>

#include "run_scorebook.hpp"
#include "support/workbook_text.hpp"

namespace scorebook::test {

namespace {

std::string budget(const std::string& stored_total) {
    return workbook_bytes("Budget!A1: 2\nA2: 3\nA3: =A1+A2 -> " + stored_total + "\nA4: =A3*10 -> 50");
}

}  // namespace

TEST_SUITE("cli") {
    TEST_CASE("recalc: a stale result is stored anew, and its formula stays") {
        const ScratchFolder folder;
        const std::string path = folder.put("b.xlsx", budget("4"));
        const Ran ran = run_scorebook({"recalc", path, "--format", "json"});
        CHECK(ran.status == 0);
        const auto objects = ran.objects();
        REQUIRE(objects.size() == 1);
        CHECK(objects[0]["formulas"] == 2);
        CHECK(objects[0]["counts"]["changes"] == 1);
        const auto workbook = open_workbook(content(path), "b.xlsx");
        CHECK(workbook->value(0, {2, 0}) == CellValue(5.0));
        CHECK(workbook->formula(0, {2, 0}) == "A1+A2");
        CHECK(run_scorebook({"recalc", path}).output ==
              path + ": 2 formulas recalculated, every stored result was right\n");
    }

    TEST_CASE("recalc: --verify lists what is stale and writes nothing") {
        const ScratchFolder folder;
        const std::string path = folder.put("b.xlsx", budget("4"));
        const auto objects = run_scorebook({"recalc", "--verify", path, "--format", "json"}).objects();
        REQUIRE(objects.size() == 1);
        CHECK(objects[0]["stale"] ==
              nlohmann::json::parse(
                  R"([{"sheet": "Budget", "cell": "A3", "formula": "=A1+A2", "stored": 4, "computed": 5}])"));
        CHECK(objects[0]["formulas"] == 2);
        CHECK(objects[0]["unsupported"].is_array());
        CHECK(content(path) == budget("4"));
    }

    TEST_CASE("recalc: --verify takes Excel's own tolerance, 1e-9, and nothing looser") {
        const ScratchFolder folder;
        const std::string path =
            folder.put("t.xlsx", workbook_bytes("A1: 3\nB1: =1/A1 -> 0.33333333333\nB2: =1/A1 -> 0.3333333\n"
                                                "B3: =\"Red\" -> red\nB4: =A1=3 -> 1"));
        const Ran ran = run_scorebook({"recalc", "--verify", path, "--format", "json"});
        CHECK(ran.status == 0);
        std::string stale;
        const auto object = ran.objects().at(0);
        for (const auto& cell : object["stale"]) stale += cell["cell"].get<std::string>() + ' ';
        CHECK(stale == "B2 B3 B4 ");
    }

    TEST_CASE("recalc: --as-at is what TODAY and NOW give, and such cells are told apart") {
        const ScratchFolder folder;
        const std::string path = folder.put(
            "d.xlsx", workbook_bytes("A1: =TODAY() -> 42000\nA2: =NOW()-TODAY() -> 0.5\nA3: =1+1 -> 2"));
        const auto object =
            run_scorebook({"recalc", "--verify", "--as-at", "2016-05-31", path, "--format", "json"})
                .objects()
                .at(0);
        // Excel's serial of 31 May 2016.
        CHECK(object["stale"] == nlohmann::json::parse(R"json([
            {"sheet": "Sheet1", "cell": "A1", "formula": "=TODAY()", "stored": 42000, "computed": 42521,
             "volatile": true
    },
            {"sheet": "Sheet1", "cell": "A2", "formula": "=NOW()-TODAY()", "stored": 0.5, "computed": 0,
             "volatile": true}])json"));
        CHECK(run_scorebook({"recalc", "--as-at", "2016-05-31", path}).status == 0);
        const std::string once = content(path);
        CHECK(run_scorebook({"recalc", "--as-at", "31/05/2016", path}).status == 0);
        CHECK(content(path) == once);
    }

    TEST_CASE("recalc: a circle is a finding that names its cells, and what can't be computed says why") {
        const ScratchFolder folder;
        const std::string path =
            folder.put("c.xlsx", workbook_bytes("A1: =B1+1 -> 0\nB1: =A1 -> 0\nC1: =CUBEVALUE(\"x\") -> 7"));
        const Ran ran = run_scorebook({"recalc", "--verify", path, "--format", "json"});
        CHECK(ran.status == 0);
        const auto object = ran.objects().at(0);
        REQUIRE(object["findings"].size() == 1);
        CHECK(object["findings"][0]["rule"] == "C01");
        CHECK(object["findings"][0]["cell"] == "A1");
        CHECK(object["findings"][0]["evidence"]["circle"] == "Sheet1!A1 reads Sheet1!B1 reads Sheet1!A1");
        CHECK(object["unsupported"][2] ==
              nlohmann::json::parse(
                  R"({"sheet": "Sheet1", "cell": "C1", "why": "uses CUBEVALUE, which needs a server"})"));
        CHECK(object["stale"].empty());
    }

    TEST_CASE("recalc: values kept of another workbook are used, and said to be") {
        const Package package =
            Package::open(workbook_bytes("A1: =[1]Rates!B2*10 -> 15\nA2: =SUM([1]Rates!B:B) -> 0"));
        const auto inserted = [&](const char* part, std::string_view before, const std::string& text) {
            std::string xml = package.read(part);
            return xml.insert(xml.find(before), text);
        };
        const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const std::string relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
        const ScratchFolder folder;
        const std::string path = folder.put(
            "x.xlsx",
            package.with_parts(
                {{"xl/workbook.xml", inserted("xl/workbook.xml", "</workbook>",
                                              "<externalReferences><externalReference r:id=\"rId9\"/>"
                                              "</externalReferences>")},
                 {"xl/_rels/workbook.xml.rels",
                  inserted("xl/_rels/workbook.xml.rels", "</Relationships>",
                           "<Relationship Id=\"rId9\" Type=\"" + office +
                               "/externalLink\" Target=\"externalLinks/externalLink1.xml\"/>")},
                 {"xl/externalLinks/externalLink1.xml",
                  "<externalLink xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                  "<externalBook xmlns:r=\"" +
                      office +
                      "\" r:id=\"rId1\"><sheetNames><sheetName val=\"Rates\"/>"
                      "</sheetNames><sheetDataSet><sheetData sheetId=\"0\"><row r=\"2\"><cell "
                      "r=\"B2\"><v>1.5</v>"
                      "</cell><cell r=\"B3\"><v>2</v></cell></row></sheetData></sheetDataSet></externalBook>"
                      "</externalLink>"},
                 {"xl/externalLinks/_rels/externalLink1.xml.rels",
                  "<Relationships xmlns=\"" + relationships + "\"><Relationship Id=\"rId1\" Type=\"" +
                      office +
                      "/externalLinkPath\" Target=\"file:///S:/Finance/rates%202016.xlsx\" "
                      "TargetMode=\"External\"/></Relationships>"}}));
        const auto object = run_scorebook({"recalc", "--verify", path, "--format", "json"}).objects().at(0);
        REQUIRE(object["stale"].size() == 1);
        CHECK(object["stale"][0]["computed"] == 3.5);
        CHECK(object["not_checked"] == nlohmann::json::parse(R"json([{"what": "Sheet1!A1 and Sheet1!A2",
            "why": "reads another workbook (rates 2016.xlsx), which was not opened; its cached values were used"}])json"));
    }

    TEST_CASE("recalc: a spill that grows is laid out, read again and left alone the next time") {
        const ScratchFolder folder;
        const std::string path = folder.put(
            "s.xlsx",
            workbook_bytes("A1: 3\nB1: {=SEQUENCE(A1)} spills B1:B2 -> 1\nB2: 2\nC1: =SUM(B1:B9) -> 3"));
        const auto object = run_scorebook({"recalc", path, "--format", "json"}).objects().at(0);
        CHECK(object["counts"]["changes"] == 3);
        const auto workbook = open_workbook(content(path), "s.xlsx");
        CHECK(workbook->value(0, {2, 1}) == CellValue(3.0));
        CHECK(workbook->value(0, {0, 2}) == CellValue(6.0));
        CHECK(workbook->sheets()[0].xml.find("ref=\"B1:B3\"") != std::string::npos);
        const std::string once = content(path);
        CHECK(run_scorebook({"recalc", path}).status == 0);
        CHECK(content(path) == once);
    }

    TEST_CASE("recalc: a table's totals row follows") {
        const ScratchFolder folder;
        const std::string path = folder.put("t.xlsx", workbook_bytes(R"(
            A1 | Service | Cost
            A2 | Adults | 10
            A3 | Parks | 20
            A4: Total
            B4: =SUBTOTAL(109,Costs[Cost]) -> 10
            table Costs A1:B4 totals
        )"));
        CHECK(run_scorebook({"recalc", path}).status == 0);
        CHECK(open_workbook(content(path), "t.xlsx")->value(0, {3, 1}) == CellValue(30.0));
    }
}

}  // namespace scorebook::test

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
}

}  // namespace scorebook::test

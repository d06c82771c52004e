// report_test.cpp - the JSON object and the text of a report.
#include <doctest/doctest.h>
#include <algorithm>

#include <set>
#include <string>
#include <vector>

#include "registers.hpp"
#include "run_scorebook.hpp"
#include "support/workbook_text.hpp"

namespace scorebook::test {

namespace {

std::vector<std::string> keys_of(const nlohmann::ordered_json& object) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : object.items()) keys.push_back(key);
    return keys;
}

nlohmann::ordered_json report_on(const std::string& command, const std::string& bytes) {
    Surroundings surroundings;
    surroundings.input = bytes;
    std::vector<std::string> arguments = {command, "-", "--format", "json"};
    if (command == "refresh") arguments.push_back("--dry-run");
    return nlohmann::ordered_json::parse(run_scorebook(arguments, surroundings).output);
}

}  // namespace

TEST_SUITE("cli") {
    TEST_CASE("json: the keys of the contract, in its order") {
        const auto object = report_on("refresh", faulty_register());
        CHECK(keys_of(object) == std::vector<std::string>{"protocol", "file", "status", "template", "period",
                                                          "tables", "findings", "changes", "not_checked",
                                                          "counts"});
        CHECK(object["protocol"] == "scorebook/1");
        CHECK(object["status"] == "ok");
        CHECK(object["template"] == "risk-register");
        CHECK(object["tables"][0] ==
              nlohmann::ordered_json::parse(
                  R"({"name": "risks", "sheet": "Register", "range": "A5:K7", "rows": 2})"));
        CHECK(keys_of(object["counts"]) == std::vector<std::string>{"error", "warning", "info", "changes"});
    }

    TEST_CASE("json: a wrong score is found by check and put right by refresh") {
        const auto object = report_on("refresh", faulty_register());
        const auto expected = nlohmann::ordered_json::parse(
            R"({"sheet": "Register", "cell": "H6", "kind": "value", "before": 12, "after": 25, "rule": "V11",
                "record": "CR1", "because": "Impact 5 x Likelihood 5"})");
        bool found = false;
        for (const auto& change : object["changes"]) found = found || change == expected;
        CHECK(found);
        bool is_told = false;
        for (const auto& finding : object["findings"]) {
            if (finding["rule"] != "V11" || finding["cell"] != "H6") continue;
            is_told = true;
            CHECK(finding["severity"] == "error");
            CHECK(finding["sheet"] == "Register");
            CHECK(finding["record"] == "CR1");
            CHECK(finding["fix"] == "safe");
            CHECK(finding["message"].get<std::string>().find("25") != std::string::npos);
            CHECK(finding["evidence"].is_object());
        }
        CHECK(is_told);
        const auto checked = report_on("check", faulty_register());
        CHECK(checked["findings"] == object["findings"]);
        CHECK(checked["changes"].empty());
        CHECK(checked["changes"].is_array());
        CHECK(checked["counts"]["changes"] == 0);
        CHECK(checked["counts"]["error"] == object["counts"]["error"]);
    }

    TEST_CASE("json: --reply puts the same object into a file, in ASCII, a line for each key and item") {
        const ScratchFolder folder;
        folder.put("r.xlsx", faulty_register());
        const std::string reply = folder / "reply.json";
        const auto ran = run_scorebook({"refresh", "--dry-run", folder / "r.xlsx", "--format", "json"});
        const auto quiet =
            run_scorebook({"refresh", "--dry-run", folder / "r.xlsx", "--format", "json", "--reply", reply});
        CHECK(quiet.output.empty());
        CHECK(quiet.status == ran.status);
        const std::string text = content(reply);
        CHECK(nlohmann::json::parse(text) == nlohmann::json::parse(ran.output));
        // VBA's Line Input ends a line at a carriage return; at a line feed alone it reads on.
        CHECK(text.find("\r\n\"status\":\"ok\",\r\n") != std::string::npos);
        CHECK(text.find("\r\n\"changes\":[\r\n{\"sheet\":\"Register\",") != std::string::npos);
        CHECK(std::count(text.begin(), text.end(), '\n') == std::count(text.begin(), text.end(), '\r'));
        for (const unsigned char c : text) REQUIRE(c < 0x80);

        // A host waits for the file, so there is one also when the run can't be done.
        for (const std::string& other : {folder / "none.xlsx", folder / "r.xlsx"}) {
            const auto failed = run_scorebook(
                {"check", other, "--template", "no-such", "--format", "json", "--reply", reply});
            CHECK(failed.status != 0);
            CHECK(nlohmann::json::parse(content(reply))["status"] == "failed");
        }
    }

    TEST_CASE("json: a workbook nobody knows is a finding, not a failure") {
        const auto object = report_on("check", shopping_list());
        CHECK(object["status"] == "ok");
        CHECK(object["template"].is_null());
        REQUIRE(object["findings"].size() >= 1);
        CHECK(object["findings"][0]["rule"] == "S01");
    }

    TEST_CASE("text: grouped by sheet, with the cell, both numbers, the reason and what to do") {
        const ScratchFolder folder;
        const std::string path = folder.put("faulty.xlsx", faulty_register());
        const Ran ran = run_scorebook({"check", path});
        CAPTURE(ran.output);
        CHECK(ran.output.starts_with(path + ": risk-register, May 2016\n"));
        CHECK(ran.output.find("  Register!A5:K7  2 risks\n") != std::string::npos);
        CHECK(ran.output.find("\nRegister\n  ERROR    H6  CR1  ") != std::string::npos);
        CHECK(ran.output.find("[V11]") != std::string::npos);
        CHECK(ran.output.find("\n           Do: ") != std::string::npos);
        CHECK(ran.output.find("refresh puts 1 of them right\n") != std::string::npos);
        std::size_t begin = 0;
        while (begin < ran.output.size()) {
            const std::size_t end = ran.output.find('\n', begin);
            // The first line is as long as the name of the file.
            CHECK((begin == 0 || end - begin <= 80));
            begin = end + 1;
        }
        CHECK(ran.output.find('\x1b') == std::string::npos);
    }

    TEST_CASE("text: refresh says what it changed and where it wrote") {
        const ScratchFolder folder;
        const std::string path = folder.put("faulty.xlsx", faulty_register());
        const Ran dry = run_scorebook({"refresh", "-n", path});
        CHECK(dry.output.find("\nWould change\n  Register!H6  12 -> 25  Impact 5 x Likelihood 5\n") !=
              std::string::npos);
        CHECK(dry.output.find("nothing was written\n") != std::string::npos);
        const Ran wet = run_scorebook({"refresh", path});
        CHECK(wet.output.find("\nChanged\n  Register!H6  12 -> 25  Impact 5 x Likelihood 5\n") !=
              std::string::npos);
        CHECK(wet.output.find("written to") != std::string::npos);
    }

    TEST_CASE("text: what a cell holds can't steer the terminal") {
        Surroundings surroundings;
        const ScratchFolder folder;
        const Ran ran = run_scorebook({"check", folder.put("a\x1b[31m.xlsx", clean_register())});
        CHECK(ran.output.find('\x1b') == std::string::npos);
    }

    TEST_CASE(
        "compare: a page to paste holds a table with headers for each list, and nothing from elsewhere") {
        const ScratchFolder folder;
        const std::string before = folder.put("before.xlsx", clean_register());
        const std::string now = folder.put("now.xlsx", faulty_register());
        const Ran ran = run_scorebook({"compare", before, now, "--format", "html"});
        CHECK(ran.status == 0);
        CHECK(ran.output.starts_with("<!DOCTYPE html>\n<html lang=\"en-GB\">"));
        // Lines and alignment as attributes: a word processor takes no style sheet with what is pasted.
        CHECK(ran.output.find("<p id=\"list1\">") != std::string::npos);
        CHECK(ran.output.find("<table aria-labelledby=\"list1\" border=\"1\"") != std::string::npos);
        CHECK(ran.output.find("<th scope=\"col\" align=\"left\" valign=\"top\" bgcolor=\"#e8e8e8\" "
                              "width=\"12%\">Reference</th>") != std::string::npos);
        CHECK(ran.output.find("<th scope=\"row\" align=\"left\" valign=\"top\">CR1</th>") !=
              std::string::npos);
        CHECK(ran.output.find("http") == std::string::npos);
        CHECK(ran.output.ends_with("</html>\n"));
    }

    TEST_CASE("compare: every difference of the JSON has its sentence") {
        const ScratchFolder folder;
        const std::string before = folder.put("before.xlsx", clean_register());
        const std::string now = folder.put("now.xlsx", faulty_register());
        const Ran ran = run_scorebook({"compare", before, now, "--format", "json"});
        REQUIRE(ran.objects().size() == 1);
        const auto differences = ran.objects()[0]["differences"];
        REQUIRE_FALSE(differences.empty());
        for (const auto& difference : differences)
            CHECK(difference["sentence"].get<std::string>().ends_with("."));
    }
}

}  // namespace scorebook::test

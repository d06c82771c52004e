// refresh_test.cpp - what is written, where, and when nothing is.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <string>
#include <vector>

#include "registers.hpp"
#include "run_scorebook.hpp"
#include "support/workbook_text.hpp"

namespace scorebook::test {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

namespace {

CellValue score_of_first_risk(const std::string& bytes) {
    return open_workbook(bytes, "r.xlsx")->value(0, parse_cell("H6").value());
}

}  // namespace

TEST_SUITE("cli") {
    TEST_CASE("refresh: the file is replaced, and a second run leaves it alone") {
        const ScratchFolder folder;
        const std::string path = folder.put("r.xlsx", faulty_register());
        CHECK(run_scorebook({"refresh", path}).status == 1);
        const std::string once = content(path);
        CHECK(score_of_first_risk(once) == CellValue(25.0));
        struct stat before {};
        REQUIRE(::stat(path.c_str(), &before) == 0);
        CHECK(run_scorebook({"refresh", path}).status == 0);
        struct stat after {};
        REQUIRE(::stat(path.c_str(), &after) == 0);
        CHECK(content(path) == once);
        CHECK(after.st_ino == before.st_ino);
        CHECK(folder.names() == Names{"r.xlsx"});
    }

    TEST_CASE("refresh: a clean workbook isn't touched, and gets one quiet line") {
        const ScratchFolder folder;
        const std::string path = folder.put("r.xlsx", clean_register());
        struct stat before {};
        REQUIRE(::stat(path.c_str(), &before) == 0);
        const Ran ran = run_scorebook({"refresh", path});
        CHECK(ran.status == 0);
        CHECK(ran.output == path + ": 2 risks checked, nothing to correct\n");
        struct stat after {};
        REQUIRE(::stat(path.c_str(), &after) == 0);
        CHECK(after.st_ino == before.st_ino);
        CHECK(content(path) == clean_register());
    }

    TEST_CASE("refresh: --previous takes over what was accepted; afterwards check is silent without it") {
        const ScratchFolder folder;
        const std::string path = folder.put("r.xlsx", faulty_register());
        const std::string previous = folder.put("march.xlsx", register_with_acceptance());
        const Ran ran = run_scorebook({"refresh", path, "--previous", previous});
        CHECK(ran.status == 0);
        CHECK(ran.output.find("Scorebook!A2:D2  blank -> V11 | CR1 | Agreed by the board (accepted in") !=
              std::string::npos);
        CHECK(score_of_first_risk(content(path)) == CellValue(12.0));
        CHECK(run_scorebook({"check", path, "--fail-on", "warning"}).status == 0);
        const std::string once = content(path);
        CHECK(run_scorebook({"refresh", path, "--previous", previous}).status == 0);
        CHECK(content(path) == once);
    }

    TEST_CASE("refresh: --dry-run writes nothing and says the same") {
        const ScratchFolder folder;
        const std::string path = folder.put("r.xlsx", faulty_register());
        const auto dry = run_scorebook({"refresh", "--dry-run", "--format", "json", path}).objects();
        CHECK(content(path) == faulty_register());
        const auto wet = run_scorebook({"refresh", "--format", "json", path}).objects();
        REQUIRE(dry.size() == 1);
        REQUIRE(wet.size() == 1);
        CHECK(dry[0]["changes"] == wet[0]["changes"]);
        CHECK(dry[0]["findings"] == wet[0]["findings"]);
        CHECK(dry[0].count("written") == 0);
        CHECK(wet[0]["written"] == path);
    }

    TEST_CASE("refresh: -o writes there and leaves the input alone, also when nothing changed") {
        const ScratchFolder folder;
        const std::string faulty = folder.put("faulty.xlsx", faulty_register());
        const std::string clean = folder.put("clean.xlsx", clean_register());
        CHECK(run_scorebook({"refresh", faulty, "-o", folder / "out.xlsx"}).status == 1);
        CHECK(content(faulty) == faulty_register());
        CHECK(score_of_first_risk(content(folder / "out.xlsx")) == CellValue(25.0));
        CHECK(run_scorebook({"refresh", clean, "-o", folder / "copy.xlsx"}).status == 0);
        CHECK(content(folder / "copy.xlsx") == clean_register());
    }

    TEST_CASE("refresh: -o naming the input itself is a refresh in place") {
        const ScratchFolder folder;
        const std::string path = folder.put("r.xlsx", faulty_register());
        Surroundings surroundings;
        surroundings.folder = folder.path();
        CHECK(run_scorebook({"refresh", path, "-o", "./r.xlsx"}, surroundings).status == 1);
        CHECK(score_of_first_risk(content(path)) == CellValue(25.0));
        CHECK(folder.names() == Names{"r.xlsx"});
    }

    TEST_CASE("refresh: several inputs go into the folder after -o, which is made") {
        const ScratchFolder folder;
        const std::string a = folder.put("a.xlsx", faulty_register());
        const std::string b = folder.put("b.xlsx", clean_register());
        CHECK(run_scorebook({"refresh", a, b, "-o", folder / "new/out"}).status == 1);
        CHECK(folder.names() ==
              Names{"a.xlsx", "b.xlsx", "new", "new/out", "new/out/a.xlsx", "new/out/b.xlsx"});
        CHECK(content(folder / "new/out/b.xlsx") == clean_register());
        CHECK(run_scorebook({"refresh", a, "-o", folder / "new"}).status == 1);
        CHECK(score_of_first_risk(content(folder / "new/a.xlsx")) == CellValue(25.0));
    }

    TEST_CASE("refresh: from standard input to standard output, with the report on standard error") {
        Surroundings surroundings;
        surroundings.input = faulty_register();
        const Ran ran = run_scorebook({"refresh", "-", "-o", "-", "--format", "json"}, surroundings);
        CHECK(ran.status == 1);
        CHECK(score_of_first_risk(ran.output) == CellValue(25.0));
        const auto report = nlohmann::json::parse(ran.error);
        CHECK(report["file"] == "-");
        CHECK(report["counts"]["changes"] == report["changes"].size());
        surroundings.input = clean_register();
        const Ran clean = run_scorebook({"refresh", "-", "-o", "-"}, surroundings);
        CHECK(clean.status == 0);
        CHECK(clean.output == clean_register());
        CHECK(clean.error ==
              "standard input: 2 risks checked, nothing to correct, copied to standard output\n");
    }

    TEST_CASE("refresh: what an add-in asks for") {
        Surroundings surroundings;
        surroundings.input = faulty_register();
        const auto objects =
            run_scorebook({"refresh", "--dry-run", "--format", "json", "-"}, surroundings).objects();
        REQUIRE(objects.size() == 1);
        CHECK(objects[0]["file"] == "-");
        CHECK(objects[0]["status"] == "ok");
    }

    TEST_CASE("refresh: an office program's lock is respected, unless told otherwise") {
        for (const char* lock : {"~$r.xlsx", ".~lock.r.xlsx#"}) {
            CAPTURE(lock);
            const ScratchFolder folder;
            const std::string path = folder.put("r.xlsx", faulty_register());
            folder.put(lock, "");
            const Ran refused = run_scorebook({"refresh", path});
            CHECK(refused.status == 3);
            CHECK(refused.error.starts_with("scorebook: " + path + ": "));
            CHECK(refused.error.find(lock) != std::string::npos);
            CHECK(refused.error.find("--ignore-lock") != std::string::npos);
            CHECK(content(path) == faulty_register());
            CHECK(run_scorebook({"check", path}).status == 1);
            CHECK(run_scorebook({"refresh", "-n", path}).status == 1);
            CHECK(run_scorebook({"refresh", "--ignore-lock", path}).status == 1);
            CHECK(score_of_first_risk(content(path)) == CellValue(25.0));
        }
    }

    TEST_CASE(
        "refresh: an output that is another input, or two inputs with one output, is refused before "
        "writing") {
        const ScratchFolder folder;
        fs::create_directory(folder.path() / "x");
        const std::string a = folder.put("a.xlsx", faulty_register());
        const std::string b = folder.put("b.xlsx", faulty_register());
        const std::string same_name = folder.put("x/a.xlsx", faulty_register());
        fs::create_symlink("b.xlsx", folder.path() / "link.xlsx");
        struct Case {
            std::vector<std::string> arguments;
            std::string sentence;
        };
        fs::create_directory(folder.path() / "y");
        fs::create_symlink("../b.xlsx", folder.path() / "y/a.xlsx");
        const std::string link = folder / "link.xlsx";
        const std::vector<Case> cases = {
            {{"refresh", a, same_name, "-o", folder / "out"},
             a + " and " + same_name + " would both be written to " + (folder / "out/a.xlsx")},
            {{"refresh", a, a}, a + " and " + a + " would both be written to " + a},
            {{"refresh", b, link}, b + " and " + link + " would both be written to " + link},
            {{"refresh", a, b, "-o", folder / "y"},
             "the output " + (folder / "y/a.xlsx") + " is also another input"},
            {{"refresh", a, "--previous", b, "-o", b},
             "the output " + b + " is also the previous period's workbook"},
        };
        for (const Case& c : cases) {
            CAPTURE(c.sentence);
            const Ran ran = run_scorebook(c.arguments);
            CHECK(ran.status == 3);
            CHECK(ran.output.empty());
            CHECK(ran.error == "scorebook: " + c.sentence + ", so nothing was written\n");
            for (const std::string& path : {a, b, same_name}) CHECK(content(path) == faulty_register());
        }
        const auto objects = run_scorebook({"refresh", a, a, "--format", "json"}).objects();
        REQUIRE(objects.size() == 2);
        CHECK(objects[0]["status"] == "failed");
        CHECK(objects[1]["file"] == a);
    }
}

}  // namespace scorebook::test

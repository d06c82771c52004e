// batch_test.cpp - several workbooks in one run.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "registers.hpp"
#include "run_scorebook.hpp"

namespace scorebook::test {

TEST_SUITE("cli") {
    TEST_CASE("batch: results come in the order of the inputs, and one bad file stops none") {
        const ScratchFolder folder;
        std::vector<std::string> arguments = {"refresh", "--format", "json", "-j", "4"};
        std::vector<std::string> paths;
        for (int i = 0; i != 20; ++i) {
            const std::string name = "r" + std::to_string(i) + ".xlsx";
            const std::string bytes = i == 7       ? std::string("no workbook")
                                      : i % 2 == 0 ? clean_register()
                                                   : faulty_register();
            paths.push_back(folder.put(name, bytes));
            arguments.push_back(paths.back());
        }
        const Ran ran = run_scorebook(arguments);
        CHECK(ran.status == 3);
        const auto objects = ran.objects();
        REQUIRE(objects.size() == paths.size());
        for (std::size_t i = 0; i != paths.size(); ++i) {
            CAPTURE(i);
            CHECK(objects[i]["file"] == paths[i]);
            CHECK(objects[i]["status"] == (i == 7 ? "failed" : "ok"));
            const bool changed = content(paths[i]) != (i == 7       ? "no workbook"
                                                       : i % 2 == 0 ? clean_register()
                                                                    : faulty_register());
            CHECK(changed == (i != 7 && i % 2 == 1));
        }
        CHECK(ran.error.find("r7.xlsx: ") != std::string::npos);
    }

    TEST_CASE("batch: what is said doesn't depend on how many run at once") {
        const ScratchFolder folder;
        std::vector<std::string> arguments = {"check"};
        for (int i = 0; i != 12; ++i)
            arguments.push_back(folder.put("r" + std::to_string(i) + ".xlsx",
                                           i % 3 == 0 ? faulty_register() : clean_register()));
        std::vector<std::string> one = arguments;
        one.insert(one.end(), {"-j", "1"});
        std::vector<std::string> many = arguments;
        many.insert(many.end(), {"-j", "16"});
        const Ran slow = run_scorebook(one);
        const Ran fast = run_scorebook(many);
        CHECK(slow.output == fast.output);
        CHECK(slow.status == fast.status);
        CHECK(slow.output.ends_with("\n12 workbooks: 8 with nothing to correct, 4 with findings\n"));
    }

    TEST_CASE("batch: progress goes to standard error, only when asked for or on a terminal") {
        const ScratchFolder folder;
        const std::string a = folder.put("a.xlsx", clean_register());
        const std::string b = folder.put("b.xlsx", clean_register());
        CHECK(run_scorebook({"check", a, b}).error.empty());
        CHECK(run_scorebook({"check", a, b, "--progress", "never"}).error.empty());
        const Ran ran = run_scorebook({"check", a, b, "--progress", "always"});
        CHECK(ran.error.find("2 of 2 workbooks done\n") != std::string::npos);
        CHECK(ran.output.find("done") == std::string::npos);
    }

    TEST_CASE("batch: --quiet leaves only errors") {
        const ScratchFolder folder;
        const std::string a = folder.put("a.xlsx", faulty_register());
        const Ran ran = run_scorebook({"check", "-q", a, folder / "none.xlsx"});
        CHECK(ran.status == 3);
        CHECK(ran.output.empty());
        CHECK(ran.error == "scorebook: " + (folder / "none.xlsx") + ": there is no file of this name\n");
    }
}

}  // namespace scorebook::test

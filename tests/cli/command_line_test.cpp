// command_line_test.cpp - commands, options and exit statuses.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "registers.hpp"
#include "run_scorebook.hpp"

namespace scorebook::test {

TEST_SUITE("cli") {
    TEST_CASE(
        "command line: what is wrong is one sentence on standard error, exit status 2, nothing on standard "
        "output") {
        const ScratchFolder folder;
        folder.put("r.xlsx", clean_register());
        folder.put("s.xlsx", clean_register());
        struct Case {
            std::vector<std::string> arguments;
            std::string sentence;
        };
        const std::vector<Case> cases = {
            {{}, "no command; see scorebook --help"},
            {{"chek"}, "there is no command 'chek'; see scorebook --help"},
            {{"--verbose"}, "there is no option --verbose before a command; see scorebook --help"},
            {{"compare", "a"}, "compare needs two workbooks, the older one first"},
            {{"convert", "a"}, "convert needs -o to say which folder to write into, or --dry-run"},
            {{"appendix", "a"}, "appendix needs -o to say where to write, such as -o appendix.xlsx"},
            {{"new", "a"}, "new needs -o to say where to write, such as -o register.xlsx"},
            {{"new", "risk-register", "-o", "a.ods"}, "new writes .xlsx workbooks, so -o ends in .xlsx"},
            {{"check"}, "check needs a workbook; see scorebook check --help"},
            {{"check", "r.xlsx", "--verbose"}, "check has no option --verbose; see scorebook check --help"},
            {{"check", "r.xlsx", "-o", "x"}, "check has no option -o; see scorebook check --help"},
            {{"check", "r.xlsx", "--dry-run"}, "check has no option --dry-run; see scorebook check --help"},
            {{"check", "r.xlsx", "--form", "json"}, "check has no option --form; see scorebook check --help"},
            {{"check", "r.xlsx", "--format", "xml"}, "--format is text or json, not 'xml'"},
            {{"check", "r.xlsx", "--format"}, "--format needs a value; see scorebook check --help"},
            {{"check", "r.xlsx", "--format="}, "--format needs a value; see scorebook check --help"},
            {{"check", "r.xlsx", "--quiet=yes"}, "--quiet takes no value; see scorebook check --help"},
            {{"check", "r.xlsx", "--format", "json", "--format", "json"}, "--format is given twice"},
            {{"check", "r.xlsx", "--fail-on", "info"}, "--fail-on is error, warning or never, not 'info'"},
            {{"check", "r.xlsx", "--progress", "yes"}, "--progress is auto, always or never, not 'yes'"},
            {{"check", "r.xlsx", "--as-at", "31/02/2016"},
             "--as-at is a day such as 2016-03-31 or 31/03/2016, not '31/02/2016'"},
            {{"check", "r.xlsx", "-j", "0"},
             "--jobs is how many files at once, a whole number from 1, not '0'"},
            {{"check", "r.xlsx", "-j", "two"},
             "--jobs is how many files at once, a whole number from 1, not 'two'"},
            {{"check", "r.xlsx", "--reply", "reply.json"},
             "--reply is for programs, so it goes with --format json"},
            {{"check", "-", "-"}, "only one workbook can come from standard input"},
            {{"check", "-", "--previous", "-"}, "only one workbook can come from standard input"},
            {{"check", ""}, "a file name is empty"},
            {{"refresh", "-"},
             "a workbook from standard input needs -o to say where to write it, or --dry-run"},
            {{"refresh", "r.xlsx", "s.xlsx", "-o", "-"},
             "several workbooks can't all go to standard output; -o needs a folder"},
            {{"refresh", "r.xlsx", "s.xlsx", "-o", "s.xlsx"},
             "for several workbooks -o is a folder, and s.xlsx is a file"},
            {{"refresh", "r.xlsx", "-", "-o", "out"},
             "a workbook from standard input needs a file name after -o"},
            {{"templates", "a", "b"}, "templates explains one workbook kind at a time"},
        };
        for (const Case& c : cases) {
            std::string line;
            for (const std::string& argument : c.arguments) line += argument + " ";
            CAPTURE(line);
            Surroundings surroundings;
            surroundings.folder = folder.path();
            const Ran ran = run_scorebook(c.arguments, surroundings);
            CHECK(ran.status == 2);
            CHECK(ran.error == "scorebook: " + c.sentence + "\n");
            CHECK(ran.output.empty());
        }
        CHECK(folder.names() == std::vector<std::string>{"r.xlsx", "s.xlsx"});
    }

    TEST_CASE("command line: an unknown kind is named together with those there are") {
        const Ran ran = run_scorebook({"check", "r.xlsx", "--template", "shopping"});
        CHECK(ran.status == 2);
        CHECK(ran.error.starts_with(
            "scorebook: there is no workbook kind or template file 'shopping'; the kinds are: "));
        CHECK(ran.error.find("risk-register") != std::string::npos);
        CHECK(run_scorebook({"templates", "shopping"}).status == 2);
    }

    TEST_CASE("command line: help and version go to standard output") {
        for (const std::vector<std::string>& arguments : {std::vector<std::string>{"--help"},
                                                          {"-h"},
                                                          {"check", "--help"},
                                                          {"refresh", "-h"},
                                                          {"recalc", "--help"},
                                                          {"templates", "--help"},
                                                          {"--version"}}) {
            const Ran ran = run_scorebook(arguments);
            CAPTURE(arguments.front());
            CHECK(ran.status == 0);
            CHECK(ran.output.starts_with("scorebook "));
            CHECK(ran.error.empty());
        }
        CHECK(run_scorebook({"refresh", "--help"}).output.find("--ignore-lock") != std::string::npos);
    }

    TEST_CASE("command line: exit status 1 follows --fail-on, and only findings decide it") {
        const ScratchFolder folder;
        const std::string clean = folder.put("clean.xlsx", clean_register());
        const std::string faulty = folder.put("faulty.xlsx", faulty_register());
        CHECK(run_scorebook({"check", clean}).status == 0);
        CHECK(run_scorebook({"check", clean, "--fail-on", "warning"}).status == 0);
        CHECK(run_scorebook({"check", faulty}).status == 1);
        CHECK(run_scorebook({"check", faulty, "--fail-on", "error"}).status == 1);
        CHECK(run_scorebook({"check", faulty, "--fail-on", "warning"}).status == 1);
        CHECK(run_scorebook({"check", faulty, "--fail-on", "never"}).status == 0);
        CHECK(run_scorebook({"check", faulty, clean}).status == 1);
        CHECK(run_scorebook({"check", faulty, folder / "none.xlsx"}).status == 3);
    }

    TEST_CASE("command line: the short options mean what the long ones do") {
        const ScratchFolder folder;
        const std::string faulty = folder.put("faulty.xlsx", faulty_register());
        const Ran ran = run_scorebook({"refresh", "-n", "-q", "-j", "2", "-o", folder / "out.xlsx", faulty});
        CHECK(ran.status == 1);
        CHECK(ran.output.empty());
        CHECK(folder.names() == std::vector<std::string>{"faulty.xlsx"});
    }

    TEST_CASE("command line: after -- names may begin with a dash") {
        const ScratchFolder folder;
        folder.put("-r.xlsx", clean_register());
        Surroundings surroundings;
        surroundings.folder = folder.path();
        CHECK(run_scorebook({"check", "--", "-r.xlsx"}, surroundings).status == 0);
    }

    TEST_CASE("templates: the kinds are listed, and one is explained") {
        const Ran list = run_scorebook({"templates"});
        CHECK(list.status == 0);
        CHECK(list.output.find("risk-register          Corporate risk and opportunity register") !=
              std::string::npos);
        const Ran one = run_scorebook({"templates", "risk-register"});
        CHECK(one.status == 0);
        for (const char* text : {"Table: Risks", "Table: Opportunities", "Residual Score", "Red: 12 to 25",
                                 "Threshold: 12", "Risk Score = Impact x Likelihood"}) {
            CAPTURE(text);
            CHECK(one.output.find(text) != std::string::npos);
        }
        const auto objects = run_scorebook({"templates", "risk-register", "--format", "json"}).objects();
        REQUIRE(objects.size() == 1);
        CHECK(objects[0]["template"] == "risk-register");
        CHECK(objects[0]["guide"].size() > 3);
    }
}

}  // namespace scorebook::test

// convert_test.cpp - a folder of returns in, validated workbooks and collected sets out: whatever the order,
// the number of threads or of machines, and whatever happens in between.
#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "registers.hpp"
#include "run_scorebook.hpp"
#include "scorebook/error.hpp"
#include "scorebook/workbook.hpp"
#include "support/workbook_text.hpp"
#include "workbook/workbook_model.hpp"

namespace scorebook::test {

namespace fs = std::filesystem;

namespace {

using Names = std::vector<std::string>;

std::string scorecard() {
    return workbook_bytes(R"(
        A1: Performance scorecard Quarter 2 2016/17
        A3 | Ref | Measure | Good is | Target | Previous | Actual | Status | Direction of Travel | Commentary
        A4 | M1 | Reviews on time | Higher | 95 | 90 | 96 | Green | Improving |
        A5 | M2 | Days lost | Lower | 8 | 9 | 10 | Red | Worsening | Absence is reviewed monthly
    )");
}

const std::string csv_register =
    "Risk register May 2016\n"
    "RIN,Risk Title,Risk Description,Risk Owner,Mitigating Actions,Impact,Likelihood,Risk Score,Residual "
    "Impact,Residual Likelihood,Residual Score\n"
    "CR7,Storm,=HYPERLINK(\"http://x\"),Head of Property,Renew the roof,4,4,16,4,3,12\n"
    "CR8,Theft,\"Cash, keys\",Head of Finance,Buy a safe,5,4,20,4,3,12\n";

/// Two services, three kinds of file, and two files that are no returns.
void put_returns(const ScratchFolder& folder) {
    for (const char* service : {"in/adults", "in/children"}) fs::create_directories(folder / service);
    folder.put("in/adults/register.xlsx", clean_register());
    folder.put("in/adults/scorecard.xlsx", scorecard());
    folder.put("in/children/register.xlsx", faulty_register());
    folder.put("in/children/it.csv", csv_register);
    folder.put("in/children/cut.xlsx", clean_register().substr(0, 900));
    folder.put("in/children/protected.xlsx", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    folder.put("in/children/~$register.xlsx", "lock");
    folder.put("in/notes.pdf", "%PDF-1.4");
}

/// Name -> bytes of everything below `folder` that equal runs write alike.
std::map<std::string, std::string> bytes_below(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file() || entry.path().filename() == "times.csv") continue;
        files[entry.path().lexically_relative(folder).string()] = content(entry.path());
    }
    return files;
}

Names keys(const std::map<std::string, std::string>& files) {
    Names names;
    for (const auto& [name, bytes] : files) {
        if (!name.starts_with(".scorebook")) names.push_back(name);
    }
    return names;
}

std::string line_of(const std::string& text, const std::string& begin) {
    std::size_t at = text.find(begin);
    while (at != std::string::npos && at != 0 && text[at - 1] != '\n') at = text.find(begin, at + 1);
    return at == std::string::npos ? "" : text.substr(at, text.find('\n', at) - at);
}

Names sheet_names(const std::string& file) {
    Names names;
    const auto workbook = open_workbook(content(file), "x.xlsx");
    for (const Sheet& sheet : workbook->sheets()) names.push_back(sheet.name);
    return names;
}

}  // namespace

TEST_SUITE("cli") {
    TEST_CASE("convert: each return gets its workbook, each kind its set, and bad files stop nobody") {
        const ScratchFolder folder;
        put_returns(folder);
        const Ran ran = run_scorebook({"convert", folder / "in", "-o", folder / "out"});
        CHECK(ran.status == 3);
        CHECK(keys(bytes_below(folder / "out")) ==
              Names{"collected/kpi-scorecard.csv", "collected/kpi-scorecard.jsonl",
                    "collected/kpi-scorecard.xlsx", "collected/risk-register.csv",
                    "collected/risk-register.jsonl", "collected/risk-register.xlsx",
                    "returns/adults/register.xlsx", "returns/adults/scorecard.xlsx",
                    "returns/children/it.csv.xlsx", "returns/children/register.xlsx", "summary.csv"});
        CHECK(fs::exists(folder / "out/times.csv"));
        const std::string summary = content(folder / "out/summary.csv");
        CHECK(line_of(summary, "adults/register.xlsx")
                  .starts_with("adults/register.xlsx,risk-register,May 2016,2,0,"));
        CHECK(line_of(summary, "children/register.xlsx").find(",has errors,") != std::string::npos);
        CHECK(line_of(summary, "children/protected.xlsx").find(",not done,") != std::string::npos);
        CHECK(ran.output.find("children/cut.xlsx") != std::string::npos);
        CHECK(ran.output.find("6 returns") != std::string::npos);
        CHECK(ran.output.find("2 not done") != std::string::npos);
        CHECK(ran.output.find("1 file passed over") != std::string::npos);
    }

    TEST_CASE("convert: a return comes back corrected, with its findings on a last sheet") {
        const ScratchFolder folder;
        put_returns(folder);
        run_scorebook({"convert", folder / "in", "-o", folder / "out"});
        const std::string file = folder / "out/returns/children/register.xlsx";
        CHECK(sheet_names(file) == Names{"Register", "Findings"});
        const auto workbook = open_workbook(content(file), "x.xlsx");
        CHECK(workbook->value(0, {5, 7}) == CellValue(25.0));
        CHECK(to_text(workbook->value(1, {4, 1})) == "V11");
        const auto csv = open_workbook(content(folder / "out/returns/children/it.csv.xlsx"), "x.xlsx");
        CHECK(csv->value(0, {3, 7}) == CellValue(20.0));
        CHECK(to_text(csv->value(0, {2, 2})) == "=HYPERLINK(\"http://x\")");
    }

    TEST_CASE(
        "convert: the collected set names file, sheet and cell of every value, and no CSV field is a "
        "formula") {
        const ScratchFolder folder;
        put_returns(folder);
        run_scorebook({"convert", folder / "in", "-o", folder / "out"});
        const std::string csv = content(folder / "out/collected/risk-register.csv");
        CHECK(
            csv.starts_with("file,kind,period,table,section,record,heading,value,number,unit,state,sheet,"
                            "cell,publication\n"));
        CHECK(csv.find("adults/register.xlsx,risk-register,May 2016,Risks,,CR1,Risk "
                       "Score,25,25,,,Register,H6,\n") != std::string::npos);
        CHECK(csv.find("children/register.xlsx,risk-register,May 2016,Risks,,CR1,Risk "
                       "Score,25,25,,,Register,H6,\n") != std::string::npos);
        CHECK(csv.find("\"'=HYPERLINK(\"\"http://x\"\")\"") != std::string::npos);
        const std::string lines = content(folder / "out/collected/risk-register.jsonl");
        const auto count = [](const std::string& text) { return std::count(text.begin(), text.end(), '\n'); };
        CHECK(count(lines) == count(csv) - 1);
        const auto first = nlohmann::json::parse(lines.substr(0, lines.find('\n')));
        CHECK(first.at("file") == "adults/register.xlsx");
        CHECK(first.at("cell") == "A6");
        const auto book = open_workbook(content(folder / "out/collected/risk-register.xlsx"), "x.xlsx");
        CHECK(sheet_names(folder / "out/collected/risk-register.xlsx") ==
              Names{"Dashboard", "Heat map", "Exceptions", "Findings", "Returns", "Values"});
        CHECK(to_text(book->value(5, {1, 0})) == "adults/register.xlsx");
        CHECK(to_text(book->value(5, {1, 6})) == "CR1");
        CHECK(to_text(book->value(5, {1, 11})) == "A6");
        CHECK(book->sheets()[5].cells.rows.size() == static_cast<std::size_t>(count(csv)));
    }

    TEST_CASE("convert: the same returns give the same bytes on one thread and on four") {
        const ScratchFolder folder;
        put_returns(folder);
        run_scorebook({"convert", "-j", "1", folder / "in", "-o", folder / "one"});
        run_scorebook({"convert", "-j", "4", folder / "in", "-o", folder / "four"});
        const auto one = bytes_below(folder / "one");
        CHECK(one.size() > 12);
        CHECK(one == bytes_below(folder / "four"));
    }

    TEST_CASE("convert: three shards merged are one run, byte for byte") {
        const ScratchFolder folder;
        put_returns(folder);
        for (int i = 0; i != 12; ++i)
            folder.put("in/adults/more" + std::to_string(i) + ".csv",
                       csv_register + "CR" + std::to_string(100 + i) +
                           ",Flood,Water,Head of IT,Pumps,4,4,16,4,3,12\n");
        const Ran whole = run_scorebook({"convert", folder / "in", "-o", folder / "whole"});
        std::size_t returns = 0;
        for (const char* shard : {"1", "2", "3"}) {
            run_scorebook({"convert", folder / "in", "--shard", shard + std::string("/3"), "-o",
                           folder / ("part" + std::string(shard))});
            const std::string summary = content(folder / ("part" + std::string(shard) + "/summary.csv"));
            returns += static_cast<std::size_t>(std::count(summary.begin(), summary.end(), '\n')) - 1;
        }
        CHECK(returns == 18);
        const Ran merged = run_scorebook({"convert", "--merge", folder / "part3", folder / "part1",
                                          folder / "part2", "-o", folder / "merged"});
        CHECK(merged.status == whole.status);
        CHECK(bytes_below(folder / "merged") == bytes_below(folder / "whole"));
    }

    TEST_CASE("convert: a merge refuses what are no shards of one run") {
        const ScratchFolder folder;
        put_returns(folder);
        run_scorebook({"convert", folder / "in", "-o", folder / "a"});
        const Ran twice =
            run_scorebook({"convert", "--merge", folder / "a", folder / "a", "-o", folder / "m"});
        CHECK(twice.status == 3);
        CHECK(twice.error.find("too; these aren't shards of one run") != std::string::npos);
        const Ran none = run_scorebook({"convert", "--merge", folder / "in", "-o", folder / "m"});
        CHECK(none.status == 3);
        CHECK(none.error.find("no shard of scorebook convert") != std::string::npos);
    }

    TEST_CASE("convert: --resume does only what changed, and the result is that of a whole run") {
        const ScratchFolder folder;
        put_returns(folder);
        run_scorebook({"convert", folder / "in", "-o", folder / "out"});
        const Ran again = run_scorebook({"convert", "--resume", folder / "in", "-o", folder / "out"});
        CHECK(again.output.find("4 unchanged since the last run") != std::string::npos);
        folder.put("in/adults/register.xlsx", faulty_register());
        fs::remove(folder / "out/returns/adults/scorecard.xlsx");
        fs::remove(folder / "in/children/it.csv");
        const Ran changed = run_scorebook({"convert", "--resume", folder / "in", "-o", folder / "out"});
        CHECK(changed.output.find("1 unchanged since the last run") != std::string::npos);
        run_scorebook({"convert", folder / "in", "-o", folder / "fresh"});
        for (const auto& [name, bytes] : bytes_below(folder / "fresh")) {
            CAPTURE(name);
            CHECK(content(fs::path(folder / "out") / name) == bytes);
        }
    }

    TEST_CASE("convert: other settings make everything anew") {
        const ScratchFolder folder;
        put_returns(folder);
        run_scorebook({"convert", folder / "in", "-o", folder / "out"});
        const Ran other = run_scorebook(
            {"convert", "--resume", "--as-at", "2016-06-30", folder / "in", "-o", folder / "out"});
        CHECK(other.output.find("unchanged") == std::string::npos);
    }

    TEST_CASE("convert: a kind that is no longer among the returns leaves no set behind") {
        const ScratchFolder folder;
        put_returns(folder);
        run_scorebook({"convert", folder / "in", "-o", folder / "out"});
        fs::remove(folder / "in/adults/scorecard.xlsx");
        run_scorebook({"convert", folder / "in", "-o", folder / "out"});
        CHECK(!fs::exists(folder / "out/collected/kpi-scorecard.xlsx"));
        CHECK(fs::exists(folder / "out/collected/risk-register.xlsx"));
    }

    TEST_CASE("convert: patterns, lists and files; a file named twice is done once") {
        const ScratchFolder folder;
        put_returns(folder);
        folder.put("list.txt", "# this quarter\r\nin/adults/register.xlsx\r\n\nin/*/register.xlsx\n");
        const Ran listed = run_scorebook({"convert", "-n", folder / "list.txt", "--format", "json"});
        Names files;
        for (const auto& object : listed.objects()) files.push_back(object.at("file"));
        CHECK(files == Names{"register (2).xlsx", "register.xlsx"});
        CHECK(listed.status == 1);
        const Ran pattern = run_scorebook({"convert", "-n", folder / "in/*/*.csv", "--format", "json"});
        REQUIRE(pattern.objects().size() == 1);
        CHECK(pattern.objects()[0].at("file") == "it.csv");
        CHECK(pattern.objects()[0].at("template") == "risk-register");
        const Ran nothing = run_scorebook({"convert", "-n", folder / "in/*.docx", "--format", "json"});
        CHECK(nothing.status == 3);
        CHECK(nothing.objects()[0].at("error") == "no file has a name like this");
    }

    TEST_CASE("convert: one JSON object a return, in order, and the same from a resumed run") {
        const ScratchFolder folder;
        put_returns(folder);
        const Ran ran = run_scorebook({"convert", "--format", "json", folder / "in", "-o", folder / "out"});
        const auto objects = ran.objects();
        REQUIRE(objects.size() == 6);
        CHECK(objects[0].at("file") == "adults/register.xlsx");
        CHECK(objects[0].at("written") == "returns/adults/register.xlsx");
        CHECK(objects[2].at("status") == "failed");
        CHECK(objects[2].at("file") == "children/cut.xlsx");
        const Ran again =
            run_scorebook({"convert", "--resume", "--format", "json", folder / "in", "-o", folder / "out"});
        CHECK(again.output == ran.output);
        const Ran merged = run_scorebook(
            {"convert", "--merge", "--format", "json", folder / "out", "-o", folder / "merged"});
        CHECK(merged.output == ran.output);
        run_scorebook({"convert", folder / "in", "-o", folder / "text"});
        const Ran without = run_scorebook(
            {"convert", "--merge", "--format", "json", folder / "text", "-o", folder / "merged"});
        CHECK(without.status == 3);
        CHECK(without.error.find("without --format json") != std::string::npos);
    }

    TEST_CASE("convert: --dry-run writes nothing and says the same") {
        const ScratchFolder folder;
        put_returns(folder);
        const Ran dry = run_scorebook({"convert", "-n", folder / "in", "-o", folder / "out"});
        CHECK(dry.status == 3);
        CHECK(!fs::exists(folder / "out"));
        CHECK(dry.output.find("has errors") != std::string::npos);
    }

    TEST_CASE("convert: --fail-on decides what findings do to the exit status") {
        const ScratchFolder folder;
        folder.put("a.xlsx", faulty_register());
        CHECK(run_scorebook({"convert", "-q", folder / "a.xlsx", "-o", folder / "o"}).status == 1);
        CHECK(run_scorebook({"convert", "-q", "--fail-on", "never", folder / "a.xlsx", "-o", folder / "o"})
                  .status == 0);
    }

    TEST_CASE("convert: for publication, exempt sheets stay out of the collected set") {
        const ScratchFolder folder;
        folder.put("a.xlsx", workbook_bytes(R"(
            sheet Register
            A1: Corporate risk register, May 2016
            A5 | RIN | Risk Description | Risk Owner | Mitigating Actions | Risk Score | Residual Score
            A6 | CR1 | A fire closes the county hall | Head of Property | Renew the sprinklers | 25 | 16
            A7 | CR2 | A flood closes the depot | Head of Highways | Move the salt store | 16 | 12
            sheet Part II
            A1: Not for publication: exempt information, paragraph 3
            A5 | RIN | Risk Description | Risk Owner | Mitigating Actions | Risk Score | Residual Score
            A6 | CR3 | The supplier is in dispute | Head of Finance | Take advice | 20 | 16
            A7 | CR4 | The tender is challenged | Head of Finance | Take advice | 16 | 12
        )"));
        run_scorebook({"convert", folder / "a.xlsx", "-o", folder / "working"});
        run_scorebook({"convert", "--profile", "published", folder / "a.xlsx", "-o", folder / "published"});
        CHECK(content(folder / "working/collected/risk-register.csv").find("in dispute") !=
              std::string::npos);
        const std::string open = content(folder / "published/collected/risk-register.csv");
        CHECK(open.find("A fire closes") != std::string::npos);
        CHECK(open.find("in dispute") == std::string::npos);
        CHECK(content(folder / "published/collected/risk-register.jsonl").find("CR3") == std::string::npos);
    }

    TEST_CASE("convert: the command line is refused in one sentence") {
        const ScratchFolder folder;
        put_returns(folder);
        const std::vector<Names> wrong = {
            {"convert"},
            {"convert", folder / "in"},
            {"convert", folder / "in", "-o", "-"},
            {"convert", "-", "-o", folder / "out"},
            {"convert", folder / "in", "-o", folder / "in"},
            {"convert", folder / "in", "-o", folder / "in/notes.pdf"},
            {"convert", folder / "in", "-o", folder / "out", "--shard", "4/3"},
            {"convert", folder / "in", "-o", folder / "out", "--shard", "0/3"},
            {"convert", folder / "in", "-o", folder / "out", "--shard", "1/3", "--merge"},
            {"convert", folder / "in", "-o", folder / "out", "--profile", "secret"}};
        for (const Names& arguments : wrong) {
            CAPTURE(arguments.size());
            const Ran ran = run_scorebook(arguments);
            CHECK(ran.status == 2);
            CHECK(std::count(ran.error.begin(), ran.error.end(), '\n') == 1);
        }
        CHECK(!fs::exists(folder / "out"));
    }

    TEST_CASE("convert: a folder of nothing is said to be one") {
        const ScratchFolder folder;
        fs::create_directories(folder / "empty");
        const Ran ran = run_scorebook({"convert", folder / "empty", "-o", folder / "out"});
        CHECK(ran.status == 3);
        CHECK(ran.error == "scorebook: no workbook and no CSV was found\n");
    }

    TEST_CASE("convert: the output inside the input is never an input") {
        const ScratchFolder folder;
        put_returns(folder);
        run_scorebook({"convert", "-q", folder / "in", "-o", folder / "in/out"});
        const auto first = bytes_below(folder / "in/out");
        run_scorebook({"convert", "-q", folder / "in", "-o", folder / "in/out"});
        CHECK(bytes_below(folder / "in/out") == first);
    }

    TEST_CASE("convert: Ctrl-C leaves whole files only, and --resume goes on from there") {
        const ScratchFolder folder;
        fs::create_directories(folder / "in");
        for (int i = 0; i != 150; ++i)
            folder.put("in/r" + std::to_string(i) + ".csv",
                       csv_register + "CR" + std::to_string(100 + i) +
                           ",Flood,Water,Head of IT,Pumps,4,4,16,4,3,12\n");
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        const std::string in = folder / "in", out = folder / "out";
        if (child == 0) {
            ::execl(SCOREBOOK_BINARY, "scorebook", "convert", "-q", "-j", "2", in.c_str(), "-o", out.c_str(),
                    static_cast<char*>(nullptr));
            ::_exit(127);
        }
        // As soon as it is under way, wherever it is then.
        for (int i = 0; i != 2000 && !fs::exists(folder / "out/returns"); ++i) ::usleep(5000);
        ::usleep(20'000);
        ::kill(child, SIGINT);
        int status = 0;
        ::waitpid(child, &status, 0);
        CHECK(WIFSIGNALED(status));
        CHECK(WTERMSIG(status) == SIGINT);
        CHECK(!fs::exists(folder / "out/collected/risk-register.xlsx"));
        std::size_t whole = 0;
        for (const auto& [name, bytes] : bytes_below(folder / "out")) {
            CAPTURE(name);
            CHECK(name.find(".tmp") == std::string::npos);
            if (!name.ends_with(".xlsx")) continue;
            CHECK_NOTHROW(open_workbook(bytes, name));
            ++whole;
        }
        CHECK(whole > 0);
        CHECK(whole < 150);
        CHECK(run_scorebook({"convert", "-q", "--resume", in, "-o", out}).status == 0);
        run_scorebook({"convert", "-q", in, "-o", folder / "fresh"});
        CHECK(bytes_below(folder / "out") == bytes_below(folder / "fresh"));
    }
}

}  // namespace scorebook::test

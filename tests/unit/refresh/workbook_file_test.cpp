// workbook_file_test.cpp - reading files, and putting one in place of another in a folder of its own.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "scorebook/error.hpp"
#include "scorebook/refresh.hpp"
#include "support/refresh/sheet_text.hpp"

namespace scorebook {

using namespace test;
namespace fs = std::filesystem;

namespace {

/// A folder that is gone after the test.
class Folder {
  public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "scorebook-test-XXXXXX").string();
        if (!::mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
        path_ = name;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { fs::remove_all(path_); }

    fs::path operator/(const char* name) const { return path_ / name; }
    std::set<std::string> names() const {
        std::set<std::string> all;
        for (const auto& entry : fs::directory_iterator(path_)) all.insert(entry.path().filename().string());
        return all;
    }

  private:
    fs::path path_;
};

void put(const fs::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

std::string content(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string workbook_with(double value, std::size_t padding = 0) {
    return workbook_with_sheet(sheet_part(R"(<row r="1"><c r="A1"><v>)" + std::to_string(value) +
                                          "</v></c></row>" + std::string(padding, ' ')));
}

/// The sentence of the Error, or "".
template <typename Job>
std::string refusal(Job job, ErrorCode code) {
    try {
        job();
    } catch (const Error& error) {
        CHECK(error.code() == code);
        return error.what();
    }
    return {};
}

/// Exit status of `job` in a child process; what it returns.
template <typename Job>
int in_child(Job job) {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(job());
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

TEST_SUITE("refresh") {
    TEST_CASE("reading a file: the whole of it, or one sentence") {
        const Folder folder;
        std::string bytes(100'000, '\0');
        bytes[50'000] = 'x';
        put(folder / "a.bin", bytes);
        put(folder / "empty", "");
        CHECK(read_workbook_file(folder / "a.bin") == bytes);
        CHECK(read_workbook_file(folder / "empty").empty());
        CHECK(refusal([&] { read_workbook_file(folder / "none.xlsx"); }, ErrorCode::cannot_read) ==
              "there is no file of this name");
        CHECK(refusal([&] { read_workbook_file(folder / "a.bin" / "b"); }, ErrorCode::cannot_read) ==
              "there is no file of this name");
        CHECK(refusal([&] { read_workbook_file(folder / "."); }, ErrorCode::cannot_read) ==
              "this is a folder, not a workbook");
        fs::create_symlink("circle", folder / "circle");
        CHECK(refusal([&] { read_workbook_file(folder / "circle"); }, ErrorCode::cannot_read) ==
              "the link leads in a circle");
        put(folder / "huge", "");
        fs::resize_file(folder / "huge", (std::uintmax_t{1} << 30) + 1);
        CHECK(refusal([&] { read_workbook_file(folder / "huge"); }, ErrorCode::too_large) ==
              "the file is larger than 1 GiB, more than any workbook Excel can open");
    }

    TEST_CASE("reading a file: from a pipe too") {
        const Folder folder;
        const fs::path pipe = folder / "pipe";
        REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
        const std::string bytes(300'000, 'p');
        const pid_t child = ::fork();
        if (child == 0) {
            put(pipe, bytes);
            ::_exit(0);
        }
        CHECK(read_workbook_file(pipe) == bytes);
        ::waitpid(child, nullptr, 0);
    }

    TEST_CASE("reading and writing without permission") {
        const Folder folder;
        put(folder / "private.xlsx", "x");
        fs::permissions(folder / "private.xlsx", fs::perms::none);
        fs::create_directory(folder / "closed");
        fs::permissions(folder / ".", fs::perms::owner_all | fs::perms::others_exec | fs::perms::others_read);
        put(folder / "closed" / "r.xlsx", "x");
        fs::permissions(folder / "closed" / "r.xlsx", fs::perms::all);
        fs::permissions(folder / "closed",
                        fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_exec);
        // Root may do everything, so the child becomes "nobody" (65534 on every Linux).
        const auto sentence_is = [&](auto job, ErrorCode code, const std::string& wanted) {
            return in_child([&] {
                if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) return 3;
                const std::string sentence = refusal(job, code);
                return sentence == wanted ? 0 : 1;
            });
        };
        CHECK(sentence_is([&] { read_workbook_file(folder / "private.xlsx"); }, ErrorCode::cannot_read,
                          "you have no permission to read this file") == 0);
        CHECK(sentence_is([&] { replace_workbook_file(folder / "private.xlsx", workbook_with(1)); },
                          ErrorCode::cannot_write,
                          "the file is read-only or you have no permission to change it") == 0);
        CHECK(sentence_is([&] { replace_workbook_file(folder / "closed" / "r.xlsx", workbook_with(1)); },
                          ErrorCode::cannot_write, "you have no permission to write in this folder") == 0);
        CHECK(content(folder / "closed" / "r.xlsx") == "x");
        fs::permissions(folder / "closed", fs::perms::owner_all);
    }

    TEST_CASE("office lock: Excel's and LibreOffice's, beside the file or what its name leads to") {
        const Folder folder;
        put(folder / "r.xlsx", "x");
        CHECK_FALSE(office_lock(folder / "r.xlsx"));
        put(folder / "~$r.xlsx", "");
        CHECK(office_lock(folder / "r.xlsx") == folder / "~$r.xlsx");
        fs::remove(folder / "~$r.xlsx");
        put(folder / ".~lock.r.xlsx#", "");
        CHECK(office_lock(folder / "r.xlsx") == folder / ".~lock.r.xlsx#");
        fs::create_symlink("r.xlsx", folder / "link.xlsx");
        REQUIRE(office_lock(folder / "link.xlsx"));
        CHECK(office_lock(folder / "link.xlsx")->filename() == ".~lock.r.xlsx#");
        CHECK_FALSE(office_lock(folder / "other.xlsx"));
    }

    TEST_CASE("replacing: a new file, an old one with its mode, nothing left beside") {
        const Folder folder;
        replace_workbook_file(folder / "r.xlsx", workbook_with(1));
        CHECK(content(folder / "r.xlsx") == workbook_with(1));
        REQUIRE(::chmod((folder / "r.xlsx").c_str(), 0640) == 0);
        replace_workbook_file(folder / "r.xlsx", workbook_with(2));
        CHECK(content(folder / "r.xlsx") == workbook_with(2));
        struct stat status {};
        REQUIRE(::stat((folder / "r.xlsx").c_str(), &status) == 0);
        CHECK((status.st_mode & 07777) == 0640);
        CHECK(folder.names() == std::set<std::string>{"r.xlsx"});
    }

    TEST_CASE("replacing: a link stays a link, another hard link keeps the old content") {
        const Folder folder;
        fs::create_directory(folder / "real");
        put(folder / "real" / "r.xlsx", "old");
        fs::create_symlink("real/r.xlsx", folder / "link.xlsx");
        fs::create_hard_link(folder / "real" / "r.xlsx", folder / "backup.xlsx");
        replace_workbook_file(folder / "link.xlsx", workbook_with(1));
        CHECK(fs::is_symlink(folder / "link.xlsx"));
        CHECK(content(folder / "real" / "r.xlsx") == workbook_with(1));
        CHECK(content(folder / "backup.xlsx") == "old");
        fs::create_symlink("real/new.xlsx", folder / "ahead.xlsx");
        replace_workbook_file(folder / "ahead.xlsx", workbook_with(2));
        CHECK(content(folder / "real" / "new.xlsx") == workbook_with(2));
    }

    TEST_CASE(
        "replacing: a folder, a pipe, a missing folder, a circle of links and bytes that are no workbook are "
        "refused") {
        const Folder folder;
        fs::create_directory(folder / "sub");
        fs::create_symlink("circle.xlsx", folder / "circle.xlsx");
        put(folder / "r.xlsx", "old");
        REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
        const auto replacing = [&](const fs::path& path) {
            return refusal([&] { replace_workbook_file(path, workbook_with(1)); }, ErrorCode::cannot_write);
        };
        CHECK(replacing(folder / "sub") == "this is a folder, so a file can't be written here");
        CHECK(replacing(folder / "pipe") == "this is not an ordinary file");
        CHECK(replacing(folder / "none" / "r.xlsx") == "there is no such folder to write into");
        CHECK(replacing(folder / "circle.xlsx").starts_with("the file can't be written"));
        CHECK_THROWS_AS(replace_workbook_file(folder / "r.xlsx", "not a workbook"), Error);
        CHECK(content(folder / "r.xlsx") == "old");
        CHECK(folder.names() == std::set<std::string>{"circle.xlsx", "pipe", "r.xlsx", "sub"});
    }

    TEST_CASE("replacing: a full disk leaves the old file and nothing beside it") {
        const Folder folder;
        put(folder / "r.xlsx", "old");
        const std::string bytes = workbook_with(1, 200'000);
        const int status = in_child([&] {
            // A limit on the size of files fails a write half-way, as a full disk does.
            ::signal(SIGXFSZ, SIG_IGN);
            const rlimit limit{100'000, 100'000};
            if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return 3;
            return refusal([&] { replace_workbook_file(folder / "r.xlsx", bytes); },
                           ErrorCode::cannot_write) == "the disk is full, so nothing was written"
                       ? 0
                       : 1;
        });
        CHECK(status == 0);
        CHECK(content(folder / "r.xlsx") == "old");
        CHECK(folder.names() == std::set<std::string>{"r.xlsx"});
    }

    TEST_CASE("replacing: a process killed at any moment leaves the old file or the new one, whole") {
        const Folder folder;
        const std::string versions[] = {workbook_with(1, 300'000), workbook_with(2, 300'000)};
        put(folder / "r.xlsx", versions[0]);
        bool seen[2] = {false, false};
        // At least 40 times, and until a child lived long enough to replace the file: machines may be busy.
        for (useconds_t attempt = 0; attempt < 40 || (attempt < 1000 && !(seen[0] && seen[1])); ++attempt) {
            const pid_t child = ::fork();
            if (child == 0) {
                for (int i = 0;; ++i) replace_workbook_file(folder / "r.xlsx", versions[i % 2]);
            }
            ::usleep(500 + attempt * 731 % 30'011);
            ::kill(child, SIGKILL);
            ::waitpid(child, nullptr, 0);
            const std::string found = content(folder / "r.xlsx");
            const bool whole = found == versions[0] || found == versions[1];
            REQUIRE(whole);
            seen[found == versions[1]] = true;
        }
        CHECK((seen[0] && seen[1]));
    }
}

}  // namespace scorebook

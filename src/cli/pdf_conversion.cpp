// pdf_conversion.cpp - one run of soffice --convert-to, away from the officer's own LibreOffice.
#include "cli/pdf_conversion.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "scorebook/error.hpp"
#include "scorebook/refresh.hpp"

extern char** environ;

namespace scorebook::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::chrono::seconds patience{120};
constexpr std::chrono::milliseconds pause{20};

class TemporaryFolder {
  public:
    TemporaryFolder() {
        std::string pattern = (fs::temp_directory_path() / "scorebook-pdf-XXXXXX").string();
        if (!::mkdtemp(pattern.data()))
            fail(ErrorCode::cannot_write, "no temporary folder could be made for the PDF");
        path_ = pattern;
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    const fs::path& path() const { return path_; }

  private:
    fs::path path_;
};

std::optional<std::string> find_program(const std::vector<std::string>& names) {
    const char* const variable = std::getenv("PATH");
    const std::string folders = variable ? variable : "/usr/bin:/bin";
    for (const std::string& name : names) {
        for (std::size_t begin = 0; begin <= folders.size();) {
            const std::size_t end = std::min(folders.find(':', begin), folders.size());
            const std::string path = folders.substr(begin, end - begin) + "/" + name;
            if (::access(path.c_str(), X_OK) == 0) return path;
            begin = end + 1;
        }
    }
    return std::nullopt;
}

/// Runs it with nothing to read and nothing to show. False when it failed or took too long.
bool run_quietly(const std::vector<std::string>& command) {
    std::vector<char*> arguments;
    for (const std::string& argument : command) arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    for (const int stream : {0, 1, 2})
        posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", stream == 0 ? O_RDONLY : O_WRONLY, 0);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    // A group of its own, because soffice is a script that starts the program proper.
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    posix_spawnattr_setpgroup(&attributes, 0);
    pid_t child = 0;
    const int started =
        ::posix_spawn(&child, arguments.front(), &actions, &attributes, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    if (started != 0) return false;
    const auto end = std::chrono::steady_clock::now() + patience;
    int status = 0;
    while (::waitpid(child, &status, WNOHANG) == 0) {
        if (std::chrono::steady_clock::now() > end) {
            ::kill(-child, SIGKILL);
            ::waitpid(child, &status, 0);
            return false;
        }
        std::this_thread::sleep_for(pause);
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

std::string pdf_of_workbook(const std::string& xlsx) {
    const auto program = find_program({"soffice", "libreoffice"});
    if (!program)
        fail(ErrorCode::cannot_write,
             "a PDF is made by LibreOffice, which is not installed; install it, or write .xlsx, .docx or "
             ".html and print "
             "that");
    const TemporaryFolder folder;
    const fs::path workbook = folder.path() / "appendix.xlsx";
    std::ofstream(workbook, std::ios::binary) << xlsx;
    const std::string filter =
        "pdf:calc_pdf_Export:{\"UseTaggedPDF\":{\"type\":\"boolean\",\"value\":\"true\"}}";
    const bool is_done =
        run_quietly({*program, "-env:UserInstallation=file://" + (folder.path() / "profile").string(),
                     "--headless", "--norestore", "--nolockcheck", "--convert-to", filter, "--outdir",
                     folder.path().string(), workbook.string()});
    const fs::path made = folder.path() / "appendix.pdf";
    if (!is_done || !fs::exists(made))
        fail(ErrorCode::cannot_write,
             "LibreOffice could not make the PDF; write .xlsx and print it from there");
    return read_workbook_file(made);
}

}  // namespace scorebook::cli

// quiet_program_posix.cpp - posix_spawn(3), in a group of its own, so that what the program starts ends with
// it.
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "cli/quiet_program.hpp"
#include "scorebook/error.hpp"

extern char** environ;

namespace scorebook::cli {

std::optional<std::string> find_office() {
    const char* const variable = std::getenv("PATH");
    const std::string folders = variable ? variable : "/usr/bin:/bin";
    for (const std::string name : {"soffice", "libreoffice"}) {
        for (std::size_t begin = 0; begin <= folders.size();) {
            const std::size_t end = std::min(folders.find(':', begin), folders.size());
            const std::string path = folders.substr(begin, end - begin) + "/" + name;
            if (::access(path.c_str(), X_OK) == 0) return path;
            begin = end + 1;
        }
    }
    return std::nullopt;
}

bool run_quietly(const std::vector<std::string>& command, std::chrono::seconds patience) {
    constexpr std::chrono::milliseconds pause{20};
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

std::filesystem::path make_private_folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "scorebook-pdf-XXXXXX").string();
    if (!::mkdtemp(pattern.data()))
        fail(ErrorCode::cannot_write, "no temporary folder could be made for the PDF");
    return pattern;
}

}  // namespace scorebook::cli

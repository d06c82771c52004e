// run_scorebook.cpp - fork, limits, exec; output is collected in files, which can't block.
#include "run_scorebook.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

namespace scorebook::test {

namespace fs = std::filesystem;

namespace {

void limit(int resource, std::uint64_t bytes) {
    const rlimit both{bytes, bytes};
    if (::setrlimit(static_cast<__rlimit_resource>(resource), &both) != 0) ::_exit(126);
}

void redirect(int from, const std::string& path, int flags) {
    const int file = ::open(path.c_str(), flags, 0666);
    if (file < 0 || ::dup2(file, from) < 0) ::_exit(126);
    ::close(file);
}

[[noreturn]] void become_scorebook(const std::vector<std::string>& arguments,
                                   const Surroundings& surroundings, const ScratchFolder& scratch) {
    redirect(STDIN_FILENO, scratch / "input", O_RDONLY);
    redirect(STDOUT_FILENO, surroundings.output_file.empty() ? scratch / "output" : surroundings.output_file,
             O_WRONLY | O_CREAT);
    redirect(STDERR_FILENO, scratch / "error", O_WRONLY | O_CREAT);
    if (!surroundings.folder.empty() && ::chdir(surroundings.folder.c_str()) != 0) ::_exit(126);
#if !defined(__SANITIZE_ADDRESS__)
    if (surroundings.memory_limit) limit(RLIMIT_AS, *surroundings.memory_limit);
#endif
    if (surroundings.file_size_limit) limit(RLIMIT_FSIZE, *surroundings.file_size_limit);
    if (!surroundings.search_path.empty()) ::setenv("PATH", surroundings.search_path.c_str(), 1);
    // Opened before, because the program may stand in a folder nobody else may look into, such as /root.
    const int program = ::open(SCOREBOOK_BINARY, O_PATH | O_CLOEXEC);
    if (surroundings.as_nobody && ::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0))
        ::_exit(126);
    std::vector<char*> words{const_cast<char*>("scorebook")};
    for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
    words.push_back(nullptr);
    ::fexecve(program, words.data(), environ);
    ::_exit(127);
}

}  // namespace

Ran run_scorebook(const std::vector<std::string>& arguments, const Surroundings& surroundings) {
    const ScratchFolder scratch;
    scratch.put("input", surroundings.input);
    const pid_t child = ::fork();
    if (child == 0) become_scorebook(arguments, surroundings, scratch);
    int status = 0;
    if (child < 0 || ::waitpid(child, &status, 0) != child) throw std::runtime_error("can't run scorebook");
    Ran ran;
    ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    ran.output = content(scratch / "output");
    ran.error = content(scratch / "error");
    return ran;
}

std::vector<nlohmann::json> Ran::objects() const {
    std::vector<nlohmann::json> all;
    std::istringstream lines(output);
    for (std::string line; std::getline(lines, line);) all.push_back(nlohmann::json::parse(line));
    return all;
}

ScratchFolder::ScratchFolder() {
    std::string name = (fs::temp_directory_path() / "scorebook-cli-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
    path_ = name;
    fs::permissions(path_, fs::perms::all);
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

std::string ScratchFolder::put(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return (path_ / name).string();
}

std::vector<std::string> ScratchFolder::names() const {
    std::vector<std::string> all;
    for (const auto& entry : fs::recursive_directory_iterator(path_))
        all.push_back(fs::relative(entry.path(), path_).string());
    std::sort(all.begin(), all.end());
    return all;
}

std::string content(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace scorebook::test

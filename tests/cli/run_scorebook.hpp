// run_scorebook.hpp - runs the built program with arguments, standard input and limits, and takes what it
// says.
#pragma once

#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace scorebook::test {

struct Surroundings {
    std::string input;             ///< standard input
    std::filesystem::path folder;  ///< working folder; empty: this process's own
    std::optional<std::uint64_t>
        memory_limit;  ///< bytes of address space; left out under sanitizers, which need more
    std::optional<std::uint64_t> file_size_limit;
    std::string output_file;  ///< standard output goes there instead
    std::string search_path;  ///< PATH; empty: this process's own
    bool as_nobody = false;   ///< when run by root, become user 65534 first
};

struct Ran {
    int status = -1;  ///< exit status; 128 + signal when killed
    std::string output;
    std::string error;

    /// Each line of the output as JSON; throws when one isn't.
    std::vector<nlohmann::json> objects() const;
};

Ran run_scorebook(const std::vector<std::string>& arguments, const Surroundings& surroundings = {});

/// A folder that is gone after the test.
class ScratchFolder {
  public:
    ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder();

    const std::filesystem::path& path() const { return path_; }
    std::string operator/(const std::string& name) const { return (path_ / name).string(); }
    /// Writes a file and gives its path.
    std::string put(const std::string& name, const std::string& bytes) const;
    /// Names in it, sorted, those of folders with their content: "out/a.xlsx".
    std::vector<std::string> names() const;

  private:
    std::filesystem::path path_;
};

std::string content(const std::filesystem::path& path);

}  // namespace scorebook::test

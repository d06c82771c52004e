// file_pattern_posix.cpp - glob(3), so that a pattern means what it means in a shell.
#include <glob.h>

#include <cstddef>

#include "cli/file_pattern.hpp"

namespace scorebook::cli {

std::vector<std::filesystem::path> files_matching(const std::string& pattern) {
    glob_t matches{};
    std::vector<std::filesystem::path> files;
    if (::glob(pattern.c_str(), GLOB_NOSORT, nullptr, &matches) == 0)
        files.assign(matches.gl_pathv, matches.gl_pathv + matches.gl_pathc);
    ::globfree(&matches);
    return files;
}

}  // namespace scorebook::cli

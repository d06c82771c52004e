// file_identity_posix.cpp - the device and the number of the file on it.
#include <sys/stat.h>

#include "cli/file_identity.hpp"

namespace scorebook::cli {

std::string file_identity(const std::filesystem::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return {};
    return std::to_string(status.st_dev) + ":" + std::to_string(status.st_ino);
}

}  // namespace scorebook::cli

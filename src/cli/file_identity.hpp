// file_identity.hpp - which file it is, whatever it is called.
#pragma once

#include <filesystem>
#include <string>

namespace scorebook::cli {

/// The same text for all names of one file, links among them; empty when there is no such file.
std::string file_identity(const std::filesystem::path& path);

}  // namespace scorebook::cli

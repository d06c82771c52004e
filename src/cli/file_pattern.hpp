// file_pattern.hpp - the files a pattern with * and ? means.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace scorebook::cli {

/// Files and folders, in no order; none when nothing is called like this.
std::vector<std::filesystem::path> files_matching(const std::string& pattern);

}  // namespace scorebook::cli

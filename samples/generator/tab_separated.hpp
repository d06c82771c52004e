// tab_separated.hpp - the rows of a tab-separated data file; lines beginning with "# " are remarks.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace samples {

std::vector<std::vector<std::string>> read_tab_separated(const std::filesystem::path& file);

}  // namespace samples

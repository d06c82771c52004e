// tab_separated.cpp - reads tab-separated data files.
#include "tab_separated.hpp"

#include <fstream>
#include <stdexcept>

namespace samples {

std::vector<std::vector<std::string>> read_tab_separated(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error("can't read " + file.string());
    std::vector<std::vector<std::string>> rows;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.starts_with("# ")) continue;
        std::vector<std::string>& row = rows.emplace_back();
        std::size_t begin = 0;
        for (std::size_t tab; (tab = line.find('\t', begin)) != std::string::npos; begin = tab + 1)
            row.push_back(line.substr(begin, tab - begin));
        row.push_back(line.substr(begin));
    }
    return rows;
}

}  // namespace samples

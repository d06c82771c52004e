// file_pattern_windows.cpp - as Explorer's search box has it: * and ? in the file's own name, not in a
// folder's.
#include <windows.h>

#include "cli/file_pattern.hpp"

namespace scorebook::cli {

std::vector<std::filesystem::path> files_matching(const std::string& pattern) {
    const std::filesystem::path path(pattern);
    std::vector<std::filesystem::path> files;
    WIN32_FIND_DATAW found{};
    const HANDLE search = ::FindFirstFileW(path.c_str(), &found);
    if (search == INVALID_HANDLE_VALUE) return files;
    do {
        const std::wstring name = found.cFileName;
        if (name != L"." && name != L"..") files.push_back(path.parent_path() / name);
    } while (::FindNextFileW(search, &found) != 0);
    ::FindClose(search);
    return files;
}

}  // namespace scorebook::cli

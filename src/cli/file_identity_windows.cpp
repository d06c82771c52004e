// file_identity_windows.cpp - the volume and the number of the file on it.
#include <windows.h>

#include "cli/file_identity.hpp"

namespace scorebook::cli {

std::string file_identity(const std::filesystem::path& path) {
    // Asking needs no right to read; a folder is opened by the last flag only.
    const HANDLE file = ::CreateFileW(path.c_str(), 0, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                                      nullptr, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, nullptr);
    if (file == INVALID_HANDLE_VALUE) return {};
    BY_HANDLE_FILE_INFORMATION told{};
    const bool is_told = ::GetFileInformationByHandle(file, &told) != 0;
    ::CloseHandle(file);
    if (!is_told) return {};
    return std::to_string(told.dwVolumeSerialNumber) + ":" + std::to_string(told.nFileIndexHigh) + ":" +
           std::to_string(told.nFileIndexLow);
}

}  // namespace scorebook::cli

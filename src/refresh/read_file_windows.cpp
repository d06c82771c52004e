// read_file_windows.cpp - reading a whole file, also one that Excel has open.
#include <cstdint>
#include <filesystem>
#include <string>

#include "refresh/open_handle.hpp"
#include "scorebook/error.hpp"
#include "scorebook/refresh.hpp"

namespace scorebook {

namespace {

constexpr std::uint64_t max_file_size = std::uint64_t{1} << 30;

[[noreturn]] void fail_too_large() {
    fail(ErrorCode::too_large, "the file is larger than 1 GiB, more than any workbook Excel can open");
}

[[noreturn]] void fail_reading(DWORD error) {
    switch (error) {
        case ERROR_FILE_NOT_FOUND:
        case ERROR_PATH_NOT_FOUND:
        case ERROR_INVALID_NAME:
        case ERROR_BAD_NETPATH:
        case ERROR_BAD_NET_NAME:
            fail(ErrorCode::cannot_read, "there is no file of this name");
        case ERROR_ACCESS_DENIED:
            fail(ErrorCode::cannot_read, "you have no permission to read this file");
        case ERROR_SHARING_VIOLATION:
        case ERROR_LOCK_VIOLATION:
            fail(ErrorCode::cannot_read, "another program has it open and lets nobody else read it");
        case ERROR_FILENAME_EXCED_RANGE:
            fail(ErrorCode::cannot_read, "the name of the file is too long");
        default:
            fail(ErrorCode::cannot_read, "the file can't be read: " + error_number_text(error));
    }
}

}  // namespace

std::string read_workbook_file(const std::filesystem::path& path) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored))
        fail(ErrorCode::cannot_read, "this is a folder, not a workbook");
    const OpenHandle file(::CreateFileW(path.c_str(), GENERIC_READ,
                                        FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                                        OPEN_EXISTING, FILE_FLAG_SEQUENTIAL_SCAN, nullptr));
    if (!file) fail_reading(::GetLastError());
    // A file may grow while it is read, and a pipe has no size: one byte of room shows the end was reached.
    LARGE_INTEGER told{};
    std::string bytes;
    std::size_t size = 0;
    const bool has_size = ::GetFileSizeEx(file.get(), &told) != 0;
    if (has_size && static_cast<std::uint64_t>(told.QuadPart) > max_file_size) fail_too_large();
    bytes.resize(has_size ? static_cast<std::size_t>(told.QuadPart) + 1 : std::size_t{1} << 16);
    for (;;) {
        if (size == bytes.size()) bytes.resize(size * 2);
        DWORD count = 0;
        if (::ReadFile(file.get(), bytes.data() + size, static_cast<DWORD>(bytes.size() - size), &count,
                       nullptr) == 0) {
            if (::GetLastError() == ERROR_BROKEN_PIPE) break;
            fail_reading(::GetLastError());
        }
        if (count == 0) break;
        size += count;
        if (size > max_file_size) fail_too_large();
    }
    bytes.resize(size);
    return bytes;
}

}  // namespace scorebook

// new_file_windows.cpp - a hidden file beside the old one, which ReplaceFile then puts in its place: the new
// file keeps the old one's owner, access list and attributes, and there is one of the two at every moment.
#include <algorithm>
#include <atomic>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "refresh/new_file.hpp"
#include "refresh/open_handle.hpp"
#include "scorebook/error.hpp"

namespace scorebook {

namespace {

[[noreturn]] void fail_writing(DWORD error) {
    switch (error) {
        case ERROR_DISK_FULL:
        case ERROR_HANDLE_DISK_FULL:
        case ERROR_FILE_TOO_LARGE:
            fail(ErrorCode::cannot_write, "the disk is full, so nothing was written");
        case ERROR_ACCESS_DENIED:
            fail(ErrorCode::cannot_write, "you have no permission to write in this folder");
        case ERROR_WRITE_PROTECT:
            fail(ErrorCode::cannot_write, "the disk can only be read, not written");
        case ERROR_FILE_NOT_FOUND:
        case ERROR_PATH_NOT_FOUND:
        case ERROR_INVALID_NAME:
        case ERROR_DIRECTORY:
        case ERROR_BAD_NETPATH:
        case ERROR_BAD_NET_NAME:
            fail(ErrorCode::cannot_write, "there is no such folder to write into");
        case ERROR_SHARING_VIOLATION:
        case ERROR_LOCK_VIOLATION:
        case ERROR_USER_MAPPED_FILE:
            fail(ErrorCode::cannot_write,
                 "another program has it open, so it was not written; close it there first");
        default:
            fail(ErrorCode::cannot_write, "the file can't be written: " + error_number_text(error));
    }
}

}  // namespace

struct NewFile::State {
    OpenHandle file;
    std::filesystem::path name;  ///< empty when it was put in place
    bool replaces = false;       ///< there is a file whose owner and access list it takes

    ~State() {
        file.close();
        if (!name.empty()) ::DeleteFileW(name.c_str());
    }
};

NewFile::NewFile(std::filesystem::path folder, Readers) : state_(new State{}) {
    static std::atomic<unsigned> count{0};
    for (int attempt = 0; !state_->file; ++attempt) {
        std::filesystem::path name = folder / (".scorebook-" + std::to_string(::GetCurrentProcessId()) + "-" +
                                               std::to_string(++count) + ".tmp");
        state_->file = OpenHandle(::CreateFileW(name.c_str(), GENERIC_READ | GENERIC_WRITE, 0, nullptr,
                                                CREATE_NEW, FILE_ATTRIBUTE_NORMAL, nullptr));
        if (state_->file)
            state_->name = std::move(name);
        else if (const DWORD error = ::GetLastError(); error != ERROR_FILE_EXISTS || attempt == 100)
            fail_writing(error);
    }
}

NewFile::NewFile(NewFile&&) noexcept = default;
NewFile::~NewFile() = default;

void NewFile::append(std::string_view bytes) {
    constexpr std::size_t at_once = std::size_t{1} << 24;
    while (!bytes.empty()) {
        DWORD count = 0;
        if (::WriteFile(state_->file.get(), bytes.data(), static_cast<DWORD>(std::min(bytes.size(), at_once)),
                        &count, nullptr) == 0)
            fail_writing(::GetLastError());
        bytes.remove_prefix(count);
    }
}

void NewFile::dress_like(const std::filesystem::path&) {
    state_->replaces = true;
}

void NewFile::require_same_bytes(std::string_view bytes) {
    std::string chunk(std::size_t{1} << 18, '\0');
    if (::SetFilePointerEx(state_->file.get(), {}, nullptr, FILE_BEGIN) == 0) fail_writing(::GetLastError());
    for (;;) {
        DWORD count = 0;
        if (::ReadFile(state_->file.get(), chunk.data(), static_cast<DWORD>(chunk.size()), &count, nullptr) ==
            0)
            fail_writing(::GetLastError());
        const std::string_view read(chunk.data(), count);
        if (bytes.substr(0, read.size()) != read || (read.empty() && !bytes.empty()))
            fail(ErrorCode::cannot_write,
                 "the disk did not keep what was written, so the file was left as it was");
        if (read.empty()) return;
        bytes.remove_prefix(read.size());
    }
}

void NewFile::sync() {
    if (::FlushFileBuffers(state_->file.get()) == 0) fail_writing(::GetLastError());
}

void NewFile::put_at(const std::filesystem::path& target) {
    state_->file.close();
    const std::filesystem::path& name = state_->name;
    if (state_->replaces) {
        std::filesystem::path old = name;
        old += L".old";
        if (::ReplaceFileW(target.c_str(), name.c_str(), old.c_str(),
                           REPLACEFILE_IGNORE_MERGE_ERRORS | REPLACEFILE_IGNORE_ACL_ERRORS, nullptr,
                           nullptr) != 0) {
            ::DeleteFileW(old.c_str());
            state_->name.clear();
            return;
        }
        // It may have got as far as taking the old one away.
        if (::GetLastError() == ERROR_UNABLE_TO_MOVE_REPLACEMENT_2)
            ::MoveFileExW(old.c_str(), target.c_str(), MOVEFILE_WRITE_THROUGH);
    }
    // A new file; or a disk without access lists (a USB stick), where this replaces as safely.
    if (::MoveFileExW(name.c_str(), target.c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH) == 0)
        fail_writing(::GetLastError());
    state_->name.clear();
}

FilePlace place_for_file(const std::filesystem::path& path) {
    std::error_code error;
    FilePlace place{path, false};
    if (std::filesystem::is_symlink(path, error)) {
        place.path = std::filesystem::weakly_canonical(path, error);
        if (error) fail_writing(static_cast<DWORD>(error.value()));
    }
    const DWORD attributes = ::GetFileAttributesW(place.path.c_str());
    if (attributes == INVALID_FILE_ATTRIBUTES) {
        const DWORD reason = ::GetLastError();
        if (reason != ERROR_FILE_NOT_FOUND) fail_writing(reason);
        return place;
    }
    if ((attributes & FILE_ATTRIBUTE_DIRECTORY) != 0)
        fail(ErrorCode::cannot_write, "this is a folder, so a file can't be written here");
    // Excel keeps its workbook open in a way that lets nobody write.
    const OpenHandle opened(::CreateFileW(place.path.c_str(), GENERIC_READ | GENERIC_WRITE,
                                          FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                                          OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr));
    if (!opened) {
        const DWORD reason = ::GetLastError();
        if (reason != ERROR_ACCESS_DENIED) fail_writing(reason);
        fail(ErrorCode::cannot_write, "the file is read-only or you have no permission to change it");
    }
    place.is_taken = true;
    return place;
}

void make_folders(const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) fail_writing(static_cast<DWORD>(error.value()));
}

/// Windows has no such call: MOVEFILE_WRITE_THROUGH and NTFS's journal see to it.
void sync_folder(const std::filesystem::path&) {}

}  // namespace scorebook

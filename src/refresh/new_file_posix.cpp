// new_file_posix.cpp - a file without a name where Linux can (O_TMPFILE), else one with a name of its own.
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "refresh/new_file.hpp"
#include "refresh/open_file.hpp"
#include "scorebook/error.hpp"

namespace scorebook {

namespace {

[[noreturn]] void fail_writing(int error) {
    switch (error) {
        case ENOSPC:
        case EDQUOT:
        case EFBIG:
            fail(ErrorCode::cannot_write, "the disk is full, so nothing was written");
        case EACCES:
        case EPERM:
            fail(ErrorCode::cannot_write, "you have no permission to write in this folder");
        case EROFS:
            fail(ErrorCode::cannot_write, "the disk can only be read, not written");
        case ENOENT:
        case ENOTDIR:
            fail(ErrorCode::cannot_write, "there is no such folder to write into");
        default:
            fail(ErrorCode::cannot_write, std::string("the file can't be written: ") + std::strerror(error));
    }
}

std::filesystem::path target_of(const std::filesystem::path& path) {
    std::filesystem::path target = path;
    std::error_code error;
    // As many links as Linux follows (MAXSYMLINKS).
    for (int links = 0; std::filesystem::is_symlink(target, error); ++links) {
        if (links == 40) fail_writing(ELOOP);
        const std::filesystem::path next = std::filesystem::read_symlink(target, error);
        if (error) fail_writing(error.value());
        target = target.parent_path() / next;
    }
    return target;
}

/// By which a file without a name gets one.
constexpr const char* descriptors = "/proc/self/fd/";

}  // namespace

struct NewFile::State {
    std::filesystem::path folder;
    OpenFile file;
    std::filesystem::path name;  ///< empty while the file has no name

    void take_name() {
        static std::atomic<unsigned> count{0};
        name = folder / (".scorebook-" + std::to_string(::getpid()) + "-" + std::to_string(++count) + ".tmp");
    }

    ~State() {
        if (!name.empty()) ::unlink(name.c_str());
    }
};

NewFile::NewFile(std::filesystem::path folder, Readers readers)
    : state_(new State{std::move(folder), OpenFile(), {}}) {
    const mode_t mode = readers == Readers::owner ? 0600 : 0666;
    const char* const where = state_->folder.empty() ? "." : state_->folder.c_str();
    // Without a name nothing is left behind even when the program is killed. Not every file system can do
    // that.
    if (::access(descriptors, X_OK) == 0)
        state_->file = OpenFile(::open(where, O_TMPFILE | O_RDWR | O_CLOEXEC, mode));
    for (int attempt = 0; !state_->file && attempt != 100; ++attempt) {
        state_->take_name();
        state_->file = OpenFile(::open(state_->name.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, mode));
        if (state_->file) return;
        state_->name.clear();
        if (errno != EEXIST) fail_writing(errno);
    }
}

NewFile::NewFile(NewFile&&) noexcept = default;
NewFile::~NewFile() = default;

void NewFile::append(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(state_->file.number(), bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) fail_writing(errno);
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

/// Mode, owner and extended attributes (access lists among them). Owner and attributes may be beyond what we
/// are allowed; the file is then ours, with the same mode.
void NewFile::dress_like(const std::filesystem::path& original) {
    const int file = state_->file.number();
    struct stat status {};
    if (::stat(original.c_str(), &status) != 0) fail_writing(errno);
    [[maybe_unused]] const bool same_owner = ::fchown(file, status.st_uid, status.st_gid) == 0 ||
                                             ::fchown(file, static_cast<uid_t>(-1), status.st_gid) == 0;
    if (::fchmod(file, status.st_mode & 07777) != 0) fail_writing(errno);
    const ssize_t size = ::listxattr(original.c_str(), nullptr, 0);
    if (size <= 0) return;
    std::string names(static_cast<std::size_t>(size), '\0');
    const ssize_t listed = ::listxattr(original.c_str(), names.data(), names.size());
    names.resize(static_cast<std::size_t>(std::max<ssize_t>(listed, 0)));
    std::vector<char> value(std::size_t{1} << 16);  // the most Linux allows (XATTR_SIZE_MAX)
    for (std::size_t at = 0; at < names.size(); at = names.find('\0', at) + 1) {
        const char* const name = names.c_str() + at;
        const ssize_t length = ::getxattr(original.c_str(), name, value.data(), value.size());
        if (length >= 0) ::fsetxattr(file, name, value.data(), static_cast<std::size_t>(length), 0);
    }
}

void NewFile::require_same_bytes(std::string_view bytes) {
    std::string chunk(std::size_t{1} << 18, '\0');
    off_t offset = 0;
    for (;;) {
        const ssize_t count = ::pread(state_->file.number(), chunk.data(), chunk.size(), offset);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) fail_writing(errno);
        const std::string_view read(chunk.data(), static_cast<std::size_t>(count));
        if (bytes.substr(0, read.size()) != read || (read.empty() && !bytes.empty()))
            fail(ErrorCode::cannot_write,
                 "the disk did not keep what was written, so the file was left as it was");
        if (read.empty()) return;
        bytes.remove_prefix(read.size());
        offset += count;
    }
}

void NewFile::sync() {
    if (::fsync(state_->file.number()) != 0) fail_writing(errno);
}

void NewFile::put_at(const std::filesystem::path& target) {
    const std::string descriptor = descriptors + std::to_string(state_->file.number());
    std::filesystem::path& name = state_->name;
    for (int attempt = 0; name.empty(); ++attempt) {
        state_->take_name();
        if (::linkat(AT_FDCWD, descriptor.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0) break;
        name.clear();
        if (errno != EEXIST || attempt == 100) fail_writing(errno);
    }
    if (::rename(name.c_str(), target.c_str()) != 0) fail_writing(errno);
    name.clear();
}

FilePlace place_for_file(const std::filesystem::path& path) {
    FilePlace place{target_of(path), false};
    struct stat status {};
    place.is_taken = ::stat(place.path.c_str(), &status) == 0;
    if (!place.is_taken && errno != ENOENT) fail_writing(errno);
    if (!place.is_taken) return place;
    if (S_ISDIR(status.st_mode))
        fail(ErrorCode::cannot_write, "this is a folder, so a file can't be written here");
    if (!S_ISREG(status.st_mode)) fail(ErrorCode::cannot_write, "this is not an ordinary file");
    if (::faccessat(AT_FDCWD, place.path.c_str(), W_OK, AT_EACCESS) != 0)
        fail(ErrorCode::cannot_write, "the file is read-only or you have no permission to change it");
    return place;
}

void make_folders(const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) fail_writing(error.value());
}

void sync_folder(const std::filesystem::path& folder) {
    const OpenFile opened(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened) ::fsync(opened.number());
}

}  // namespace scorebook

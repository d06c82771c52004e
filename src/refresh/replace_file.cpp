// replace_file.cpp - putting a finished file in place of another, so that at every moment one of the two is
// whole. POSIX.
//
// A name that is a link stays a link; what it leads to is replaced. Other hard links to the file keep the old
// content.
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
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "package/package.hpp"
#include "refresh/open_file.hpp"
#include "scorebook/error.hpp"
#include "scorebook/refresh.hpp"

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

/// The file that is to be replaced: at the end of all links, whether it is there yet or not.
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

/// A finished file without its final name yet; removed again unless it was put in place.
class NewFile {
  public:
    NewFile(std::filesystem::path folder, mode_t mode) : folder_(std::move(folder)) {
        const char* const where = folder_.empty() ? "." : folder_.c_str();
        // Without a name nothing is left behind even when the program is killed. Not every file system can do
        // that.
        if (::access(descriptors, X_OK) == 0)
            file_ = OpenFile(::open(where, O_TMPFILE | O_RDWR | O_CLOEXEC, mode));
        for (int attempt = 0; !file_ && attempt != 100; ++attempt) {
            take_name();
            file_ = OpenFile(::open(name_.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, mode));
            if (file_) return;
            name_.clear();
            if (errno != EEXIST) fail_writing(errno);
        }
    }
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    ~NewFile() {
        if (!name_.empty()) ::unlink(name_.c_str());
    }

    int number() const { return file_.number(); }

    void put_at(const std::filesystem::path& target) {
        const std::string descriptor = descriptors + std::to_string(number());
        for (int attempt = 0; name_.empty(); ++attempt) {
            take_name();
            if (::linkat(AT_FDCWD, descriptor.c_str(), AT_FDCWD, name_.c_str(), AT_SYMLINK_FOLLOW) == 0)
                break;
            name_.clear();
            if (errno != EEXIST || attempt == 100) fail_writing(errno);
        }
        if (::rename(name_.c_str(), target.c_str()) != 0) fail_writing(errno);
        name_.clear();
    }

  private:
    static constexpr const char* descriptors = "/proc/self/fd/";  ///< by which a file without a name gets one

    void take_name() {
        static std::atomic<unsigned> count{0};
        name_ =
            folder_ / (".scorebook-" + std::to_string(::getpid()) + "-" + std::to_string(++count) + ".tmp");
    }

    std::filesystem::path folder_;
    OpenFile file_;
    std::filesystem::path name_;  ///< empty while the file has no name
};

void write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(file, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) fail_writing(errno);
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

void require_same_bytes(int file, std::string_view bytes) {
    std::string chunk(std::size_t{1} << 18, '\0');
    off_t offset = 0;
    for (;;) {
        const ssize_t count = ::pread(file, chunk.data(), chunk.size(), offset);
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

/// Mode, owner and extended attributes (access lists among them). Owner and attributes may be beyond what we
/// are allowed; the file is then ours, with the same mode.
void dress_like(int file, const std::filesystem::path& original, const struct stat& status) {
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

/// Makes the rename itself last. It is done whether or not this succeeds.
void sync_folder(const std::filesystem::path& folder) {
    const OpenFile opened(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened) ::fsync(opened.number());
}

}  // namespace

void replace_file(const std::filesystem::path& path, const std::string& bytes) {
    const std::filesystem::path target = target_of(path);
    struct stat status {};
    const bool exists = ::stat(target.c_str(), &status) == 0;
    if (!exists && errno != ENOENT) fail_writing(errno);
    if (exists && S_ISDIR(status.st_mode))
        fail(ErrorCode::cannot_write, "this is a folder, so a file can't be written here");
    if (exists && !S_ISREG(status.st_mode)) fail(ErrorCode::cannot_write, "this is not an ordinary file");
    if (exists && ::faccessat(AT_FDCWD, target.c_str(), W_OK, AT_EACCESS) != 0)
        fail(ErrorCode::cannot_write, "the file is read-only or you have no permission to change it");

    // What replaces a private file is private from its first byte.
    NewFile file(target.parent_path(), exists ? 0600 : 0666);
    write_all(file.number(), bytes);
    if (exists) dress_like(file.number(), target, status);
    require_same_bytes(file.number(), bytes);
    if (::fsync(file.number()) != 0) fail_writing(errno);
    file.put_at(target);
    sync_folder(target.parent_path());
}

void replace_workbook_file(const std::filesystem::path& path, const std::string& bytes) {
    Package::open(bytes);
    replace_file(path, bytes);
}

struct UnfinishedFile::State {
    std::filesystem::path target;
    NewFile file;
    std::string waiting;  ///< so that small pieces don't cost a call of the system each
};

UnfinishedFile::UnfinishedFile(std::filesystem::path path) {
    std::error_code error;
    if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path(), error);
    if (error) fail_writing(error.value());
    if (std::filesystem::is_directory(path, error))
        fail(ErrorCode::cannot_write, "this is a folder, so a file can't be written here");
    std::filesystem::path folder = path.parent_path();
    state_ = std::unique_ptr<State>(new State{std::move(path), NewFile(std::move(folder), 0666), {}});
}

UnfinishedFile::UnfinishedFile(UnfinishedFile&&) noexcept = default;
UnfinishedFile::~UnfinishedFile() = default;

void UnfinishedFile::append(std::string_view bytes) {
    constexpr std::size_t most_waiting = std::size_t{1} << 18;
    state_->waiting += bytes;
    if (state_->waiting.size() < most_waiting) return;
    write_all(state_->file.number(), state_->waiting);
    state_->waiting.clear();
}

void UnfinishedFile::put_in_place() {
    write_all(state_->file.number(), state_->waiting);
    state_->waiting.clear();
    state_->file.put_at(state_->target);
}

void put_file(const std::filesystem::path& path, std::string_view bytes) {
    UnfinishedFile file(path);
    file.append(bytes);
    file.put_in_place();
}

}  // namespace scorebook

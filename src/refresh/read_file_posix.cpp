// read_file_posix.cpp - reading a whole file, a pipe too.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <string>

#include "refresh/open_file.hpp"
#include "scorebook/error.hpp"
#include "scorebook/refresh.hpp"

namespace scorebook {

namespace {

constexpr std::uint64_t max_file_size = std::uint64_t{1} << 30;

[[noreturn]] void fail_too_large() {
    fail(ErrorCode::too_large, "the file is larger than 1 GiB, more than any workbook Excel can open");
}

[[noreturn]] void fail_reading(int error) {
    switch (error) {
        case ENOENT:
        case ENOTDIR:
            fail(ErrorCode::cannot_read, "there is no file of this name");
        case EACCES:
        case EPERM:
            fail(ErrorCode::cannot_read, "you have no permission to read this file");
        case EISDIR:
            fail(ErrorCode::cannot_read, "this is a folder, not a workbook");
        case ENAMETOOLONG:
            fail(ErrorCode::cannot_read, "the name of the file is too long");
        case ELOOP:
            fail(ErrorCode::cannot_read, "the link leads in a circle");
        default:
            fail(ErrorCode::cannot_read, std::string("the file can't be read: ") + std::strerror(error));
    }
}

}  // namespace

std::string read_workbook_file(const std::filesystem::path& path) {
    const OpenFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat status {};
    if (!file || ::fstat(file.number(), &status) != 0) fail_reading(errno);
    if (S_ISDIR(status.st_mode)) fail_reading(EISDIR);
    if (status.st_size > static_cast<off_t>(max_file_size)) fail_too_large();

    // A pipe has no size, and a file may grow while it is read: one byte of room shows that the end was
    // reached.
    std::string bytes;
    std::size_t size = 0;
    bytes.resize(S_ISREG(status.st_mode) ? static_cast<std::size_t>(status.st_size) + 1
                                         : std::size_t{1} << 16);
    for (;;) {
        if (size == bytes.size()) bytes.resize(size * 2);
        const ssize_t count = ::read(file.number(), bytes.data() + size, bytes.size() - size);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) fail_reading(errno);
        if (count == 0) break;
        size += static_cast<std::size_t>(count);
        if (size > max_file_size) fail_too_large();
    }
    bytes.resize(size);
    return bytes;
}

}  // namespace scorebook

// memory_file_posix.cpp - memfd_create(2): never on a disk, gone with the process, and no two runs share a
// name.
#include "report/memory_file.hpp"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>

#include "scorebook/error.hpp"

namespace scorebook {

MemoryFile::MemoryFile() : number_(::memfd_create("scorebook", MFD_CLOEXEC)) {
    if (number_ < 0) fail(ErrorCode::cannot_write, "there is no memory to write a new workbook in");
    name_ = "/proc/self/fd/" + std::to_string(number_);
}

MemoryFile::~MemoryFile() {
    ::close(number_);
}

std::string MemoryFile::content() const {
    struct stat status {};
    if (::fstat(number_, &status) != 0)
        fail(ErrorCode::cannot_write, "the new workbook can't be read back from memory");
    std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
    for (std::size_t done = 0; done != bytes.size();) {
        const ssize_t count =
            ::pread(number_, bytes.data() + done, bytes.size() - done, static_cast<off_t>(done));
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) fail(ErrorCode::cannot_write, "the new workbook can't be read back from memory");
        done += static_cast<std::size_t>(count);
    }
    return bytes;
}

}  // namespace scorebook

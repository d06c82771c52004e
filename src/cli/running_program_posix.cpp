// running_program_posix.cpp - signals, glibc's memory, and /proc/self/exe.
#if __has_include(<gnu/libc-version.h>)  // only glibc keeps and offers this setting
#include <malloc.h>
#define SCOREBOOK_HAS_MALLOPT
#endif

#include <signal.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/running_program.hpp"

namespace scorebook::cli {

namespace {

/// Large buffers (a sheet's XML, a column's values) go back to the system when they are freed. Left to itself
/// glibc raises the threshold after the first of them and keeps the rest: 35 MiB of a refresh of 100,000
/// rows. What is small is kept for the next of many returns, which would otherwise ask for it again.
void set_up_memory() {
#ifdef SCOREBOOK_HAS_MALLOPT
    constexpr int one_mebibyte = 1 << 20;
    mallopt(M_MMAP_THRESHOLD, one_mebibyte);
    mallopt(M_TRIM_THRESHOLD, 16 * one_mebibyte);
#endif
}

}  // namespace

std::vector<std::string> start_program(int argc, char** argv) {
    set_up_memory();
    ::signal(SIGPIPE, SIG_IGN);
    ::signal(SIGXFSZ, SIG_IGN);
    return {argv + std::min(argc, 1), argv + argc};
}

std::optional<std::filesystem::path> program_file() {
    std::error_code error;
    std::filesystem::path file = std::filesystem::read_symlink("/proc/self/exe", error);
    if (error) return std::nullopt;
    return file;
}

}  // namespace scorebook::cli

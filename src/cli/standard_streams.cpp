// standard_streams.cpp - unbuffered, so that a failed write is known when it happens.
#include "cli/standard_streams.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <cstring>

#include "scorebook/error.hpp"

namespace scorebook::cli {

namespace {

constexpr std::uint64_t max_input_size = std::uint64_t{1} << 30;

bool write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(file, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

}  // namespace

std::string read_standard_input() {
    std::string bytes(std::size_t{1} << 16, '\0');
    std::size_t size = 0;
    for (;;) {
        if (size == bytes.size()) bytes.resize(size * 2);
        const ssize_t count = ::read(STDIN_FILENO, bytes.data() + size, bytes.size() - size);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) fail(ErrorCode::cannot_read, std::string("it can't be read: ") + std::strerror(errno));
        if (count == 0) break;
        size += static_cast<std::size_t>(count);
        if (size > max_input_size)
            fail(ErrorCode::too_large, "it is larger than 1 GiB, more than any workbook Excel can open");
    }
    bytes.resize(size);
    return bytes;
}

bool write_standard_output(std::string_view bytes) {
    return write_all(STDOUT_FILENO, bytes);
}

void write_standard_error(std::string_view text) {
    write_all(STDERR_FILENO, text);
}

bool is_error_terminal() {
    return ::isatty(STDERR_FILENO) != 0;
}

TextLook look_of(Stream stream) {
    const int file = stream == Stream::output ? STDOUT_FILENO : STDERR_FILENO;
    TextLook look;
    if (::isatty(file) == 0) return look;
    winsize size{};
    // Narrower than 40 columns nothing readable comes out; wider than 120 lines are hard to read.
    if (::ioctl(file, TIOCGWINSZ, &size) == 0 && size.ws_col != 0)
        look.width = std::clamp<std::size_t>(size.ws_col, 40, 120);
    const char* const no_colour = std::getenv("NO_COLOR");
    const char* const terminal = std::getenv("TERM");
    look.colour = (!no_colour || *no_colour == '\0') && terminal && std::string_view(terminal) != "dumb";
    return look;
}

}  // namespace scorebook::cli

// standard_streams.cpp - unbuffered, so that a failed write is known when it happens.
#include "cli/standard_streams.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <cstring>

#include "cli/terminal.hpp"
#include "scorebook/error.hpp"

namespace scorebook::cli {

namespace {

constexpr std::uint64_t max_input_size = std::uint64_t{1} << 30;
// What Windows counts a read or write in has 32 bits.
constexpr std::size_t at_once = std::size_t{1} << 24;

unsigned length_of(std::size_t size) {
    return static_cast<unsigned>(std::min(size, at_once));
}

std::string* kept_output = nullptr;

bool write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto count = ::write(file, bytes.data(), length_of(bytes.size()));
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
        const auto count = ::read(STDIN_FILENO, bytes.data() + size, length_of(bytes.size() - size));
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

void keep_standard_output(std::string* kept) {
    kept_output = kept;
}

bool write_standard_output(std::string_view bytes) {
    if (kept_output) {
        *kept_output += bytes;
        return true;
    }
    return write_all(STDOUT_FILENO, bytes);
}

void write_standard_error(std::string_view text) {
    write_all(STDERR_FILENO, text);
}

bool is_error_terminal() {
    return is_terminal(STDERR_FILENO);
}

TextLook look_of(Stream stream) {
    const int file = stream == Stream::output ? STDOUT_FILENO : STDERR_FILENO;
    TextLook look;
    if (!is_terminal(file)) return look;
    const Terminal terminal = terminal_of(file);
    // Narrower than 40 columns nothing readable comes out; wider than 120 lines are hard to read.
    if (terminal.columns != 0) look.width = std::clamp<std::size_t>(terminal.columns, 40, 120);
    const char* const no_colour = std::getenv("NO_COLOR");
    look.colour = (!no_colour || *no_colour == '\0') && terminal.colours;
    return look;
}

}  // namespace scorebook::cli

// terminal_posix.cpp - isatty(3), TIOCGWINSZ and TERM.
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <string_view>

#include "cli/terminal.hpp"

namespace scorebook::cli {

bool is_terminal(int file) {
    return ::isatty(file) != 0;
}

Terminal terminal_of(int file) {
    Terminal terminal;
    winsize size{};
    if (::ioctl(file, TIOCGWINSZ, &size) == 0) terminal.columns = size.ws_col;
    const char* const kind = std::getenv("TERM");
    terminal.colours = kind && std::string_view(kind) != "dumb";
    return terminal;
}

}  // namespace scorebook::cli

// terminal_windows.cpp - a console, told to take UTF-8 and colours, which it does since Windows 10.
#include <io.h>
#include <windows.h>

#include "cli/terminal.hpp"

namespace scorebook::cli {

namespace {

HANDLE handle_of(int file) {
    return ::GetStdHandle(file == 1 ? STD_OUTPUT_HANDLE : STD_ERROR_HANDLE);
}

}  // namespace

bool is_terminal(int file) {
    DWORD mode = 0;
    if (::GetConsoleMode(handle_of(file), &mode) == 0) return false;
    ::SetConsoleOutputCP(CP_UTF8);
    return true;
}

Terminal terminal_of(int file) {
    Terminal terminal;
    CONSOLE_SCREEN_BUFFER_INFO info{};
    if (::GetConsoleScreenBufferInfo(handle_of(file), &info) != 0)
        terminal.columns = static_cast<std::size_t>(info.srWindow.Right - info.srWindow.Left + 1);
    DWORD mode = 0;
    terminal.colours = ::GetConsoleMode(handle_of(file), &mode) != 0 &&
                       ::SetConsoleMode(handle_of(file), mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING) != 0;
    return terminal;
}

}  // namespace scorebook::cli

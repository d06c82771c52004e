// interruption_windows.cpp - the console's Ctrl-C, Ctrl-Break and closing; the handler, a thread of Windows',
// only sets a flag.
#include <windows.h>

#include <atomic>

#include "cli/interruption.hpp"

namespace scorebook::cli {

namespace {

std::atomic<bool> is_noted = false;

/// False lets Windows end the program.
BOOL WINAPI note(DWORD) {
    return is_noted.exchange(true) ? FALSE : TRUE;
}

}  // namespace

Interruption::Interruption() {
    is_noted = false;
    ::SetConsoleCtrlHandler(note, TRUE);
}

Interruption::~Interruption() {
    ::SetConsoleCtrlHandler(note, FALSE);
}

bool Interruption::was_asked_for() {
    return is_noted;
}

void Interruption::end_program() {
    ::ExitProcess(static_cast<UINT>(STATUS_CONTROL_C_EXIT));
}

}  // namespace scorebook::cli

// interruption_posix.cpp - the handler only stores a number.
#include "cli/interruption.hpp"

#include <signal.h>
#include <unistd.h>

#include <cstdlib>

namespace scorebook::cli {

namespace {

volatile sig_atomic_t noted_signal = 0;

void note(int number) {
    noted_signal = number;
}

void set_action(int number, void (*action)(int)) {
    struct sigaction wanted {};
    wanted.sa_handler = action;
    sigemptyset(&wanted.sa_mask);
    wanted.sa_flags = action == note ? static_cast<int>(SA_RESETHAND) : 0;
    ::sigaction(number, &wanted, nullptr);
}

}  // namespace

Interruption::Interruption() {
    noted_signal = 0;
    set_action(SIGINT, note);
    set_action(SIGTERM, note);
}

Interruption::~Interruption() {
    set_action(SIGINT, SIG_DFL);
    set_action(SIGTERM, SIG_DFL);
}

bool Interruption::was_asked_for() {
    return noted_signal != 0;
}

void Interruption::end_program() {
    const int number = noted_signal == 0 ? SIGINT : noted_signal;
    set_action(number, SIG_DFL);
    ::raise(number);
    ::_exit(128 + number);
}

}  // namespace scorebook::cli

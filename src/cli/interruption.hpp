// interruption.hpp - Ctrl-C as a wish to stop after the files at hand, not as a sudden end.
#pragma once

namespace scorebook::cli {

/// While it lives, the first SIGINT or SIGTERM is only noted; a second one ends the program at once.
class Interruption {
  public:
    Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;
    ~Interruption();

    static bool was_asked_for();
    /// Ends the program by the signal that was noted, so that whoever started it sees so.
    [[noreturn]] static void end_program();
};

}  // namespace scorebook::cli

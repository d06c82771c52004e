// terminal.hpp - what the system tells of the terminal a stream leads to.
#pragma once

#include <cstddef>

namespace scorebook::cli {

struct Terminal {
    std::size_t columns = 0;  ///< 0: it doesn't tell
    bool colours = false;     ///< it understands the escapes for them
};

/// `file` is 1 for standard output, 2 for standard error.
bool is_terminal(int file);

/// Of a file that is one.
Terminal terminal_of(int file);

}  // namespace scorebook::cli

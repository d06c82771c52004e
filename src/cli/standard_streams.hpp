// standard_streams.hpp - bytes from standard input and to standard output and error, and what the terminal is
// like.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace scorebook::cli {

/// All of standard input. Throws Error cannot_read or too_large (over 1 GiB, as for files).
std::string read_standard_input();

/// From now on what is for standard output is added to `kept` instead; null: no longer.
void keep_standard_output(std::string* kept);

/// False when not all of it could be written (a closed pipe, a full disk).
bool write_standard_output(std::string_view bytes);
void write_standard_error(std::string_view text);

bool is_error_terminal();

/// How text on a stream should look.
struct TextLook {
    std::size_t width = 80;
    bool colour = false;
};

enum class Stream { output, error };

/// The terminal's width and colours unless NO_COLOR is set; 80 and none when the stream is no terminal.
TextLook look_of(Stream stream);

}  // namespace scorebook::cli

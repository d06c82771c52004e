// reply_file.hpp - the JSON in a file, for hosts that can neither read a pipe nor UTF-8: VBA (addin/vba).
#pragma once

#include <string>
#include <string_view>

namespace scorebook::cli {

/// Puts JSON Lines at `path`: in ASCII, with a line for each key and for each item of its list. The file
/// appears when it is whole. Throws Error cannot_write.
void write_reply_file(const std::string& path, std::string_view json_lines);

}  // namespace scorebook::cli

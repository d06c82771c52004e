// running_program.hpp - this program as the system runs it: its arguments, its file, its streams.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace scorebook::cli {

/// Called once, first. A closed pipe or a limit on file sizes is from now on a failed write with a sentence
/// and a status, not a sudden end; bytes pass the standard streams as they are. Gives the arguments in UTF-8,
/// the program's name not among them.
std::vector<std::string> start_program(int argc, char** argv);

/// The file it was started from, if the system tells.
std::optional<std::filesystem::path> program_file();

}  // namespace scorebook::cli

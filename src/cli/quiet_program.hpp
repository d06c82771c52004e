// quiet_program.hpp - another program at work for us, without a word or a window.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace scorebook::cli {

/// The path of LibreOffice's program, if it is installed.
std::optional<std::string> find_office();

/// Runs it with nothing to read and nothing to show. False when it failed, or took too long and was ended.
bool run_quietly(const std::vector<std::string>& command, std::chrono::seconds patience);

/// A new folder that nobody else can look into. Throws Error cannot_write.
std::filesystem::path make_private_folder();

}  // namespace scorebook::cli

// help_text.hpp - what --help prints.
#pragma once

#include <string>

#include "cli/options.hpp"

namespace scorebook::cli {

std::string general_help();
std::string command_help(Command command);

}  // namespace scorebook::cli

// new_command.hpp - a blank workbook of a kind, ready for an officer to fill in.
#pragma once

#include "cli/options.hpp"

namespace scorebook::cli {

int run_new_command(const Options& options);

}  // namespace scorebook::cli

// appendix_command.hpp - an officer's workbook as formatted appendix tables, in the format its output's name
// says.
#pragma once

#include "cli/options.hpp"

namespace scorebook::cli {

/// Whether `appendix` can write a file of that name.
bool is_appendix_name(const std::string& output);

/// Exit status 1 when the workbook has errors that block publication; the appendix is written all the same.
int run_appendix_command(const Options& options);

}  // namespace scorebook::cli

// convert_command.hpp - a quarter's returns in, validated workbooks and collected sets out.
#pragma once

#include "cli/options.hpp"

namespace scorebook::cli {

/// The exit status. Throws UsageError, and Error for what stops the whole run.
int run_convert_command(const Options& options);

}  // namespace scorebook::cli

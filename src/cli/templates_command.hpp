// templates_command.hpp - lists the workbook kinds, or explains one in plain English.
#pragma once

#include "cli/options.hpp"

namespace scorebook::cli {

/// The exit status. Throws UsageError for a name nobody knows, Error for a template file that can't be used.
int run_templates_command(const Options& options);

}  // namespace scorebook::cli

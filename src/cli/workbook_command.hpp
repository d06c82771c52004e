// workbook_command.hpp - check, refresh and recalc: every input on its own, results in the order of the
// inputs.
#pragma once

#include "cli/options.hpp"

namespace scorebook::cli {

/// The exit status. Throws UsageError, and Error for what stops the whole run (nothing was written then).
int run_workbook_command(const Options& options);

}  // namespace scorebook::cli

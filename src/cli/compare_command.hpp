// compare_command.hpp - two workbooks side by side, as text for a report, Markdown to paste, or JSON.
#pragma once

#include "cli/options.hpp"

namespace scorebook::cli {

/// Exit status 1 when an entry is missing without a reason, so that nobody publishes by habit.
int run_compare_command(const Options& options);

}  // namespace scorebook::cli

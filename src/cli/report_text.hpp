// report_text.hpp - a report for an officer: sheet by sheet, worst first, with the cell, the reason and what
// to do.
#pragma once

#include <string>

#include "cli/file_report.hpp"
#include "cli/standard_streams.hpp"

namespace scorebook::cli {

/// One line when there is nothing to say but that all is well.
std::string report_text(const FileReport& file_report, const TextLook& look);

}  // namespace scorebook::cli

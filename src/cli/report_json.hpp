// report_json.hpp - one JSON object a file, "scorebook/1": the contract of the command line, which add-ins
// read too.
#pragma once

#include <string>

#include "cli/file_report.hpp"

namespace scorebook::cli {

/// One line with its line end.
std::string report_json(const FileReport& file_report);

/// The object for a file that could not be read or written; `sentence` says why.
std::string failure_json(const std::string& file, const std::string& sentence);

}  // namespace scorebook::cli

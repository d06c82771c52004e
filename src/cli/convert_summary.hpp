// convert_summary.hpp - what became of each return of a batch, for people and as CSV.
#pragma once

#include <string>
#include <vector>

#include "cli/convert_job.hpp"
#include "cli/standard_streams.hpp"

namespace scorebook::cli {

/// One line; what went wrong on the next. `name_width` lines up the columns.
std::string summary_line(const std::string& name, const ReturnOutcome& outcome, std::size_t name_width,
                         const TextLook& look);

/// How many conform, have errors, were not done; per kind how many entries.
std::string closing_lines(const std::vector<ReturnOutcome>& outcomes, std::size_t passed_over, double seconds,
                          const std::string& folder);

/// summary.csv: file, kind, period, entries, errors, warnings, remarks, put right, conformance, why not done.
std::string summary_csv(const std::vector<std::string>& names, const std::vector<ReturnOutcome>& outcomes);
/// times.csv: file, seconds.
std::string times_csv(const std::vector<std::string>& names, const std::vector<ReturnOutcome>& outcomes);

}  // namespace scorebook::cli

// workbook_job.hpp - one workbook from its bytes to what is said of it.
#pragma once

#include <memory>
#include <string>

#include "cli/destinations.hpp"
#include "cli/ordered_jobs.hpp"
#include "cli/template_choice.hpp"
#include "scorebook/check.hpp"
#include "scorebook/error.hpp"
#include "scorebook/workbook.hpp"

namespace scorebook::cli {

/// What all jobs of a run share; read only.
struct WorkbookRun {
    const Options& options;
    TemplateChoice kinds;
    std::shared_ptr<const Workbook> previous;
    std::vector<Destination> destinations;
};

/// Never throws: what goes wrong is in the result.
JobResult run_workbook_job(const WorkbookRun& run, std::size_t index);

/// Opens standard input or a file. Throws Error with the file's name.
std::shared_ptr<const Workbook> open_input(const std::string& file);

/// What is said of a file that could not be done; `error` may name the file or not.
JobResult failed_job(const Options& options, const std::string& file, const Error& error);

}  // namespace scorebook::cli

// convert_job.hpp - one return of a batch: read, checked, written back with its findings, and its record
// kept.
#pragma once

#include <cstdint>
#include <string>

#include "cli/convert_folder.hpp"
#include "cli/convert_inputs.hpp"
#include "cli/options.hpp"
#include "cli/template_choice.hpp"

namespace scorebook::cli {

/// What all jobs of a run share; read only.
struct ConvertRun {
    const Options& options;
    TemplateChoice kinds;
    std::uint64_t settings = 0;  ///< fingerprint of the program, the template and the options
    ConvertFolder folder;
};

/// What is remembered of a return while the others are done; the rest is in its record.
struct ReturnOutcome {
    enum class What { done, unchanged, failed, of_another_shard, not_begun };
    What what = What::not_begun;
    std::string kind;
    std::string period;
    std::string conformance;
    std::string error;
    std::size_t entries = 0, errors = 0, warnings = 0, remarks = 0, changes = 0;
    double seconds = 0;
    std::string report;  ///< for standard output: one JSON object, when that is asked for
};

/// The fingerprint of everything but the input that decides what a job does.
std::uint64_t settings_hash(const Options& options);

/// Never throws: what goes wrong is in the outcome.
ReturnOutcome run_convert_job(const ConvertRun& run, const ConvertInput& input);

/// What a record comes to.
ReturnOutcome outcome_of(const ReturnRecord& record);

}  // namespace scorebook::cli

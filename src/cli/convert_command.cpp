// convert_command.cpp - every return on its own, then each kind's set, then the summary; or the outputs of
// shards joined into the same.
#include "cli/convert_command.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "cli/convert_collect.hpp"
#include "cli/convert_inputs.hpp"
#include "cli/convert_job.hpp"
#include "cli/convert_summary.hpp"
#include "cli/interruption.hpp"
#include "cli/ordered_jobs.hpp"
#include "cli/progress_bar.hpp"
#include "cli/standard_streams.hpp"
#include "cli/text_lines.hpp"
#include "scorebook/error.hpp"
#include "scorebook/refresh.hpp"

namespace scorebook::cli {

namespace fs = std::filesystem;

namespace {

using What = ReturnOutcome::What;
using Clock = std::chrono::steady_clock;

/// The returns of a run with what became of them.
struct Batch {
    std::vector<std::string> names;
    std::vector<ReturnOutcome> outcomes;
    std::size_t passed_over = 0;
};

int status_of(const ReturnOutcome& outcome, FailOn fail_on) {
    if (outcome.what == What::failed) return 3;
    if (fail_on != FailOn::never && outcome.errors != 0) return 1;
    return fail_on == FailOn::warning && outcome.warnings != 0 ? 1 : 0;
}

[[noreturn]] void stop(const Batch& batch, const Options& options) {
    const auto done = std::count_if(batch.outcomes.begin(), batch.outcomes.end(),
                                    [](const ReturnOutcome& each) { return each.what != What::not_begun; });
    std::string text = "scorebook: stopped; " + std::to_string(done) + " of " +
                       counted(batch.names.size(), "returns") + " were done";
    if (!options.dry_run) text += ", nothing was collected; run it again with --resume to go on";
    write_standard_error(text + "\n");
    Interruption::end_program();
}

/// Standard output that says once when it can't be written to.
class Output {
  public:
    void write(const std::string& text) {
        if (!is_open_ || text.empty() || write_standard_output(text)) return;
        is_open_ = false;
        write_standard_error("scorebook: standard output could not be written\n");
    }
    bool is_open() const { return is_open_; }

  private:
    bool is_open_ = true;
};

std::size_t widest(const std::vector<std::string>& names) {
    std::size_t width = 0;
    for (const std::string& name : names) width = std::max(width, name.size());
    return std::min<std::size_t>(width, 48);
}

void say_outcome(const Options& options, const std::string& name, const ReturnOutcome& outcome,
                 std::size_t name_width, Output& output) {
    if (outcome.what == What::of_another_shard || outcome.what == What::not_begun) return;
    if (outcome.what == What::failed && (options.quiet || options.format == OutputFormat::json))
        write_standard_error("scorebook: " + printable(name) + ": " + printable(outcome.error) + "\n");
    if (options.format == OutputFormat::json)
        output.write(outcome.report);
    else if (!options.quiet)
        output.write(summary_line(name, outcome, name_width, look_of(Stream::output)));
}

Batch run_jobs(const ConvertRun& run, Output& output) {
    const Options& options = run.options;
    ConvertInputs found = find_inputs(options.files, run.folder.path());
    Batch batch;
    batch.passed_over = found.passed_over;
    for (const ConvertInput& input : found.inputs) batch.names.push_back(input.name);
    batch.outcomes.resize(found.inputs.size());
    ProgressBar progress(options, found.inputs.size());
    const std::size_t name_width = widest(batch.names);
    run_in_order(
        found.inputs.size(), options.jobs,
        [&](std::size_t index) {
            batch.outcomes[index] = run_convert_job(run, found.inputs[index]);
            return JobResult{};
        },
        [&](std::size_t index, const JobResult&) {
            progress.clear();
            say_outcome(options, batch.names[index], batch.outcomes[index], name_width, output);
            batch.outcomes[index].report = {};
        },
        [&](std::size_t done) { progress.show(done); });
    progress.clear();
    if (Interruption::was_asked_for()) stop(batch, options);
    return batch;
}

/// Copies what shards have written for one return.
void take_over(const ConvertFolder& from, const ReturnRecord& record, const ConvertFolder& to) {
    if (!record.workbook.empty()) {
        const fs::path workbook = from.path() / record.workbook;
        try {
            put_file(to.path() / record.workbook, read_workbook_file(workbook));
        } catch (const Error& error) {
            throw error.with_file(workbook.string());
        }
    }
    to.write_record(record);
}

/// The outputs of all shards, joined. A return that two shards have must be the same in both.
Batch merge_shards(const ConvertRun& run, Output& output) {
    const Options& options = run.options;
    std::map<std::string, const std::string*> folder_of;  // by name of the return
    for (const std::string& folder : options.files) {
        const auto list = ConvertFolder(folder).read_list();
        if (!list)
            throw Error(ErrorCode::cannot_read, folder, {},
                        "no shard of scorebook convert has been written here");
        for (const std::string& name : *list) {
            if (!folder_of.emplace(name, &folder).second)
                throw Error(ErrorCode::cannot_read, folder, {},
                            name + " is in " + *folder_of[name] + " too; these aren't shards of one run");
        }
    }
    Batch batch;
    for (const auto& [name, folder] : folder_of) batch.names.push_back(name);
    ProgressBar progress(options, batch.names.size());
    const std::size_t name_width = widest(batch.names);
    for (const std::string& name : batch.names) {
        if (Interruption::was_asked_for()) {
            batch.outcomes.resize(batch.names.size());
            stop(batch, options);
        }
        const ConvertFolder from(*folder_of[name]);
        const auto record = from.read_record(name);
        if (!record)
            throw Error(ErrorCode::cannot_read, from.path().string(), {},
                        "what was kept of " + name + " is gone; run this shard again");
        if (options.format == OutputFormat::json && record->report.empty())
            throw Error(ErrorCode::cannot_read, from.path().string(), {},
                        "its returns were converted without --format json, so there are no objects to give");
        take_over(from, *record, run.folder);
        ReturnOutcome outcome = outcome_of(*record);
        progress.clear();
        say_outcome(options, name, outcome, name_width, output);
        outcome.report = {};
        batch.outcomes.push_back(std::move(outcome));
        progress.show(batch.outcomes.size());
    }
    progress.clear();
    return batch;
}

void write_set(const ConvertRun& run, const Batch& batch) {
    std::map<std::string, std::vector<std::string>> kinds;
    std::vector<std::string> listed;
    for (std::size_t i = 0; i != batch.names.size(); ++i) {
        const ReturnOutcome& outcome = batch.outcomes[i];
        if (outcome.what == What::of_another_shard) continue;
        listed.push_back(batch.names[i]);
        if (outcome.what != What::failed && !outcome.kind.empty())
            kinds[outcome.kind].push_back(batch.names[i]);
    }
    run.folder.write_list(listed);
    put_file(run.folder.path() / "summary.csv", summary_csv(batch.names, batch.outcomes));
    if (!run.options.merge) put_file(run.folder.path() / "times.csv", times_csv(batch.names, batch.outcomes));
    // A shard's part of a set is of no use to anybody.
    if (run.options.shard) return;
    std::vector<std::string> names;
    for (const auto& [kind, returns] : kinds) {
        collect_kind(run.folder, kind, returns, run.options.jobs, [](std::size_t) {});
        if (Interruption::was_asked_for()) stop(batch, run.options);
        names.push_back(kind);
    }
    run.folder.remove_other_kinds(names);
}

void refuse_output_among_inputs(const Options& options) {
    if (!options.output) return;
    std::error_code error;
    if (fs::exists(*options.output, error) && !fs::is_directory(*options.output, error))
        throw UsageError("-o is the folder to write into, and " + *options.output + " is a file");
    for (const std::string& input : options.files) {
        if (fs::is_directory(input, error) && fs::equivalent(input, *options.output, error))
            throw UsageError("-o is one of the inputs; give another folder to write into");
    }
}

}  // namespace

int run_convert_command(const Options& options) {
    refuse_output_among_inputs(options);
    const auto began = Clock::now();
    const ConvertRun run{options, choose_template(options.template_choice), settings_hash(options),
                         ConvertFolder(options.output.value_or(""))};
    const Interruption interruption;
    Output output;
    const Batch batch = options.merge ? merge_shards(run, output) : run_jobs(run, output);
    if (!options.dry_run) write_set(run, batch);
    int status = 0;
    for (const ReturnOutcome& outcome : batch.outcomes)
        status = std::max(status, status_of(outcome, options.fail_on));
    if (options.format == OutputFormat::text && !options.quiet) {
        const double seconds = std::chrono::duration<double>(Clock::now() - began).count();
        output.write(closing_lines(batch.outcomes, batch.passed_over, seconds,
                                   options.dry_run ? std::string() : options.output.value_or("")));
    }
    if (batch.names.empty()) {
        write_standard_error("scorebook: no workbook and no CSV was found\n");
        status = 3;
    }
    return output.is_open() ? status : 3;
}

}  // namespace scorebook::cli

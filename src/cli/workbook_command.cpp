// workbook_command.cpp - what is done once a run: templates, last period's workbook, destinations, summary.
#include "cli/workbook_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "cli/display_name.hpp"
#include "cli/standard_streams.hpp"
#include "cli/text_lines.hpp"
#include "cli/workbook_job.hpp"
#include "scorebook/error.hpp"

namespace scorebook::cli {

namespace {

/// A line on standard error that counts finished workbooks; over itself on a terminal.
class ProgressLine {
  public:
    ProgressLine(const Options& options) : total_(options.files.size()) {
        const bool wanted =
            options.progress == Progress::always ||
            (options.progress == Progress::when_terminal && is_error_terminal() && !options.quiet);
        enabled_ = wanted && total_ > 1;
        overwrites_ = is_error_terminal();
    }

    void show(std::size_t done) {
        if (!enabled_) return;
        write_standard_error(fmt::format("{}{} of {} workbooks done{}", overwrites_ ? "\r" : "", done, total_,
                                         overwrites_ ? "" : "\n"));
        is_shown_ = overwrites_;
    }

    /// Makes room for other lines.
    void clear() {
        if (is_shown_) write_standard_error("\r\x1b[K");
        is_shown_ = false;
    }

  private:
    std::size_t total_;
    bool enabled_ = false;
    bool overwrites_ = false;
    bool is_shown_ = false;
};

/// What stops the whole run is said once, and for programs once a file.
int refuse_run(const Options& options, const Error& error) {
    write_standard_error(std::string("scorebook: ") + error.what() + "\n");
    if (options.format == OutputFormat::json) {
        std::string objects;
        for (const std::string& file : options.files) objects += failed_job(options, file, error).output;
        write_standard_output(objects);
    }
    return 3;
}

struct Tally {
    std::size_t clean = 0;
    std::size_t with_findings = 0;
    std::size_t failed = 0;
};

std::string summary(const Tally& tally) {
    std::string text =
        "\n" + counted(tally.clean + tally.with_findings + tally.failed, "workbooks") + ": " +
        fmt::format("{} with nothing to correct, {} with findings", tally.clean, tally.with_findings);
    if (tally.failed != 0) text += fmt::format(", {} not done", tally.failed);
    return text + "\n";
}

}  // namespace

int run_workbook_command(const Options& options) {
    TemplateChoice kinds;
    std::shared_ptr<const Workbook> previous;
    std::vector<Destination> destinations;
    try {
        kinds = choose_template(options.template_choice);
        if (!options.previous.empty()) previous = open_input(options.previous);
        destinations = plan_destinations(options);
    } catch (const Error& error) {
        return refuse_run(options, error);
    }
    const WorkbookRun run{options, std::move(kinds), std::move(previous), std::move(destinations)};

    int status = 0;
    bool output_is_open = true;
    Tally tally;
    ProgressLine progress(options);
    run_in_order(
        options.files.size(), options.jobs, [&](std::size_t index) { return run_workbook_job(run, index); },
        [&](std::size_t, const JobResult& result) {
            progress.clear();
            if (!result.error.empty()) write_standard_error(result.error);
            if (output_is_open && !write_standard_output(result.output)) {
                output_is_open = false;
                write_standard_error("scorebook: standard output could not be written\n");
                status = 3;
            }
            status = std::max(status, result.status);
            ++(result.status == 3 ? tally.failed : result.clean ? tally.clean : tally.with_findings);
        },
        [&](std::size_t done) { progress.show(done); });
    progress.clear();
    const bool sums_up = options.files.size() > 1 && options.format == OutputFormat::text && !options.quiet;
    if (sums_up && output_is_open && !write_standard_output(summary(tally))) status = 3;
    return status;
}

}  // namespace scorebook::cli

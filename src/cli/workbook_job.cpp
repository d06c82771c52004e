// workbook_job.cpp - read, check, and for refresh: write where it should go.
#include "cli/workbook_job.hpp"

#include <ctime>
#include <filesystem>
#include <new>
#include <system_error>

#include "cli/display_name.hpp"
#include "cli/report_text.hpp"
#include "scorebook/accessibility.hpp"
#include "scorebook/error.hpp"
#include "scorebook/protocol.hpp"
#include "scorebook/recalculation.hpp"
#include "scorebook/refresh.hpp"

namespace scorebook::cli {

namespace fs = std::filesystem;

namespace {

std::tm local_time() {
    const std::time_t now = std::time(nullptr);
    std::tm time{};
    ::localtime_r(&now, &time);
    return time;
}

CalendarDate date_of(const std::tm& time) {
    return {time.tm_year + 1900, time.tm_mon + 1, time.tm_mday};
}

/// The serial NOW() gives, in the 1900 date system: `as_at` at midnight, else this moment.
double serial_now(const std::optional<CalendarDate>& as_at) {
    if (as_at) return serial_from_date(*as_at, DateSystem::from_1900).value_or(0);
    const std::tm time = local_time();
    const double seconds = time.tm_hour * 3600 + time.tm_min * 60 + time.tm_sec;
    return serial_from_date(date_of(time), DateSystem::from_1900).value_or(0) + seconds / 86400;
}

/// Tells whether a file was saved by someone else in the meantime.
struct FileStamp {
    std::uintmax_t size = 0;
    fs::file_time_type time;

    explicit FileStamp(const fs::path& path) {
        std::error_code ignored;
        size = fs::file_size(path, ignored);
        time = fs::last_write_time(path, ignored);
    }
    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

void refuse_when_locked(const fs::path& path) {
    if (const auto lock = office_lock(path)) {
        const bool is_excel = lock->filename().string().starts_with("~$");
        fail(ErrorCode::locked, std::string(is_excel ? "Excel" : "LibreOffice") + " has it open (" +
                                    lock->filename().string() +
                                    "), so it was not written; close it there first, or use --ignore-lock");
    }
}

/// Where the workbook went, or empty; for standard output its bytes are left in `result`.
std::string write_result(const WorkbookRun& run, const Destination& destination,
                         std::shared_ptr<const Workbook> workbook, const Report& report,
                         const FileStamp& stamp, JobResult& result) {
    if (run.options.verify) return {};
    std::string bytes = refreshed_bytes(std::move(workbook), report);
    switch (destination.kind) {
        case Destination::Kind::nowhere:
            return {};
        case Destination::Kind::standard_output:
            result.output = std::move(bytes);
            return "standard output";
        case Destination::Kind::in_place:
            if (report.changes.empty()) return {};
            break;
        case Destination::Kind::file:
            break;
    }
    if (!run.options.ignore_lock) refuse_when_locked(destination.path);
    if (destination.kind == Destination::Kind::in_place && FileStamp(destination.path) != stamp)
        fail(ErrorCode::cannot_write,
             "someone else saved it while it was being refreshed, so it was not written");
    try {
        replace_workbook_file(destination.path, bytes);
    } catch (const Error& error) {
        throw error.with_file(destination.path.string());
    }
    return destination.path.string();
}

int status_of(const Report& report, FailOn fail_on) {
    const bool errors = report.count(Severity::error) != 0;
    const bool warnings = report.count(Severity::warning) != 0;
    if (fail_on == FailOn::error && errors) return 1;
    if (fail_on == FailOn::warning && (errors || warnings)) return 1;
    return 0;
}

/// Nothing to correct; remarks don't count.
bool is_clean(const Report& report) {
    return report.changes.empty() && report.count(Severity::error) == 0 &&
           report.count(Severity::warning) == 0;
}

Report checked(const WorkbookRun& run, const Workbook& workbook) {
    CheckOptions check_options;
    check_options.template_name = run.kinds.name;
    check_options.previous = run.previous.get();
    check_options.previous_name = fs::path(run.options.previous).filename().string();
    check_options.as_at = run.options.as_at;
    check_options.today = date_of(local_time());
    Report report = check(workbook, run.kinds.templates, check_options);
    if (run.options.command == Command::check && run.options.profile == AppendixProfile::published) {
        for (Finding& finding : accessibility_findings(workbook))
            report.findings.push_back(std::move(finding));
    }
    return report;
}

std::string json_of(const FileReport& file_report) {
    const auto& [file, command, report, dry_run, written, recalculated] = file_report;
    return recalculated ? recalculation_json(file, *recalculated, report, written)
                        : report_json(file, report, written);
}

JobResult done_job(const WorkbookRun& run, std::size_t index) {
    const Options& options = run.options;
    const std::string& file = options.files[index];
    const Destination& destination = run.destinations[index];
    const FileStamp stamp(file);
    auto workbook = open_input(file);

    JobResult result;
    FileReport file_report{file, options.command, {}, options.dry_run || options.verify, {}, {}};
    if (options.command == Command::recalc) {
        file_report.recalculated = recalculate_workbook(*workbook, serial_now(options.as_at));
        file_report.report = stored_result_changes(*file_report.recalculated);
    } else {
        file_report.report = checked(run, *workbook);
    }
    if (options.command == Command::check)
        file_report.report.changes.clear();
    else
        file_report.written =
            write_result(run, destination, std::move(workbook), file_report.report, stamp, result);

    // A workbook on standard output must have it to itself.
    const bool to_error = destination.kind == Destination::Kind::standard_output;
    std::string text;
    if (options.format == OutputFormat::json)
        text = json_of(file_report);
    else if (!options.quiet)
        text = report_text(file_report, look_of(to_error ? Stream::error : Stream::output));
    (to_error ? result.error : result.output) += text;
    result.status = status_of(file_report.report, options.fail_on);
    result.clean = is_clean(file_report.report);
    return result;
}

}  // namespace

std::shared_ptr<const Workbook> open_input(const std::string& file) {
    const std::string name = display_name(file);
    try {
        std::string bytes = file == standard_stream ? read_standard_input() : read_workbook_file(file);
        return open_workbook(std::move(bytes), fs::path(name).filename().string());
    } catch (const Error& error) {
        throw error.with_file(name);
    }
}

JobResult failed_job(const Options& options, const std::string& file, const Error& error) {
    const std::string name = display_name(file);
    JobResult result;
    // The error may be about the output, which then is named too.
    const Error named = error.file().empty() || error.file() == name ? error.with_file(name) : error;
    result.error = std::string("scorebook: ") + named.what() + "\n";
    const bool is_own = named.file() == name;
    const std::string sentence = is_own ? error.with_file({}).what() : named.what();
    if (options.format == OutputFormat::json) {
        const bool to_error = options.output && *options.output == standard_stream && !options.dry_run;
        (to_error ? result.error : result.output) += failure_json(file, sentence);
    }
    result.status = 3;
    return result;
}

JobResult run_workbook_job(const WorkbookRun& run, std::size_t index) {
    const std::string& file = run.options.files[index];
    try {
        return done_job(run, index);
    } catch (const Error& error) {
        return failed_job(run.options, file, error);
    } catch (const std::bad_alloc&) {
        return failed_job(
            run.options, file,
            Error(ErrorCode::too_large, {}, {}, "there is not enough memory for this workbook"));
    } catch (const std::exception& error) {
        // A fault of ours; the other workbooks of the batch still get done.
        return failed_job(
            run.options, file,
            Error(ErrorCode::cannot_read, {}, {}, std::string("it could not be done: ") + error.what()));
    }
}

}  // namespace scorebook::cli

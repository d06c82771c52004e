// convert_job.cpp - a CSV becomes a workbook first, so that there is one way for all returns.
#include "cli/convert_job.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iterator>
#include <memory>
#include <new>

#include "cli/content_hash.hpp"
#include "cli/interruption.hpp"
#include "cli/local_today.hpp"
#include "cli/running_program.hpp"
#include "scorebook/check.hpp"
#include "scorebook/csv.hpp"
#include "scorebook/error.hpp"
#include "scorebook/protocol.hpp"
#include "scorebook/refresh.hpp"
#include "scorebook/workbook.hpp"

namespace scorebook::cli {

namespace fs = std::filesystem;

namespace {

bool is_csv(const fs::path& path) {
    const std::string ending = path.extension().string();
    return ending == ".csv" || ending == ".CSV" || ending == ".tsv" || ending == ".TSV";
}

bool is_in_shard(const Shard& shard, std::uint64_t hash) {
    return hash % shard.count == shard.number - 1;
}

class ConvertJob {
  public:
    ConvertJob(const ConvertRun& run, const ConvertInput& input) : run_(run), input_(input) {
        record_.file = input.name;
    }

    ReturnOutcome outcome() {
        try {
            return done();
        } catch (const Error& error) {
            return failed(error.with_file({}).what());
        } catch (const std::bad_alloc&) {
            return failed("there is not enough memory for it");
        } catch (const std::exception& error) {
            // A fault of ours; the other returns still get done.
            return failed(std::string("it could not be done: ") + error.what());
        }
    }

  private:
    ReturnOutcome done() {
        // What can't be read has no content; its name stands in, so that one shard says so.
        hash_ = content_hash(input_.name);
        if (!input_.error.empty()) fail(ErrorCode::cannot_read, input_.error);
        std::string bytes = read_workbook_file(input_.path);
        hash_ = content_hash(bytes);
        if (is_of_another_shard()) return another_shard();
        record_.key = hash_text(hash_) + "-" + std::to_string(bytes.size()) + "-" + hash_text(run_.settings);
        if (run_.options.resume) {
            if (const auto kept = kept_record()) {
                ReturnOutcome unchanged = outcome_of(*kept);
                unchanged.what = ReturnOutcome::What::unchanged;
                return unchanged;
            }
        }
        convert(std::move(bytes));
        if (!run_.options.dry_run) run_.folder.write_record(record_);
        return outcome_of(record_);
    }

    bool wants_json() const { return run_.options.format == OutputFormat::json; }

    bool is_of_another_shard() const {
        return run_.options.shard && !is_in_shard(*run_.options.shard, hash_);
    }

    static ReturnOutcome another_shard() {
        ReturnOutcome outcome;
        outcome.what = ReturnOutcome::What::of_another_shard;
        return outcome;
    }

    std::optional<ReturnRecord> kept_record() const {
        auto kept = run_.folder.read_record(input_.name);
        if (!kept || !kept->error.empty() || kept->key != record_.key) return std::nullopt;
        if (kept->judged_on && kept->judged_on != local_today()) return std::nullopt;
        std::error_code error;
        if (wants_json() && kept->report.empty()) return std::nullopt;
        const auto size = fs::file_size(run_.folder.path() / kept->workbook, error);
        if (error || size == 0) return std::nullopt;
        return kept;
    }

    void convert(std::string bytes) {
        const bool is_text = is_csv(input_.path);
        const std::string stem = input_.path.stem().string();
        if (is_text) bytes = workbook_from_csv(bytes, stem);
        auto workbook = open_workbook(std::move(bytes), input_.path.filename().string());
        CheckOptions options;
        options.template_name = run_.kinds.name;
        options.as_at = run_.options.as_at;
        options.today = local_today();
        options.figures_are_text = is_text;
        options.for_publication = run_.options.profile != AppendixProfile::working;
        Report report = check(*workbook, run_.kinds.templates, options, record_.collected);
        if (is_text) workbook = with_numbers(*workbook, report);
        record_.findings = report.findings;
        record_.changes = report.changes.size();
        record_.not_checked = report.not_checked.size();
        if (!run_.options.as_at && report.period.empty()) record_.judged_on = options.today;
        std::string refreshed = refreshed_bytes_with_findings(*workbook, report);
        record_.workbook = "returns/" + input_.workbook;
        if (!run_.options.dry_run) {
            try {
                put_file(run_.folder.workbook(input_.workbook), refreshed);
            } catch (const Error& error) {
                throw error.with_file(run_.folder.workbook(input_.workbook).string());
            }
        }
        if (!wants_json()) return;
        record_.report =
            report_json(input_.name, report, run_.options.dry_run ? std::string() : record_.workbook);
    }

    /// The workbook of a CSV with numbers in columns of numbers: what a CSV can't say is no correction of the
    /// officer's, so it isn't listed with those.
    std::shared_ptr<const Workbook> with_numbers(const Workbook& workbook, Report& report) const {
        const auto is_number = [](const Change& change) { return change.rule == "V01"; };
        Report numbers;
        std::copy_if(report.changes.begin(), report.changes.end(), std::back_inserter(numbers.changes),
                     is_number);
        std::erase_if(report.changes, is_number);
        return open_workbook(refreshed_bytes(workbook, numbers), input_.path.filename().string());
    }

    ReturnOutcome failed(std::string sentence) {
        if (is_of_another_shard()) return another_shard();
        ReturnRecord record;
        record.file = input_.name;
        record.error = std::move(sentence);
        if (wants_json()) record.report = failure_json(record.file, record.error);
        if (!run_.options.dry_run) {
            try {
                run_.folder.write_record(record);
            } catch (const Error&) {
                // The folder can't be written to; the sentence about this return says why, or another's does.
            }
        }
        return outcome_of(record);
    }

    const ConvertRun& run_;
    const ConvertInput& input_;
    std::uint64_t hash_ = 0;
    ReturnRecord record_;
};

}  // namespace

std::uint64_t settings_hash(const Options& options) {
    std::uint64_t hash = content_hash(SCOREBOOK_VERSION);
    std::error_code error;
    // The program itself, because the kinds and the rules are compiled into it.
    if (const auto program = program_file()) hash = content_hash(read_workbook_file(*program), hash);
    if (!options.template_choice.empty()) {
        hash = content_hash(options.template_choice, hash);
        if (fs::is_regular_file(options.template_choice, error))
            hash = content_hash(read_workbook_file(options.template_choice), hash);
    }
    if (options.as_at) hash = content_hash(to_text(*options.as_at), hash);
    return content_hash(std::to_string(static_cast<int>(options.profile)), hash);
}

ReturnOutcome outcome_of(const ReturnRecord& record) {
    ReturnOutcome outcome;
    outcome.what = record.error.empty() ? ReturnOutcome::What::done : ReturnOutcome::What::failed;
    outcome.kind = record.collected.kind;
    outcome.period = record.collected.period;
    outcome.conformance = conformance(record);
    outcome.error = record.error;
    outcome.entries = record.collected.entries.size();
    outcome.errors = record.count(Severity::error);
    outcome.warnings = record.count(Severity::warning);
    outcome.remarks = record.count(Severity::info);
    outcome.changes = record.changes;
    outcome.report = record.report;
    return outcome;
}

ReturnOutcome run_convert_job(const ConvertRun& run, const ConvertInput& input) {
    if (Interruption::was_asked_for()) return {};
    const auto began = std::chrono::steady_clock::now();
    ReturnOutcome outcome = ConvertJob(run, input).outcome();
    outcome.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    return outcome;
}

}  // namespace scorebook::cli

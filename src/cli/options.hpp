// options.hpp - the command line as data. Names, values and defaults are fixed: scripts and add-ins rely on
// them.
#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "scorebook/appendix.hpp"
#include "scorebook/calendar_date.hpp"

namespace scorebook::cli {

enum class Command { check, refresh, recalc, compare, convert, appendix, make_new, templates };
enum class OutputFormat { text, json, markdown, html };
enum class FailOn { error, warning, never };
enum class Progress { when_terminal, always, never };

/// Slice `number` of `count`, counted from 1.
struct Shard {
    std::size_t number = 1;
    std::size_t count = 1;
};

/// "-" where a file is named: standard input or output.
inline constexpr const char* standard_stream = "-";

struct Options {
    Command command = Command::check;
    std::vector<std::string> files;  ///< inputs; for `templates` and `new` the name of a kind
    OutputFormat format = OutputFormat::text;
    std::string template_choice;  ///< name or file; empty: recognise
    std::string previous;         ///< empty: none
    std::optional<CalendarDate> as_at;
    std::optional<std::string> output;
    AppendixProfile profile = AppendixProfile::committee;
    FailOn fail_on = FailOn::error;
    std::size_t jobs = 1;
    Progress progress = Progress::when_terminal;
    bool dry_run = false;
    bool verify = false;
    bool quiet = false;
    bool ignore_lock = false;
    bool resume = false;
    bool merge = false;  ///< `files` are the outputs of shards
    std::optional<Shard> shard;
    std::string reply;  ///< file for the JSON instead of standard output; empty: none
};

/// The command line is wrong: one sentence, exit status 2.
class UsageError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// What the command line asks for: work, or a text on standard output (help, version).
struct Request {
    std::optional<Options> options;
    std::string text;
};

/// Throws UsageError.
Request parse_command_line(std::vector<std::string> arguments);

}  // namespace scorebook::cli

// options.cpp - which options each command has, and what their values mean.
#include "cli/options.hpp"

#include <algorithm>
#include <array>
#include <boost/program_options.hpp>
#include <charconv>
#include <sstream>
#include <string_view>
#include <thread>

#include "cli/appendix_command.hpp"
#include "cli/help_text.hpp"

namespace scorebook::cli {

namespace {

namespace po = boost::program_options;

struct CommandRow {
    std::string_view name;
    Command command;
    bool reads_workbooks;
};

constexpr std::array<CommandRow, 8> commands = {{{"check", Command::check, true},
                                                 {"refresh", Command::refresh, true},
                                                 {"recalc", Command::recalc, true},
                                                 {"compare", Command::compare, true},
                                                 {"convert", Command::convert, true},
                                                 {"appendix", Command::appendix, true},
                                                 {"new", Command::make_new, false},
                                                 {"templates", Command::templates, false}}};

po::options_description options_of(Command command) {
    po::options_description all;
    const auto text = [] { return po::value<std::string>(); };
    auto add = all.add_options();
    add("help,h", "");
    add("format", text());
    add("quiet,q", po::bool_switch());
    if (command == Command::templates) return all;
    if (command == Command::make_new) {
        add("output,o", text());
        return all;
    }
    if (command == Command::appendix) {
        add("output,o", text());
        add("template", text());
        add("previous", text());
        add("as-at", text());
        add("profile", text());
        return all;
    }
    if (command == Command::compare) {
        add("template", text());
        add("as-at", text());
        add("fail-on", text());
        add("reply", text());
        return all;
    }
    add("jobs,j", text());
    add("progress", text());
    if (command != Command::check) {
        add("output,o", text());
        add("dry-run,n", po::bool_switch());
    }
    if (command == Command::convert) {
        add("profile", text());
        add("resume", po::bool_switch());
        add("shard", text());
        add("merge", po::bool_switch());
        add("as-at", text());
        add("template", text());
        add("fail-on", text());
        return all;
    }
    add("reply", text());
    if (command != Command::check) add("ignore-lock", po::bool_switch());
    add("as-at", text());
    if (command == Command::recalc) {
        add("verify", po::bool_switch());
        return all;
    }
    if (command == Command::check) add("profile", text());
    add("template", text());
    add("previous", text());
    add("fail-on", text());
    return all;
}

template <typename Value, std::size_t count>
Value chosen(const std::string& option, const std::string& text,
             const std::array<std::pair<std::string_view, Value>, count>& choices) {
    std::string allowed;
    for (const auto& [name, value] : choices) {
        if (name == text) return value;
        allowed += (allowed.empty() ? "" : name == choices.back().first ? " or " : ", ") + std::string(name);
    }
    throw UsageError("--" + option + " is " + allowed + ", not '" + text + "'");
}

std::size_t job_count(const std::string& text) {
    std::size_t count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc() || end != text.data() + text.size() || count == 0)
        throw UsageError("--jobs is how many files at once, a whole number from 1, not '" + text + "'");
    return count;
}

Shard shard_from(const std::string& text) {
    Shard shard;
    const char* const end = text.data() + text.size();
    const auto number = std::from_chars(text.data(), end, shard.number);
    if (number.ec == std::errc() && number.ptr != end && *number.ptr == '/') {
        const auto count = std::from_chars(number.ptr + 1, end, shard.count);
        if (count.ec == std::errc() && count.ptr == end && shard.number >= 1 && shard.number <= shard.count)
            return shard;
    }
    throw UsageError("--shard is a slice and how many there are, such as 1/3, not '" + text + "'");
}

std::string without_dashes(std::string name) {
    name.erase(0, name.find_first_not_of('-'));
    return name;
}

po::variables_map parse_options(const CommandRow& row, const std::vector<std::string>& arguments) {
    po::options_description all = options_of(row.command);
    all.add_options()("file", po::value<std::vector<std::string>>());
    po::positional_options_description positional;
    positional.add("file", -1);
    // Names are a contract, so half a name is a mistake, not a guess.
    const int spelling = po::command_line_style::default_style & ~po::command_line_style::allow_guessing;
    const std::string see = "; see scorebook " + std::string(row.name) + " --help";
    po::variables_map values;
    try {
        po::store(
            po::command_line_parser(arguments).options(all).positional(positional).style(spelling).run(),
            values);
    } catch (const po::unknown_option& error) {
        throw UsageError(std::string(row.name) + " has no option " + error.get_option_name() + see);
    } catch (const po::multiple_occurrences& error) {
        throw UsageError("--" + without_dashes(error.get_option_name()) + " is given twice");
    } catch (const po::invalid_command_line_syntax& error) {
        const bool is_missing = error.kind() == po::invalid_syntax::missing_parameter ||
                                error.kind() == po::invalid_syntax::empty_adjacent_parameter;
        throw UsageError("--" + without_dashes(error.get_option_name()) +
                         (is_missing ? " needs a value" : " takes no value") + see);
    } catch (const po::error& error) {
        throw UsageError(error.what() + see);
    }
    return values;
}

Options options_from(const CommandRow& row, const po::variables_map& values) {
    Options options;
    options.command = row.command;
    const auto text = [&](const char* name) -> std::optional<std::string> {
        if (values.count(name) == 0) return std::nullopt;
        std::string value = values[name].as<std::string>();
        if (value.empty()) throw UsageError("--" + std::string(name) + " needs a value");
        return value;
    };
    const auto is_set = [&](const char* name) { return values.count(name) != 0 && values[name].as<bool>(); };

    if (values.count("file") != 0) options.files = values["file"].as<std::vector<std::string>>();
    if (const auto format = text("format"))
        options.format =
            row.command == Command::compare
                ? chosen<OutputFormat, 4>("format", *format,
                                          {{{"text", OutputFormat::text},
                                            {"json", OutputFormat::json},
                                            {"markdown", OutputFormat::markdown},
                                            {"html", OutputFormat::html}}})
                : chosen<OutputFormat, 2>("format", *format,
                                          {{{"text", OutputFormat::text}, {"json", OutputFormat::json}}});
    if (const auto fail_on = text("fail-on"))
        options.fail_on = chosen<FailOn, 3>(
            "fail-on", *fail_on,
            {{{"error", FailOn::error}, {"warning", FailOn::warning}, {"never", FailOn::never}}});
    if (const auto progress = text("progress"))
        options.progress = chosen<Progress, 3>(
            "progress", *progress,
            {{{"auto", Progress::when_terminal}, {"always", Progress::always}, {"never", Progress::never}}});
    // A corporate team collects everything; a paper goes to a committee.
    if (row.command == Command::convert) options.profile = AppendixProfile::working;
    if (const auto profile = text("profile"))
        options.profile = chosen<AppendixProfile, 3>("profile", *profile,
                                                     {{{"working", AppendixProfile::working},
                                                       {"committee", AppendixProfile::committee},
                                                       {"published", AppendixProfile::published}}});
    if (const auto day = text("as-at")) {
        options.as_at = parse_date(*day);
        if (!options.as_at)
            throw UsageError("--as-at is a day such as 2016-03-31 or 31/03/2016, not '" + *day + "'");
    }
    const auto jobs = text("jobs");
    options.jobs = jobs ? job_count(*jobs) : std::max(1U, std::thread::hardware_concurrency());
    options.template_choice = text("template").value_or("");
    options.previous = text("previous").value_or("");
    options.output = text("output");
    options.dry_run = is_set("dry-run");
    options.verify = is_set("verify");
    options.quiet = is_set("quiet");
    options.ignore_lock = is_set("ignore-lock");
    options.resume = is_set("resume");
    options.merge = is_set("merge");
    if (const auto shard = text("shard")) options.shard = shard_from(*shard);
    options.reply = text("reply").value_or("");
    if (!options.reply.empty() && options.format != OutputFormat::json)
        throw UsageError("--reply is for programs, so it goes with --format json");
    return options;
}

/// What `appendix` writes is said by the name of its output alone.
void require_appendix_sense(const Options& options) {
    if (options.files.size() != 1) throw UsageError("appendix makes one document of one workbook");
    if (!options.output)
        throw UsageError("appendix needs -o to say where to write, such as -o appendix.xlsx");
    if (!is_appendix_name(*options.output))
        throw UsageError("-o '" + *options.output +
                         "' has no ending appendix knows: .xlsx, .ods, .docx, .html, .pdf or .csv");
}

void require_sense_of_convert(const Options& options) {
    if (!options.output && !options.dry_run)
        throw UsageError("convert needs -o to say which folder to write into, or --dry-run");
    if (options.output == standard_stream)
        throw UsageError("convert writes into a folder, not to standard output");
    for (const std::string& file : options.files) {
        if (file == standard_stream) throw UsageError("convert reads files and folders, not standard input");
    }
    if (options.merge && (options.shard || options.resume || options.dry_run))
        throw UsageError(
            "--merge only joins what shards have written, so it goes without --shard, --resume and "
            "--dry-run");
}

void require_sense(const CommandRow& row, const Options& options) {
    const std::string name(row.name);
    if (row.command == Command::make_new) {
        if (options.files.size() != 1) throw UsageError("new needs the name of one workbook kind");
        if (!options.output) throw UsageError("new needs -o to say where to write, such as -o register.xlsx");
        if (!options.output->ends_with(".xlsx"))
            throw UsageError("new writes .xlsx workbooks, so -o ends in .xlsx");
        return;
    }
    if (!row.reads_workbooks) {
        if (options.files.size() > 1) throw UsageError(name + " explains one workbook kind at a time");
        return;
    }
    if (options.files.empty())
        throw UsageError(
            name + (row.command == Command::convert ? " needs a folder or files" : " needs a workbook") +
            "; see scorebook " + name + " --help");
    for (const std::string& file : options.files) {
        if (file.empty()) throw UsageError("a file name is empty");
    }
    if (row.command == Command::convert) {
        require_sense_of_convert(options);
        return;
    }
    auto from_standard_input = std::count(options.files.begin(), options.files.end(), standard_stream);
    if (options.previous == standard_stream) ++from_standard_input;
    if (from_standard_input > 1) throw UsageError("only one workbook can come from standard input");
    if (row.command == Command::appendix) {
        require_appendix_sense(options);
        return;
    }
    if (row.command == Command::compare) {
        if (options.files.size() != 2) throw UsageError("compare needs two workbooks, the older one first");
        return;
    }
    const bool writes = row.command != Command::check && !options.dry_run && !options.verify;
    if (writes && !options.output && options.files.size() == 1 && options.files.front() == standard_stream)
        throw UsageError("a workbook from standard input needs -o to say where to write it, or --dry-run");
    if (options.verify && options.output) throw UsageError("--verify writes nothing, so it goes without -o");
}

}  // namespace

Request parse_command_line(std::vector<std::string> arguments) {
    if (arguments.empty()) throw UsageError("no command; see scorebook --help");
    const std::string name = arguments.front();
    if (name == "--help" || name == "-h") return {std::nullopt, general_help()};
    if (name == "--version") return {std::nullopt, "scorebook " SCOREBOOK_VERSION "\n"};
    const auto row = std::find_if(commands.begin(), commands.end(),
                                  [&](const CommandRow& each) { return each.name == name; });
    if (row == commands.end()) {
        if (name.starts_with('-'))
            throw UsageError("there is no option " + name + " before a command; see scorebook --help");
        throw UsageError("there is no command '" + name + "'; see scorebook --help");
    }
    arguments.erase(arguments.begin());
    const po::variables_map values = parse_options(*row, arguments);
    if (values.count("help") != 0) return {std::nullopt, command_help(row->command)};
    Options options = options_from(*row, values);
    require_sense(*row, options);
    return {std::move(options), {}};
}

}  // namespace scorebook::cli

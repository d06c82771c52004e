// main.cpp - the command line's way in: one sentence for what goes wrong, and the exit status.
#include <exception>
#include <string>

#include "cli/appendix_command.hpp"
#include "cli/compare_command.hpp"
#include "cli/convert_command.hpp"
#include "cli/new_command.hpp"
#include "cli/options.hpp"
#include "cli/reply_file.hpp"
#include "cli/running_program.hpp"
#include "cli/standard_streams.hpp"
#include "cli/templates_command.hpp"
#include "cli/workbook_command.hpp"
#include "scorebook/error.hpp"
#include "scorebook/protocol.hpp"

namespace {

using namespace scorebook::cli;
using scorebook::failure_json;

int run(const Options& options) {
    switch (options.command) {
        case Command::check:
        case Command::refresh:
        case Command::recalc:
            return run_workbook_command(options);
        case Command::compare:
            return run_compare_command(options);
        case Command::appendix:
            return run_appendix_command(options);
        case Command::make_new:
            return run_new_command(options);
        case Command::convert:
            return run_convert_command(options);
        case Command::templates:
            return run_templates_command(options);
    }
    return 2;
}

/// With `--reply` there is a reply whatever happens: the host waits for it.
int run_with_reply(const Options& options) {
    if (options.reply.empty()) return run(options);
    std::string kept;
    keep_standard_output(&kept);
    int status = 3;
    try {
        status = run(options);
    } catch (const std::exception& error) {
        write_reply_file(options.reply, failure_json(options.files.back(), error.what()));
        throw;
    }
    write_reply_file(options.reply, kept);
    return status;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        const Request request = parse_command_line(start_program(argc, argv));
        if (request.options) return run_with_reply(*request.options);
        return write_standard_output(request.text) ? 0 : 3;
    } catch (const UsageError& error) {
        write_standard_error(std::string("scorebook: ") + error.what() + "\n");
        return 2;
    } catch (const std::exception& error) {
        write_standard_error(std::string("scorebook: ") + error.what() + "\n");
        return 3;
    }
}

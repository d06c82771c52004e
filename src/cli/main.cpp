// main.cpp - the command line's way in: one sentence for what goes wrong, and the exit status.
#if __has_include(<gnu/libc-version.h>)  // only glibc keeps and offers this setting
#include <malloc.h>
#define SCOREBOOK_HAS_MALLOPT
#endif

#include <csignal>
#include <exception>
#include <string>

#include "cli/appendix_command.hpp"
#include "cli/compare_command.hpp"
#include "cli/convert_command.hpp"
#include "cli/new_command.hpp"
#include "cli/options.hpp"
#include "cli/standard_streams.hpp"
#include "cli/templates_command.hpp"
#include "cli/workbook_command.hpp"
#include "scorebook/error.hpp"

namespace {

using namespace scorebook::cli;

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

/// Large buffers (a sheet's XML, a column's values) go back to the system when they are freed. Left to itself
/// glibc raises the threshold after the first of them and keeps the rest: 35 MiB of a refresh of 100,000
/// rows. What is small is kept for the next of many returns, which would otherwise ask for it again.
void set_up_memory() {
#ifdef SCOREBOOK_HAS_MALLOPT
    constexpr int one_mebibyte = 1 << 20;
    mallopt(M_MMAP_THRESHOLD, one_mebibyte);
    mallopt(M_TRIM_THRESHOLD, 16 * one_mebibyte);
#endif
}

}  // namespace

int main(int argc, char** argv) {
    set_up_memory();
    // A closed pipe or a limit on file sizes is a failed write with a sentence and a status, not a sudden
    // end.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    try {
        const Request request = parse_command_line(argc, argv);
        if (request.options) return run(*request.options);
        return write_standard_output(request.text) ? 0 : 3;
    } catch (const UsageError& error) {
        write_standard_error(std::string("scorebook: ") + error.what() + "\n");
        return 2;
    } catch (const std::exception& error) {
        write_standard_error(std::string("scorebook: ") + error.what() + "\n");
        return 3;
    }
}

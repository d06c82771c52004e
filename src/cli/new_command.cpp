// new_command.cpp - never replaces a file, because a blank workbook over a full one can't be undone.
#include "cli/new_command.hpp"

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/display_name.hpp"
#include "cli/local_today.hpp"
#include "cli/standard_streams.hpp"
#include "cli/template_choice.hpp"
#include "cli/text_lines.hpp"
#include "scorebook/blank_workbook.hpp"
#include "scorebook/error.hpp"
#include "scorebook/protocol.hpp"
#include "scorebook/refresh.hpp"
#include "scorebook/template_guide.hpp"

namespace scorebook::cli {

using Json = nlohmann::ordered_json;

int run_new_command(const Options& options) {
    const std::string& output = *options.output;
    try {
        const TemplateChoice kinds = choose_template(options.files.front());
        const WorkbookTemplate& kind = *kinds.templates.find(kinds.name);
        try {
            if (std::filesystem::exists(output))
                fail(ErrorCode::cannot_write,
                     "it is there already, so nothing was written; give another name");
            replace_workbook_file(output, blank_workbook(kind, local_today()));
        } catch (const Error& error) {
            throw error.with_file(display_name(output));
        }
        const TemplateSummary summary = template_summary(kind);
        if (options.format == OutputFormat::json) {
            const Json json = {
                {"protocol", "scorebook/1"}, {"file", output}, {"status", "ok"}, {"template", summary.name}};
            return write_standard_output(json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n")
                       ? 0
                       : 3;
        }
        if (options.quiet) return 0;
        return write_standard_output(printable(display_name(output) + ": " + summary.title) + "\n") ? 0 : 3;
    } catch (const Error& error) {
        write_standard_error(std::string("scorebook: ") + error.what() + "\n");
        if (options.format == OutputFormat::json) write_standard_output(failure_json(output, error.what()));
        return 3;
    }
}

}  // namespace scorebook::cli

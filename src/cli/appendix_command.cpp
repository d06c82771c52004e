// appendix_command.cpp - one workbook in, one document out, and what an officer should know about it.
#include "cli/appendix_command.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "cli/destinations.hpp"
#include "cli/display_name.hpp"
#include "cli/local_today.hpp"
#include "cli/pdf_conversion.hpp"
#include "cli/standard_streams.hpp"
#include "cli/template_choice.hpp"
#include "cli/text_lines.hpp"
#include "cli/workbook_job.hpp"
#include "scorebook/appendix.hpp"
#include "scorebook/protocol.hpp"
#include "scorebook/refresh.hpp"

namespace scorebook::cli {

namespace fs = std::filesystem;

namespace {

using Json = nlohmann::ordered_json;

struct Extension {
    std::string_view name;
    AppendixFormat format;
    bool is_pdf = false;
};

/// A PDF is made of the workbook.
constexpr std::array<Extension, 7> extensions = {{{".xlsx", AppendixFormat::xlsx},
                                                  {".ods", AppendixFormat::ods},
                                                  {".docx", AppendixFormat::docx},
                                                  {".html", AppendixFormat::html},
                                                  {".htm", AppendixFormat::html},
                                                  {".csv", AppendixFormat::csv},
                                                  {".pdf", AppendixFormat::xlsx, true}}};

const Extension* extension_of(const std::string& output) {
    std::string name = fs::path(output).extension().string();
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const auto found = std::find_if(extensions.begin(), extensions.end(),
                                    [&](const Extension& each) { return each.name == name; });
    return found == extensions.end() ? nullptr : &*found;
}

void refuse_output(const Options& options) {
    const std::string& output = *options.output;
    for (const std::string& input : {options.files.front(), options.previous}) {
        if (!input.empty() && input != standard_stream && is_same_file(output, input))
            throw Error(ErrorCode::cannot_write, display_name(output), {},
                        "it is also an input, so nothing was written");
    }
    if (const auto lock = office_lock(output))
        throw Error(ErrorCode::locked, display_name(output), {},
                    "an office program has it open (" + lock->filename().string() +
                        "), so it was not written; close it there first");
}

Appendix made_appendix(const Options& options, const Extension& extension) {
    const TemplateChoice kinds = choose_template(options.template_choice);
    std::shared_ptr<const Workbook> previous;
    if (!options.previous.empty()) previous = open_input(options.previous);
    const auto workbook = open_input(options.files.front());
    AppendixOptions wanted;
    wanted.profile = options.profile;
    wanted.format = extension.format;
    wanted.template_name = kinds.name;
    wanted.previous = previous.get();
    wanted.previous_name = fs::path(options.previous).filename().string();
    wanted.as_at = options.as_at;
    wanted.today = local_today();
    try {
        return make_appendix(*workbook, kinds.templates, wanted);
    } catch (const Error& error) {
        throw error.file().empty() ? error.with_file(display_name(options.files.front())) : error;
    }
}

std::string json_text(const Options& options, Appendix& appendix) {
    Json json = Json::parse(report_json(options.files.front(), appendix.report, *options.output));
    json["title"] = appendix.title;
    json["pages"] = appendix.sheets;
    json["left_out"] = appendix.left_out;
    json["removed_entries"] = appendix.removed_entries;
    json["draft_entries"] = appendix.draft_entries;
    json["hidden_entries"] = appendix.hidden_entries;
    json["removed_sheets"] = appendix.removed_sheets;
    json["suppressed"] = appendix.suppressed;
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string plain_text(const Options& options, const Appendix& appendix) {
    const TextLook look = look_of(Stream::output);
    std::string pages;
    for (const std::string& page : appendix.sheets) pages += (pages.empty() ? "" : ", ") + page;
    std::string text =
        wrapped(printable(display_name(*options.output) + ": " + appendix.title), "", 2, look.width);
    text += wrapped(printable(pages), "  ", 4, look.width);
    for (const std::string& sentence : appendix.left_out)
        text += wrapped(printable(sentence), "  ", 4, look.width);
    const std::size_t errors = appendix.report.count(Severity::error);
    if (errors != 0)
        text += wrapped((appendix.is_of_set ? "The returns have " : "The workbook has ") +
                            counted(errors, "errors") + " to put right before this is published; " +
                            (appendix.is_of_set ? "the sheet Findings of the set lists them."
                                                : "scorebook check lists them."),
                        "  ", 4, look.width);
    return text;
}

}  // namespace

bool is_appendix_name(const std::string& output) {
    return extension_of(output) != nullptr;
}

int run_appendix_command(const Options& options) {
    const Extension& extension = *extension_of(*options.output);
    try {
        refuse_output(options);
        Appendix appendix = made_appendix(options, extension);
        appendix.report.changes.clear();
        try {
            if (extension.is_pdf) appendix.bytes = pdf_of_workbook(appendix.bytes);
            replace_file(*options.output, appendix.bytes);
        } catch (const Error& error) {
            throw error.with_file(display_name(*options.output));
        }
        const bool is_json = options.format == OutputFormat::json;
        const std::string text = is_json         ? json_text(options, appendix)
                                 : options.quiet ? std::string()
                                                 : plain_text(options, appendix);
        if (!write_standard_output(text)) return 3;
        const bool blocks = options.profile != AppendixProfile::working && options.fail_on != FailOn::never;
        return blocks && appendix.report.count(Severity::error) != 0 ? 1 : 0;
    } catch (const Error& error) {
        write_standard_error(std::string("scorebook: ") + error.what() + "\n");
        if (options.format == OutputFormat::json)
            write_standard_output(failure_json(options.files.front(), error.what()));
        return 3;
    }
}

}  // namespace scorebook::cli

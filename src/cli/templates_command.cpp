// templates_command.cpp - what a template says, read from the template itself.
#include "cli/templates_command.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/standard_streams.hpp"
#include "cli/template_choice.hpp"
#include "cli/text_lines.hpp"
#include "scorebook/template_guide.hpp"

namespace scorebook::cli {

namespace {

using Json = nlohmann::ordered_json;

std::string kind_json(const WorkbookTemplate& kind, bool in_full) {
    const TemplateSummary summary = template_summary(kind);
    Json json = {{"protocol", "scorebook/1"},
                 {"template", summary.name},
                 {"title", summary.title},
                 {"description", printable(summary.description)}};
    if (in_full) {
        json["guide"] = Json::array();
        for (const GuideSection& section : template_guide(kind))
            json["guide"].push_back({{"heading", section.heading}, {"lines", section.lines}});
    }
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string explanation(const WorkbookTemplate& kind, const TextLook& look) {
    const TemplateSummary summary = template_summary(kind);
    std::string text =
        coloured(summary.name, Colour::bold, look.colour) + ": " + printable(summary.title) + "\n";
    if (!summary.description.empty()) text += wrapped(printable(summary.description), "", 0, look.width);
    for (const GuideSection& section : template_guide(kind)) {
        text += "\n" + coloured(printable(section.heading), Colour::bold, look.colour) + "\n";
        for (const std::string& line : section.lines) text += wrapped(printable(line), "  ", 6, look.width);
    }
    return text;
}

std::string list_line(const std::string& name, const std::string& title, std::size_t name_width,
                      const TextLook& look) {
    std::string start = name;
    start.resize(name_width + 2, ' ');
    return wrapped(printable(title), start, start.size(), look.width);
}

}  // namespace

int run_templates_command(const Options& options) {
    const bool one = !options.files.empty();
    const TemplateChoice choice = choose_template(one ? options.files.front() : "");
    const TextLook look = look_of(Stream::output);
    std::size_t name_width = 0;
    for (const std::string& name : choice.templates.names()) name_width = std::max(name_width, name.size());
    std::string text;
    if (!one && options.format == OutputFormat::text) {
        text = list_line("Kind", "What it is", name_width, look) +
               list_line(std::string(name_width, '-'), "----------", name_width, look);
    }
    for (const std::string& name : choice.templates.names()) {
        if (one && name != choice.name) continue;
        const WorkbookTemplate* const kind = choice.templates.find(name);
        if (options.format == OutputFormat::json)
            text += kind_json(*kind, one);
        else
            text += one ? explanation(*kind, look)
                        : list_line(name, template_summary(*kind).title, name_width, look);
    }
    return options.quiet && options.format == OutputFormat::text ? 0 : write_standard_output(text) ? 0 : 3;
}

}  // namespace scorebook::cli

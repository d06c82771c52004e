// compare_command.cpp - paragraphs and lists of a comparison.
#include "cli/compare_command.hpp"

#include <string>

#include "cli/comparison_paste.hpp"
#include "cli/display_name.hpp"
#include "cli/local_today.hpp"
#include "cli/standard_streams.hpp"
#include "cli/text_lines.hpp"
#include "cli/workbook_job.hpp"
#include "scorebook/comparison.hpp"
#include "scorebook/protocol.hpp"

namespace scorebook::cli {

namespace {

std::string periods_of(const Comparison& comparison) {
    const auto named = [](const std::string& period) { return period.empty() ? "no period" : period; };
    return named(comparison.period_before) + " to " + named(comparison.period_now);
}

std::string comparison_text(const Comparison& comparison) {
    const TextLook look = look_of(Stream::output);
    std::string text = comparison.template_name + ", " + periods_of(comparison) + "\n";
    for (const NarrativeParagraph& paragraph : comparison.narrative) {
        text += "\n" + wrapped(printable(paragraph.heading), "", 0, look.width);
        for (const auto& item : paragraph.items) {
            std::string start = "  " + printable(item.record);
            start.resize(std::max<std::size_t>(start.size() + 2, 10), ' ');
            text += wrapped(printable(item.text) + " [" + printable(item.cells) + "]", start, 10, look.width);
        }
    }
    if (!comparison.not_checked.empty()) text += "\nNot checked\n";
    for (const NotChecked& unchecked : comparison.not_checked)
        text += wrapped(printable(unchecked.what) + ": " + printable(unchecked.why), "  ", 4, look.width);
    return text;
}

}  // namespace

int run_compare_command(const Options& options) {
    Comparison comparison;
    try {
        const TemplateChoice kinds = choose_template(options.template_choice);
        const auto before = open_input(options.files[0]);
        const auto now = open_input(options.files[1]);
        comparison = compare(*before, *now, kinds.templates, {kinds.name, options.as_at, local_today()});
    } catch (const Error& error) {
        write_standard_error(std::string("scorebook: ") + error.what() + "\n");
        if (options.format == OutputFormat::json)
            write_standard_output(failure_json(options.files[1], error.what()));
        return 3;
    }
    const std::string output = options.format == OutputFormat::json
                                   ? comparison_json(options.files[0], options.files[1], comparison)
                               : options.format == OutputFormat::markdown ? comparison_markdown(comparison)
                               : options.format == OutputFormat::html     ? comparison_html(comparison)
                                                                          : comparison_text(comparison);
    const bool is_wanted = !options.quiet || options.format != OutputFormat::text;
    if (is_wanted && !write_standard_output(output)) return 3;
    return comparison.omitted > 0 && options.fail_on != FailOn::never ? 1 : 0;
}

}  // namespace scorebook::cli

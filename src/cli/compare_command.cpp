// compare_command.cpp - paragraphs and lists of a comparison.
#include "cli/compare_command.hpp"

#include <ctime>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/comparison_paste.hpp"
#include "cli/display_name.hpp"
#include "cli/report_json.hpp"
#include "cli/standard_streams.hpp"
#include "cli/text_lines.hpp"
#include "cli/workbook_job.hpp"
#include "scorebook/comparison.hpp"

namespace scorebook::cli {

namespace {

using Json = nlohmann::ordered_json;

CalendarDate local_today() {
    const std::time_t now = std::time(nullptr);
    std::tm time{};
    ::localtime_r(&now, &time);
    return {time.tm_year + 1900, time.tm_mon + 1, time.tm_mday};
}

Json difference_json(const Difference& difference) {
    return {{"class", difference.change},        {"table", difference.table},
            {"record", difference.record},       {"old", difference.before},
            {"new", difference.after},           {"old_cell", difference.cell_before},
            {"new_cell", difference.cell_after}, {"sentence", difference.sentence}};
}

std::string comparison_json(const Options& options, const Comparison& comparison) {
    Json json = {{"protocol", "scorebook/1"},
                 {"file", options.files[1]},
                 {"status", "ok"},
                 {"previous", options.files[0]},
                 {"template", comparison.template_name},
                 {"period", comparison.period_now},
                 {"previous_period", comparison.period_before},
                 {"differences", Json::array()},
                 {"narrative", Json::array()},
                 {"omitted", comparison.omitted},
                 {"not_checked", Json::array()}};
    for (const Difference& difference : comparison.differences)
        json["differences"].push_back(difference_json(difference));
    for (const NarrativeParagraph& paragraph : comparison.narrative) {
        Json items = Json::array();
        for (const auto& item : paragraph.items)
            items.push_back({{"record", item.record}, {"text", item.text}, {"cells", item.cells}});
        json["narrative"].push_back({{"heading", paragraph.heading}, {"items", items}});
    }
    for (const NotChecked& unchecked : comparison.not_checked)
        json["not_checked"].push_back({{"what", unchecked.what}, {"why", unchecked.why}});
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

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
    const std::string output = options.format == OutputFormat::json ? comparison_json(options, comparison)
                               : options.format == OutputFormat::markdown ? comparison_markdown(comparison)
                               : options.format == OutputFormat::html     ? comparison_html(comparison)
                                                                          : comparison_text(comparison);
    const bool is_wanted = !options.quiet || options.format != OutputFormat::text;
    if (is_wanted && !write_standard_output(output)) return 3;
    return comparison.omitted > 0 && options.fail_on != FailOn::never ? 1 : 0;
}

}  // namespace scorebook::cli

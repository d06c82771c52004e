// answer.cpp - a host's request, done as the command line does it: same verbs, same order, same JSON.
#include <algorithm>
#include <memory>
#include <optional>

#include "bytes/number_text.hpp"
#include "protocol/json_line.hpp"
#include "scorebook/check.hpp"
#include "scorebook/error.hpp"
#include "scorebook/protocol.hpp"
#include "scorebook/refresh.hpp"
#include "scorebook/template_set.hpp"
#include "scorebook/workbook.hpp"

namespace scorebook {

namespace {

[[noreturn]] void refuse(const std::string& message) {
    fail(ErrorCode::bad_request, message);
}

/// The options of a request; every member is one the command line has, but `now`.
class RequestOptions {
  public:
    explicit RequestOptions(const std::string& text) : json_(Json::parse(text, nullptr, false)) {
        if (!json_.is_object()) refuse("the request is not a JSON object");
        for (const auto& [name, value] : json_.items()) {
            const bool is_known = name == "command" || name == "file" || name == "previous" ||
                                  name == "template" || name == "as-at" || name == "dry-run" || name == "now";
            if (!is_known) refuse("a request has no option " + name);
            if (name == "dry-run" ? !value.is_boolean() : !value.is_string())
                refuse(name + " is not what a request can have there");
        }
    }

    std::string text(const char* name) const {
        const auto found = json_.find(name);
        return found == json_.end() ? std::string() : found->get<std::string>();
    }

    bool is_set(const char* name) const {
        const auto found = json_.find(name);
        return found != json_.end() && found->get<bool>();
    }

    std::optional<CalendarDate> as_at() const {
        const std::string day = text("as-at");
        if (day.empty()) return std::nullopt;
        const auto date = parse_date(day);
        if (!date) refuse("as-at is a day such as 2016-03-31 or 31/03/2016, not '" + day + "'");
        return date;
    }

    CalendarDate today() const {
        const auto date = parse_date(text("now").substr(0, 10));
        if (!date) refuse("now is the host's local time, such as 2016-03-31T09:30:00");
        return *date;
    }

    /// The serial NOW() gives, in the 1900 date system: `as-at` at midnight, else `now`.
    double serial_now() const {
        if (const auto day = as_at()) return serial_from_date(*day, DateSystem::from_1900).value_or(0);
        const std::string now = text("now");
        double seconds = 0;
        for (std::size_t at = 11; at + 2 <= 19; at += 3) {
            const auto part = parse_number(std::string_view(now).substr(std::min(at, now.size()), 2));
            if (!part) refuse("now is the host's local time, such as 2016-03-31T09:30:00");
            seconds = seconds * 60 + *part;
        }
        return serial_from_date(today(), DateSystem::from_1900).value_or(0) + seconds / 86400;
    }

    /// The kind asked for, or empty.
    std::string template_name(const TemplateSet& templates) const {
        const std::string name = text("template");
        if (name.empty() || templates.find(name)) return name;
        std::string known;
        for (const std::string& each : templates.names()) known += (known.empty() ? "" : ", ") + each;
        fail(ErrorCode::bad_template, "there is no workbook kind '" + name + "'; the kinds are: " + known);
    }

  private:
    Json json_;
};

/// The last part of a path of any system.
std::string file_name(const std::string& path) {
    return path.substr(path.find_last_of("/\\") + 1);
}

std::shared_ptr<const Workbook> open_previous(const RequestOptions& options, std::string bytes) {
    if (options.text("previous").empty()) return nullptr;
    return open_workbook(std::move(bytes), file_name(options.text("previous")));
}

ProtocolReply compared(const RequestOptions& options, ProtocolRequest request) {
    if (options.text("previous").empty()) refuse("compare needs two workbooks, the older one as previous");
    const TemplateSet templates = TemplateSet::built_in();
    const auto before = open_previous(options, std::move(request.previous));
    const auto now = open_workbook(std::move(request.workbook), file_name(options.text("file")));
    const Comparison comparison = compare(
        *before, *now, templates, {options.template_name(templates), options.as_at(), options.today()});
    return {comparison_json(options.text("previous"), options.text("file"), comparison), {}};
}

ProtocolReply recalculated(const RequestOptions& options, ProtocolRequest request) {
    auto workbook = open_workbook(std::move(request.workbook), file_name(options.text("file")));
    const RecalculatedWorkbook results = recalculate_workbook(*workbook, options.serial_now());
    const Report changes = stored_result_changes(results);
    ProtocolReply reply{recalculation_json(options.text("file"), results, changes), {}};
    if (!options.is_set("dry-run")) reply.workbook = refreshed_bytes(std::move(workbook), changes);
    return reply;
}

ProtocolReply checked(const RequestOptions& options, ProtocolRequest request, bool refreshes) {
    const TemplateSet templates = TemplateSet::built_in();
    CheckOptions check_options;
    check_options.template_name = options.template_name(templates);
    check_options.as_at = options.as_at();
    check_options.today = options.today();
    const auto previous = open_previous(options, std::move(request.previous));
    check_options.previous = previous.get();
    check_options.previous_name = file_name(options.text("previous"));
    auto workbook = open_workbook(std::move(request.workbook), file_name(options.text("file")));

    Report report = check(*workbook, templates, check_options);
    if (!refreshes) report.changes.clear();
    ProtocolReply reply{report_json(options.text("file"), report), {}};
    if (refreshes && !options.is_set("dry-run"))
        reply.workbook = refreshed_bytes(std::move(workbook), report);
    return reply;
}

}  // namespace

ProtocolReply answer(ProtocolRequest request) {
    const RequestOptions options(request.options);
    const std::string command = options.text("command");
    if (command == "check" || command == "refresh")
        return checked(options, std::move(request), command == "refresh");
    if (command == "recalc") return recalculated(options, std::move(request));
    if (command == "compare") return compared(options, std::move(request));
    refuse("there is no command '" + command + "' here");
}

}  // namespace scorebook

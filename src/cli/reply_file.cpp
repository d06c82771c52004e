// reply_file.cpp - the same objects, laid out for readers that take a line at a time.
#include "cli/reply_file.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/display_name.hpp"
#include "scorebook/error.hpp"
#include "scorebook/refresh.hpp"

namespace scorebook::cli {

namespace {

/// VBA's Line Input knows no other end of a line than these or a carriage return alone.
constexpr const char* line_end = "\r\n";

std::string in_ascii(const nlohmann::ordered_json& json) {
    return json.dump(-1, ' ', true);
}

std::string in_lines(const nlohmann::ordered_json& object) {
    std::string text = "{";
    const char* before_key = line_end;
    for (const auto& [key, value] : object.items()) {
        text += before_key + in_ascii(key) + ":";
        before_key = ",\r\n";
        if (!value.is_array() || value.empty()) {
            text += in_ascii(value);
            continue;
        }
        const char* before_item = line_end;
        text += "[";
        for (const auto& item : value) {
            text += before_item + in_ascii(item);
            before_item = ",\r\n";
        }
        text += line_end + std::string("]");
    }
    return text + line_end + "}" + line_end;
}

}  // namespace

void write_reply_file(const std::string& path, std::string_view json_lines) {
    std::string text;
    while (!json_lines.empty()) {
        const std::size_t end = std::min(json_lines.find('\n'), json_lines.size());
        text += in_lines(nlohmann::ordered_json::parse(json_lines.substr(0, end)));
        json_lines.remove_prefix(std::min(end + 1, json_lines.size()));
    }
    try {
        put_file(path, text);
    } catch (const Error& error) {
        throw error.with_file(display_name(path));
    }
}

}  // namespace scorebook::cli

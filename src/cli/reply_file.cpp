// reply_file.cpp - the same objects, written with a line for each key and \u for all that isn't ASCII.
#include "cli/reply_file.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/display_name.hpp"
#include "scorebook/error.hpp"
#include "scorebook/refresh.hpp"

namespace scorebook::cli {

void write_reply_file(const std::string& path, std::string_view json_lines) {
    std::string text;
    while (!json_lines.empty()) {
        const std::size_t end = std::min(json_lines.find('\n'), json_lines.size());
        text += nlohmann::ordered_json::parse(json_lines.substr(0, end)).dump(0, ' ', true) + "\n";
        json_lines.remove_prefix(std::min(end + 1, json_lines.size()));
    }
    try {
        put_file(path, text);
    } catch (const Error& error) {
        throw error.with_file(display_name(path));
    }
}

}  // namespace scorebook::cli

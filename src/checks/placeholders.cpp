// placeholders.cpp - a template's messages with the entry's own values put in.
#include "checks/placeholders.hpp"

#include <optional>

#include "checks/wording.hpp"

namespace scorebook {

namespace {

std::optional<std::string> meaning(std::string_view name, const TableValues& values,
                                   const WorkbookTemplate& kind, std::size_t entry, const ExtraWords& extra) {
    for (const auto& [word, text] : extra) {
        if (word == name) return text;
    }
    if (name == "record") return values.record(entry);
    if (const FoundColumn* column = values.table().find_header(name))
        return in_words(values.value(entry, *column));
    if (const Setting* setting = kind.find_setting(name)) return to_text(CellValue(setting->value));
    return std::nullopt;
}

}  // namespace

std::string with_values(std::string_view message, const TableValues& values, const WorkbookTemplate& kind,
                        std::size_t entry, const ExtraWords& extra) {
    std::string result;
    while (!message.empty()) {
        const std::size_t open = message.find('{');
        const std::size_t close = open == std::string_view::npos ? open : message.find('}', open);
        if (close == std::string_view::npos) break;
        result += message.substr(0, open);
        const auto text = meaning(message.substr(open + 1, close - open - 1), values, kind, entry, extra);
        result += text ? *text : std::string(message.substr(open, close - open + 1));
        message.remove_prefix(close + 1);
    }
    return result.append(message);
}

}  // namespace scorebook

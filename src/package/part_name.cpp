// part_name.cpp - comparing and resolving part names.
#include "package/part_name.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace scorebook {

namespace {

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::string undo_percent_escapes(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && text.size() - i > 2 && hex_value(text[i + 1]) >= 0 &&
            hex_value(text[i + 2]) >= 0) {
            result += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
            i += 2;
        } else {
            result += text[i];
        }
    }
    return result;
}

std::string with_slashes(std::string_view text) {
    std::string result(text);
    std::replace(result.begin(), result.end(), '\\', '/');
    return result;
}

void lower(std::string& text) {
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
}

}  // namespace

std::string part_key(std::string_view name) {
    std::string key = undo_percent_escapes(with_slashes(name));
    key.erase(0, std::min(key.find_first_not_of('/'), key.size()));
    lower(key);
    return key;
}

std::string resolve_target(std::string_view source, std::string_view target) {
    target = target.substr(0, target.find('#'));
    if (target.empty()) return std::string(source);
    std::string whole = with_slashes(target);
    if (whole.front() != '/') whole.insert(0, folder_of(source));
    std::vector<std::string_view> segments;
    std::string_view rest = whole;
    while (!rest.empty()) {
        const std::size_t slash = std::min(rest.find('/'), rest.size());
        const std::string_view segment = rest.substr(0, slash);
        rest.remove_prefix(std::min(slash + 1, rest.size()));
        if (segment.empty() || segment == ".") continue;
        if (segment != "..") {
            segments.push_back(segment);
        } else if (!segments.empty()) {
            segments.pop_back();
        }
    }
    std::string name;
    for (const std::string_view segment : segments) {
        if (!name.empty()) name += '/';
        name += segment;
    }
    return name;
}

std::string relationships_name(std::string_view part_name) {
    const std::string folder = folder_of(part_name);
    return folder + "_rels/" + std::string(part_name.substr(folder.size())) + ".rels";
}

std::string folder_of(std::string_view part_name) {
    std::string name = with_slashes(part_name);
    name.erase(name.rfind('/') + 1);
    return name;
}

std::string extension_of(std::string_view part_name) {
    const std::size_t dot = part_name.rfind('.');
    if (dot == std::string_view::npos || part_name.find('/', dot) != std::string_view::npos) return {};
    std::string extension(part_name.substr(dot + 1));
    lower(extension);
    return extension;
}

}  // namespace scorebook

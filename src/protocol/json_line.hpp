// json_line.hpp - JSON as the protocol writes it: one object a line, keys in the order they are put in.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "scorebook/report.hpp"

namespace scorebook {

using Json = nlohmann::ordered_json;

inline constexpr const char* protocol_name = "scorebook/1";

/// Cells and file names needn't be UTF-8; what isn't is replaced by U+FFFD.
inline std::string line_of(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

template <typename Items, typename ToJson>
Json list_of(const Items& items, ToJson to_json) {
    Json list = Json::array();
    for (const auto& item : items) list.push_back(to_json(item));
    return list;
}

inline Json not_checked_json(const NotChecked& unchecked) {
    return {{"what", unchecked.what}, {"why", unchecked.why}};
}

}  // namespace scorebook

// html_text.hpp - text as it may stand in an HTML page, between tags and in attributes.
#pragma once

#include <string>
#include <string_view>

namespace scorebook {

/// `&`, `<`, `>` and `"` as entities; control characters, which HTML doesn't have, are left out.
std::string escape_html(std::string_view text);

}  // namespace scorebook

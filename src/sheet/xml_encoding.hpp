// xml_encoding.hpp - parts that are not in UTF-8. ECMA-376 Part 2, 8.1.1 (parts are UTF-8 or UTF-16).
#pragma once

#include <string>
#include <string_view>

namespace scorebook {

/// `xml` in UTF-8. A part in UTF-16 (some phone apps write it) is converted and its declaration changed to
/// say UTF-8; one in UTF-8 comes back as it is, byte order mark included. Throws Error damaged_workbook for
/// other encodings or half a character; `place` is named in it.
std::string to_utf8(std::string xml, std::string_view place);

}  // namespace scorebook

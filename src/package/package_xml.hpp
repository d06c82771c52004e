// package_xml.hpp - the small XML parts of a package itself, read with what an attack needs refused.
#pragma once

#include <pugixml.hpp>

#include <string_view>

namespace scorebook {

/// Parses a content types or relationships part into `document` and returns its root element. Throws Error
/// damaged_workbook when it is broken, has a DOCTYPE (OPC forbids it, Part 2, 8.2.5 M1.17) or is absurdly
/// large.
pugi::xml_node parse_package_xml(pugi::xml_document& document, std::string_view xml,
                                 std::string_view part_name);

/// "Override" for "Override" and "ct:Override".
std::string_view local_name(const pugi::xml_node& node);

}  // namespace scorebook

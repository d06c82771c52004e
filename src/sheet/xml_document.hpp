// xml_document.hpp - small parts as a pugixml tree, read by local names, because prefixes differ between
// writers.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace scorebook {

/// The root element of `xml`, in `document`. Throws Error damaged_workbook (broken XML, a DTD, deep nesting)
/// or too_large.
pugi::xml_node parse_part(pugi::xml_document& document, std::string_view xml, std::string_view part_name);

std::string_view local_name(const char* qualified_name);

/// First child with this local name, or a null node.
pugi::xml_node find_child(pugi::xml_node node, std::string_view name);

/// The value of the attribute with this local name and a prefix ("r:id"); "" when missing.
std::string prefixed_attribute(pugi::xml_node node, std::string_view name);

/// An xsd:boolean attribute.
bool is_set(pugi::xml_node node, const char* name, bool otherwise = false);

}  // namespace scorebook

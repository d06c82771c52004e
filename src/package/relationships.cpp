// relationships.cpp - reading a .rels part.
#include "package/relationships.hpp"

#include <cstddef>
#include <string>
#include <utility>

#include "package/package_xml.hpp"
#include "package/part_name.hpp"
#include "scorebook/error.hpp"

namespace scorebook {

std::vector<Relationship> parse_relationships(std::string_view xml, std::string_view rels_name,
                                              std::string_view source) {
    pugi::xml_document document;
    const pugi::xml_node root = parse_package_xml(document, xml, rels_name);
    if (local_name(root) != "Relationships") {
        fail(ErrorCode::damaged_workbook, "the list of relationships is something else", rels_name);
    }
    std::vector<Relationship> relationships;
    for (const pugi::xml_node& node : root.children()) {
        if (local_name(node) != "Relationship") continue;
        Relationship relationship;
        relationship.id = node.attribute("Id").value();
        const std::string_view type = node.attribute("Type").value();
        relationship.type = type.substr(type.rfind('/') + 1);  // npos + 1 is 0: all of it
        relationship.target = node.attribute("Target").value();
        relationship.external = std::string_view(node.attribute("TargetMode").value()) == "External";
        if (!relationship.external) relationship.target = resolve_target(source, relationship.target);
        relationships.push_back(std::move(relationship));
    }
    return relationships;
}

}  // namespace scorebook

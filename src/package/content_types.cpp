// content_types.cpp - reading [Content_Types].xml.
#include "package/content_types.hpp"

#include "package/package_xml.hpp"
#include "package/part_name.hpp"
#include "scorebook/error.hpp"

namespace scorebook {

ContentTypes ContentTypes::parse(std::string_view xml) {
    pugi::xml_document document;
    const pugi::xml_node root = parse_package_xml(document, xml, part_name);
    if (local_name(root) != "Types") {
        fail(ErrorCode::damaged_workbook, "the list of content types is something else", part_name);
    }
    ContentTypes types;
    for (const pugi::xml_node& node : root.children()) {
        const char* type = node.attribute("ContentType").value();
        if (local_name(node) == "Override") {
            types.by_part_key_.emplace(part_key(node.attribute("PartName").value()), type);
        } else if (local_name(node) == "Default") {
            // A key for a name of that extension alone, so that it is compared as part names are.
            types.by_extension_.emplace(extension_of(std::string(".") + node.attribute("Extension").value()),
                                        type);
        }
    }
    return types;
}

std::string ContentTypes::find(std::string_view name) const {
    const auto part = by_part_key_.find(part_key(name));
    if (part != by_part_key_.end()) return part->second;
    const auto extension = by_extension_.find(extension_of(name));
    return extension != by_extension_.end() ? extension->second : std::string();
}

}  // namespace scorebook

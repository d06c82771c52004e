// xml_document.cpp - pugixml with the refusals it doesn't make itself.
#include "sheet/xml_document.hpp"

#include "scorebook/error.hpp"
#include "sheet/xml_cursor.hpp"

namespace scorebook {

namespace {

/// A tree takes many times its text; no part read this way comes near it.
constexpr std::size_t max_tree_source = std::size_t{64} << 20;

}  // namespace

pugi::xml_node parse_part(pugi::xml_document& document, std::string_view xml, std::string_view part_name) {
    if (xml.size() > max_tree_source)
        fail(ErrorCode::too_large, "a part of the workbook is larger than any workbook's (64 MiB)",
             part_name);
    // pugixml takes any nesting and passes over a DTD; the cursor refuses both.
    XmlCursor cursor(xml, 0, part_name);
    XmlTag tag;
    while (cursor.next(tag)) {
    }
    const auto result =
        document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata_single);
    if (!result || !document.document_element())
        fail(ErrorCode::damaged_workbook,
             std::string("the XML of this part is broken (") + result.description() + ")", part_name);
    return document.document_element();
}

std::string_view local_name(const char* qualified_name) {
    const std::string_view name(qualified_name);
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node find_child(pugi::xml_node node, std::string_view name) {
    for (const auto child : node.children()) {
        if (local_name(child.name()) == name) return child;
    }
    return {};
}

std::string prefixed_attribute(pugi::xml_node node, std::string_view name) {
    for (const auto attribute : node.attributes()) {
        const std::string_view qualified(attribute.name());
        if (qualified.size() > name.size() && qualified.ends_with(name) &&
            qualified[qualified.size() - name.size() - 1] == ':')
            return attribute.value();
    }
    return {};
}

bool is_set(pugi::xml_node node, const char* name, bool otherwise) {
    const auto attribute = node.attribute(name);
    return attribute ? is_true(attribute.value()) : otherwise;
}

}  // namespace scorebook

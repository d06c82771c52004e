// package_xml.cpp - one way to read the package's own XML.
#include "package/package_xml.hpp"

#include <cstddef>
#include <string>

#include "scorebook/error.hpp"

namespace scorebook {

namespace {

/// 65,530 hyperlinks, all a sheet can have, at 500 bytes each; the tree takes several times that.
constexpr std::size_t largest_part = std::size_t{32} << 20;

}  // namespace

pugi::xml_node parse_package_xml(pugi::xml_document& document, std::string_view xml,
                                 std::string_view part_name) {
    if (xml.size() > largest_part)
        fail(ErrorCode::too_large, "the list of the file's parts is too large", part_name);
    constexpr unsigned options = pugi::parse_default | pugi::parse_doctype;
    const pugi::xml_parse_result result = document.load_buffer(xml.data(), xml.size(), options);
    for (const pugi::xml_node& node : document.children()) {
        if (node.type() == pugi::node_doctype) {
            fail(ErrorCode::damaged_workbook,
                 "a part has a document type definition, which workbooks can't have", part_name);
        }
    }
    if (!result) {
        fail(ErrorCode::damaged_workbook, "a part isn't well-formed XML",
             std::string(part_name) + " byte " + std::to_string(result.offset));
    }
    return document.document_element();
}

std::string_view local_name(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace scorebook

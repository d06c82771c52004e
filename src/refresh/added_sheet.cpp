// added_sheet.cpp - the part, the content type, the relationship and the name in workbook.xml of one more
// sheet.
#include "refresh/added_sheet.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include "bytes/splice.hpp"
#include "bytes/xml_text.hpp"
#include "package/content_types.hpp"
#include "package/package.hpp"
#include "package/part_name.hpp"
#include "scorebook/error.hpp"
#include "sheet/xml_cursor.hpp"
#include "sheet/xml_encoding.hpp"

namespace scorebook {

namespace {

constexpr std::string_view sheet_content_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

std::string prefix_of(const XmlTag& tag) {
    const std::string_view name = tag.qualified_name;
    return std::string(name.substr(0, name.size() - tag.local_name.size()));
}

/// `xml` with `element` as the last child of the element called `parent`. `element` begins with "<" and gets
/// the parent's prefix.
std::string with_last_child(std::string_view xml, std::string_view parent, const std::string& element,
                            std::string_view part) {
    XmlCursor cursor(xml, 0, part);
    XmlTag tag;
    while (cursor.next(tag)) {
        if (tag.kind != XmlTag::Kind::open || tag.local_name != parent) continue;
        const std::string child = "<" + prefix_of(tag) + element.substr(1);
        const std::uint64_t end = cursor.skip_element(tag).bytes.begin;
        const Splice edit{{end, end}, child};
        return apply_splices(std::string(xml), {&edit, 1});
    }
    fail(ErrorCode::damaged_workbook, "it has no <" + std::string(parent) + ">, so no sheet can be added",
         part);
}

/// What workbook.xml says of its sheets, as far as a new one must fit in.
struct SheetList {
    std::uint64_t highest_id = 0;
    std::string id_prefix = "r";  ///< of the relationships' namespace
    bool is_strict = false;
};

SheetList read_sheet_list(std::string_view xml, std::string_view part) {
    SheetList list;
    XmlCursor cursor(xml, 0, part);
    XmlTag tag;
    while (cursor.next(tag)) {
        if (!tag.opens()) continue;
        if (tag.local_name == "workbook")
            list.is_strict = tag.attributes.find("purl.oclc.org/ooxml") != std::string_view::npos;
        if (tag.local_name != "sheet") continue;
        std::uint64_t id = 0;
        for (const char c : tag.attribute("sheetId").value_or("")) {
            if (c >= '0' && c <= '9' && id < 100'000) id = id * 10 + static_cast<std::uint64_t>(c - '0');
        }
        list.highest_id = std::max(list.highest_id, id);
        const std::size_t at = tag.attributes.find(":id=");
        if (at == std::string_view::npos) continue;
        const std::size_t space = tag.attributes.find_last_of(" \t\r\n", at);
        const std::size_t from = space == std::string_view::npos ? 0 : space + 1;
        list.id_prefix = tag.attributes.substr(from, at - from);
    }
    return list;
}

/// "xl/worksheets/findings.xml" beside a workbook part "xl/workbook.xml".
std::string free_part_name(const Package& package, const std::string& folder, const std::string& stem) {
    std::string name = folder + "worksheets/" + stem + ".xml";
    for (int number = 2; package.has(name); ++number)
        name = folder + "worksheets/" + stem + std::to_string(number) + ".xml";
    return name;
}

std::string free_relationship_id(const Package& package, const std::string& workbook_part, std::string id) {
    const auto relationships = package.relationships(workbook_part);
    const auto is_taken = [&] {
        return std::any_of(relationships.begin(), relationships.end(),
                           [&](const Relationship& each) { return each.id == id; });
    };
    while (is_taken()) id += "1";
    return id;
}

void append_to(const Workbook& workbook, ChangedParts& parts, const std::string& part,
               std::string_view parent, const std::string& element) {
    parts[part] = with_last_child(part_as_left(workbook, parts, part), parent, element, part);
}

}  // namespace

std::string part_as_left(const Workbook& workbook, const ChangedParts& parts, const std::string& part) {
    const auto changed = parts.find(part);
    return changed != parts.end() ? changed->second : to_utf8(workbook.package().read(part), part);
}

SchemaFlavour flavour_of(const Workbook& workbook, const ChangedParts& parts) {
    const std::string& part = workbook.workbook_part();
    return read_sheet_list(part_as_left(workbook, parts, part), part).is_strict ? SchemaFlavour::strict
                                                                                : SchemaFlavour::transitional;
}

std::string_view main_namespace(SchemaFlavour flavour) {
    return flavour == SchemaFlavour::strict ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
                                            : "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
}

void add_sheet(const Workbook& workbook, const AddedSheet& sheet, ChangedParts& parts) {
    const Package& package = workbook.package();
    const std::string& book_part = workbook.workbook_part();
    const std::string book_xml = part_as_left(workbook, parts, book_part);
    const SheetList list = read_sheet_list(book_xml, book_part);
    const std::string folder = folder_of(book_part);
    const std::string sheet_part = free_part_name(package, folder, sheet.part_stem);
    const std::string id = free_relationship_id(package, book_part, "rId" + sheet.relationship);
    const std::string type_folder =
        list.is_strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships/"
                       : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    parts[sheet_part] = sheet.xml;
    parts[book_part] = with_last_child(book_xml, "sheets",
                                       "<sheet name=\"" + escape_xml_attribute(sheet.name) + "\" sheetId=\"" +
                                           std::to_string(list.highest_id + 1) + "\" " + list.id_prefix +
                                           ":id=\"" + id + "\"/>",
                                       book_part);
    append_to(workbook, parts, relationships_name(book_part), "Relationships",
              "<Relationship Id=\"" + id + "\" Type=\"" + type_folder + "worksheet\" Target=\"" +
                  sheet_part.substr(folder.size()) + "\"/>");
    append_to(workbook, parts, std::string(ContentTypes::part_name), "Types",
              "<Override PartName=\"/" + sheet_part + "\" ContentType=\"" + std::string(sheet_content_type) +
                  "\"/>");
}

}  // namespace scorebook

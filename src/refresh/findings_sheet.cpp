// findings_sheet.cpp - one more sheet at the end of an officer's workbook: its part, its content type, its
// relationship and its name in workbook.xml. Every other part keeps its bytes.
#include "refresh/findings_sheet.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "bytes/splice.hpp"
#include "package/content_types.hpp"
#include "package/package.hpp"
#include "package/part_name.hpp"
#include "refresh/findings_sheet_xml.hpp"
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

/// The sheet an earlier run added, if it is still there.
std::optional<std::size_t> own_sheet(const Workbook& workbook) {
    for (std::size_t i = 0; i != workbook.sheets().size(); ++i) {
        if (!workbook.sheets()[i].name.starts_with("Findings")) continue;
        const CellValue first = workbook.value(i, {0, 0});
        const auto* text = std::get_if<std::string>(&first);
        if (text && *text == findings_sheet_title && !workbook.sheets()[i].part_name.empty()) return i;
    }
    return std::nullopt;
}

std::string free_sheet_name(const Workbook& workbook) {
    std::string name = "Findings";
    for (int number = 2; workbook.find_sheet(name); ++number)
        name = "Findings (" + std::to_string(number) + ")";
    return name;
}

/// "xl/worksheets/findings.xml" beside a workbook part "xl/workbook.xml".
std::string free_part_name(const Package& package, const std::string& folder) {
    std::string name = folder + "worksheets/findings.xml";
    for (int number = 2; package.has(name); ++number)
        name = folder + "worksheets/findings" + std::to_string(number) + ".xml";
    return name;
}

std::string free_relationship_id(const Package& package, const std::string& workbook_part) {
    const auto relationships = package.relationships(workbook_part);
    std::string id = "rIdFindings";
    const auto is_taken = [&] {
        return std::any_of(relationships.begin(), relationships.end(),
                           [&](const Relationship& each) { return each.id == id; });
    };
    while (is_taken()) id += "1";
    return id;
}

class Addition {
  public:
    Addition(const Workbook& workbook, std::map<std::string, std::string>& parts)
        : workbook_(workbook), package_(workbook.package()), parts_(parts) {}

    void add(const Report& report) {
        const std::string& book_part = workbook_.workbook_part();
        const std::string book_xml = read(book_part);
        const SheetList list = read_sheet_list(book_xml, book_part);
        FindingsStyles styles;
        if (const std::string part = workbook_.styles_part(); !part.empty()) {
            const std::string before = read(part);
            std::string xml = before;
            styles = add_findings_styles(xml);
            if (xml != before) parts_[part] = std::move(xml);
        }
        const SchemaFlavour flavour = list.is_strict ? SchemaFlavour::strict : SchemaFlavour::transitional;
        std::string sheet_xml = findings_sheet_xml(report, styles, flavour);
        if (const auto own = own_sheet(workbook_))
            parts_[workbook_.sheets()[*own].part_name] = std::move(sheet_xml);
        else
            add_sheet(book_xml, list, std::move(sheet_xml));
    }

  private:
    void add_sheet(const std::string& book_xml, const SheetList& list, std::string sheet_xml) {
        const std::string& book_part = workbook_.workbook_part();
        const std::size_t slash = book_part.rfind('/');
        const std::string folder = slash == std::string::npos ? "" : book_part.substr(0, slash + 1);
        const std::string sheet_part = free_part_name(package_, folder);
        const std::string id = free_relationship_id(package_, book_part);
        const std::string type_folder = list.is_strict
                                            ? "http://purl.oclc.org/ooxml/officeDocument/relationships/"
                                            : "http://schemas.openxmlformats.org/officeDocument/2006/"
                                              "relationships/";
        parts_[sheet_part] = std::move(sheet_xml);
        parts_[book_part] = with_last_child(book_xml, "sheets",
                                            "<sheet name=\"" + free_sheet_name(workbook_) + "\" sheetId=\"" +
                                                std::to_string(list.highest_id + 1) + "\" " + list.id_prefix +
                                                ":id=\"" + id + "\"/>",
                                            book_part);
        append_to(relationships_name(book_part), "Relationships",
                  "<Relationship Id=\"" + id + "\" Type=\"" + type_folder + "worksheet\" Target=\"" +
                      sheet_part.substr(folder.size()) + "\"/>");
        append_to(std::string(ContentTypes::part_name), "Types",
                  "<Override PartName=\"/" + sheet_part + "\" ContentType=\"" +
                      std::string(sheet_content_type) + "\"/>");
    }

    void append_to(const std::string& part, std::string_view parent, const std::string& element) {
        parts_[part] = with_last_child(read(part), parent, element, part);
    }

    /// As a refresh leaves it.
    std::string read(const std::string& part) const {
        const auto changed = parts_.find(part);
        return changed != parts_.end() ? changed->second : to_utf8(package_.read(part), part);
    }

    const Workbook& workbook_;
    const Package& package_;
    std::map<std::string, std::string>& parts_;
};

}  // namespace

void add_findings_sheet(const Workbook& workbook, const Report& report,
                        std::map<std::string, std::string>& parts) {
    Addition(workbook, parts).add(report);
}

}  // namespace scorebook

// workbook_dressing.cpp - edits two parts of a finished workbook. ECMA-376 Part 1, 18.8.7 (cellStyle); Part
// 2, 11.1.
#include "report/workbook_dressing.hpp"

#include <map>
#include <pugixml.hpp>
#include <sstream>
#include <vector>

#include "package/package.hpp"
#include "scorebook/error.hpp"

namespace scorebook {

namespace {

constexpr const char* core_part = "docProps/core.xml";
constexpr const char* styles_part = "xl/styles.xml";
constexpr int least_heading_points = 12;
constexpr int heading_style = 16;  ///< builtinId of "Heading 1", ECMA-376 Part 1, annex G.2

pugi::xml_document parsed(const std::string& xml) {
    pugi::xml_document document;
    if (!document.load_buffer(xml.data(), xml.size(), pugi::parse_full | pugi::parse_ws_pcdata_single))
        fail(ErrorCode::cannot_write, "the new workbook can't be read back");
    return document;
}

std::string text_of(const pugi::xml_document& document) {
    std::ostringstream text;
    document.save(text, "", pugi::format_raw, pugi::encoding_utf8);
    return text.str();
}

std::string with_language(const std::string& xml) {
    pugi::xml_document document = parsed(xml);
    pugi::xml_node properties = document.document_element();
    properties.append_child("dc:language").text().set("en-GB");
    return text_of(document);
}

pugi::xml_node append_counted(pugi::xml_node list, const char* name) {
    list.attribute("count").set_value(list.attribute("count").as_int() + 1);
    return list.append_child(name);
}

std::string with_heading_style(const std::string& xml) {
    pugi::xml_document document = parsed(xml);
    pugi::xml_node sheet = document.document_element();
    std::map<int, bool> is_heading;  // by font
    int font_index = 0;
    for (const pugi::xml_node font : sheet.child("fonts").children("font"))
        is_heading[font_index++] = font.child("sz").attribute("val").as_double() >= least_heading_points;

    std::vector<pugi::xml_node> headings;
    for (const pugi::xml_node xf : sheet.child("cellXfs").children("xf")) {
        if (is_heading[xf.attribute("fontId").as_int()]) headings.push_back(xf);
    }
    if (headings.empty()) return xml;
    pugi::xml_node styles = sheet.child("cellStyleXfs");
    const int style = styles.attribute("count").as_int();
    pugi::xml_node base = append_counted(styles, "xf");
    for (const char* name : {"numFmtId", "fontId", "fillId", "borderId"})
        base.append_attribute(name) = headings.front().attribute(name).as_int();
    for (pugi::xml_node xf : headings) xf.attribute("xfId").set_value(style);
    pugi::xml_node named = append_counted(sheet.child("cellStyles"), "cellStyle");
    named.append_attribute("name") = "Heading 1";
    named.append_attribute("xfId") = style;
    named.append_attribute("builtinId") = heading_style;
    return text_of(document);
}

}  // namespace

std::string with_language_and_headings(std::string bytes) {
    const Package package = Package::open(std::move(bytes));
    return package.with_parts({{core_part, with_language(package.read(core_part))},
                               {styles_part, with_heading_style(package.read(styles_part))}});
}

}  // namespace scorebook

// cell_xml.cpp - a cell's start tag gets other attributes, its <v> or <is> is replaced where it stands.
// ECMA-376 Part 1, 18.3.1.4 (c): f, then v or is, then extLst.
#include "sheet/cell_xml.hpp"

#include "bytes/byte_range.hpp"
#include "bytes/number_text.hpp"
#include "bytes/xml_text.hpp"
#include "scorebook/error.hpp"
#include "sheet/element_edit.hpp"
#include "sheet/xml_cursor.hpp"

namespace scorebook {

namespace {

/// t="..." and the child that holds the value; both empty for a blank.
struct ValueXml {
    std::string_view type;
    std::string element;
};

ValueXml value_xml(const CellValue& value, bool beside_formula, std::string_view prefix) {
    const auto tag = [&](std::string_view name, std::string_view text, std::string_view attributes = {}) {
        std::string xml = "<";
        xml.append(prefix).append(name).append(attributes).append(">").append(text);
        return xml.append("</").append(prefix).append(name).append(">");
    };
    if (const auto* number = std::get_if<double>(&value)) return {"", tag("v", number_to_text(*number))};
    if (const auto* flag = std::get_if<bool>(&value)) return {"b", tag("v", *flag ? "1" : "0")};
    if (const auto* error = std::get_if<CellError>(&value))
        return {"e", tag("v", to_text(stored_error(*error)))};
    if (const auto* text = std::get_if<std::string>(&value)) {
        const std::string_view space = needs_space_preserved(*text) ? " xml:space=\"preserve\"" : "";
        if (beside_formula) return {"str", tag("v", escape_xml(*text), space)};
        return {"inlineStr", tag("is", tag("t", escape_xml(*text), space))};
    }
    return {};
}

/// Where things stand in an old cell.
struct CellParts {
    XmlTag start;
    std::size_t content_begin = 0;  ///< behind the start tag
    std::size_t content_end = 0;    ///< at the end tag; both the same for "/>"
    bool has_formula = false;
    ByteRange value;  ///< all of <v> or <is>; empty, at its place, when there is none
};

CellParts find_parts(std::string_view cell) {
    CellParts parts;
    XmlCursor cursor(cell);
    XmlTag tag;
    if (!cursor.next(tag) || !tag.opens())
        fail(ErrorCode::damaged_workbook, "a cell to be written isn't where it was read");
    parts.start = tag;
    parts.content_begin = parts.content_end = tag.bytes.end;
    parts.value = {tag.bytes.end, tag.bytes.end};
    if (tag.closes()) return parts;
    while (cursor.next(tag) && tag.opens()) {
        const XmlTag close = cursor.skip_element(tag);
        if (tag.local_name == "f") {
            parts.has_formula = true;
            if (parts.value.empty()) parts.value = {close.bytes.end, close.bytes.end};
        } else if (tag.local_name == "v" || tag.local_name == "is") {
            parts.value = {tag.bytes.begin, close.bytes.end};
        }
    }
    parts.content_end = tag.bytes.begin;
    return parts;
}

}  // namespace

std::string cell_with_value(std::string_view old, const CellValue& value,
                            std::optional<std::uint16_t> style) {
    const CellParts parts = find_parts(old);
    const auto name = parts.start.qualified_name;
    const ValueXml made =
        value_xml(value, parts.has_formula, name.substr(0, name.size() - parts.start.local_name.size()));

    std::string content(old.substr(parts.content_begin, parts.value.begin - parts.content_begin));
    content += made.element;
    if (parts.content_end > parts.value.end)
        content += old.substr(parts.value.end, parts.content_end - parts.value.end);

    std::string start = "<" + std::string(name) + std::string(parts.start.attributes) + ">";
    start = made.type.empty() ? without_attribute(start, "t") : with_attribute(start, "t", made.type);
    // Metadata of the old value (a data type, the reason of an error) doesn't fit the new one.
    start = without_attribute(start, "vm");
    if (style) start = with_attribute(start, "s", std::to_string(*style));
    if (content.empty()) return start.insert(start.size() - 1, "/");
    return start + content + "</" + std::string(name) + ">";
}

std::string cell_with_style(std::string_view old, std::uint16_t style) {
    return with_attribute(old, "s", std::to_string(style));
}

std::string cell_with_array_range(std::string_view old, const CellRange& range) {
    XmlCursor cursor(old);
    XmlTag tag;
    while (cursor.next(tag)) {
        if (!tag.opens() || tag.local_name != "f") continue;
        const std::size_t begin = static_cast<std::size_t>(tag.bytes.begin);
        return std::string(old.substr(0, begin)) + with_attribute(old.substr(begin), "ref", to_a1(range));
    }
    return std::string(old);
}

std::string new_cell(CellRef cell, const CellValue& value, std::uint16_t style, std::string_view prefix) {
    std::string xml = "<" + std::string(prefix) + "c r=\"" + to_a1(cell) + "\"";
    if (style != 0) xml += " s=\"" + std::to_string(style) + "\"";
    const ValueXml made = value_xml(value, false, prefix);
    if (made.element.empty()) return xml + "/>";
    if (!made.type.empty()) xml.append(" t=\"").append(made.type).append("\"");
    return xml + ">" + made.element + "</" + std::string(prefix) + "c>";
}

}  // namespace scorebook

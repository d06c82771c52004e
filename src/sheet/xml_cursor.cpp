// xml_cursor.cpp - tags one after the other, with a small stack of open names.
#include "sheet/xml_cursor.hpp"

#include <cstring>

#include "bytes/xml_text.hpp"
#include "scorebook/error.hpp"
#include "vocabulary/ascii.hpp"

namespace scorebook {

namespace {

[[noreturn]] void fail_unclosed(std::string_view place) {
    fail(ErrorCode::damaged_workbook, "the XML of this part ends in the middle of an element", place);
}

std::string_view local_part(std::string_view name) {
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// Offset of the ">" that ends the tag whose name ends at `offset`; quotes may hold ">".
std::size_t find_tag_end(std::string_view xml, std::size_t offset, std::string_view place) {
    while (offset < xml.size()) {
        const char c = xml[offset];
        if (c == '>') return offset;
        if (c == '<') break;
        if (c == '"' || c == '\'') {
            offset = xml.find(c, offset + 1);
            if (offset == std::string_view::npos) break;
        }
        ++offset;
    }
    fail_unclosed(place);
}

void append_unescaped(std::string& text, std::string_view chunk, ExcelEscapes escapes) {
    // Not find_first_of(): it asks memchr about every single byte.
    const bool plain = chunk.find('&') == std::string_view::npos &&
                       chunk.find('\r') == std::string_view::npos &&
                       (escapes == ExcelEscapes::keep || chunk.find("_x") == std::string_view::npos);
    if (plain)
        text += chunk;
    else
        text += escapes == ExcelEscapes::resolve ? unescape_xml(chunk) : unescape_xml_entities(chunk);
}

}  // namespace

std::optional<std::string_view> XmlTag::attribute(std::string_view name) const {
    std::size_t i = 0;
    while (i < attributes.size()) {
        while (i < attributes.size() && is_space(attributes[i])) ++i;
        const std::size_t name_begin = i;
        while (i < attributes.size() && attributes[i] != '=' && !is_space(attributes[i])) ++i;
        const auto found = attributes.substr(name_begin, i - name_begin);
        while (i < attributes.size() && attributes[i] != '"' && attributes[i] != '\'') ++i;
        if (i == attributes.size()) break;
        const auto end = attributes.find(attributes[i], i + 1);
        if (end == std::string_view::npos) break;
        if (found == name) return attributes.substr(i + 1, end - i - 1);
        i = end + 1;
    }
    return std::nullopt;
}

XmlCursor::XmlCursor(std::string_view xml, std::size_t offset, std::string_view place)
    : xml_(xml), offset_(offset), place_(place), open_{} {}

bool XmlCursor::next(XmlTag& tag) {
    for (;;) {
        const std::size_t begin = xml_.find('<', offset_);
        if (begin == std::string_view::npos) {
            if (depth_ != 0) fail_unclosed(place_);
            offset_ = xml_.size();
            return false;
        }
        const char first = begin + 1 < xml_.size() ? xml_[begin + 1] : '\0';
        if (first == '!' || first == '?') {
            offset_ = skip_markup(xml_, begin, place_);
            continue;
        }
        const bool is_close = first == '/';
        const std::size_t name_begin = begin + (is_close ? 2 : 1);
        std::size_t name_end = name_begin;
        while (name_end < xml_.size() && !is_space(xml_[name_end]) && xml_[name_end] != '>' &&
               xml_[name_end] != '/' && xml_[name_end] != '<')
            ++name_end;
        if (name_end == name_begin)
            fail(ErrorCode::damaged_workbook, "the XML of this part has a tag without a name", place_);
        const std::size_t close = find_tag_end(xml_, name_end, place_);
        const bool is_empty = !is_close && xml_[close - 1] == '/';

        tag.kind = is_close ? XmlTag::Kind::close : is_empty ? XmlTag::Kind::empty : XmlTag::Kind::open;
        tag.qualified_name = xml_.substr(name_begin, name_end - name_begin);
        tag.local_name = local_part(tag.qualified_name);
        tag.attributes = xml_.substr(name_end, close - (is_empty ? 1 : 0) - name_end);
        tag.bytes = {begin, close + 1};
        offset_ = close + 1;

        if (is_close) {
            if (depth_ == 0 || open_[depth_ - 1] != tag.qualified_name)
                fail(ErrorCode::damaged_workbook,
                     "the XML of this part closes an element that is not open: " +
                         std::string(tag.qualified_name.substr(0, 40)),
                     place_);
            --depth_;
        } else if (!is_empty) {
            if (depth_ == max_depth)
                fail(ErrorCode::damaged_workbook, "the XML of this part is nested deeper than any workbook's",
                     place_);
            open_[depth_++] = tag.qualified_name;
        }
        return true;
    }
}

XmlTag XmlCursor::skip_element(const XmlTag& opened) {
    XmlTag tag = opened;
    if (opened.kind != XmlTag::Kind::open) return tag;
    const std::size_t outside = depth_ - 1;
    while (depth_ > outside && next(tag)) {
    }
    return tag;
}

std::size_t skip_markup(std::string_view xml, std::size_t offset, std::string_view place) {
    const auto after = [&](std::string_view end, std::size_t from) {
        const auto found = xml.find(end, from);
        if (found == std::string_view::npos) fail_unclosed(place);
        return found + end.size();
    };
    const auto rest = xml.substr(offset);
    if (rest.starts_with("<?")) return after("?>", offset + 2);
    if (rest.starts_with("<!--")) return after("-->", offset + 4);
    if (rest.starts_with("<![CDATA[")) return after("]]>", offset + 9);
    fail(ErrorCode::damaged_workbook,
         "a part has a document type definition, which workbooks never have and which is not safe to read",
         place);
}

void append_text(std::string& text, std::string_view inner_xml, ExcelEscapes escapes) {
    std::size_t offset = 0;
    while (offset < inner_xml.size()) {
        const std::size_t markup = std::min(inner_xml.find('<', offset), inner_xml.size());
        append_unescaped(text, inner_xml.substr(offset, markup - offset), escapes);
        if (markup == inner_xml.size()) return;
        const std::size_t after = skip_markup(inner_xml, markup, {});
        if (inner_xml.substr(markup).starts_with("<![CDATA[")) {
            // Through the same unescaping, with "&" protected, so that _xHHHH_ and line ends mean the same
            // here.
            const auto raw = inner_xml.substr(markup + 9, after - markup - 12);
            append_unescaped(text, escape_xml_attribute(raw), escapes);
        }
        offset = after;
    }
}

bool is_true(std::string_view value) {
    return value == "1" || value == "true" || value == "on" || value == "t";
}

}  // namespace scorebook

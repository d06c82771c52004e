// shared_strings.cpp - all items into one buffer, in one walk over the part.
#include "sheet/shared_strings.hpp"

#include "scorebook/error.hpp"
#include "sheet/xml_cursor.hpp"

namespace scorebook {

namespace {

/// With `cursor` just inside an <si> or <is>: appends its text and goes behind its end tag.
void append_item(std::string& text, std::string_view xml, XmlCursor& cursor) {
    const std::size_t outside = cursor.depth() - 1;
    XmlTag tag;
    while (cursor.depth() > outside && cursor.next(tag)) {
        if (tag.kind != XmlTag::Kind::open) continue;
        if (tag.local_name == "t") {
            const XmlTag close = cursor.skip_element(tag);
            append_text(text, slice(xml, {tag.bytes.end, close.bytes.begin}), ExcelEscapes::resolve);
        } else if (tag.local_name == "rPh") {
            cursor.skip_element(tag);  // how to say it, not what it says (18.4.6)
        }
    }
}

}  // namespace

SharedStrings SharedStrings::parse(std::string_view xml) {
    SharedStrings strings;
    if (xml.empty()) return strings;
    strings.text_.reserve(xml.size());  // never longer than its markup; pages not written to cost nothing
    XmlCursor cursor(xml, 0, "shared strings");
    XmlTag tag;
    bool has_root = false;
    while (cursor.next(tag)) {
        has_root = true;
        if (!tag.opens() || tag.local_name != "si") continue;
        if (tag.kind == XmlTag::Kind::open) append_item(strings.text_, xml, cursor);
        strings.ends_.push_back(strings.text_.size());
    }
    if (!has_root)
        fail(ErrorCode::damaged_workbook, "the workbook's table of texts holds no XML", "shared strings");
    return strings;
}

std::string_view SharedStrings::at(std::uint64_t index) const {
    if (index >= ends_.size())
        fail(ErrorCode::damaged_workbook, "a cell refers to text " + std::to_string(index) +
                                              ", but the workbook has only " + std::to_string(ends_.size()) +
                                              " texts");
    const std::uint64_t begin = index == 0 ? 0 : ends_[index - 1];
    return std::string_view(text_).substr(begin, ends_[index] - begin);
}

std::string read_rich_text(std::string_view xml) {
    std::string text;
    XmlCursor cursor(xml);
    XmlTag tag;
    if (cursor.next(tag) && tag.kind == XmlTag::Kind::open) append_item(text, xml, cursor);
    return text;
}

}  // namespace scorebook

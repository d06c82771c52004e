// default_styles.cpp - reading <cols> and the attributes of <row>.
#include "refresh/default_styles.hpp"

#include <charconv>

#include "sheet/xml_cursor.hpp"

namespace scorebook {

namespace {

std::uint32_t number_attribute(const XmlTag& tag, std::string_view name) {
    std::uint32_t number = 0;
    if (const auto text = tag.attribute(name))
        std::from_chars(text->data(), text->data() + text->size(), number);
    return number;
}

std::uint16_t style_attribute(const XmlTag& tag, std::string_view name) {
    const std::uint32_t style = number_attribute(tag, name);
    return style <= 0xFFFF ? static_cast<std::uint16_t>(style) : std::uint16_t{0};
}

}  // namespace

ColumnStyles::ColumnStyles(std::string_view sheet_xml, ByteRange sheet_data) {
    XmlCursor cursor(sheet_xml);
    XmlTag tag;
    // The cursor isn't asked for the end of the part: what follows <sheetData> was checked when the sheet was
    // scanned.
    while (cursor.next(tag) && tag.bytes.begin < sheet_data.begin) {
        if (!tag.opens() || tag.local_name != "col") continue;
        const std::uint16_t style = style_attribute(tag, "style");
        if (style != 0)
            stretches_.push_back({number_attribute(tag, "min"), number_attribute(tag, "max"), style});
    }
}

std::uint16_t ColumnStyles::at(std::uint32_t column_index) const {
    for (const Stretch& stretch : stretches_) {
        if (column_index + 1 >= stretch.first && column_index + 1 <= stretch.last) return stretch.style;
    }
    return 0;
}

std::optional<std::uint16_t> row_style(std::string_view row_xml) {
    if (row_xml.empty()) return std::nullopt;
    XmlCursor cursor(row_xml);
    XmlTag tag;
    if (!cursor.next(tag)) return std::nullopt;
    const auto custom = tag.attribute("customFormat");
    if (!custom || !is_true(*custom)) return std::nullopt;
    return style_attribute(tag, "s");
}

}  // namespace scorebook

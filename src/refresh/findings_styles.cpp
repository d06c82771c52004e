// findings_styles.cpp - white on dark blue, dark red on pale red, dark brown on pale yellow: each at least
// 4.5 to 1 (WCAG 2.1, 1.4.3). The words say the same as the colours.
#include "refresh/findings_styles.hpp"

#include <algorithm>
#include <string_view>

#include "bytes/byte_range.hpp"
#include "sheet/style_collection.hpp"

namespace scorebook {

namespace {

/// Excel's limit on cell formats ("Excel specifications and limits"), with room for ours.
constexpr std::size_t most_styles = 65'480;

std::string element(std::string_view prefix, std::string_view name, std::string_view attributes,
                    std::string_view content = {}) {
    std::string text = "<";
    text.append(prefix).append(name);
    if (!attributes.empty()) text.append(" ").append(attributes);
    if (content.empty()) return text + "/>";
    text.append(">").append(content).append("</").append(prefix).append(name).append(">");
    return text;
}

/// The index of `member` in the list called `name`, appended when it isn't there.
std::uint32_t index_of(std::string& xml, std::string_view name, const std::string& member) {
    const StyleCollection list = find_style_collection(xml, name);
    const auto same = std::find_if(list.members.begin(), list.members.end(),
                                   [&](ByteRange each) { return slice(xml, each) == member; });
    const auto index = static_cast<std::uint32_t>(same - list.members.begin());
    if (same == list.members.end()) xml = with_style(xml, list, member);
    return index;
}

/// The workbook's default font, so that the sheet looks at home.
std::string default_font(std::string_view xml, const StyleCollection& fonts) {
    if (fonts.members.empty()) return "Calibri";
    XmlCursor cursor(slice(xml, fonts.members.front()));
    XmlTag tag;
    while (cursor.next(tag)) {
        if (tag.opens() && tag.local_name == "name")
            return std::string(tag.attribute("val").value_or("Calibri"));
    }
    return "Calibri";
}

class StyleAdder {
  public:
    explicit StyleAdder(std::string& xml) : xml_(xml) {
        const StyleCollection fonts = find_style_collection(xml_, "fonts");
        prefix_ = fonts.prefix();
        font_name_ = default_font(xml_, fonts);
    }

    std::uint32_t font(std::string_view before_size, int size, std::string_view colour) {
        std::string content(before_size);
        content += element(prefix_, "sz", "val=\"" + std::to_string(size) + "\"");
        if (!colour.empty()) content += element(prefix_, "color", "rgb=\"FF" + std::string(colour) + "\"");
        content += element(prefix_, "name", "val=\"" + font_name_ + "\"");
        return index_of(xml_, "fonts", element(prefix_, "font", "", content));
    }

    std::uint32_t bold_font(int size, std::string_view colour) {
        return font(element(prefix_, "b", ""), size, colour);
    }

    std::uint32_t link_font() { return font(element(prefix_, "u", ""), 11, "0563C1"); }

    std::uint32_t fill(std::string_view colour) {
        const std::string pattern =
            element(prefix_, "patternFill", "patternType=\"solid\"",
                    element(prefix_, "fgColor", "rgb=\"FF" + std::string(colour) + "\"") +
                        element(prefix_, "bgColor", "indexed=\"64\""));
        return index_of(xml_, "fills", element(prefix_, "fill", "", pattern));
    }

    std::uint32_t format(std::uint32_t font, std::uint32_t fill, bool wraps) {
        std::string attributes = "numFmtId=\"0\" fontId=\"" + std::to_string(font) + "\" fillId=\"" +
                                 std::to_string(fill) + "\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"";
        if (fill != 0) attributes += " applyFill=\"1\"";
        attributes += " applyAlignment=\"1\"";
        const std::string alignment =
            element(prefix_, "alignment", wraps ? "vertical=\"top\" wrapText=\"1\"" : "vertical=\"top\"");
        return index_of(xml_, "cellXfs", element(prefix_, "xf", attributes, alignment));
    }

  private:
    std::string& xml_;
    std::string prefix_;
    std::string font_name_;
};

}  // namespace

FindingsStyles add_findings_styles(std::string& styles_xml) {
    for (const std::string_view list : {"fonts", "fills", "cellXfs"}) {
        const auto styles = look_for_style_collection(styles_xml, list);
        if (!styles || styles->members.empty() || styles->members.size() > most_styles) return {};
    }
    StyleAdder add(styles_xml);
    FindingsStyles styles;
    styles.title = add.format(add.bold_font(14, ""), 0, false);
    styles.heading = add.format(add.bold_font(11, "FFFFFF"), add.fill("1F3864"), true);
    styles.text = add.format(0, 0, true);
    styles.error = add.format(add.bold_font(11, "9C0006"), add.fill("FFC7CE"), true);
    styles.warning = add.format(add.bold_font(11, "7F4F00"), add.fill("FFEB9C"), true);
    styles.link = add.format(add.link_font(), 0, true);
    return styles;
}

}  // namespace scorebook

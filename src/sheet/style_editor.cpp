// style_editor.cpp - a fill and a cell format appended to styles.xml, all else byte for byte as it was.
#include <algorithm>
#include <array>
#include <cctype>

#include "scorebook/error.hpp"
#include "sheet/element_edit.hpp"
#include "sheet/style_collection.hpp"
#include "sheet/style_table.hpp"
#include "sheet/xml_cursor.hpp"

namespace scorebook {

namespace {

/// Excel's limit on cell formats ("Excel specifications and limits").
constexpr std::size_t max_styles = 65'490;

std::string upper(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return result;
}

/// Is this <fill> nothing but `fill`, spelt as rgb?
bool is_fill(std::string_view xml, std::optional<Rgb> fill) {
    XmlCursor cursor(xml);
    XmlTag tag;
    std::string_view pattern;
    std::optional<std::string_view> foreground;
    bool is_plain = true;
    while (cursor.next(tag)) {
        if (!tag.opens()) continue;
        if (tag.local_name == "patternFill") pattern = tag.attribute("patternType").value_or("none");
        if (tag.local_name == "gradientFill" || tag.attribute("tint")) is_plain = false;
        if (tag.local_name == "fgColor") foreground = tag.attribute("rgb");
    }
    if (!fill) return is_plain && pattern == "none";
    return is_plain && pattern == "solid" && foreground && upper(*foreground) == "FF" + to_hex(*fill);
}

std::string fill_xml(std::optional<Rgb> fill, const std::string& prefix) {
    const auto tag = [&](const std::string& name) { return "<" + prefix + name; };
    const std::string close = "</" + prefix + "fill>";
    if (!fill) return tag("fill>") + tag("patternFill patternType=\"none\"/>") + close;
    return tag("fill>") + tag("patternFill patternType=\"solid\">") + tag("fgColor rgb=\"FF") +
           to_hex(*fill) + "\"/>" + tag("bgColor indexed=\"64\"/>") + "</" + prefix + "patternFill>" + close;
}

}  // namespace

StyleEditor::StyleEditor(std::string styles_xml) : xml_(std::move(styles_xml)) {}

bool StyleEditor::changed() const {
    return changed_;
}

std::uint16_t StyleEditor::with_fill(std::uint16_t style, std::optional<Rgb> fill) {
    const auto known = made_.find({style, fill});
    if (known != made_.end()) return known->second;

    const StyleCollection fills = find_style_collection(xml_, "fills");
    const auto same_fill = std::find_if(fills.members.begin(), fills.members.end(),
                                        [&](ByteRange member) { return is_fill(slice(xml_, member), fill); });
    const auto fill_id = static_cast<std::size_t>(same_fill - fills.members.begin());

    const StyleCollection formats = find_style_collection(xml_, "cellXfs");
    if (formats.members.empty())
        fail(ErrorCode::damaged_workbook,
             "the workbook's styles have no cell format, so a colour can't be written", "styles");
    const auto old = slice(xml_, formats.members[style < formats.members.size() ? style : 0]);
    XmlTag old_tag;
    XmlCursor(old).next(old_tag);
    if (same_fill != fills.members.end() && old_tag.attribute("fillId") == std::to_string(fill_id))
        return made_[{style, fill}] = style;

    const std::string format =
        with_attribute(with_attribute(old, "fillId", std::to_string(fill_id)), "applyFill", "1");
    const auto same_format = std::find_if(formats.members.begin(), formats.members.end(),
                                          [&](ByteRange member) { return slice(xml_, member) == format; });
    const auto format_id = static_cast<std::size_t>(same_format - formats.members.begin());
    if (format_id >= max_styles)
        fail(ErrorCode::too_large, "the workbook already has as many cell styles as Excel allows (65,490)",
             "styles");

    // <fills> stands before <cellXfs>, so the later one is changed first: its offsets are still good.
    const bool is_new_format = same_format == formats.members.end();
    const bool is_new_fill = same_fill == fills.members.end();
    const auto name = fills.start.qualified_name;
    const std::string prefix(name.substr(0, name.size() - fills.start.local_name.size()));
    if (is_new_format) xml_ = with_style(xml_, formats, format);
    if (is_new_fill) xml_ = with_style(xml_, find_style_collection(xml_, "fills"), fill_xml(fill, prefix));
    changed_ = changed_ || is_new_format || is_new_fill;
    return made_[{style, fill}] = static_cast<std::uint16_t>(format_id);
}

}  // namespace scorebook

// style_table.cpp - styles.xml as a list of what each style means.
#include "sheet/style_table.hpp"

#include <algorithm>

#include "sheet/number_format.hpp"
#include "sheet/xml_document.hpp"

namespace scorebook {

namespace {

ColourSpec colour_spec(pugi::xml_node node) {
    ColourSpec colour;
    colour.rgb = parse_rgb(node.attribute("rgb").value());
    if (const auto theme = node.attribute("theme")) colour.theme = theme.as_uint();
    if (const auto indexed = node.attribute("indexed")) colour.indexed = indexed.as_uint();
    colour.tint = node.attribute("tint").as_double();
    return colour;
}

std::optional<Rgb> solid_fill(pugi::xml_node fill, const ColourPalette& palette) {
    const auto pattern = find_child(fill, "patternFill");
    if (std::string_view(pattern.attribute("patternType").value()) != "solid") return std::nullopt;
    return palette.resolve(colour_spec(find_child(pattern, "fgColor")));
}

/// A differential format's solid fill has its colour in bgColor and usually no pattern type (18.8.14 says
/// nothing; all of Excel's do). Some writers put it in fgColor.
DifferentialStyle differential_style(pugi::xml_node dxf, const ColourPalette& palette) {
    DifferentialStyle style;
    const auto pattern = find_child(find_child(dxf, "fill"), "patternFill");
    const std::string_view type(pattern.attribute("patternType").as_string("solid"));
    if (pattern && type == "solid") {
        style.fill = palette.resolve(colour_spec(find_child(pattern, "bgColor")));
        if (!style.fill) style.fill = palette.resolve(colour_spec(find_child(pattern, "fgColor")));
    }
    style.font_colour = palette.resolve(colour_spec(find_child(find_child(dxf, "font"), "color")));
    return style;
}

struct Font {
    bool is_bold = false;
    std::optional<Rgb> colour;
};

bool is_on(pugi::xml_node flag) {
    return flag && is_set(flag, "val", true);
}

}  // namespace

StyleTable StyleTable::parse(std::string_view styles_xml, std::string_view theme_xml) {
    StyleTable table;
    if (!theme_xml.empty()) table.palette_.read_theme(theme_xml);
    if (styles_xml.empty()) return table;
    pugi::xml_document document;
    const auto root = parse_part(document, styles_xml, "styles");

    std::vector<Rgb> indexed;
    for (const auto node : find_child(find_child(root, "colors"), "indexedColors").children())
        indexed.push_back(parse_rgb(node.attribute("rgb").value()).value_or(0));
    table.palette_.set_indexed(std::move(indexed));

    std::map<std::uint32_t, std::string> formats;
    for (const auto node : find_child(root, "numFmts").children())
        formats[node.attribute("numFmtId").as_uint()] = node.attribute("formatCode").value();
    std::vector<Font> fonts;
    for (const auto node : find_child(root, "fonts").children())
        fonts.push_back(
            {is_on(find_child(node, "b")), table.palette_.resolve(colour_spec(find_child(node, "color")))});
    std::vector<std::optional<Rgb>> fills;
    for (const auto node : find_child(root, "fills").children())
        fills.push_back(solid_fill(node, table.palette_));

    for (const auto xf : find_child(root, "cellXfs").children()) {
        if (local_name(xf.name()) != "xf") continue;
        CellStyle style;
        const auto format_id = xf.attribute("numFmtId").as_uint();
        const auto format = formats.find(format_id);
        style.number_format =
            format != formats.end() ? format->second : std::string(built_in_format(format_id));
        const auto meaning = read_number_format(style.number_format);
        style.is_date = meaning.is_date;
        style.is_percentage = meaning.is_percentage;
        const auto font_id = xf.attribute("fontId").as_uint();
        if (font_id < fonts.size()) {
            style.is_bold = fonts[font_id].is_bold;
            style.font_colour = fonts[font_id].colour;
        }
        const auto fill_id = xf.attribute("fillId").as_uint();
        if (fill_id < fills.size()) style.fill = fills[fill_id];
        style.is_locked = is_set(find_child(xf, "protection"), "locked", true);
        table.styles_.push_back(std::move(style));
    }
    for (const auto dxf : find_child(root, "dxfs").children()) {
        if (local_name(dxf.name()) == "dxf")
            table.differential_.push_back(differential_style(dxf, table.palette_));
    }
    return table;
}

const CellStyle& StyleTable::at(std::uint16_t style) const {
    static const CellStyle none;
    if (style < styles_.size()) return styles_[style];
    return styles_.empty() ? none : styles_.front();
}

DifferentialStyle StyleTable::parse_differential(std::string_view dxf_xml) const {
    pugi::xml_document document;
    return differential_style(parse_part(document, dxf_xml, "conditional format"), palette_);
}

}  // namespace scorebook

// colour_palette.cpp - Excel's default palettes and its way of tinting.
#include "sheet/colour_palette.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "sheet/xml_cursor.hpp"

namespace scorebook {

namespace {

/// 18.8.27: the palette of Excel 97. 0-7 repeat 8-15.
constexpr Rgb default_indexed[] = {
    0x000000, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF, 0x000000, 0xFFFFFF,
    0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF, 0x800000, 0x008000, 0x000080, 0x808000,
    0x800080, 0x008080, 0xC0C0C0, 0x808080, 0x9999FF, 0x993366, 0xFFFFCC, 0xCCFFFF, 0x660066, 0xFF8080,
    0x0066CC, 0xCCCCFF, 0x000080, 0xFF00FF, 0xFFFF00, 0x00FFFF, 0x800080, 0x800000, 0x008080, 0x0000FF,
    0x00CCFF, 0xCCFFFF, 0xCCFFCC, 0xFFFF99, 0x99CCFF, 0xFF99CC, 0xCC99FF, 0xFFCC99, 0x3366FF, 0x33CCCC,
    0x99CC00, 0xFFCC00, 0xFF9900, 0xFF6600, 0x666699, 0x969696, 0x003366, 0x339966, 0x003300, 0x333300,
    0x993300, 0x993366, 0x333399, 0x333333,
};
constexpr std::uint32_t system_foreground = 64;
constexpr std::uint32_t system_background = 65;

/// Office 2007's theme, for workbooks without one.
constexpr Rgb default_theme[] = {0xFFFFFF, 0x000000, 0xEEECE1, 0x1F497D, 0x4F81BD, 0xC0504D,
                                 0x9BBB59, 0x8064A2, 0x4BACC6, 0xF79646, 0x0000FF, 0x800080};

/// Hue, lightness and saturation in whole steps of 1/240, as Windows' ColorRGBToHLS counts them. 18.8.19
/// speaks of 255 steps, but these give the very colours of Excel's colour picker.
struct Hls {
    int hue, lightness, saturation;
};
constexpr int steps = 240;

Hls to_hls(Rgb colour) {
    const auto red = static_cast<int>((colour >> 16) & 0xFF);
    const auto green = static_cast<int>((colour >> 8) & 0xFF);
    const auto blue = static_cast<int>(colour & 0xFF);
    const int high = std::max({red, green, blue});
    const int low = std::min({red, green, blue});
    const int sum = high + low;
    const int spread = high - low;
    Hls hls{0, (sum * steps + 255) / 510, 0};
    if (spread == 0) return hls;
    const int saturation_base = hls.lightness <= steps / 2 ? sum : 510 - sum;
    hls.saturation = (spread * steps + saturation_base / 2) / saturation_base;
    const auto distance = [&](int channel) { return ((high - channel) * (steps / 6) + spread / 2) / spread; };
    if (high == red)
        hls.hue = distance(blue) - distance(green);
    else if (high == green)
        hls.hue = steps / 3 + distance(red) - distance(blue);
    else
        hls.hue = 2 * steps / 3 + distance(green) - distance(red);
    hls.hue = (hls.hue + steps) % steps;
    return hls;
}

Rgb from_hls(const Hls& hls) {
    const int lightness = hls.lightness;
    const int saturation = hls.saturation;
    const int high = lightness <= steps / 2
                         ? (lightness * (steps + saturation) + steps / 2) / steps
                         : lightness + saturation - (lightness * saturation + steps / 2) / steps;
    const int low = 2 * lightness - high;
    const auto channel = [&](int offset) {
        const int hue = (hls.hue + offset) % steps;
        const auto between = [&](int share) {
            return low + ((high - low) * share + steps / 12) / (steps / 6);
        };
        int level = low;
        if (hue < steps / 6)
            level = between(hue);
        else if (hue < steps / 2)
            level = high;
        else if (hue < 2 * steps / 3)
            level = between(2 * steps / 3 - hue);
        return static_cast<Rgb>(std::clamp((level * 255 + steps / 2) / steps, 0, 255));
    };
    return channel(steps / 3) << 16 | channel(0) << 8 | channel(2 * steps / 3);
}

}  // namespace

std::optional<Rgb> parse_rgb(std::string_view text) {
    if (text.size() == 8) text.remove_prefix(2);
    if (text.size() != 6) return std::nullopt;
    Rgb colour = 0;
    for (const char c : text) {
        std::uint32_t digit = 16;
        if (c >= '0' && c <= '9') digit = static_cast<std::uint32_t>(c - '0');
        if (c >= 'A' && c <= 'F') digit = static_cast<std::uint32_t>(c - 'A' + 10);
        if (c >= 'a' && c <= 'f') digit = static_cast<std::uint32_t>(c - 'a' + 10);
        if (digit == 16) return std::nullopt;
        colour = colour << 4 | digit;
    }
    return colour;
}

Rgb tinted(Rgb colour, double tint) {
    tint = std::clamp(tint, -1.0, 1.0);
    if (tint == 0 || std::isnan(tint)) return colour;
    Hls hls = to_hls(colour);
    const double lightness =
        tint < 0 ? hls.lightness * (1 + tint) : hls.lightness * (1 - tint) + steps * tint;
    // Excel's own tints are a little short of the fraction they stand for: 0.49998.
    hls.lightness = static_cast<int>(lightness + 0.01);
    return from_hls(hls);
}

ColourPalette::ColourPalette()
    : indexed_(std::begin(default_indexed), std::end(default_indexed)),
      theme_(std::begin(default_theme), std::end(default_theme)) {}

void ColourPalette::set_indexed(std::vector<Rgb> colours) {
    // A shorter list replaces only the first ones.
    colours.resize(std::min(colours.size(), indexed_.size()));
    std::copy(colours.begin(), colours.end(), indexed_.begin());
}

void ColourPalette::read_theme(std::string_view xml) {
    std::vector<Rgb> colours;
    XmlCursor cursor(xml, 0, "theme");
    XmlTag tag;
    bool in_scheme = false;
    while (cursor.next(tag)) {
        if (tag.local_name == "clrScheme") in_scheme = tag.kind == XmlTag::Kind::open;
        if (!in_scheme || !tag.opens()) continue;
        const bool is_system = tag.local_name == "sysClr";
        if (!is_system && tag.local_name != "srgbClr") continue;
        auto colour = parse_rgb(tag.attribute(is_system ? "lastClr" : "val").value_or(""));
        if (!colour && is_system) colour = tag.attribute("val") == "windowText" ? 0x000000 : 0xFFFFFF;
        colours.push_back(colour.value_or(0));
    }
    if (colours.size() < 12) return;
    // The part has dark before light, cells count light before dark.
    std::swap(colours[0], colours[1]);
    std::swap(colours[2], colours[3]);
    theme_ = std::move(colours);
}

std::optional<Rgb> ColourPalette::resolve(const ColourSpec& colour) const {
    std::optional<Rgb> plain = colour.rgb;
    if (!plain && colour.theme && *colour.theme < theme_.size()) plain = theme_[*colour.theme];
    if (!plain && colour.indexed) {
        if (*colour.indexed < indexed_.size()) plain = indexed_[*colour.indexed];
        if (*colour.indexed == system_foreground) plain = 0x000000;
        if (*colour.indexed == system_background) plain = 0xFFFFFF;
    }
    if (!plain) return std::nullopt;
    return tinted(*plain, colour.tint);
}

}  // namespace scorebook

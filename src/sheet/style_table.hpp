// style_table.hpp - what a cell's style index means to us: is this number a date, what colour is it, is it a
// struck-out cell. ECMA-376 Part 1, 18.8 (styles), 18.8.3 and 18.8.27 (indexed colours), theme part (20.1.6).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scorebook/change.hpp"
#include "sheet/colour_palette.hpp"

namespace scorebook {

struct CellStyle {
    std::string number_format = "General";  ///< "General", "dd/mm/yyyy"
    bool is_date = false;                   ///< the format shows a day (elapsed time alone isn't one)
    bool is_percentage = false;
    bool is_bold = false;
    bool is_locked = true;
    std::optional<Rgb> fill;  ///< solid fill: theme, indexed and tint resolved; empty for none and patterns
    std::optional<Rgb> font_colour;
};

/// A differential format, as conditional formatting and tables use it.
struct DifferentialStyle {
    std::optional<Rgb> fill;
    std::optional<Rgb> font_colour;
};

class StyleTable {
  public:
    /// `styles_xml` and `theme_xml` may be empty.
    static StyleTable parse(std::string_view styles_xml, std::string_view theme_xml);

    /// The style of index `style`; the default style for one that doesn't exist.
    const CellStyle& at(std::uint16_t style) const;
    std::size_t size() const { return styles_.size(); }
    const std::vector<DifferentialStyle>& differential() const { return differential_; }
    /// A <dxf> element that stands outside styles.xml, as Excel 2010's conditional formats have it.
    DifferentialStyle parse_differential(std::string_view dxf_xml) const;

  private:
    ColourPalette palette_;
    std::vector<CellStyle> styles_;
    std::vector<DifferentialStyle> differential_;
};

/// styles.xml with copies of some cellXfs that differ only in their solid fill. Each (style, fill) pair is
/// appended once; an xf or fill that is already there is used again.
class StyleEditor {
  public:
    explicit StyleEditor(std::string styles_xml);

    /// The style index that looks like `style` filled with `fill` (nothing: no fill). Throws Error too_large
    /// past 65,490.
    std::uint16_t with_fill(std::uint16_t style, std::optional<Rgb> fill);

    bool changed() const;
    const std::string& xml() const { return xml_; }

  private:
    std::string xml_;
    std::map<std::pair<std::uint16_t, std::optional<Rgb>>, std::uint16_t> made_;
    bool changed_ = false;
};

}  // namespace scorebook

// cell_formats.cpp - Arial, which every office program has or replaces by a font of the same widths.
#include "report/cell_formats.hpp"

namespace scorebook {

namespace {

constexpr Rgb black = LXW_COLOR_BLACK;  ///< 0 would be "automatic"
constexpr Rgb line_colour = 0xA6A6A6;
constexpr Rgb link_colour = 0x0563C1;  ///< Excel's own; 5.7 to 1 on white

std::uint8_t code_of(Alignment alignment) {
    switch (alignment) {
        case Alignment::left:
            return LXW_ALIGN_LEFT;
        case Alignment::right:
            return LXW_ALIGN_RIGHT;
        case Alignment::centre:
            return LXW_ALIGN_CENTER;
    }
    return LXW_ALIGN_NONE;
}

}  // namespace

lxw_format* CellFormats::get(const CellLook& look) {
    lxw_format*& format = made_[look];
    if (format) return format;
    format = workbook_add_format(book_.get());
    if (look.is_conditional) {
        // Excel takes a conditional fill from the background colour.
        format_set_bg_color(format, *look.fill);
        format_set_font_color(format, look.text == 0 ? black : look.text);
        return format;
    }
    format_set_font_name(format, "Arial");
    format_set_font_size(format, look.points);
    if (look.is_bold) format_set_bold(format);
    if (look.is_wrapped) format_set_text_wrap(format);
    format_set_align(format, code_of(look.alignment));
    // Numbers keep their distance from the text of the next column, which may have no line between.
    if (look.alignment == Alignment::right) format_set_indent(format, 1);
    format_set_align(format, look.is_centred_vertically ? LXW_ALIGN_VERTICAL_CENTER : LXW_ALIGN_VERTICAL_TOP);
    if (look.fill) {
        format_set_pattern(format, LXW_PATTERN_SOLID);
        format_set_fg_color(format, *look.fill == 0 ? 0x1000000 : *look.fill);
    }
    // libxlsxwriter takes 0 for "automatic", which is what black text should be.
    if (look.text != 0) format_set_font_color(format, look.text);
    if (look.has_lines) {
        format_set_border(format, LXW_BORDER_THIN);
        format_set_border_color(format, line_colour);
    }
    if (look.is_link) {
        format_set_font_color(format, link_colour);
        format_set_underline(format, LXW_UNDERLINE_SINGLE);
    }
    if (look.is_unlocked) format_set_unlocked(format);
    if (!look.number_format.empty() && look.number_format != "General")
        format_set_num_format(format, look.number_format.c_str());
    return format;
}

}  // namespace scorebook

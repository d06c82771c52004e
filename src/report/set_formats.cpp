// set_formats.cpp - black on green and amber, white on red: contrasts of at least 4.5 to 1 (WCAG 2.1, 1.4.3).
#include "report/set_formats.hpp"

#include <array>

namespace scorebook {

namespace {

const std::array<CollectedBand, 3> usual_bands = {{{"Red", 0, 0, 0xC00000, 0xFFFFFF},
                                                   {"Amber", 0, 0, 0xFFC000, 0x000000},
                                                   {"Green", 0, 0, 0x00B050, 0x000000}}};

/// Arial, because text_measure.hpp counts its lines, and programs without Calibri put wider letters in.
lxw_format* plain(lxw_workbook* workbook) {
    lxw_format* const format = workbook_add_format(workbook);
    format_set_font_name(format, "Arial");
    format_set_font_size(format, 10);
    return format;
}

lxw_format* wrapped(lxw_workbook* workbook) {
    lxw_format* const format = plain(workbook);
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    return format;
}

lxw_format* square_format(lxw_workbook* workbook) {
    lxw_format* const format = plain(workbook);
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    format_set_align(format, LXW_ALIGN_CENTER);
    format_set_border(format, LXW_BORDER_THIN);
    return format;
}

}  // namespace

SetFormats::SetFormats(lxw_workbook* workbook, const std::vector<CollectedBand>& bands)
    : title_(plain(workbook)),
      note_(plain(workbook)),
      heading_(wrapped(workbook)),
      number_heading_(wrapped(workbook)),
      text_(wrapped(workbook)),
      line_(plain(workbook)),
      comment_(plain(workbook)),
      number_(plain(workbook)),
      link_(plain(workbook)),
      axis_(square_format(workbook)),
      square_(square_format(workbook)) {
    format_set_bold(title_);
    format_set_font_size(title_, 16);
    format_set_font_color(note_, 0x595959);
    for (lxw_format* const heading : {heading_, number_heading_}) {
        format_set_bold(heading);
        format_set_font_color(heading, 0xFFFFFF);
        format_set_bg_color(heading, 0x1F3864);
    }
    format_set_align(number_heading_, LXW_ALIGN_RIGHT);
    format_set_align(number_, LXW_ALIGN_VERTICAL_TOP);
    for (lxw_format* const line : {line_, comment_}) format_set_align(line, LXW_ALIGN_VERTICAL_TOP);
    format_set_indent(comment_, 1);
    format_set_font_color(link_, 0x0563C1);
    format_set_underline(link_, LXW_UNDERLINE_SINGLE);
    format_set_bold(axis_);
    format_set_bg_color(axis_, 0xD9E1F2);
    const auto add = [&](const CollectedBand& band) {
        if (bands_.contains(band.word)) return;
        lxw_format* const format = wrapped(workbook);
        format_set_bg_color(format, band.fill);
        format_set_font_color(format, band.text);
        bands_[band.word] = format;
        lxw_format* const square = square_format(workbook);
        format_set_bg_color(square, band.fill);
        format_set_font_color(square, band.text);
        squares_[band.word] = square;
    };
    for (const CollectedBand& band : bands) add(band);
    for (const CollectedBand& band : usual_bands) add(band);
}

lxw_format* SetFormats::band(const std::string& word) const {
    const auto found = bands_.find(word);
    return found == bands_.end() ? text_ : found->second;
}

lxw_format* SetFormats::square_of(const std::string& word) const {
    const auto found = squares_.find(word);
    return found == squares_.end() ? square_ : found->second;
}

Rgb SetFormats::fill_of(const std::vector<CollectedBand>& bands, const std::string& word) {
    for (const CollectedBand& band : bands) {
        if (band.word == word) return band.fill;
    }
    for (const CollectedBand& band : usual_bands) {
        if (band.word == word) return band.fill;
    }
    return 0x7F7F7F;
}

void set_up_page(lxw_worksheet* sheet) {
    constexpr std::uint8_t a4 = 9;
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, a4);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_set_margins(sheet, 0.5, 0.5, 0.6, 0.6);
    worksheet_set_footer(sheet, "&L&F&C&A&RPage &P of &N");
    worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
}

}  // namespace scorebook

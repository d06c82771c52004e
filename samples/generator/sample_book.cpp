// sample_book.cpp - formats, cells and page settings of the sample workbooks.
#include "sample_book.hpp"

#include <stdexcept>

namespace samples {
namespace {

constexpr time_t creation_date = 1464685200;  // 31 May 2016, 09:00 UTC

void set_fill(lxw_format* format, lxw_color_t colour) {
    format_set_pattern(format, LXW_PATTERN_SOLID);
    format_set_fg_color(format, colour);
}

bool is_boxed(Style style) {
    return style >= Style::header && style < Style::section;
}

}  // namespace

SampleBook::SampleBook(const std::filesystem::path& file, const char* title)
    : workbook_(workbook_new(file.c_str())) {
    lxw_doc_properties properties{};
    properties.title = const_cast<char*>(title);
    properties.company = const_cast<char*>("Lancashire County Council");
    properties.comments = const_cast<char*>("A sample of scorebook, made from a published committee paper");
    properties.created = creation_date;
    workbook_set_properties(workbook_, &properties);
}

SampleBook::~SampleBook() {
    if (workbook_) workbook_close(workbook_);
}

lxw_worksheet* SampleBook::add_sheet(const char* name) {
    return workbook_add_worksheet(workbook_, name);
}

lxw_format* SampleBook::format(Style style) {
    lxw_format*& made = formats_[style];
    if (made) return made;
    made = workbook_add_format(workbook_);
    format_set_font_name(made, "Arial");
    format_set_font_size(made, style == Style::title ? 14 : 9);
    if (is_boxed(style)) {
        format_set_border(made, LXW_BORDER_THIN);
        format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
        format_set_text_wrap(made);
    }
    if (style == Style::sentence) {
        format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
        format_set_text_wrap(made);
    }
    if (style == Style::title || style == Style::label || style == Style::header ||
        (style >= Style::score && style <= Style::section))
        format_set_bold(made);
    if (style >= Style::centred && style <= Style::green) format_set_align(made, LXW_ALIGN_CENTER);
    switch (style) {
        case Style::title:
            format_set_align(made, LXW_ALIGN_CENTER);
            break;
        case Style::date:
            format_set_num_format(made, "d mmmm yyyy"), format_set_align(made, LXW_ALIGN_LEFT);
            break;
        case Style::header:
            set_fill(made, 0xD9E1F2);
            break;
        case Style::decimal:
            format_set_num_format(made, "0.0");
            break;
        case Style::red:
            set_fill(made, 0xFF0000);
            break;
        case Style::amber:
            set_fill(made, 0xFFC000);
            break;
        case Style::green:
            set_fill(made, 0x92D050);
            break;
        default:
            break;
    }
    return made;
}

void SampleBook::write(lxw_worksheet* sheet, const Grid& grid) {
    for (const auto& [column, width] : grid.widths)
        worksheet_set_column(sheet, column, column, width, nullptr);
    unsigned row = LXW_ROW_MAX;
    for (const auto& [place, cell] : grid.cells) {
        if (place.first != row) {
            row = place.first;
            lxw_row_col_options options{};
            options.hidden = grid.hidden_rows.contains(row);
            const double height = grid.height(row);
            if (height > 0 || options.hidden)
                worksheet_set_row_opt(sheet, row, height > 0 ? height : LXW_DEF_ROW_HEIGHT, nullptr,
                                      &options);
        }
        const Value value = grid.value(place);
        const auto* number = std::get_if<double>(&value);
        const auto* text = std::get_if<std::string>(&value);
        lxw_format* look = format(cell.style);
        const auto column = place.second;
        if (!cell.formula.empty() && number)
            worksheet_write_formula_num(sheet, row, column, cell.formula.c_str(), look, *number);
        else if (!cell.formula.empty())
            worksheet_write_formula_str(sheet, row, column, cell.formula.c_str(), look,
                                        text ? text->c_str() : "");
        else if (number)
            worksheet_write_number(sheet, row, column, *number, look);
        else if (text)
            worksheet_write_string(sheet, row, column, text->c_str(), look);
        else
            worksheet_write_blank(sheet, row, column, look);
    }
}

void SampleBook::close() {
    const lxw_error error = workbook_close(std::exchange(workbook_, nullptr));
    if (error != LXW_NO_ERROR) throw std::runtime_error(lxw_strerror(error));
}

void set_page(lxw_worksheet* sheet, unsigned header_row, unsigned short frozen_columns) {
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 8);  // A3
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_set_margins(sheet, 0.4, 0.4, 0.6, 0.6);
    worksheet_repeat_rows(sheet, header_row, header_row);
    worksheet_set_footer(sheet, "&L&A&RPage &P of &N");
    worksheet_freeze_panes(sheet, header_row + 1, frozen_columns);
}

}  // namespace samples

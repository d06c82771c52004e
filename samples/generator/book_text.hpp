// book_text.hpp - workbooks told in lines of text, three of each: as the paper has it, in order, and with
// faults planted.
//
//     book sla-monitor | Service levels          the file's name and title
//     sheet Payroll | 6 40 14 12 12              a sheet and its column widths; later lines are about it
//     title A1:F1 Payroll and recruitment        merged over the range; also: section A9:F9 ...
//     text A2 Quarter Two 2014/2015              also: note A20 ... (wrapped over the columns)
//     header A4 | No. | Definition of SLA        cells to the right; a blank one is left out
//     row A5 | 1 | % payroll errors | <0.4 | 0.1 | 99% | 1,133,048 | £641,355 | 00:41 | '01
//     merge A6:A7 Social Care
//     formula D12 =SUM(D5:D11) -> 713.020
//     format D5:D11 0.000                        a number format for cells that have numbers
//     hidden row 7      hidden column C      hidden sheet Workings
//     variant clean                              from here on only for NAME-clean.xlsx and NAME-faulty.xlsx
//     variant faulty                             from here on only for NAME-faulty.xlsx
//
// Figures become numbers with the format they are typed in, as Excel makes them; what begins with ' stays
// text. A later line overrides the cell. "# " begins a remark.
#pragma once

#include <filesystem>

namespace samples {

void write_books(const std::filesystem::path& text_file, const std::filesystem::path& out);

}  // namespace samples

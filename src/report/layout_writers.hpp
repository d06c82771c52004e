// layout_writers.hpp - a layout in each format. The same layout gives the same bytes.
#pragma once

#include <string>

#include "report/layout.hpp"

namespace scorebook {

/// An Excel workbook: a sheet a page, tables marked up as such, ready to print on A4 or A3.
std::string xlsx_bytes(const Layout& layout);

/// An OpenDocument spreadsheet, laid out as the Excel workbook.
std::string ods_bytes(const Layout& layout);

/// A Word document: headings and tables whose header rows repeat.
std::string docx_bytes(const Layout& layout);

/// One self-contained web page.
std::string html_text(const Layout& layout);

/// The officer's tables in one list, safe to open in a spreadsheet program; UTF-8 with a byte order mark.
std::string csv_text(const Layout& layout);

}  // namespace scorebook

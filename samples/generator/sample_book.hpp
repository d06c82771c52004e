// sample_book.hpp - a workbook being written by libxlsxwriter with a fixed date, so that a rebuild gives the
// same bytes.
#pragma once

#include "grid.hpp"

#include <xlsxwriter.h>
#include <filesystem>
#include <map>

namespace samples {

class SampleBook {
  public:
    SampleBook(const std::filesystem::path& file, const char* title);
    SampleBook(const SampleBook&) = delete;
    SampleBook& operator=(const SampleBook&) = delete;
    ~SampleBook();

    lxw_workbook* workbook() { return workbook_; }
    lxw_worksheet* add_sheet(const char* name);
    void write(lxw_worksheet* sheet, const Grid& grid);  // cells, widths, heights, hidden rows
    void close();                                        // throws when the file can't be written

    lxw_format* format(Style style);

  private:
    lxw_workbook* workbook_;
    std::map<Style, lxw_format*> formats_;
};

// Landscape A3, one page wide, the header row on each page and frozen on the screen (`header_row` 0-based).
void set_page(lxw_worksheet* sheet, unsigned header_row, unsigned short frozen_columns);

}  // namespace samples

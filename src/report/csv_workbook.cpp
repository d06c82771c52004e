// csv_workbook.cpp - a CSV as a workbook an officer would like to open: header marked and frozen, widths that
// fit, landscape.
#include <xlsxwriter.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "report/csv_text.hpp"
#include "report/new_workbook.hpp"
#include "scorebook/csv.hpp"
#include "scorebook/error.hpp"

namespace scorebook {

namespace {

constexpr double narrowest_column = 9, widest = 60;

/// A sheet name Excel takes: without : \ / ? * [ ] and apostrophes at its ends, at most 31 characters.
std::string sheet_name_from(const std::string& name) {
    std::string plain;
    for (const char c : name) {
        const bool is_allowed = std::string_view(":\\/?*[]'").find(c) == std::string_view::npos &&
                                static_cast<unsigned char>(c) >= ' ' && static_cast<unsigned char>(c) < 0x7F;
        plain += is_allowed ? c : ' ';
    }
    plain = plain.substr(0, 31);
    while (!plain.empty() && plain.back() == ' ') plain.pop_back();
    while (!plain.empty() && plain.front() == ' ') plain.erase(0, 1);
    return plain.empty() || plain == "History" || plain == "history" ? "Return" : plain;
}

std::size_t filled(const CsvRow& row) {
    return static_cast<std::size_t>(
        std::count_if(row.begin(), row.end(), [](const std::string& field) { return !field.empty(); }));
}

/// The first row with at least half as many fields as the fullest one: titles above a table have few.
std::size_t find_header_row(const std::vector<CsvRow>& rows) {
    std::size_t most = 0;
    for (std::size_t i = 0; i != std::min<std::size_t>(rows.size(), 200); ++i)
        most = std::max(most, filled(rows[i]));
    for (std::size_t i = 0; i != rows.size(); ++i) {
        if (2 * filled(rows[i]) >= most && most > 1) return i;
    }
    return 0;
}

double width_of(const std::vector<CsvRow>& rows, std::size_t column, std::size_t header_at) {
    std::size_t longest = 0;
    for (std::size_t i = header_at; i < std::min(rows.size(), header_at + 500); ++i) {
        if (column < rows[i].size()) longest = std::max(longest, rows[i][column].size());
    }
    return std::clamp(static_cast<double>(longest) + 2, narrowest_column, widest);
}

}  // namespace

std::string workbook_from_csv(std::string_view csv, const std::string& name) {
    const std::vector<CsvRow> rows = parse_csv(csv);
    NewWorkbook book({name, {}, {}, {2000, 1, 1}});
    lxw_worksheet* const sheet = book.add_sheet(sheet_name_from(name));
    lxw_format* const text = workbook_add_format(book.get());
    format_set_text_wrap(text);
    format_set_align(text, LXW_ALIGN_VERTICAL_TOP);
    lxw_format* const heading = workbook_add_format(book.get());
    format_set_text_wrap(heading);
    format_set_bold(heading);
    format_set_bg_color(heading, 0x1F3864);
    format_set_font_color(heading, 0xFFFFFF);
    format_set_align(heading, LXW_ALIGN_VERTICAL_TOP);
    lxw_format* const plain = workbook_add_format(book.get());

    const std::size_t header = find_header_row(rows);
    std::size_t columns = 0;
    for (std::size_t r = 0; r != rows.size(); ++r) {
        columns = std::max(columns, rows[r].size());
        for (std::size_t c = 0; c != rows[r].size(); ++c) {
            if (rows[r][c].empty()) continue;
            lxw_format* const format = r < header ? plain : r == header ? heading : text;
            if (worksheet_write_string(sheet, static_cast<lxw_row_t>(r), static_cast<lxw_col_t>(c),
                                       rows[r][c].c_str(), format) != LXW_NO_ERROR)
                fail(ErrorCode::too_large, "a field can't be kept in a cell",
                     "line " + std::to_string(r + 1));
        }
    }
    for (std::size_t c = 0; c != columns; ++c)
        worksheet_set_column(sheet, static_cast<lxw_col_t>(c), static_cast<lxw_col_t>(c),
                             width_of(rows, c, header), nullptr);
    if (rows.size() > header + 1) worksheet_freeze_panes(sheet, static_cast<lxw_row_t>(header + 1), 0);
    worksheet_repeat_rows(sheet, static_cast<lxw_row_t>(header), static_cast<lxw_row_t>(header));
    worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_set_footer(sheet, "&L&F&RPage &P of &N");
    return book.finish();
}

}  // namespace scorebook

// xlsx_writer.cpp - a sheet a page, by libxlsxwriter: tables marked up as tables, headers that repeat on each
// printed page, landscape A4 or A3 as wide as the page, "Page 1 of 4" below.
#include <algorithm>
#include <string>
#include <vector>

#include "report/cell_formats.hpp"
#include "report/layout_writers.hpp"
#include "report/new_workbook.hpp"
#include "report/sheet_plan.hpp"
#include "report/workbook_dressing.hpp"

namespace scorebook {

namespace {

constexpr Rgb header_text = 0xFFFFFF;
constexpr Rgb section_fill = 0xD9E2F3;
constexpr std::size_t longest_table_header = 255;

class XlsxWriter {
  public:
    explicit XlsxWriter(const Layout& layout)
        : layout_(layout),
          book_({layout.title, layout.period, layout.organisation, layout.day}),
          formats_(book_) {}

    std::string write() {
        for (const LayoutPage& page : layout_.pages) write_page(page);
        return with_language_and_headings(book_.finish());
    }

  private:
    const Layout& layout_;
    NewWorkbook book_;
    CellFormats formats_;

    void write_page(const LayoutPage& page) {
        const SheetPlan plan = plan_sheet(page);
        lxw_worksheet* const sheet = book_.add_sheet(page.sheet_name);
        for (std::size_t i = 0; i < plan.column_pixels.size(); ++i)
            worksheet_set_column_pixels(sheet, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i),
                                        static_cast<std::uint32_t>(plan.column_pixels[i]), nullptr);
        lxw_row_t row = 0;
        lxw_row_t first_header = 0;
        for (std::size_t i = 0; i < plan.rows.size(); ++i, ++row) {
            const PlannedRow& planned = plan.rows[i];
            worksheet_set_row(sheet, row, planned.height, nullptr);
            if (planned.kind == PlannedRow::Kind::header) {
                if (first_header == 0) first_header = row;
                write_header(sheet, plan, i);
            } else if (planned.row) {
                write_cells(sheet, row, planned);
            } else {
                write_line(sheet, row, planned, plan.title_points);
            }
        }
        set_print(sheet, page, plan, first_header);
        if (layout_.has_filters && page.kind == LayoutPage::Kind::table)
            worksheet_freeze_panes(sheet, first_header + 1, 1);
    }

    void write_line(lxw_worksheet* sheet, lxw_row_t row, const PlannedRow& planned, double title_points) {
        CellLook look;
        look.is_wrapped = false;
        if (planned.kind == PlannedRow::Kind::title) look.points = title_points;
        if (planned.kind == PlannedRow::Kind::caption) look.points = 11;
        look.is_bold = planned.kind != PlannedRow::Kind::line;
        worksheet_write_string(sheet, row, 0, planned.text.c_str(), formats_.get(look));
    }

    CellLook header_look(const LayoutColumn& column) const {
        CellLook look;
        look.is_bold = true;
        look.alignment = column.alignment;
        look.has_lines = !layout_.is_plain;
        if (!layout_.is_plain) {
            look.fill = header_fill;
            look.text = header_text;
        }
        return look;
    }

    /// Marks the table up, which writes its headers too; a table with section rows isn't one to Excel.
    void write_header(lxw_worksheet* sheet, const SheetPlan& plan, std::size_t index) {
        const LayoutTable& table = *plan.rows[index].table;
        std::size_t end = index + 1;
        bool is_table = true;
        for (; end < plan.rows.size() && plan.rows[end].table == &table && plan.rows[end].row; ++end)
            is_table &= plan.rows[end].kind != PlannedRow::Kind::section;
        is_table &= end > index + 1;
        std::vector<lxw_table_column> columns(table.columns.size());
        std::vector<lxw_table_column*> pointers;
        const auto row = static_cast<lxw_row_t>(index);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const std::string& header = table.columns[i].header;
            is_table &= header.size() <= longest_table_header;
            lxw_format* const format = formats_.get(header_look(table.columns[i]));
            worksheet_write_string(sheet, row, static_cast<lxw_col_t>(i), header.c_str(), format);
            columns[i].header = const_cast<char*>(header.c_str());
            columns[i].header_format = format;
            pointers.push_back(&columns[i]);
        }
        if (!is_table) return;
        pointers.push_back(nullptr);
        lxw_table_options options{};
        options.name = const_cast<char*>(table.name.c_str());
        options.no_autofilter = layout_.has_filters ? LXW_FALSE : LXW_TRUE;
        options.no_banded_rows = LXW_TRUE;
        options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;  // number 0: none
        options.columns = pointers.data();
        worksheet_add_table(sheet, row, 0, static_cast<lxw_row_t>(end - 1),
                            static_cast<lxw_col_t>(columns.size() - 1), &options);
    }

    void write_cells(lxw_worksheet* sheet, lxw_row_t row, const PlannedRow& planned) {
        const LayoutTable& table = *planned.table;
        if (planned.kind == PlannedRow::Kind::section) {
            write_section(sheet, row, planned);
            return;
        }
        for (std::size_t i = 0; i < planned.row->cells.size(); ++i) {
            const LayoutCell& cell = planned.row->cells[i];
            CellLook look;
            look.has_lines = !layout_.is_plain;
            look.is_bold = planned.kind == PlannedRow::Kind::total || (table.is_matrix && i == 0);
            look.alignment = table.columns[i].alignment;
            look.is_centred_vertically = table.is_matrix;
            look.number_format = cell.number_format;
            look.is_link = !cell.link.empty();
            if (cell.band) {
                look.fill = cell.band->fill;
                look.text = cell.band->text;
            }
            write_cell(sheet, row, static_cast<lxw_col_t>(i), cell, formats_.get(look));
        }
    }

    void write_cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const LayoutCell& cell,
                    lxw_format* format) {
        if (cell.number) {
            worksheet_write_number(sheet, row, column, *cell.number, format);
            return;
        }
        const std::string text = flat_text(cell);
        if (text.empty()) {
            worksheet_write_blank(sheet, row, column, format);
        } else if (!cell.link.empty()) {
            const std::string target = "internal:'" + doubled_quotes(sheet_of(cell.link)) + "'!A1";
            worksheet_write_url_opt(sheet, row, column, target.c_str(), format, text.c_str(), nullptr);
        } else {
            worksheet_write_string(sheet, row, column, text.c_str(), format);
        }
    }

    /// The title stands in the first cell and runs over the others, which stay one colour.
    void write_section(lxw_worksheet* sheet, lxw_row_t row, const PlannedRow& planned) {
        CellLook look;
        look.is_bold = true;
        look.is_wrapped = false;
        if (!layout_.is_plain) look.fill = section_fill;
        lxw_format* const format = formats_.get(look);
        const std::string title =
            planned.row->cells.empty() ? std::string() : flat_text(planned.row->cells.front());
        worksheet_write_string(sheet, row, 0, title.c_str(), format);
        for (std::size_t i = 1; i < planned.table->columns.size(); ++i)
            worksheet_write_blank(sheet, row, static_cast<lxw_col_t>(i), format);
    }

    const std::string& sheet_of(const std::string& page_id) const {
        const auto page = std::find_if(layout_.pages.begin(), layout_.pages.end(),
                                       [&](const LayoutPage& each) { return each.id == page_id; });
        return page == layout_.pages.end() ? layout_.pages.front().sheet_name : page->sheet_name;
    }

    static std::string doubled_quotes(const std::string& name) {
        std::string result;
        for (const char c : name) result += c == '\'' ? std::string("''") : std::string(1, c);
        return result;
    }

    void set_print(lxw_worksheet* sheet, const LayoutPage& page, const SheetPlan& plan,
                   lxw_row_t first_header) {
        worksheet_set_landscape(sheet);
        worksheet_set_paper(sheet, plan.is_a3 ? paper_a3 : paper_a4);
        worksheet_fit_to_pages(sheet, 1, 0);
        constexpr double inch = 0.4;
        worksheet_set_margins(sheet, inch, inch, inch, 0.6);
        lxw_header_footer_options options{};
        options.margin = 0.3;
        worksheet_set_footer_opt(sheet, "&C&\"Arial,Regular\"&9Page &P of &N", &options);
        if (page.tables.size() == 1 && first_header != 0)
            worksheet_repeat_rows(sheet, first_header, first_header);
        worksheet_gridlines(sheet, layout_.is_plain ? LXW_SHOW_SCREEN_GRIDLINES : LXW_HIDE_ALL_GRIDLINES);
    }
};

}  // namespace

std::string xlsx_bytes(const Layout& layout) {
    return XlsxWriter(layout).write();
}

}  // namespace scorebook

// ods_writer.cpp - an OpenDocument spreadsheet, a sheet a page. OpenDocument 1.3 Part 3, 9 (tables), 16
// (styles).
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <string>

#include "bytes/number_text.hpp"
#include "bytes/xml_text.hpp"
#include "report/document_properties.hpp"
#include "report/layout_writers.hpp"
#include "report/new_zip.hpp"
#include "report/ods_number_style.hpp"
#include "report/ods_styles.hpp"
#include "report/sheet_plan.hpp"
#include "scorebook/calendar_date.hpp"
#include "scorebook/cell_ref.hpp"

namespace scorebook {

namespace {

class OdsWriter {
  public:
    explicit OdsWriter(const Layout& layout) : layout_(layout) {}

    std::string write() {
        for (const LayoutPage& page : layout_.pages) write_page(page);
        const std::string content =
            ods_document("content", styles_.automatic() + "<office:body><office:spreadsheet>" + body_ +
                                        database_ranges() + "</office:spreadsheet></office:body>");
        return new_zip({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                        {"content.xml", content},
                        {"styles.xml", ods_common_styles()},
                        {"meta.xml", open_document_meta(layout_)},
                        {"META-INF/manifest.xml", ods_manifest()}});
    }

  private:
    const Layout& layout_;
    std::string body_;
    std::string ranges_;
    OdsStyles styles_;

    static std::string quoted(const std::string& sheet) {
        std::string name = "'";
        for (const char c : sheet) name += c == '\'' ? std::string("''") : std::string(1, c);
        return name + "'";
    }

    void write_page(const LayoutPage& page) {
        const SheetPlan plan = plan_sheet(page);
        body_ += "<table:table table:name=\"" + escape_xml_attribute(page.sheet_name) +
                 "\" table:style-name=\"" + (plan.is_a3 ? "sheet_a3" : "sheet_a4") + "\">";
        for (const double pixels : plan.column_pixels)
            body_ += "<table:table-column table:style-name=\"" + styles_.column(pixels) + "\"/>";
        for (std::size_t i = 0; i < plan.rows.size(); ++i) {
            const PlannedRow& row = plan.rows[i];
            const bool repeats = row.kind == PlannedRow::Kind::header && page.tables.size() == 1;
            if (repeats) body_ += "<table:table-header-rows>";
            body_ += "<table:table-row table:style-name=\"" + styles_.row(row.height) + "\">";
            if (row.kind == PlannedRow::Kind::header)
                write_header(page, plan, i);
            else if (row.row)
                write_cells(row);
            else
                write_line(row, plan.title_points);
            body_ += "</table:table-row>";
            if (repeats) body_ += "</table:table-header-rows>";
        }
        body_ += "</table:table>";
    }

    void write_line(const PlannedRow& row, double title_points) {
        OdsCellStyle style;
        style.is_wrapped = false;
        style.is_bold = row.kind != PlannedRow::Kind::line;
        if (row.kind == PlannedRow::Kind::title) {
            style.points = title_points;
            style.parent = "Heading_20_1";
        } else if (row.kind == PlannedRow::Kind::caption) {
            style.points = 11;
        }
        text_cell(styles_.cell(style), "<text:p>" + escape_xml(row.text) + "</text:p>");
    }

    void text_cell(const std::string& style, const std::string& paragraphs) {
        body_ += "<table:table-cell table:style-name=\"" + style + "\"" +
                 (paragraphs.empty() ? "/>"
                                     : " office:value-type=\"string\">" + paragraphs + "</table:table-cell>");
    }

    void write_header(const LayoutPage& page, const SheetPlan& plan, std::size_t index) {
        const LayoutTable& table = *plan.rows[index].table;
        for (const LayoutColumn& column : table.columns) {
            OdsCellStyle style;
            style.is_bold = true;
            style.has_lines = !layout_.is_plain;
            style.alignment = column.alignment;
            if (!layout_.is_plain) {
                style.fill = 0x1F3864;
                style.text = 0xFFFFFF;
            }
            text_cell(styles_.cell(style), "<text:p>" + escape_xml(column.header) + "</text:p>");
        }
        std::size_t last = index;
        while (last + 1 < plan.rows.size() && plan.rows[last + 1].table == &table && plan.rows[last + 1].row)
            ++last;
        const CellRange range{
            {static_cast<std::uint32_t>(index), 0},
            {static_cast<std::uint32_t>(last), static_cast<std::uint32_t>(table.columns.size() - 1)}};
        const std::string sheet = quoted(page.sheet_name) + ".";
        ranges_ += "<table:database-range table:name=\"" + table.name + "\" table:target-range-address=\"" +
                   escape_xml_attribute(sheet + to_a1(range.first) + ":" + sheet + to_a1(range.last)) +
                   "\" table:contains-header=\"true\" table:display-filter-buttons=\"" +
                   (layout_.has_filters ? "true" : "false") + "\"/>";
    }

    void write_cells(const PlannedRow& planned) {
        const LayoutTable& table = *planned.table;
        const LayoutRow& row = *planned.row;
        if (planned.kind == PlannedRow::Kind::section) {
            OdsCellStyle style;
            style.is_bold = true;
            style.is_wrapped = false;
            if (!layout_.is_plain) style.fill = 0xD9E2F3;
            const std::string name = styles_.cell(style);
            for (std::size_t i = 0; i < table.columns.size(); ++i)
                text_cell(name, i == 0 && !row.cells.empty() ? paragraphs(row.cells.front()) : "");
            return;
        }
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const LayoutCell& cell = row.cells[i];
            OdsCellStyle style;
            style.has_lines = !layout_.is_plain;
            style.is_bold = planned.kind == PlannedRow::Kind::total || (table.is_matrix && i == 0);
            style.is_middle = table.is_matrix;
            style.alignment = table.columns[i].alignment;
            if (cell.band) {
                style.fill = cell.band->fill;
                style.text = cell.band->text;
            }
            write_cell(cell, style);
        }
    }

    void write_cell(const LayoutCell& cell, OdsCellStyle style) {
        const std::string_view type = cell.number ? ods_value_type(cell.number_format) : std::string_view();
        if (type.empty()) {
            text_cell(styles_.cell(style), paragraphs(cell));
            return;
        }
        style.number_format = cell.number_format;
        body_ += "<table:table-cell table:style-name=\"" + styles_.cell(style) + "\" office:value-type=\"" +
                 std::string(type) + "\" ";
        const auto day = date_from_serial(*cell.number, DateSystem::from_1900);
        if (type == "date" && day) {
            char text[32];
            std::snprintf(text, sizeof text, "%04d-%02d-%02d", day->year, day->month, day->day);
            body_ += "office:date-value=\"" + std::string(text) + "\"";
        } else {
            body_ += "office:value=\"" + number_to_text(*cell.number) + "\"";
        }
        body_ += ">" + paragraphs(cell) + "</table:table-cell>";
    }

    std::string paragraphs(const LayoutCell& cell) const {
        std::string xml;
        for (const Paragraph& paragraph : cell.text) {
            const std::string text = escape_xml((paragraph.is_item ? "\u2022 " : "") + paragraph.text);
            xml += "<text:p>" + (cell.link.empty() ? text : link(cell.link, text)) + "</text:p>";
        }
        return xml;
    }

    std::string link(const std::string& page_id, const std::string& text) const {
        const auto page = std::find_if(layout_.pages.begin(), layout_.pages.end(),
                                       [&](const LayoutPage& each) { return each.id == page_id; });
        const std::string target = page == layout_.pages.end() ? "" : quoted(page->sheet_name) + ".A1";
        return "<text:a xlink:type=\"simple\" xlink:href=\"#" + escape_xml_attribute(target) + "\">" + text +
               "</text:a>";
    }

    std::string database_ranges() const {
        return ranges_.empty() ? std::string()
                               : "<table:database-ranges>" + ranges_ + "</table:database-ranges>";
    }
};

}  // namespace

std::string ods_bytes(const Layout& layout) {
    return OdsWriter(layout).write();
}

}  // namespace scorebook

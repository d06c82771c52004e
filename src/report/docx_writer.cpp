// docx_writer.cpp - WordprocessingML: a section a page of the layout, tables whose header rows repeat.
// ECMA-376 Part 1, 17.4 (tables), 17.9 (numbering), 17.6 (sections).
#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "bytes/xml_text.hpp"
#include "report/column_widths.hpp"
#include "report/docx_parts.hpp"
#include "report/layout_writers.hpp"
#include "report/new_zip.hpp"
#include "report/sheet_plan.hpp"

namespace scorebook {

namespace {

constexpr int twips_a_pixel = 15;
constexpr int margin = 720;

struct Paper {
    int width;
    int height;
    int text_width() const { return width - 2 * margin; }
};
constexpr Paper a4{16838, 11906};
constexpr Paper a3{23811, 16838};

std::string word_colour(Rgb colour) {
    char text[8];
    std::snprintf(text, sizeof text, "%06X", static_cast<unsigned>(colour & 0xFFFFFF));
    return text;
}

std::string run(std::string_view text, const std::string& properties = {}) {
    std::string xml = "<w:r>";
    if (!properties.empty()) xml += "<w:rPr>" + properties + "</w:rPr>";
    return xml + "<w:t xml:space=\"preserve\">" + escape_xml(text) + "</w:t></w:r>";
}

std::string paragraph(std::string_view style, const std::string& runs, const std::string& more = {}) {
    return "<w:p><w:pPr><w:pStyle w:val=\"" + std::string(style) + "\"/>" + more + "</w:pPr>" + runs +
           "</w:p>";
}

class DocxWriter {
  public:
    explicit DocxWriter(const Layout& layout) : layout_(layout) {}

    std::string write() {
        body_ = paragraph("Title", run(layout_.title));
        for (const LayoutPage& page : layout_.pages) write_page(page);
        // The last section's properties stand at the end of the body.
        std::string document = document_begin() + body_ + pending_ + "</w:body></w:document>";
        return new_zip(docx_parts(layout_, std::move(document)));
    }

  private:
    const Layout& layout_;
    std::string body_;
    std::string pending_;  ///< section properties of the page that was written last
    int bookmarks_ = 0;

    static std::string section(const Paper& paper) {
        const std::string size = "<w:pgSz w:w=\"" + std::to_string(paper.width) + "\" w:h=\"" +
                                 std::to_string(paper.height) + "\" w:orient=\"landscape\"/>";
        const std::string side = std::to_string(margin);
        return "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/>" + size +
               "<w:pgMar w:top=\"" + side + "\" w:right=\"" + side + "\" w:bottom=\"" + side +
               "\" w:left=\"" + side + "\" w:header=\"360\" w:footer=\"360\" w:gutter=\"0\"/></w:sectPr>";
    }

    void write_page(const LayoutPage& page) {
        const SheetPlan plan = plan_sheet(page);
        const Paper& paper = plan.is_a3 ? a3 : a4;
        if (!pending_.empty()) {
            // A paragraph that only ends the section before.
            body_ += "<w:p><w:pPr><w:spacing w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>" + pending_ +
                     "</w:pPr></w:p>";
        }
        if (page.kind != LayoutPage::Kind::cover) {
            const std::string id = std::to_string(bookmarks_++);
            body_ += paragraph("Heading1", "<w:bookmarkStart w:id=\"" + id + "\" w:name=\"" +
                                               escape_xml_attribute(page.id) + "\"/>" + run(page.title) +
                                               "<w:bookmarkEnd w:id=\"" + id + "\"/>");
        }
        for (const std::string& line : page.lines) {
            if (!line.starts_with("This sheet has ")) body_ += paragraph("BodyText", run(line));
        }
        for (const LayoutTable& table : page.tables) write_table(page, table, paper);
        pending_ = section(paper);
    }

    void write_table(const LayoutPage& page, const LayoutTable& table, const Paper& paper) {
        if (page.tables.size() > 1) body_ += paragraph("Heading2", run(table.caption));
        // Rows may be as high as they like here, so no column need be narrower than its words.
        const double room = static_cast<double>(paper.text_width()) / twips_a_pixel;
        const std::vector<double> pixels = column_widths(page, room);
        std::vector<int> widths;
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            widths.push_back(static_cast<int>(pixels[i] * twips_a_pixel));
        body_ +=
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"0\" w:type=\"auto\"/>"
            "<w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" "
            "w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/><w:tblCaption w:val=\"" +
            escape_xml_attribute(table.caption) + "\"/></w:tblPr><w:tblGrid>";
        for (const int width : widths) body_ += "<w:gridCol w:w=\"" + std::to_string(width) + "\"/>";
        body_ += "</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
        const std::string shade = layout_.is_plain ? "" : shading(0x1F3864);
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const std::string look = layout_.is_plain ? "<w:b/>" : "<w:b/><w:color w:val=\"FFFFFF\"/>";
            body_ +=
                cell(widths[i], shade,
                     paragraph("TableText", run(table.columns[i].header, look), alignment(table.columns[i])));
        }
        body_ += "</w:tr>";
        for (const LayoutRow& row : table.rows) write_row(table, row, widths);
        // Word joins tables that touch.
        body_ += "</w:tbl>" + paragraph("BodyText", "");
    }

    static std::string shading(Rgb fill) {
        return "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"" + word_colour(fill) + "\"/>";
    }

    static std::string alignment(const LayoutColumn& column) {
        if (column.alignment == Alignment::left) return {};
        return std::string("<w:jc w:val=\"") + (column.alignment == Alignment::right ? "right" : "center") +
               "\"/>";
    }

    static std::string cell(int width, const std::string& properties, const std::string& content) {
        return "<w:tc><w:tcPr><w:tcW w:w=\"" + std::to_string(width) + "\" w:type=\"dxa\"/>" + properties +
               "</w:tcPr>" + content + "</w:tc>";
    }

    void write_row(const LayoutTable& table, const LayoutRow& row, const std::vector<int>& widths) {
        body_ += "<w:tr>";
        if (row.kind == LayoutRow::Kind::section) {
            int width = 0;
            for (const int each : widths) width += each;
            const std::string title = row.cells.empty() ? std::string() : flat_text(row.cells.front());
            body_ += cell(width,
                          "<w:gridSpan w:val=\"" + std::to_string(widths.size()) + "\"/>" + shading(0xD9E2F3),
                          paragraph("TableText", run(title, "<w:b/>"), "<w:keepNext/>"));
        } else {
            for (std::size_t i = 0; i < row.cells.size(); ++i)
                write_cell(table.columns[i], row, row.cells[i], widths[i]);
        }
        body_ += "</w:tr>";
    }

    void write_cell(const LayoutColumn& column, const LayoutRow& row, const LayoutCell& shown, int width) {
        std::string look = row.kind == LayoutRow::Kind::total ? "<w:b/>" : "";
        if (shown.band && shown.band->text != 0)
            look += "<w:color w:val=\"" + word_colour(shown.band->text) + "\"/>";
        std::string content;
        for (const Paragraph& each : shown.text) {
            const std::string words =
                shown.link.empty() ? run(each.text, look)
                                   : "<w:hyperlink w:anchor=\"" + escape_xml_attribute(shown.link) + "\">" +
                                         run(each.text, "<w:rStyle w:val=\"Hyperlink\"/>") + "</w:hyperlink>";
            content += paragraph(each.is_item ? "TableBullet" : "TableText", words, alignment(column));
        }
        if (content.empty()) content = paragraph("TableText", "");
        body_ += cell(width, shown.band ? shading(shown.band->fill) : std::string(), content);
    }
};

}  // namespace

std::string docx_bytes(const Layout& layout) {
    return DocxWriter(layout).write();
}

}  // namespace scorebook

// html_writer.cpp - one page that needs nothing else: headings, tables with captions and scopes, a style for
// paper.
//
// What Word needs to paste a table as a table (borders, colours) stands on the cells themselves.
#include <string>

#include "report/layout_writers.hpp"
#include "scorebook/html_text.hpp"

namespace scorebook {

namespace {

/// Colours meet WCAG 2.1 AA: dark blue on white is 12 to 1.
constexpr std::string_view page_style = R"(
body { font-family: Arial, Helvetica, sans-serif; font-size: 1rem; line-height: 1.4; color: #000; background: #fff;
  margin: 1.5rem; }
h1 { font-size: 1.7rem; } h2 { font-size: 1.35rem; margin-top: 2rem; }
a { color: #0b4f9e; }
nav a { display: inline-block; min-height: 24px; padding: 0.15rem 0; }
.scroll { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; font-size: 0.875rem; }
caption { text-align: left; font-weight: bold; padding: 0.3rem 0; }
th, td { border: 1px solid #767676; padding: 0.3rem 0.4rem; text-align: left; vertical-align: top; }
thead th { background: #1f3864; color: #fff; }
th.section { background: #d9e2f3; color: #000; }
.right { text-align: right; } .centre { text-align: center; }
tr.total > * { font-weight: bold; }
td ul { margin: 0; padding-left: 1.1rem; } td p { margin: 0 0 0.3rem; } td p:last-child { margin: 0; }
table.matrix td { text-align: center; min-width: 5rem; height: 3.5rem; }
@page { size: A3 landscape; margin: 12mm; @bottom-center { content: "Page " counter(page) " of " counter(pages); } }
@media print {
  body { margin: 0; font-size: 10pt; } table { font-size: 9pt; } .scroll { overflow: visible; }
  nav { display: none; } section { break-before: page; } thead { display: table-header-group; }
  .matrix tr { break-inside: avoid; }
  th, td { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
)";

std::string css_colour(Rgb colour) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text = "#";
    for (int shift = 20; shift >= 0; shift -= 4) text += digits[colour >> shift & 0xF];
    return text;
}

std::string_view class_of(Alignment alignment) {
    return alignment == Alignment::right    ? " class=\"right\""
           : alignment == Alignment::centre ? " class=\"centre\""
                                            : "";
}

class HtmlWriter {
  public:
    explicit HtmlWriter(const Layout& layout) : layout_(layout) {}

    std::string write() {
        out_ = "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<title>" +
               escape_html(layout_.title) + "</title>\n" +
               "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
        if (!layout_.organisation.empty())
            out_ += "<meta name=\"author\" content=\"" + escape_html(layout_.organisation) + "\">\n";
        out_ += "<style>" + std::string(page_style) + "</style>\n</head>\n<body>\n<main>\n<h1>" +
                escape_html(layout_.title) + "</h1>\n";
        write_front();
        for (const LayoutPage& page : layout_.pages) {
            if (page.kind != LayoutPage::Kind::cover && page.kind != LayoutPage::Kind::contents)
                write_page(page);
        }
        return out_ + "</main>\n</body>\n</html>\n";
    }

  private:
    const Layout& layout_;
    std::string out_;

    void write_lines(const LayoutPage& page) {
        for (const std::string& line : page.lines) {
            // What is one table a sheet elsewhere is one a heading here.
            if (line.starts_with("This sheet has ")) continue;
            out_ += "<p>" + escape_html(line) + "</p>\n";
        }
    }

    void write_front() {
        for (const LayoutPage& page : layout_.pages) {
            if (page.kind == LayoutPage::Kind::cover) write_lines(page);
        }
        out_ += "<nav aria-label=\"Contents\">\n<ul>\n";
        for (const LayoutPage& page : layout_.pages) {
            if (page.kind != LayoutPage::Kind::cover && page.kind != LayoutPage::Kind::contents)
                out_ += "<li><a href=\"#" + page.id + "\">" + escape_html(page.title) + "</a></li>\n";
        }
        out_ += "</ul>\n</nav>\n";
    }

    void write_page(const LayoutPage& page) {
        out_ += "<section aria-labelledby=\"" + page.id + "\">\n<h2 id=\"" + page.id + "\">" +
                escape_html(page.title) + "</h2>\n";
        write_lines(page);
        for (const LayoutTable& table : page.tables) write_table(table);
        out_ += "</section>\n";
    }

    void write_table(const LayoutTable& table) {
        // A wide table scrolls by itself, also from the keyboard.
        out_ += "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"" +
                escape_html(table.name) + " table\">\n";
        out_ += table.is_matrix ? "<table class=\"matrix\">\n" : "<table>\n";
        out_ += "<caption>" + escape_html(table.caption) + "</caption>\n<thead>\n<tr>";
        for (const LayoutColumn& column : table.columns)
            out_ += "<th scope=\"col\"" + std::string(class_of(column.alignment)) + ">" +
                    escape_html(column.header) + "</th>";
        out_ += "</tr>\n</thead>\n<tbody>\n";
        for (std::size_t i = 0; i < table.rows.size(); ++i) write_row(table, i);
        out_ += "</tbody>\n</table>\n</div>\n";
    }

    void write_row(const LayoutTable& table, std::size_t index) {
        const LayoutRow& row = table.rows[index];
        if (row.kind == LayoutRow::Kind::section) {
            if (index != 0) out_ += "</tbody>\n<tbody>\n";
            out_ += "<tr><th class=\"section\" scope=\"rowgroup\" colspan=\"" +
                    std::to_string(table.columns.size()) + "\">" +
                    (row.cells.empty() ? "" : escape_html(flat_text(row.cells.front()))) + "</th></tr>\n";
            return;
        }
        out_ += row.kind == LayoutRow::Kind::total ? "<tr class=\"total\">" : "<tr>";
        for (std::size_t i = 0; i < row.cells.size(); ++i) write_cell(table.columns[i], row.cells[i], i == 0);
        out_ += "</tr>\n";
    }

    void write_cell(const LayoutColumn& column, const LayoutCell& cell, bool is_first) {
        // An empty cell names no row.
        const bool names_row = is_first && !cell.text.empty();
        out_ += names_row ? "<th scope=\"row\"" : "<td";
        out_ += class_of(column.alignment);
        if (cell.band)
            out_ += " style=\"background:" + css_colour(cell.band->fill) +
                    ";color:" + css_colour(cell.band->text) + "\"";
        out_ += ">";
        write_text(cell);
        out_ += names_row ? "</th>" : "</td>";
    }

    void write_text(const LayoutCell& cell) {
        if (cell.text.size() == 1 && !cell.text.front().is_item) {
            out_ += escape_html(cell.text.front().text);
            return;
        }
        bool in_list = false;
        for (const Paragraph& paragraph : cell.text) {
            if (paragraph.is_item != in_list) out_ += paragraph.is_item ? "<ul>" : "</ul>";
            in_list = paragraph.is_item;
            out_ += (in_list ? "<li>" : "<p>") + escape_html(paragraph.text) + (in_list ? "</li>" : "</p>");
        }
        if (in_list) out_ += "</ul>";
    }
};

}  // namespace

std::string html_text(const Layout& layout) {
    return HtmlWriter(layout).write();
}

}  // namespace scorebook

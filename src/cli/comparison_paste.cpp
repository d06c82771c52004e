// comparison_paste.cpp - headings, paragraphs and tables of a comparison, for pasting.
#include "cli/comparison_paste.hpp"

#include <string_view>

#include "cli/text_lines.hpp"
#include "scorebook/html_text.hpp"

namespace scorebook::cli {

namespace {

/// Text of a Markdown table's cell: no bar and no line end.
std::string in_cell(const std::string& text) {
    std::string result;
    for (const char c : printable(text)) {
        if (c == '|') result += '\\';
        result += c == '\n' ? ' ' : c;
    }
    return result;
}

std::string in_html(const std::string& text) {
    std::string result;
    for (const char c : escape_html(printable(text)))
        result += c == '\n' ? std::string("<br>") : std::string(1, c);
    return result;
}

constexpr std::string_view style =
    "body{font:12pt/1.4 Arial,sans-serif;color:#111;margin:2rem auto;max-width:60rem;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%;margin:0 0 1.5rem}"
    "th,td{border:1px solid #555;padding:.3rem .5rem;text-align:left;vertical-align:top}"
    "thead th{background:#e8e8e8}"
    "@media print{body{margin:0;max-width:none}thead{display:table-header-group}tr{break-inside:avoid}}";

// Word and Writer take a pasted table's lines and alignment from attributes, not from a style sheet; a
// caption they centre, so the sentence above the table names it.
constexpr std::string_view table_look = " border=\"1\" cellspacing=\"0\" cellpadding=\"4\" width=\"100%\"";
constexpr std::string_view cell_look = " align=\"left\" valign=\"top\"";

std::string header_cell(std::string_view name, std::string_view width) {
    return "<th scope=\"col\"" + std::string(cell_look) + " bgcolor=\"#e8e8e8\" width=\"" +
           std::string(width) + "\">" + std::string(name) + "</th>";
}

}  // namespace

std::string comparison_markdown(const Comparison& comparison) {
    std::string text;
    for (const NarrativeParagraph& paragraph : comparison.narrative) {
        text += (text.empty() ? "" : "\n") + printable(paragraph.heading) + "\n";
        if (paragraph.items.empty()) continue;
        text += "\n| Reference | Description | Cells |\n|---|---|---|\n";
        for (const auto& item : paragraph.items)
            text += "| " + in_cell(item.record) + " | " + in_cell(item.text) + " | " + in_cell(item.cells) +
                    " |\n";
    }
    return text;
}

std::string comparison_html(const Comparison& comparison) {
    const std::string periods = comparison.period_before.empty() || comparison.period_now.empty()
                                    ? std::string()
                                    : ": " + comparison.period_before + " to " + comparison.period_now;
    const std::string title = in_html("Changes since the last period" + periods);
    std::string text = "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<title>" +
                       title + "</title>\n<style>" + std::string(style) +
                       "</style>\n</head>\n<body>\n<main>\n<h1 style=\"font-family:Arial,sans-serif\">" +
                       title + "</h1>\n";
    std::size_t lists = 0;
    for (const NarrativeParagraph& paragraph : comparison.narrative) {
        if (paragraph.items.empty()) {
            text += "<p>" + in_html(paragraph.heading) + "</p>\n";
            continue;
        }
        const std::string name = "list" + std::to_string(++lists);
        const std::string cell = "<td" + std::string(cell_look) + ">";
        text += "<p id=\"" + name + "\">" + in_html(paragraph.heading) + "</p>\n<table aria-labelledby=\"" +
                name + "\"" + std::string(table_look) + ">\n<thead><tr>" + header_cell("Reference", "12%") +
                header_cell("Description", "63%") + header_cell("Cells", "25%") + "</tr></thead>\n<tbody>\n";
        for (const auto& item : paragraph.items)
            text += "<tr><th scope=\"row\"" + std::string(cell_look) + ">" + in_html(item.record) + "</th>" +
                    cell + in_html(item.text) + "</td>" + cell + in_html(item.cells) + "</td></tr>\n";
        text += "</tbody>\n</table>\n";
    }
    return text + "</main>\n</body>\n</html>\n";
}

}  // namespace scorebook::cli

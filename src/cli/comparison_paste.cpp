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
    "caption{text-align:left;padding:0 0 .5rem}"
    "th,td{border:1px solid #555;padding:.3rem .5rem;text-align:left;vertical-align:top}"
    "thead th{background:#e8e8e8}"
    "@media print{body{margin:0;max-width:none}thead{display:table-header-group}tr{break-inside:avoid}}";

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
                       "</style>\n</head>\n<body>\n<main>\n<h1>" + title + "</h1>\n";
    for (const NarrativeParagraph& paragraph : comparison.narrative) {
        if (paragraph.items.empty()) {
            text += "<p>" + in_html(paragraph.heading) + "</p>\n";
            continue;
        }
        text += "<table>\n<caption>" + in_html(paragraph.heading) +
                "</caption>\n<thead><tr><th scope=\"col\">Reference</th><th scope=\"col\">Description</th>"
                "<th scope=\"col\">Cells</th></tr></thead>\n<tbody>\n";
        for (const auto& item : paragraph.items)
            text += "<tr><th scope=\"row\">" + in_html(item.record) + "</th><td>" + in_html(item.text) +
                    "</td><td>" + in_html(item.cells) + "</td></tr>\n";
        text += "</tbody>\n</table>\n";
    }
    return text + "</main>\n</body>\n</html>\n";
}

}  // namespace scorebook::cli

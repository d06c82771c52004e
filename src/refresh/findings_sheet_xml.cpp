// findings_sheet_xml.cpp - inline strings, so that the workbook's string table stays as it is. The order of
// elements is that of ECMA-376 Part 1, 18.3.1.99.
#include "refresh/findings_sheet_xml.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "bytes/xml_text.hpp"
#include "checks/wording.hpp"

namespace scorebook {

namespace {

/// Excel specifications and limits: hyperlinks in a worksheet are 65,530 at most.
constexpr std::size_t most_links = 65'000;
/// More of them nobody reads; the report as JSON has them all.
constexpr std::size_t most_rows = 100'000;

constexpr std::array<int, 7> widths = {11, 7, 22, 9, 24, 70, 50};

std::string place_text(const Finding& finding) {
    if (finding.range && finding.range->first != finding.range->last) return to_a1(*finding.range);
    return finding.cell ? to_a1(*finding.cell) : std::string();
}

/// 'Risk Register'!H6, for the location of a link.
std::string location_of(const std::string& sheet, const std::string& place) {
    std::string name = "'";
    for (const char c : sheet) {
        if (c == '\'') name += '\'';
        name += c;
    }
    return name + "'!" + place;
}

std::string_view severity_word(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "Error";
        case Severity::warning:
            return "Warning";
        case Severity::info:
            return "Remark";
    }
    return {};
}

std::string value_text(const CellValue& value) {
    return is_blank(value) ? "blank" : to_text(value);
}

/// Lines that `text` takes in a column of so many characters. A width counts digits; letters are a little
/// narrower on the whole, which makes up for capitals.
std::size_t wrapped_lines(std::string_view text, std::size_t width) {
    std::size_t lines = 1, used = 0, word = 0;
    const auto end_word = [&] {
        if (used != 0 && used + 1 + word > width) {
            ++lines;
            used = 0;
        }
        lines += word / (width + 1);
        used += (used == 0 ? 0 : 1) + word % (width + 1);
        word = 0;
    };
    for (const char c : text) {
        if (c == ' ' || c == '\n') end_word();
        if (c == '\n') {
            ++lines;
            used = 0;
        }
        // Continuation bytes of UTF-8 take no room.
        if (c != ' ' && c != '\n' && (static_cast<unsigned char>(c) & 0xC0) != 0x80) ++word;
    }
    end_word();
    return lines;
}

class SheetWriter {
  public:
    explicit SheetWriter(const FindingsStyles& styles) : styles_(styles) {}

    void begin_row() {
        cells_.clear();
        lines_ = 1;
        column_index_ = 0;
    }
    /// As high as its longest text, because LibreOffice doesn't see to that itself.
    void end_row() {
        constexpr std::size_t line_height = 15, most_lines = 27;  // Excel's rows end at 409 points
        rows_ += "<row r=\"" + std::to_string(row_index_ + 1) + "\"";
        if (lines_ > 1)
            rows_ += " ht=\"" + std::to_string(std::min(lines_, most_lines) * line_height) +
                     "\" customHeight=\"1\"";
        rows_ += ">" + cells_ + "</row>";
        ++row_index_;
    }
    void skip_row() { ++row_index_; }

    void cell(std::string_view text, std::uint32_t style) {
        const CellRef place{row_index_, column_index_++};
        cells_ += "<c r=\"" + to_a1(place) + "\"";
        if (style != 0) cells_ += " s=\"" + std::to_string(style) + "\"";
        if (text.empty()) {
            cells_ += "/>";
            return;
        }
        if (style != styles_.title && style != 0)
            lines_ =
                std::max(lines_, wrapped_lines(text, static_cast<std::size_t>(widths[place.column_index])));
        cells_ += " t=\"inlineStr\"><is><t";
        if (needs_space_preserved(text)) cells_ += " xml:space=\"preserve\"";
        cells_ += ">" + escape_xml(text) + "</t></is></c>";
    }

    void place_cell(const std::string& sheet, const std::string& place) {
        const bool is_link = !sheet.empty() && !place.empty() && links_ < most_links;
        if (is_link) {
            ++links_;
            hyperlinks_ += "<hyperlink ref=\"" + to_a1(CellRef{row_index_, column_index_}) +
                           "\" location=\"" + escape_xml_attribute(location_of(sheet, place)) +
                           "\" display=\"" + escape_xml_attribute(place) + "\"/>";
        }
        cell(place, is_link ? styles_.link : styles_.text);
    }

    void line(std::string_view text, std::uint32_t style) {
        begin_row();
        cell(text, style);
        end_row();
    }

    void headings(std::initializer_list<std::string_view> names) {
        begin_row();
        for (const std::string_view name : names) cell(name, styles_.heading);
        end_row();
    }

    std::uint32_t row_number() const { return row_index_ + 1; }
    const std::string& rows() const { return rows_; }
    const std::string& hyperlinks() const { return hyperlinks_; }

  private:
    const FindingsStyles& styles_;
    std::string rows_;
    std::string cells_;  ///< of the row at hand
    std::size_t lines_ = 1;
    std::string hyperlinks_;
    std::uint32_t row_index_ = 0;
    std::uint32_t column_index_ = 0;
    std::size_t links_ = 0;
};

void add_findings(const Report& report, const FindingsStyles& styles, SheetWriter& sheet) {
    sheet.headings({"Severity", "Rule", "Sheet", "Cell", "Entry", "What is wrong", "What to do"});
    for (std::size_t i = 0; i != std::min(report.findings.size(), most_rows); ++i) {
        const Finding& finding = report.findings[i];
        sheet.begin_row();
        sheet.cell(severity_word(finding.severity), finding.severity == Severity::error     ? styles.error
                                                    : finding.severity == Severity::warning ? styles.warning
                                                                                            : styles.text);
        sheet.cell(finding.rule, styles.text);
        sheet.cell(finding.sheet, styles.text);
        sheet.place_cell(finding.sheet, place_text(finding));
        sheet.cell(finding.record, styles.text);
        sheet.cell(finding.message, styles.text);
        sheet.cell(finding.advice, styles.text);
        sheet.end_row();
    }
}

void add_changes(const Report& report, const FindingsStyles& styles, SheetWriter& sheet) {
    std::vector<const Change*> shown;
    for (const Change& change : report.changes) {
        if (change.kind != ChangeKind::cached && shown.size() < most_rows) shown.push_back(&change);
    }
    if (shown.empty()) return;
    sheet.skip_row();
    sheet.line("Cells put right in this workbook", styles.title);
    sheet.headings({"What", "Rule", "Sheet", "Cell", "Entry", "Before and after", "Why"});
    for (const Change* change : shown) {
        const bool is_colour = change->kind == ChangeKind::fill;
        sheet.begin_row();
        sheet.cell(is_colour ? "Colour" : "Value", styles.text);
        sheet.cell(change->rule, styles.text);
        sheet.cell(change->sheet, styles.text);
        sheet.place_cell(change->sheet, to_a1(change->cell));
        sheet.cell(change->record, styles.text);
        sheet.cell(is_colour ? "the colour follows the band"
                             : value_text(change->before) + " -> " + value_text(change->after),
                   styles.text);
        sheet.cell(change->because, styles.text);
        sheet.end_row();
    }
}

void add_not_checked(const Report& report, const FindingsStyles& styles, SheetWriter& sheet) {
    if (report.not_checked.empty()) return;
    sheet.skip_row();
    sheet.line("Not checked", styles.title);
    sheet.headings({"", "", "", "", "", "What", "Why"});
    for (const NotChecked& unchecked : report.not_checked) {
        sheet.begin_row();
        for (int i = 0; i != 5; ++i) sheet.cell("", styles.text);
        sheet.cell(unchecked.what, styles.text);
        sheet.cell(unchecked.why, styles.text);
        sheet.end_row();
    }
}

std::string summary_of(const Report& report) {
    std::string text = report.template_name.empty() ? std::string("No kind of workbook was recognised")
                                                    : "Checked as " + report.template_name;
    if (!report.period.empty()) text += ", " + report.period;
    const std::size_t errors = report.count(Severity::error);
    const std::size_t warnings = report.count(Severity::warning);
    if (report.findings.empty()) return text + ": nothing to correct.";
    return text + ": " + many(errors, "error", "errors") + ", " + many(warnings, "warning", "warnings") +
           ", " + many(report.count(Severity::info), "remark", "remarks") + ".";
}

}  // namespace

std::string findings_sheet_xml(const Report& report, const FindingsStyles& styles, SchemaFlavour flavour) {
    SheetWriter sheet(styles);
    sheet.line(findings_sheet_title, styles.title);
    sheet.line(summary_of(report), 0);
    sheet.line("This sheet is written anew each time scorebook runs; notes typed here are lost.", 0);
    const std::uint32_t heading_row = sheet.row_number();
    if (!report.findings.empty()) add_findings(report, styles, sheet);
    const std::uint32_t last_row = sheet.row_number() - 1;
    add_changes(report, styles, sheet);
    add_not_checked(report, styles, sheet);

    std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"";
    xml += main_namespace(flavour);
    xml +=
        "\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView showGridLines=\"0\" "
        "workbookViewId=\"0\">";
    if (!report.findings.empty()) {
        const std::string below = std::to_string(heading_row + 1);
        xml += "<pane ySplit=\"" + std::to_string(heading_row) + "\" topLeftCell=\"A" + below +
               "\" activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\" "
               "activeCell=\"A" +
               below + "\" sqref=\"A" + below + "\"/>";
    }
    xml += "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>";
    for (std::size_t i = 0; i != widths.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        xml += "<col min=\"" + number + "\" max=\"" + number + "\" width=\"" + std::to_string(widths[i]) +
               "\" customWidth=\"1\"/>";
    }
    xml += "</cols><sheetData>" + sheet.rows() + "</sheetData>";
    if (!report.findings.empty())
        xml += "<autoFilter ref=\"A" + std::to_string(heading_row) + ":G" + std::to_string(last_row) + "\"/>";
    if (!sheet.hyperlinks().empty()) xml += "<hyperlinks>" + sheet.hyperlinks() + "</hyperlinks>";
    xml +=
        "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" "
        "footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>"
        "<headerFooter><oddFooter>&amp;LFindings&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter>"
        "</worksheet>";
    return xml;
}

}  // namespace scorebook

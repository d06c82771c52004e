// ods_styles.cpp - pages as the Excel writer sets them: landscape, as wide as the paper, numbered.
#include "report/ods_styles.hpp"

#include <cmath>
#include <cstdio>

#include "report/ods_number_style.hpp"

namespace scorebook {

namespace {

std::string odf_colour(Rgb colour) {
    char text[8];
    std::snprintf(text, sizeof text, "#%06x", static_cast<unsigned>(colour & 0xFFFFFF));
    return text;
}

std::string inches(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.4fin", value);
    return text;
}

std::string page_layout(const std::string& name, const std::string& width, const std::string& height) {
    return "<style:page-layout style:name=\"" + name + "\"><style:page-layout-properties fo:page-width=\"" +
           width + "\" fo:page-height=\"" + height +
           "\" style:print-orientation=\"landscape\" fo:margin=\"10mm\" style:scale-to-X=\"1\" "
           "style:scale-to-Y=\"0\" "
           "style:print-page-order=\"ttb\"/><style:footer-style><style:header-footer-properties "
           "fo:min-height=\"6mm\" fo:margin-top=\"2mm\"/></style:footer-style></style:page-layout>";
}

std::string master_page(const std::string& name, const std::string& layout) {
    return "<style:master-page style:name=\"" + name + "\" style:page-layout-name=\"" + layout +
           "\"><style:header style:display=\"false\"/><style:footer><text:p>Page "
           "<text:page-number>1</text:page-number> "
           "of <text:page-count>1</text:page-count></text:p></style:footer></style:master-page>";
}

}  // namespace

std::string OdsStyles::column(double pixels) {
    std::string& name = columns_[static_cast<int>(pixels)];
    if (name.empty()) {
        name = "co" + std::to_string(columns_.size());
        xml_ += "<style:style style:name=\"" + name +
                "\" style:family=\"table-column\"><style:table-column-properties style:column-width=\"" +
                inches(pixels / 96) + "\"/></style:style>";
    }
    return name;
}

std::string OdsStyles::row(double points) {
    std::string& name = rows_[static_cast<int>(points * 100)];
    if (name.empty()) {
        name = "ro" + std::to_string(rows_.size());
        xml_ += "<style:style style:name=\"" + name +
                "\" style:family=\"table-row\"><style:table-row-properties style:row-height=\"" +
                inches(points / 72) + "\" style:use-optimal-row-height=\"false\"/></style:style>";
    }
    return name;
}

std::string OdsStyles::cell(const OdsCellStyle& style) {
    std::string& name = cells_[style];
    if (!name.empty()) return name;
    name = "ce" + std::to_string(cells_.size());
    std::string data;
    if (const auto number = ods_number_style(style.number_format, "n" + name)) {
        xml_ += *number;
        data = " style:data-style-name=\"n" + name + "\"";
    }
    xml_ += "<style:style style:name=\"" + name +
            "\" style:family=\"table-cell\" style:parent-style-name=\"" +
            (style.parent.empty() ? "Default" : style.parent) + "\"" + data + "><style:table-cell-properties";
    if (style.fill) xml_ += " fo:background-color=\"" + odf_colour(*style.fill) + "\"";
    if (style.is_wrapped) xml_ += " fo:wrap-option=\"wrap\"";
    if (style.has_lines) xml_ += " fo:border=\"0.5pt solid #a6a6a6\"";
    xml_ += std::string(" style:vertical-align=\"") + (style.is_middle ? "middle" : "top") + "\"/>";
    const char* const distance = style.alignment == Alignment::right ? " fo:margin-right=\"3mm\"" : "";
    const char* const align = style.alignment == Alignment::right    ? "end"
                              : style.alignment == Alignment::centre ? "center"
                                                                     : "start";
    xml_ += std::string("<style:paragraph-properties fo:text-align=\"") + align + "\"" + distance +
            "/><style:text-properties";
    char points[32];
    std::snprintf(points, sizeof points, " fo:font-size=\"%gpt\"", style.points);
    xml_ += points;
    if (style.is_bold) xml_ += " fo:font-weight=\"bold\"";
    if (style.text != 0) xml_ += " fo:color=\"" + odf_colour(style.text) + "\"";
    xml_ += "/></style:style>";
    return name;
}

std::string OdsStyles::automatic() const {
    return "<office:automatic-styles>" + xml_ +
           "<style:style style:name=\"sheet_a4\" style:family=\"table\" style:master-page-name=\"A4\">"
           "<style:table-properties table:display=\"true\"/></style:style>"
           "<style:style style:name=\"sheet_a3\" style:family=\"table\" style:master-page-name=\"A3\">"
           "<style:table-properties table:display=\"true\"/></style:style></office:automatic-styles>";
}

std::string ods_document(const std::string& name, const std::string& inside) {
    constexpr const char* urn = "urn:oasis:names:tc:opendocument:xmlns:";
    std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-" + name;
    for (const char* space : {"office", "style", "text", "table", "meta"})
        xml += " xmlns:" + std::string(space) + "=\"" + urn + space + ":1.0\"";
    xml += std::string(" xmlns:number=\"") + urn + "datastyle:1.0\" xmlns:fo=\"" + urn +
           "xsl-fo-compatible:1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" office:version=\"1.3\">";
    return xml + inside + "</office:document-" + name + ">";
}

std::string ods_common_styles() {
    return ods_document(
        "styles",
        "<office:styles><style:default-style style:family=\"table-cell\"><style:text-properties "
        "style:font-name=\"Arial\" fo:font-family=\"Arial\" fo:font-size=\"10pt\" fo:language=\"en\" "
        "fo:country=\"GB\"/></style:default-style>"
        "<style:style style:name=\"Default\" style:family=\"table-cell\"/>"
        "<style:style style:name=\"Heading_20_1\" style:display-name=\"Heading 1\" "
        "style:family=\"table-cell\" "
        "style:parent-style-name=\"Default\"><style:text-properties fo:font-size=\"14pt\" "
        "fo:font-weight=\"bold\"/>"
        "</style:style></office:styles><office:automatic-styles>" +
            page_layout("page_a4", "297mm", "210mm") + page_layout("page_a3", "420mm", "297mm") +
            "</office:automatic-styles><office:master-styles>" + master_page("A4", "page_a4") +
            master_page("A3", "page_a3") + "</office:master-styles>");
}

std::string ods_manifest() {
    constexpr const char* type = "\" manifest:media-type=\"";
    std::string xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest:manifest "
        "xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">"
        "<manifest:file-entry manifest:full-path=\"/" +
        std::string(type) + "application/vnd.oasis.opendocument.spreadsheet\"/>";
    for (const char* part : {"content.xml", "styles.xml", "meta.xml"})
        xml += "<manifest:file-entry manifest:full-path=\"" + std::string(part) + type + "text/xml\"/>";
    return xml + "</manifest:manifest>";
}

}  // namespace scorebook
